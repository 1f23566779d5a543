"""Where each number of a customer's state stands: one block of integers, section after section.

The head holds counts, capacities and the places of the sections. Attributes, handled rows,
generated rows, instances, assignments and sends are the state; tally, trace and scratch belong to
one run of it, as do the table of values that were met, those of running counts, and the trees.
"""

from journeys.program.operations import DEEPEST_SEGMENTS, MOST_JUMPS

# The head.
(
    H_FORMAT,
    H_CUSTOMER,
    H_HASH,
    H_EVENTS,
    H_CHANGE,
    H_LAST_CHANGE,
    H_NEXT,
    H_NOW,
    H_DUE,
    H_FULL,
    H_LATE,
    H_ZONE,
    H_TIMER,
    H_TIMER_KNOWN,
    H_ASKED,
    H_RECHECK,
    H_RECHECK_KNOWN,
    H_CANDIDATES,
    H_MOVED,
    H_CHANGED,
    H_CALLS,
    H_CALLED,
    H_FROM,
    H_JUMPS,
    H_JUMPED_AT,
    H_UPDATES,
    H_UPDATED_AT,
    H_PAUSED,
    H_SEEN_COUNT,
    H_MADE_COUNT,
    H_INSTANCE_COUNT,
    H_RANKED,
    H_WATCHED,
    H_SWEPT,
    H_WAITING,
    H_ARM_OPEN,
    H_RECENT,
    H_OPENED,
    H_WAY_DUE,
    H_LATEST_SIZE,
    H_UNITS_SIZE,
    H_ARM_COUNT,
    H_SENT_COUNT,
    H_DATED_COUNT,
    H_TRACED,
    H_SEEN_MOST,
    H_MADE_MOST,
    H_INSTANCE_MOST,
    H_ARM_MOST,
    H_SENT_MOST,
    H_DATED_MOST,
    H_TRACE_MOST,
    H_MET_SIZE,
    H_SHIFTS,
    H_ATTRIBUTES,
    H_SEEN,
    H_ORDER,
    H_MADE,
    H_INSTANCES,
    H_RANKS,
    H_WATCH,
    H_HEAP,
    H_ENTRIES,
    H_LATEST,
    H_UNITS,
    H_ARMS,
    H_SENT,
    H_WAYS,
    H_DATED,
    H_TALLY,
    H_TRACE,
    H_MET,
    H_RUNNING,
    H_SPANS,
    H_SCRATCH,
    HEAD,
) = range(76)

FORMAT = 11
# Scratch: what is hashed, words of the hash, the average measured last, where segments return to.
WORDS = 400
AVERAGED = 512
RETURNS = 514
# The calls that jumps have made and that are to be handled: who jumped, where, at which visit.
CALLS = RETURNS + DEEPEST_SEGMENTS
Q_INSTANCE, Q_NODE, Q_VISIT, CALL_ROW = range(4)
# How many messages a customer opened in each hour of the day.
OPENED_BY_HOUR = CALLS + MOST_JUMPS * CALL_ROW
SCRATCH_WIDTH = OPENED_BY_HOUR + 24

FAR = 2**62

# A row that was handled; the values of the columns the program reads stand behind.
S_TIME, S_TYPE, S_ID, S_VALUES = range(4)

# A generated row that waits for its time; its values stand behind, as in a handled row.
(
    E_TIME,
    E_TYPE,
    E_JOURNEY,
    E_NODE,
    E_VISIT,
    E_SLOT,
    E_DONE,
    E_INSTANCE,
    E_ROOT,
    E_VALUES,
) = range(10)

# An instance; at a message it notes when it was first tried (I_STARTED) and first held back, until
# when its gate is tried, and whether its hour was chosen. Behind stand the visits of the steps in
# loops, then two numbers a loop, then what steps keep of it.
(
    I_JOURNEY,
    I_KEY,
    I_ENTRY,
    I_BORN,
    I_TRIGGER,
    I_ENTERED,
    I_ROW,
    I_TRIGGERED,
    I_NODE,
    I_STATUS,
    I_PORT,
    I_DUE,
    I_HELD,
    I_STARTED,
    I_BEGAN,
    I_ADDED,
    I_WATCHED,
    I_REACHED,
    I_SENT,
    I_CREDITED,
    I_FROM,
    I_DEFERRED,
    I_UNTIL,
    I_CHOSEN,
    I_VISITS,
) = range(25)

ENDED, STANDING, CANDIDATE, MOVED = range(4)
# What holds an instance that stands: its wait alone, a loop's period, or, when it has caught
# something, a pause; a message is held back by quiet hours, by something else, or by its gate.
WAITS, HELD, CAUGHT, QUIET, PUT_OFF, GATED = range(6)
ARRIVED = -2
STAYS = -1

# An arm a unit is dealt to, with the exposure that followed.
(
    A_EXPERIMENT,
    A_UNIT,
    A_ARM,
    A_EXPOSED,
    A_JOURNEY,
    A_KEY,
    A_KEYED,
    A_TALLY,
    A_CONVERTED,
    ARM_ROW,
) = range(10)

# A message that was sent: when, in which instance, by which step.
SENT_TIME, SENT_INSTANCE, SENT_NODE, SENT_ROW = range(4)

# A way in by the clock: when a customer may enter by it next, at which time of its table or in
# which year, and the value that a date was read from.
WAY_DUE, WAY_NEXT, WAY_VALUE, WAY_WIDTH = range(4)

# A date that was asked for an entry, by its way in, its value and its year.
DATED_WAY, DATED_VALUE, DATED_YEAR, DATED_ROW = range(4)

# A row of the trace: size, instant, reason, journey, step, has an entry, entry, how many events
# had been handled, operands.
TOLD = 8

# The customers laid out for a program: their count, then where each part begins; arrivals at 0 are
# none, as nothing is late.
(
    D_CUSTOMERS,
    D_OFFSETS,
    D_HASHES,
    D_ATTRIBUTES,
    D_EVENTS,
    D_CHANGE_OFFSETS,
    D_CHANGES,
    D_ARRIVALS,
    D_WIDTH,
) = range(9)

# A change of an attribute: when, with which of the customer's rows (or -1), which, to what.
C_TIME, C_ROW, C_ATTRIBUTE, C_VALUE, CHANGE_ROW = range(5)
