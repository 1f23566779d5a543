"""Where each number stands that says when a message may be sent, and what is counted of it."""

# What only messages count, behind their ports; from TS_GATE_CLOSED on those with rules of sending.
(
    TS_NO_ADDRESS,
    TS_NO_CONSENT,
    TS_OPENED,
    TS_CLICKED,
    TS_UNSUBSCRIBED,
    TS_GOAL,
    TS_CREDITED,
    TS_WORDS_MISSING,
    TS_GATE_CLOSED,
    TS_GATE_WAITING,
    TS_SUPPRESSED,
    TS_BEST_HOUR,
    TS_QUIET_DROPPED,
    TS_DEFERRED,
    TS_DEFERRAL_MOVED,
    TS_DEFERRED_TOO_LONG,
    TS_CAPPED,
    TS_CONTEXT_TOO_OLD,
    TS_CONTEXT_EXPIRED,
) = range(19)

# Rules of sending of a message in the pool (R301): its gate (ALWAYS: none), what changes in that
# with time, for how many seconds it is tried (NOWHERE: once), the attribute that suppresses, the
# hours, what then, the caps, what then, its category and whether it is transactional, the ages, and
# the opens that tell the best hour. A table that is not there is 0; of what is done 0 is to defer,
# else it is the port to leave by.
(
    O_GATE,
    O_CHANGES,
    O_TRY,
    O_SUPPRESSED,
    O_HOURS,
    O_WHEN_QUIET,
    O_CAPS,
    O_WHEN_CAPPED,
    O_CATEGORY,
    O_FREE,
    O_AGES,
    O_OPENS,
    RULES_WIDTH,
) = range(13)
DEFERS = 0
# Hours of the day (counted): those in which it is quiet, or (1) in which alone it is not.
HOURS_WINDOW, HOURS_START, HOURS_END, HOURS_DAYS, HOURS_WIDTH = range(5)
# Caps (counted): the number among those of the run, channel and category (NOWHERE: all), how many
# in how many seconds.
CAP_NUMBER, CAP_CHANNEL, CAP_CATEGORY, CAP_COUNT, CAP_WITHIN, CAP_WIDTH = range(6)
# Ages (counted): the number of the variable, where its event is kept (0: the entry event), how old
# it may be, and the counted list of the variables that are missing then; 0 where nothing is sent.
AGE_VARIABLE, AGE_KEPT, AGE_MOST, AGE_HIDES, AGE_WIDTH = range(5)

CHANNEL_EMAIL, CHANNEL_SMS, CHANNEL_PUSH, CHANNEL_IN_APP = range(4)
# The choice of a channel in the pool (R307): how many, the attribute that suppresses, the one that
# says what the customer prefers, and which texts of it mean which port (pairs), then the channels:
# consent and address, events that tell of opens and of messages, the rate of all, the channel.
B_COUNT, B_SUPPRESSED, B_PREFERRED, B_PORTS, B_FIRST = range(5)
(
    BY_CONSENT,
    BY_ADDRESS,
    BY_OPENED,
    BY_DELIVERED,
    BY_RATE,
    BY_CHANNEL,
    BY_WIDTH,
) = range(7)
WHY_NONE, WHY_PREFERRED, WHY_RATE, WHY_ORDER = range(4)
