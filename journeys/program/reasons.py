"""Every reason the engine can give, with what stands behind each number it writes down."""

from enum import IntEnum
from types import MappingProxyType


class Reason(IntEnum):
    """Why something happened or did not; the names are those of `docs/semantics.md`."""

    LEAF = 0
    REFUSED_FILTER = 1
    REFUSED_KEY_MISSING = 2
    REFUSED_MAXIMUM = 3
    REFUSED_MODE = 4
    REFUSED_ACTIVE = 5
    REFUSED_COOLDOWN = 6
    REFUSED_ALREADY = 7
    CONTEXT_UPDATED = 8
    ENTERED = 9
    UNPROMPTED = 10
    RESTARTED = 11
    WAIT_STARTED = 12
    WAIT_MOVED = 13
    WAIT_OVER = 14
    HELD = 15
    TOO_MANY_VISITS = 16
    BRANCH_TAKEN = 17
    ARM_ASSIGNED = 18
    ARM_KEPT = 19
    EXPOSED = 20
    NO_ADDRESS = 21
    NO_CONSENT = 22
    FAILED = 23
    SENT = 24
    RESPONSE = 25
    GOAL_REACHED = 26
    GOAL_KEY_MISSING = 27
    LEFT_BY_GOAL = 28
    EXITED = 29
    EXIT_KEY_MISSING = 30
    FINISHED = 31
    PATH_ENDED = 32
    WAITING = 33
    WORDS_MISSING = 34
    DATE_PAST = 35
    DATE_MISSING = 36
    STOPPED = 37
    CAUGHT = 38
    WAIT_KEY_MISSING = 39
    TIMED_OUT = 40
    PROFILE_UPDATED = 46
    JUMPED = 47
    TOO_MANY_JUMPS = 48
    ANSWERED = 49
    TOO_MANY_UPDATES = 50
    REFUSED_PAUSED = 51
    REFUSED_TOO_OLD = 52
    REFUSED_MISSED = 53
    GATE_CLOSED = 54
    GATE_WAITING = 55
    SUPPRESSED = 56
    BEST_HOUR = 57
    QUIET_DROPPED = 58
    DEFERRED = 59
    DEFERRAL_MOVED = 60
    DEFERRED_TOO_LONG = 61
    CAPPED = 62
    CONTEXT_TOO_OLD = 63
    CONTEXT_EXPIRED = 64
    CHANNEL_CHOSEN = 65

    @property
    def word(self) -> str:
        """The reason as it is written in traces and results."""
        return "missed" if self is Reason.REFUSED_MISSED else self.name.lower()

    @classmethod
    def called(cls, word: str) -> "Reason":
        """Return the reason that is written so; KeyError where there is none."""
        return cls.REFUSED_MISSED if word == "missed" else cls[word.upper()]


(
    INSTANT, NUMBER, TRUTH, PORT, ARM, CHANNEL, GOAL, EXIT, STEP, KEY, LEAF, ACTUAL, VARIABLE,
    ZONE, ROW, PAUSED,
) = (
    "instant", "number", "truth", "port", "arm", "channel", "goal", "exit", "step", "key",
    "leaf", "actual", "variable", "zone", "row", "paused",
)  # fmt: skip
ASIDE = frozenset({ZONE, ROW, PAUSED})
ATTRIBUTE, CONTENT, JOURNEY = "attribute", "content", "journey"
CAP, WHY = "cap", "why"

OPERANDS = MappingProxyType({
    Reason.LEAF: (LEAF, TRUTH, ACTUAL),
    Reason.REFUSED_FILTER: (),
    Reason.REFUSED_KEY_MISSING: (),
    Reason.REFUSED_MAXIMUM: (NUMBER,),
    Reason.REFUSED_MODE: (INSTANT,),
    Reason.REFUSED_ACTIVE: (INSTANT,),
    Reason.REFUSED_COOLDOWN: (INSTANT, INSTANT),
    Reason.REFUSED_ALREADY: (),
    Reason.CONTEXT_UPDATED: (INSTANT,),
    Reason.ENTERED: (KEY,),
    Reason.UNPROMPTED: (TRUTH, NUMBER, NUMBER, INSTANT),
    Reason.RESTARTED: (),
    Reason.WAIT_STARTED: (INSTANT, ZONE),
    Reason.WAIT_MOVED: (INSTANT, INSTANT, PAUSED),
    Reason.WAIT_OVER: (PAUSED,),
    Reason.HELD: (INSTANT,),
    Reason.TOO_MANY_VISITS: (NUMBER,),
    Reason.BRANCH_TAKEN: (PORT,),
    Reason.ARM_ASSIGNED: (ARM, NUMBER),
    Reason.ARM_KEPT: (ARM,),
    Reason.EXPOSED: (ARM,),
    Reason.NO_ADDRESS: (CHANNEL,),
    Reason.NO_CONSENT: (CHANNEL,),
    Reason.FAILED: (CHANNEL, NUMBER, NUMBER),
    Reason.SENT: (CHANNEL, TRUTH, TRUTH, NUMBER),
    Reason.RESPONSE: (NUMBER, TRUTH, NUMBER, NUMBER, INSTANT),
    Reason.GOAL_REACHED: (GOAL, STEP),
    Reason.GOAL_KEY_MISSING: (GOAL,),
    Reason.LEFT_BY_GOAL: (GOAL,),
    Reason.EXITED: (EXIT,),
    Reason.EXIT_KEY_MISSING: (EXIT,),
    Reason.FINISHED: (),
    Reason.PATH_ENDED: (PORT,),
    Reason.WAITING: (INSTANT,),
    Reason.WORDS_MISSING: (VARIABLE,),
    Reason.DATE_PAST: (INSTANT,),
    Reason.DATE_MISSING: (),
    Reason.STOPPED: (),
    Reason.CAUGHT: (PORT, INSTANT, TRUTH, ROW, PAUSED),
    Reason.WAIT_KEY_MISSING: (PORT,),
    Reason.TIMED_OUT: (PAUSED,),
    Reason.PROFILE_UPDATED: (ATTRIBUTE, CONTENT),
    Reason.JUMPED: (JOURNEY,),
    Reason.TOO_MANY_JUMPS: (),
    Reason.ANSWERED: (PORT, NUMBER),
    Reason.TOO_MANY_UPDATES: (),
    Reason.REFUSED_PAUSED: (INSTANT,),
    Reason.REFUSED_TOO_OLD: (NUMBER,),
    Reason.REFUSED_MISSED: (INSTANT,),
    Reason.GATE_CLOSED: (),
    Reason.GATE_WAITING: (INSTANT,),
    Reason.SUPPRESSED: (CHANNEL,),
    Reason.BEST_HOUR: (NUMBER, INSTANT),
    Reason.QUIET_DROPPED: (PORT,),
    Reason.DEFERRED: (INSTANT, CAP, NUMBER, JOURNEY, INSTANT),
    Reason.DEFERRAL_MOVED: (INSTANT, INSTANT),
    Reason.DEFERRED_TOO_LONG: (INSTANT, CAP),
    Reason.CAPPED: (PORT, CAP, NUMBER, JOURNEY, INSTANT),
    Reason.CONTEXT_TOO_OLD: (VARIABLE, NUMBER),
    Reason.CONTEXT_EXPIRED: (VARIABLE, NUMBER),
    Reason.CHANNEL_CHOSEN: (PORT, WHY),
})  # fmt: skip
