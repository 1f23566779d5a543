"""The fixed set of integer operations a journey is made of, and where each number stands.

Plain integers, because machine code is made from them: columns of the tables of a program
(`N_` nodes, `L_` leaves, `J_` journeys, `R_` the run) and the codes that stand in them.
"""

# One row a step: what it does, where it belongs, where its ways out lead.
N_OP, N_JOURNEY, N_HASH, N_RANK, N_LOOP, N_TALLY, N_PORTS, N_LOCAL, N_ID = range(9)
N_A, N_B, N_C, N_D, N_E, N_NOTES, N_RULES = range(9, 16)
NODE_WIDTH = 16

(
    OP_TRIGGER,
    OP_WAIT,
    OP_BRANCH,
    OP_SPLIT,
    OP_SEND,
    OP_FINISH,
    OP_WAIT_TIME,
    OP_WAIT_DATE,
    OP_WAIT_EVENT,
    OP_UPDATE,
    OP_SCHEDULE,
    OP_JUMP,
    OP_ASK,
    OP_DATE,
    OP_SEGMENT,
    OP_CHANNEL,
) = range(16)

# What is counted at every step, then its ports, then what only its kind counts.
T_REACHED, T_WAITING, T_LEFT, T_PORTS = range(4)

# One row a comparison: where the value comes from, how it is tested, where to go on.
L_SOURCE, L_A, L_WINDOW, L_FILTER, L_OF, L_SCALE, L_RUNNING = range(7)
L_TEST, L_X, L_Y, L_NUMBER, L_YES, L_NO = range(7, 13)
LEAF_WIDTH = 13

(
    FROM_PROPERTY,
    FROM_ENTRY,
    FROM_ATTRIBUTE,
    FROM_COUNT,
    FROM_SUM,
    FROM_LAST,
    FROM_AVERAGE,
    FROM_MINIMUM,
    FROM_MAXIMUM,
    FROM_DISTINCT,
    FROM_FIRST,
    FROM_SEQUENCE,
    FROM_SAMPLE,
    FROM_ARM,
    FROM_CONTEXT,
    FROM_MESSAGE,
    FROM_LIST,
    FROM_SEGMENT,
) = range(18)

(
    TEST_EQUAL,
    TEST_DIFFERS,
    TEST_AT_MOST,
    TEST_AT_LEAST,
    TEST_TEXT,
    TEST_ONE_OF,
    TEST_NONE_OF,
    TEST_MISSING,
    TEST_PRESENT,
    TEST_WITHIN,
    TEST_LONGER_AGO,
    TEST_NEVER,
    TEST_LESS,
    TEST_GREATER,
) = range(14)

# An average is held against whole units (x) and billionths of one (y).
BILLION = 1_000_000_000
AVERAGE_SCALE = 4

# A sequence in the pool: what comes then, how soon, with the same of what, or just not.
Q_TYPE, Q_FILTER, Q_GAP, Q_SAME, Q_BUT_NOT, SEQUENCE_WIDTH = range(6)

# What became of a message, in the pool: where the instance notes it, its step,
# what is asked, and the event that answers.
Y_NOTES, Y_NODE, Y_DID, Y_ANSWER, ENGAGEMENT_WIDTH = range(5)
DID_SENT, DID_OPENED, DID_CLICKED = range(3)
# What an instance notes of a message it was asked about: rows made up and seen by then, when.
NOTED_MADE, NOTED_SEEN, NOTED_TIME, NOTES_WIDTH = range(4)

# Segments lie in each other this deep at most (R209).
DEEPEST_SEGMENTS = 16

# One row a look-up of what words need: where, up to four numbers, where to go on, how many jumps
# back (R222).
W_SOURCE, W_A, W_B, W_C, W_D, W_YES, W_NO, W_DEPTH = range(8)
WORD_WIDTH = 8

W_ATTRIBUTE, W_ENTRY, W_SESSION, W_TRAIL, W_LINE, W_DEALT, W_CAUGHT = range(7)
# What only conditions ask of a context; `W_ONE` is the quantity 1 in units of its column.
W_STARTED, W_DURATION, W_PAGES, W_ITEMS, W_WORTH = range(7, 12)
W_ONE = W_YES

# How long a pause ends a session, in seconds (R149), and how many events a trail holds (R151).
SESSION_GAP = 30 * 60
LONGEST_TRAIL = 10

YES = -1
NO = -2
NOWHERE = -1
ALWAYS = -1
SINCE_ENTRY = -2

# One row a journey, in the order (priority descending, id).
(
    J_RANK,
    J_KEY,
    J_MODE,
    J_WHEN_ACTIVE,
    J_COOLDOWN,
    J_MAXIMUM,
    J_TRIGGERS,
    J_GOALS,
    J_EXITS,
    J_ASKED_EXITS,
    J_VISITS,
    J_PERIOD,
    J_LOOPED,
    J_EXPERIMENTS,
    J_UNPROMPTED,
    J_UNPROMPTED_DELAY,
    J_CARRIES,
    J_GOAL_TYPE,
    J_TALLY,
    J_ID,
    J_LEVEL,
) = range(21)
JOURNEY_WIDTH = 21

MODE_ONCE, MODE_AFTER_EXIT, MODE_EVERY = range(3)
ACTIVE_IGNORE, ACTIVE_RESTART, ACTIVE_UPDATE = range(3)

# One goal or exit rule in the pool.
(
    G_TYPE,
    G_FILTER,
    G_KEYED,
    G_WINDOW,
    G_ENDS,
    G_TALLY,
) = range(6)
GOAL_WIDTH = 6
X_TYPE, X_FILTER, X_KEYED, X_TALLY, X_CHANGES = range(5)
EXIT_WIDTH = 5

# A wait until a time of day in the pool: seconds of the day, its end or -1, a bit for each day from
# Monday.
V_TIME, V_UNTIL, V_DAYS = range(3)

# A wait until a date in the pool: a shift (months, days, seconds; forth 1 or back -1), where the
# date is read, which texts are dates (pairs, or -1), and the ports for no such date (-1: leave).
(
    U_MONTHS,
    U_DAYS,
    U_SECONDS,
    U_SIGN,
    U_SOURCE,
    U_A,
    U_TEXTS,
    U_PAST,
    U_MISSING,
    U_YEARLY,
    U_WRITTEN,
    DATE_WIDTH,
) = range(12)
DATE_FIXED, DATE_ATTRIBUTE, DATE_ENTRY = range(3)

# A branch of a wait for events in the pool: the event's type (-1: a condition), the filter or
# condition, whether keys must agree, where the row is kept (0: nowhere), what changes with time.
B_TYPE, B_CHAIN, B_KEYED, B_KEPT, B_CHANGES = range(5)
CATCH_WIDTH = 5
LOOKS_NOT, LOOKS_SINCE_TRIGGER, LOOKS_SINCE_ENTRY, LOOKS_WINDOW = range(4)

# The split in the pool: experiment, unit kind, salt, its table of key hashes, arms.
S_EXPERIMENT, S_UNIT, S_SALT, S_HASHES, S_FALLBACK, S_DEALT, S_ARMS, S_FIRST = range(8)
UNIT_CUSTOMER, UNIT_KEY, UNIT_HOUSEHOLD = range(3)
ARM_UPTO, ARM_HASH, ARM_TALLY = range(3)
ARM_WIDTH = 3

# A message in the pool: failure, relevance, types, delays, then four responses.
(
    M_FAILED,
    M_RELEVANCE,
    M_OPENED_TYPE,
    M_CLICKED_TYPE,
    M_UNSUBSCRIBED_TYPE,
    M_OPEN_DELAY,
    M_CLICK_DELAY,
    M_GOAL_DELAY,
    M_RESPONSES,
) = range(9)
RESPONSE_BASE, RESPONSE_HOURS, RESPONSE_FATIGUE, RESPONSE_AGES = 0, 1, 25, 29

# A change of the profile in the pool: what is done, to which attribute, with what.
K_DO, K_SLOT, K_X, K_FACTOR = range(4)
UPDATE_WIDTH = 4
UPDATE_SET, UPDATE_ENTRY, UPDATE_ATTRIBUTE, UPDATE_ADD, UPDATE_NOW, UPDATE_STAY = range(6)
LARGEST = 2**43

# What another system may answer, in the pool: how many ways, which is likeliest, the register the
# answer is kept in (0: none), the number of the first among all answers, then shares, cumulated.
ASK_ANSWERS, ASK_LIKELIEST, ASK_KEPT, ASK_FIRST, ASK_SHARES = range(5)

# How often customers go on in another journey at one instant (R18), and steps update the profile
# (R223).
MOST_JUMPS, MOST_UPDATES = 20, 1_000

# The run as a whole: the first numbers of a program.
(
    R_SEED,
    R_START,
    R_END,
    R_MODE,
    R_NODES,
    R_LEAVES,
    R_JOURNEYS,
    R_JOURNEY_COUNT,
    R_NARROW,
    R_ATTRIBUTES,
    R_READ_ATTRIBUTES,
    R_KINDS,
    R_TYPES,
    R_EMPTY,
    R_CONSENTS,
    R_ZONES,
    R_ZONE,
    R_ZONE_ATTRIBUTE,
    R_ZONE_CODES,
    R_RULE_ATTRIBUTE,
    R_RULE_CODES,
    R_HOUSEHOLD,
    R_USED,
    R_ROW,
    R_INSTANCE,
    R_GENERATED,
    R_CALENDAR,
    R_ASKED_EXITS,
    R_ASKED_WAITS,
    R_RECHECKED,
    R_COUNTED,
    R_TIMED,
    R_NAMELESS,
    R_SNAPSHOT,
    R_DISTINGUISHES,
    R_DATED,
    R_SEGMENTED,
    R_RUNNING,
    R_SPANNED,
    R_PAUSES,
    R_SLEEPS,
    R_MAXIMUM_AGE,
    R_AGES,
) = range(43)
RUN_WIDTH = 43

# The pauses of a run in the pool, counted, in the order of their ends; without any R_PAUSES is 0.
PAUSE_JOURNEY, PAUSE_FROM, PAUSE_TO, PAUSE_EXTENDS, PAUSE_WIDTH = range(5)
# The spans in which nothing ran, in the pool: counted pairs of from and to; R_SLEEPS is 0 for none.

RUN_BACKTEST, RUN_MIXED, RUN_GENERATED = range(3)

# What an attribute holds, as far as consent and address are concerned.
KIND_TRUTH, KIND_TEXT, KIND_OTHER = range(3)

# What the run does with an event of a type (bits); the channel it unsubscribes from, plus one.
STARTS, ENGAGES, REACHES, TAKES_OUT, COUNTED, REACTS, VIEWS, AWAITED = 1, 2, 4, 8, 64, 128, 256, 512
OPENS = 1_024
UNSUBSCRIBES_SHIFT = 11

# What is counted for a journey as a whole.
(
    TJ_ENTRIES,
    TJ_FINISHED,
    TJ_PATH_ENDED,
    TJ_RESTARTED,
    TJ_TOO_MANY,
    TJ_WAITING,
    TJ_UPDATED,
    TJ_STOPPED,
    TJ_JUMPED,
    TJ_TOO_MANY_JUMPS,
    TJ_TOO_MANY_UPDATES,
    TJ_PUT_OFF,
    TJ_WIDTH,
) = range(13)
TG_WATCHED, TG_REACHED, TG_CENSORED, TG_REACHED_CENSORED, TG_UNMESSAGED, TG_LEFT, TG_WIDTH = range(
    7
)
TA_EXPOSED, TA_CONVERTED, TA_CENSORED, TA_CONVERTED_CENSORED, TA_WIDTH = range(5)
