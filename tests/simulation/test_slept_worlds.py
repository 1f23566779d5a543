"""Worlds in which for a while nothing runs, journeys paused: all tell the same (R226, R228)."""

import pytest

from tests.oracle.sleeping import sleeping_world
from tests.proofs import long_run
from tests.simulation.comparing import built, cut_anywhere, expected, plain, stories

WORLDS = 3_000 if long_run("slept") else 20
SEEN = {"missed"} if long_run("slept") else set()


@pytest.mark.long("slept")
def test_r228_worlds_that_slept_meet_one_fate() -> None:
    """R16, R27, R226 to R228: every decision, in both forms, cut at random instants and not."""
    shown: set[str] = set()
    for seed in range(WORLDS):
        world = sleeping_world(seed)
        told = expected(world)
        program, dataset = built(world)
        assert stories(program, dataset, plain(program, dataset)) == told, f"seed {seed}, plain"
        cut_anywhere(world, told, seed)
        shown |= {row[4] for rows in told.values() for row in rows}
    assert {"refused_too_old", "refused_paused", "caught", *SEEN} <= shown
