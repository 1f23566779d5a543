"""Worlds with rules of sending: engine, whole and cut, and oracle are one (R300 to R309)."""

import pytest

from tests.oracle.sendings import sending_world
from tests.proofs import long_run
from tests.simulation.comparing import built, cut_anywhere, expected, plain, stories

IN_FULL = long_run("sending")
WORLDS = 3_000 if IN_FULL else 24
OFTEN = {"gate_waiting", "gate_closed", "quiet_dropped", "deferred"}
SELDOM = {
    *("suppressed", "best_hour", "deferral_moved", "deferred_too_long", "capped"),
    *("context_too_old", "context_expired", "channel_chosen"),
}
SEEN = OFTEN | SELDOM if IN_FULL else OFTEN


@pytest.mark.long("sending")
def test_r300_worlds_with_rules_of_sending_meet_one_fate() -> None:
    """R40 to R45, R300 to R308: every decision, in both forms, cut at random instants and not."""
    shown: set[str] = set()
    for seed in range(WORLDS):
        world = sending_world(seed)
        told = expected(world)
        program, dataset = built(world)
        assert stories(program, dataset, plain(program, dataset)) == told, f"seed {seed}, plain"
        cut_anywhere(world, told, seed)
        shown |= {row[4] for rows in told.values() for row in rows}
    assert shown >= SEEN, SEEN - shown
