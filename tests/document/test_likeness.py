"""How near two names are."""

import pytest

from journeys.likeness import apart, is_near


@pytest.mark.parametrize(
    ("name", "other", "letters"),
    [
        ("", "", 0),
        ("tier", "tier", 0),
        ("tier", "", 4),
        ("tier", "tire", 1),
        ("tier", "tie", 1),
        ("tier", "tiers", 1),
        ("tier", "tyer", 1),
        ("tier", "title", 3),
        ("ca", "abc", 3),
        ("firstname", "first_name", 1),
        ("fist_nmae", "first_name", 2),
    ],
)
def test_letters_are_written_left_out_changed_and_swapped(
    name: str, other: str, letters: int
) -> None:
    assert apart(name, other) == apart(other, name) == letters


def test_a_letter_in_four_may_differ_and_one_more() -> None:
    assert is_near("tier", "tire")
    assert is_near("tier", "tear")
    assert is_near("a", "b")
    assert is_near("fist_nmae", "first_name")
    assert not is_near("tier", "title")
    assert not is_near("tier", "membership_tier")
    assert not is_near("colour", "price")
