"""Which customers are asked for: those at a step, on one way out of it, or with one reason."""

from dataclasses import dataclass

from journeys.program.reasons import Reason

MARK = ":"
LEFT = "left"
NOT_LET_IN = "not_let_in"

TOGETHER = {
    LEFT: frozenset(
        {
            Reason.LEFT_BY_GOAL,
            Reason.EXITED,
            Reason.RESTARTED,
            Reason.TOO_MANY_VISITS,
            Reason.STOPPED,
            Reason.TOO_MANY_JUMPS,
            Reason.TOO_MANY_UPDATES,
        }
    ),
    NOT_LET_IN: frozenset(reason for reason in Reason if reason.name.startswith("REFUSED_")),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Where to look: at these steps (none is any), for a port, or for reasons and their rule."""

    steps: tuple[str, ...]
    port: str = ""
    reasons: frozenset[Reason] = frozenset()
    rule: str = ""


def because(reason: Reason | str, rule: str = "") -> str:
    """Return what stands in the place of a port when a reason is asked for.

    A reason may be several at once: LEFT for every rule, NOT_LET_IN for every refusal.
    """
    word = reason if isinstance(reason, str) else reason.name.lower()
    return f"{MARK}{word}{MARK}{rule}" if rule else f"{MARK}{word}"


def asked(step: str, out: str | None = None) -> Asked:
    """Return what is asked for; `out` is a port's id, what `because` returns, or nothing.

    `step` may name several steps, with a space between them.
    """
    steps = tuple(step.split())
    if not out:
        return Asked(steps)
    if not out.startswith(MARK):
        return Asked(steps, port=out)
    word, _, rule = out[1:].partition(MARK)
    reasons = TOGETHER.get(word) or frozenset({Reason.called(word)})
    return Asked(steps, reasons=reasons, rule=rule)
