"""Why a message is not sent, by each of its checks, in words (R40, R301)."""

from collections.abc import Mapping

from journeys.program.reasons import Reason

HELD_BACK: Mapping[Reason, str] = {
    Reason.GATE_CLOSED: "Its condition did not hold",
    Reason.SUPPRESSED: "Nothing is sent to them at all",
    Reason.QUIET_DROPPED: "In quiet hours",
    Reason.CAPPED: "Limit of messages reached",
    Reason.DEFERRED_TOO_LONG: "Held back for too long",
    Reason.CONTEXT_TOO_OLD: "Too old by then",
}
"""What rules of sending stop, in a few words."""

UNSENT = frozenset({
    *(Reason.NO_ADDRESS, Reason.NO_CONSENT, Reason.WORDS_MISSING, Reason.FAILED, *HELD_BACK),
})  # fmt: skip
"""All decisions by which a message is not sent."""
