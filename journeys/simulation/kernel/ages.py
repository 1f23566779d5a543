"""What a message says that is too old: it is not sent, or goes out without that (R305)."""

from journeys.program.dispatch import (
    AGE_HIDES,
    AGE_KEPT,
    AGE_MOST,
    AGE_VARIABLE,
    AGE_WIDTH,
    O_AGES,
    TS_CONTEXT_EXPIRED,
    TS_CONTEXT_TOO_OLD,
)
from journeys.program.operations import (
    NOWHERE,
)
from journeys.program.reasons import Reason
from journeys.simulation.jit import jit
from journeys.simulation.kernel.holding import BY_NOT_SENT, PASSES
from journeys.simulation.kernel.instances import node_at
from journeys.simulation.kernel.places import H_NOW, I_JOURNEY, I_NODE, I_ROW, S_TIME
from journeys.simulation.kernel.records import count_of_message, tell
from journeys.simulation.kernel.rows import row_at
from journeys.simulation.kernel.words import need_is_met

CONTEXT_TOO_OLD = int(Reason.CONTEXT_TOO_OLD)
CONTEXT_EXPIRED = int(Reason.CONTEXT_EXPIRED)


@jit
def age_of(p: list[int], s: list[int], instance: int, age: int) -> int:
    """Return how old a fact is, in seconds, or -1 where there is none."""
    kept = p[age + AGE_KEPT]
    number = s[instance + kept] - 1 if kept else s[instance + I_ROW]
    return s[H_NOW] - s[row_at(p, s, number) + S_TIME] if number >= 0 else -1


@jit
def pass_ages(p: list[int], s: list[int], instance: int, rules: int) -> int:
    """Ask the ages in order; return PASSES, or the port where something is too old to send."""
    ages, place, journey = p[rules + O_AGES], s[instance + I_NODE], s[instance + I_JOURNEY]
    for at in range(p[ages] if ages else 0):
        age = ages + 1 + at * AGE_WIDTH
        old, variable = age_of(p, s, instance, age), p[age + AGE_VARIABLE]
        if old <= p[age + AGE_MOST]:
            continue
        if p[age + AGE_HIDES] == 0:
            count_of_message(p, s, node_at(p, place), TS_CONTEXT_TOO_OLD)
            tell(s, CONTEXT_TOO_OLD, journey, instance, place, 2, variable, old)
            return BY_NOT_SENT
        count_of_message(p, s, node_at(p, place), TS_CONTEXT_EXPIRED)
        tell(s, CONTEXT_EXPIRED, journey, instance, place, 2, variable, old)
    return PASSES


@jit
def is_hidden(p: list[int], s: list[int], instance: int, ages: int, variable: int) -> bool:
    """Say whether a variable is too old, and so missing for the message."""
    for at in range(p[ages]):
        age = ages + 1 + at * AGE_WIDTH
        hides = p[age + AGE_HIDES]
        if hides == 0 or age_of(p, s, instance, age) <= p[age + AGE_MOST]:
            continue
        for which in range(p[hides]):
            if p[hides + 1 + which] == variable:
                return True
    return False


@jit
def first_lacking(p: list[int], s: list[int], instance: int, needs: int, ages: int) -> int:
    """Return the first variable that words need and that is missing or too old, or -1."""
    for need in range(p[needs]):
        variable = p[needs + 1 + 2 * need]
        if (ages and is_hidden(p, s, instance, ages, variable)) or not need_is_met(
            p, s, instance, p[needs + 2 + 2 * need]
        ):
            return variable
    return NOWHERE
