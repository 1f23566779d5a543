"""Numbers and shares are said in a way that can be trusted."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from widgets.results import words


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=9))
def test_rounded_shares_of_one_whole_add_up_and_are_off_by_less_than_a_step(
    parts: list[int],
) -> None:
    whole = sum(parts)
    found = words.shares(parts, whole)
    if not whole:
        assert set(found) == {words.DASH}
        return
    rounded = [Decimal("0" if each == "<0.1%" else each.removesuffix("%")) for each in found]
    assert sum(rounded) == 100
    step = Decimal("0.1") if any("." in each for each in found) else Decimal(1)
    for part, each in zip(parts, rounded, strict=True):
        assert abs(each - Decimal(100 * part) / whole) < step
