"""What rules of sending decided about a message, as sentences (R301 to R306)."""

from journeys.conditions.sentences import sentence
from journeys.content.sending import OTHER_CHANNEL, Sending
from journeys.durations import Duration
from journeys.program.reasons import Reason
from journeys.program.telling import Telling
from journeys.spoken import spoken


def said(message: Sending, telling: Telling) -> str | None:  # noqa: PLR0911 a line a reason
    """Return a decision of the rules of sending in words; None where it is none of them."""
    operands, clock = telling.operands, telling.clock
    match telling.reason:
        case Reason.LEAF:
            return f"{telling.asked}: {'yes' if operands[1] is True else 'no'}."
        case Reason.GATE_CLOSED:
            return f"Not sent: it is only for those of whom this is so: {_gate(message, telling)}."
        case Reason.GATE_WAITING:
            return f"Waits until {clock} at most for this to be so: {_gate(message, telling)}."
        case Reason.SUPPRESSED:
            return "Not sent: nothing is sent to this customer at all."
        case Reason.BEST_HOUR:
            return f"The best hour is {operands[0]}:00: it is to be sent at {clock}."
        case Reason.QUIET_DROPPED:
            return f"{_not_sent(operands[0])}: these are quiet hours."
        case Reason.DEFERRED:
            why = "by quiet hours" if operands[1] is None else f"by {_limit(telling)}"
            return f"Held back until {clock} {why}."
        case Reason.DEFERRAL_MOVED:
            return f"The customer\u2019s zone changed: held back until {clock}."
        case Reason.CAPPED:
            return f"{_not_sent(operands[0])} because of {_limit(telling)}."
        case _:
            return _too_late(telling)


def _too_late(telling: Telling) -> str | None:
    first = telling.operands[0] if telling.operands else None
    match telling.reason:
        case Reason.DEFERRED_TOO_LONG if first is None:
            return "Not sent: there is no time at which it could be sent."
        case Reason.DEFERRED_TOO_LONG:
            return f"Not sent: it would be held back until {telling.clock}, more than 3 days."
        case Reason.CONTEXT_TOO_OLD:
            return f"Not sent: `{first}` is {_age(telling)} old, and that is too old."
        case Reason.CONTEXT_EXPIRED:
            return f"`{first}` is {_age(telling)} old: the message says nothing of it."
        case _:
            return None


def _gate(message: Sending, telling: Telling) -> str:
    return sentence(message.gate, telling.names) if message.gate is not None else "always"


def _not_sent(port: object) -> str:
    return "Goes another way" if port == OTHER_CHANNEL else "Not sent"


def _limit(telling: Telling) -> str:
    _, cap, count, journey, _ = telling.operands
    many = "1 message" if count == 1 else f"{count} messages"
    newest = "" if journey is None else f", the newest by {telling.names.journey(str(journey))}"
    return f"the limit '{spoken(str(cap))}', which counts {many}{newest}"


def _age(telling: Telling) -> str:
    return Duration.of(int(telling.operands[1] or 0)).words
