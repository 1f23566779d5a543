"""A segment that ages has any event of the instant asked: those of other instants are left out."""

import pytest

from journeys.document.journey import Journey
from journeys.people.population import Change, Event
from journeys.program import operations as op
from journeys.simulation.kernel.places import D_EVENTS, D_OFFSETS
from journeys.simulation.packing import pack
from journeys.simulation.settings import Mode, RunSettings
from tests.oracle.worked import DAY, change, event, journey, on, people, step, wait
from tests.simulation.comparing import built
from tests.simulation.living import lived

BUYS = {"kind": "behaviour", "event": "buy", "operator": "is", "value": 0, "within": "P1D"}
ANSWERED = {"kind": "sequence", "first": {"event": "buy"}, "then": {"event": "note"},
            "but_not": True, "gap": "PT1H"}  # fmt: skip
OPENED = {**BUYS, "event": "email_opened"}
OLD = {"kind": "attribute", "name": "born", "operator": "longer_ago", "value": "P1D"}
ROWS = [event(0, "buy"), event(3_600, "look"), event(DAY - 1, "look"), event(DAY, "look"),
        event(DAY, "call.x"), event(DAY + 1, "look"), event(9 * DAY, "email_opened")]  # fmt: skip


def entering(condition: object) -> Journey:
    """Return a journey that lets in by a segment."""
    segments = [{"id": "some", "condition": condition}]
    trigger = step("segment_trigger", "t", segment="some")
    return journey("t>f", trigger, step("finish", "f"), segments=segments)


@pytest.mark.parametrize(
    ("condition", "mode", "wanted"),
    [
        (BUYS, Mode.BACKTEST, [0, DAY, DAY]),
        (ANSWERED, Mode.BACKTEST, [0, 3_600]),
        (OPENED, Mode.BACKTEST, [9 * DAY]),
        (OPENED, Mode.MIXED, [row.time for row in ROWS]),
        (OLD, Mode.BACKTEST, [row.time for row in ROWS]),
    ],
)
def test_r218_only_events_of_instants_at_which_a_segment_can_age_are_read(
    condition: object, mode: Mode, wanted: list[int]
) -> None:
    settings = RunSettings(start=0, end=20 * DAY, mode=mode)
    program, dataset = built(((entering(condition),), people(ROWS, {"born": 0}), settings))
    block = pack(program.numbers, dataset)
    count, first = int(block[int(block[D_OFFSETS]) + 1]), int(block[D_EVENTS])
    width = int(program.numbers[op.R_ROW])
    assert block[first : first + count * width : width].tolist() == wanted


@pytest.mark.parametrize("told", [[event(DAY, "look")], [], [event(DAY + 1, "look")]])
@pytest.mark.parametrize("changes", [[], [change(DAY, color="red")]])
def test_r218_what_happens_as_it_ages_has_it_asked_before_timers(
    told: list[Event], changes: list[Change]
) -> None:
    """It ages at the instant at which a wait ends: something is about neither, or nothing is."""
    waiting = journey("t>w>f", on("buy"), wait("P1D"), step("finish", "f"), id="a")
    who = people([event(0, "buy"), *told], {"color": None}, changes)
    found = lived((waiting, entering(BUYS)), who, "entered", "wait_over")
    first = bool(changes) or DAY in [row.time for row in told]
    reasons = ["entered", "wait_over"] if first else ["wait_over", "entered"]
    assert [line[2] for line in found[1:]] == reasons
