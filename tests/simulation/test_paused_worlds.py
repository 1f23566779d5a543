"""Worlds in which journeys are paused: engine, whole and cut, and oracle are one (R49, R226)."""

from dataclasses import replace
from random import Random

import pytest

from journeys.program.reasons import Reason
from journeys.simulation.dataset import Dataset
from journeys.simulation.program import Program
from journeys.simulation.settings import Pause, Policy
from journeys.simulation.trace import trace
from tests.oracle.everything import everything_world
from tests.oracle.lateness import late_world
from tests.oracle.moving import moving_world
from tests.oracle.patience import patient_world
from tests.proofs import long_run
from tests.simulation.comparing import (
    World,
    built,
    counted,
    cut_anywhere,
    expected,
    plain,
    stories,
)

HOUR, DAY = 3_600, 86_400
WORLDS = 3_000 if long_run("paused") else 20
SPANS = (1, 60, HOUR, 2 * HOUR, 10 * HOUR, DAY, 3 * DAY, 10 * DAY)
MAKERS = (patient_world, moving_world, late_world, everything_world)


def paused_world(seed: int) -> World:
    """Return a world of another kind, with pauses that begin and end as things happen, or not."""
    chance = Random(f"paused {seed}")
    journeys, population, settings = made = chance.choice(MAKERS)(seed)
    program, _ = built(made)
    times = [row.time for row in population.events] or [program.start]
    found: list[Pause] = []
    for journey in journeys:
        for _ in range(chance.randint(0, 3)):
            near = chance.choice(times) + chance.choice((0, HOUR, DAY))
            start = chance.choice((near, chance.randint(program.start - HOUR, program.end + HOUR)))
            end = chance.choice((chance.choice(times), start + chance.choice(SPANS)))
            mine = [each for each in found if each.journey == journey.id]
            if start < end and all(end < each.start or each.end < start for each in mine):
                found.append(Pause(journey.id, start, end, chance.choice(list(Policy))))
    return journeys, population, replace(settings, pauses=tuple(found))


@pytest.mark.long("paused")
def test_r226_paused_worlds_meet_one_fate() -> None:
    """Every decision, in both forms, cut at random instants and not."""
    shown: set[str] = set()
    put_off = 0
    for seed in range(WORLDS):
        made = paused_world(seed)
        told = expected(made)
        program, dataset = built(made)
        assert stories(program, dataset, plain(program, dataset)) == told, f"seed {seed}, plain"
        cut_anywhere(made, told, seed)
        put_off += waits_put_off(program, dataset)
        shown |= {row[4] for rows in told.values() for row in rows}
    assert {"refused_paused", "wait_moved", "caught", "waiting"} <= shown
    assert put_off


def waits_put_off(program: Program, dataset: Dataset) -> int:
    """Return how many waits pauses put off, which is as many as the stories tell of."""
    names = [owner for owner in program.counts if owner[0] == "journey"]
    machine = plain(program, dataset)
    machine.run(0, dataset.customers, program.end)
    counts = counted(program, machine.tally)
    found = sum(counts.get((*name, "put_off"), 0) for name in names)
    told = [
        one
        for customer in range(dataset.customers)
        for one in trace(program, dataset, customer)
        if one.is_paused and one.reason is not Reason.CAUGHT
    ]
    assert found == len(told)
    return found
