"""Worlds in which for a while nothing runs: engine, whole and cut, and oracle are one (R228)."""

import pytest

from journeys.nodes.segment_trigger import SegmentTrigger
from tests.oracle.sleeping import sleeping_world
from tests.proofs import long_run
from tests.simulation.comparing import World, built, cut_anywhere, expected, plain, stories

WORLDS = 3_000 if long_run("slept") else 20
SEEN = {"missed"} if long_run("slept") else set()


def is_left_out(world: World) -> bool:
    """Return whether customers may start by a segment, which a sleep does not get right yet.

    Time changes it in the sleep, and an event it is not about was due before: it is asked then.
    """
    nodes = (node for drawing in world[0] for node in drawing.nodes)
    return any(isinstance(node, SegmentTrigger) for node in nodes)


@pytest.mark.long("slept")
def test_r228_worlds_that_slept_meet_one_fate() -> None:
    """R16, R27, R227, R228: every decision, in both forms, cut at random instants and not."""
    shown: set[str] = set()
    for seed in range(WORLDS):
        world = sleeping_world(seed)
        if is_left_out(world):
            continue
        told = expected(world)
        program, dataset = built(world)
        assert stories(program, dataset, plain(program, dataset)) == told, f"seed {seed}, plain"
        cut_anywhere(world, told, seed)
        shown |= {row[4] for rows in told.values() for row in rows}
    assert {"refused_too_old", "caught", *SEEN} <= shown
