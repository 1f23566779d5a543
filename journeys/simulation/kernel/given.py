"""What a customer has given: consent, an address, and the like (R37)."""

from journeys.program.operations import KIND_TEXT, KIND_TRUTH, R_EMPTY, R_KINDS
from journeys.program.vocabulary import MISSING, UNKNOWN
from journeys.simulation.jit import jit
from journeys.simulation.kernel.places import H_ATTRIBUTES


@jit
def is_given(p: list[int], s: list[int], attribute: int) -> int:
    """Say whether a consent or address is given: 1 yes, 0 no, -1 unknown (R37)."""
    if attribute < 0:
        return -1
    value = s[s[H_ATTRIBUTES] + attribute]
    if value == UNKNOWN:
        return -1
    if value == MISSING:
        return 0
    kind = p[p[R_KINDS] + attribute]
    if kind == KIND_TRUTH:
        return 1 if value else 0
    if kind == KIND_TEXT:
        return 1 if value != p[R_EMPTY] else 0
    return 1
