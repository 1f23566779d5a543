"""What the cart of an entry holds and is worth, exactly, in integers (R150, R208)."""

from journeys.program.operations import NOWHERE, W_A, W_B, W_C, W_D, W_ITEMS, W_ONE, W_SOURCE
from journeys.program.vocabulary import MISSING, UNKNOWN
from journeys.simulation.jit import jit
from journeys.simulation.kernel.words import property_of

HALF = 22
LOW = (1 << HALF) - 1
# Beyond 2^62 in units of both scales a worth is not kept.
FARTHEST = 1 << 18


@jit
def number_of(p: list[int], s: list[int], number: int, slot: int, otherwise: int) -> int:
    """Return a number that a row has, or another where it has none."""
    if slot == NOWHERE:
        return otherwise
    value = property_of(p, s, number, slot)
    return otherwise if value in (MISSING, UNKNOWN) else value


@jit
def cart(p: list[int], s: list[int], entry: int, look: int) -> int:
    """Return how many things the cart holds, or what it is worth; without a cart MISSING."""
    slot, product = p[look + W_B], p[look + W_D]
    own = property_of(p, s, entry, slot)
    if own in (MISSING, UNKNOWN):
        return MISSING
    items, high, middle, low = 0, 0, 0, 0
    if product != NOWHERE:
        for number in range(entry + 1):
            if property_of(p, s, number, slot) != own:
                continue
            if property_of(p, s, number, product) in (MISSING, UNKNOWN):
                continue
            count = number_of(p, s, number, p[look + W_A], p[look + W_ONE])
            price = number_of(p, s, number, p[look + W_C], 0)
            items += count
            high += (count >> HALF) * (price >> HALF)
            middle += (count >> HALF) * (price & LOW) + (count & LOW) * (price >> HALF)
            low += (count & LOW) * (price & LOW)
    if p[look + W_SOURCE] == W_ITEMS:
        one = p[look + W_ONE]
        return items // one if items >= 0 else -(-items // one)
    middle += low >> HALF
    high += middle >> HALF
    is_farthest = high == FARTHEST and middle & LOW == 0 and low & LOW == 0
    if not -FARTHEST <= high < FARTHEST and not is_farthest:
        return MISSING
    return (high << (2 * HALF)) + ((middle & LOW) << HALF) + (low & LOW)
