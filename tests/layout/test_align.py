"""Things in line and evenly spread: by numbers that were worked out by hand."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeys.layout.align import Box, How, aligned

WIDE, NARROW, HIGH = (
    (0.0, 0.0, 252.0, 68.0),
    (300.0, 120.0, 100.0, 40.0),
    (90.0, 300.0, 252.0, 101.0),
)
THREE = {"wide": WIDE, "narrow": NARROW, "high": HIGH}


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ("left", {"wide": (0, 0), "narrow": (-300, 0), "high": (-90, 0)}),
        ("centre", {"wide": (74, 0), "narrow": (-150, 0), "high": (-16, 0)}),
        ("right", {"wide": (148, 0), "narrow": (0, 0), "high": (58, 0)}),
        ("top", {"wide": (0, 0), "narrow": (0, -120), "high": (0, -300)}),
        ("bottom", {"wide": (0, 333), "narrow": (0, 241), "high": (0, 0)}),
        ("down", {"wide": (0, 0), "narrow": (0, 44), "high": (0, 0)}),
    ],
)
def test_things_go_where_the_hand_would_put_them(
    how: How, expected: dict[str, tuple[int, int]]
) -> None:
    assert aligned(THREE, how) == expected


boxes = st.dictionaries(
    st.text(max_size=3),
    st.tuples(*[st.integers(-9_000, 9_000)] * 2, *[st.integers(1, 900)] * 2),
    max_size=8,
)


@given(boxes, st.sampled_from(["left", "centre", "right", "top", "middle", "bottom"]))
def test_what_is_in_line_stays_there(found: dict[str, Box], how: How) -> None:
    moved = put(found, aligned(found, how))
    axis = 0 if how in {"left", "centre", "right"} else 1
    share = {"left": 0, "top": 0, "right": 1, "bottom": 1}.get(how, 0.5)
    lines = [box[axis] + share * box[axis + 2] for box in moved.values()]
    assert max(lines, default=0) - min(lines, default=0) <= 1
    assert all(box[1 - axis] == found[name][1 - axis] for name, box in moved.items())


@given(boxes, st.sampled_from(["across", "down"]))
def test_what_is_spread_has_the_same_room_between_and_keeps_its_ends(
    found: dict[str, Box], how: How
) -> None:
    moved = put(found, aligned(found, how))
    axis = 0 if how == "across" else 1
    ordered = sorted(found, key=lambda name: found[name][axis] + found[name][axis + 2] / 2)
    rooms = [
        moved[after][axis] - moved[before][axis] - moved[before][axis + 2]
        for before, after in pairwise(ordered)
    ]
    assert max(rooms, default=0) - min(rooms, default=0) <= 1
    if ordered:
        assert moved[ordered[0]] == found[ordered[0]]
        assert moved[ordered[-1]] == found[ordered[-1]]


def put(found: dict[str, Box], shifts: dict[str, tuple[int, int]]) -> dict[str, Box]:
    return {
        name: (box[0] + shifts[name][0], box[1] + shifts[name][1], box[2], box[3])
        for name, box in found.items()
    }
