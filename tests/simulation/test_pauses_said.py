"""Pauses of a run: those that cannot be, and what results and stories say of the others (R226)."""

from dataclasses import replace

import pytest

from journeys.document.journey import Journey
from journeys.errors import ThroughlineError
from journeys.people.population import Event
from journeys.simulation.explain import explain
from journeys.simulation.results import result
from journeys.simulation.settings import Pause, Policy, RunSettings
from journeys.simulation.trace import trace
from tests.oracle.worked import DAY, HOUR, event, journey, on, people, step, wait
from tests.simulation.comparing import built, plain
from tests.simulation.living import lived

FINISH = step("finish", "f")
WAITS = journey("t>w>f", on("add"), wait("PT5H"), FINISH)
CATCHES = journey(
    "t>w w.b>f",
    on("add"),
    step("wait_event", "w", branches=({"id": "b", "event": "buy"},), timeout="PT5H"),
    FINISH,
)


def test_r226_pauses_follow_each_other_and_each_moves_waits() -> None:
    pauses = (Pause("j", HOUR, 2 * HOUR), Pause("j", 4 * HOUR, 6 * HOUR))
    told = lived(WAITS, people([event(0, "add")]), settings=RunSettings(end=DAY, pauses=pauses))
    assert told[1:] == [
        (0, "w", "wait_started", 5 * HOUR),
        (2 * HOUR, "w", "wait_moved", 5 * HOUR, 6 * HOUR),
        (6 * HOUR, "w", "wait_moved", 6 * HOUR, 8 * HOUR),
        (8 * HOUR, "w", "wait_over"),
        (8 * HOUR, "f", "finished"),
    ]


@pytest.mark.parametrize(
    ("pauses", "said"),
    [
        ((Pause("k", 0, 1),), "There is no journey 'k' in this run.* The run has: j"),
        ((Pause("j", 5, 5),), "would end before it begins"),
        ((Pause("j", 5, 4),), "would end before it begins"),
        ((Pause("j", 0, 9), Pause("j", 8, 12)), "overlap"),
        ((Pause("j", 9, 12), Pause("j", 0, 9)), "one ends where the other begins"),
    ],
)
def test_r226_what_cannot_be_is_said_in_words(pauses: tuple[Pause, ...], said: str) -> None:
    with pytest.raises(ThroughlineError, match=said):
        built(((WAITS,), people([event(0, "add")]), RunSettings(pauses=pauses)))


def sentences(drawn: Journey, rows: list[Event], policy: Policy) -> list[str]:
    """Return what is told of a pause from one to ten in the morning."""
    pauses = (Pause("j", HOUR, 10 * HOUR, policy),)
    world = ((drawn,), people(rows), RunSettings(end=DAY, pauses=pauses))
    program, dataset = built(world)
    return [one.words for one in explain(program, trace(program, dataset, 0))]


def test_r6_r226_stories_say_that_there_was_a_pause() -> None:
    rows = [event(0, "add"), event(2 * HOUR, "add")]
    assert sentences(WAITS, rows, Policy.CATCH_UP)[2:4] == [
        "Does not enter: the journey is paused until 1 Jan 1970, 10:00:00.",
        "Goes on: the wait was over while the journey was paused.",
    ]
    assert sentences(WAITS, rows[:1], Policy.EXTEND)[2:4] == [
        "The journey was paused: now waits until 1 Jan 1970, 14:00:00.",
        "The wait is over.",
    ]
    bought = [event(0, "add"), event(3 * HOUR, "buy")]
    assert sentences(CATCHES, bought, Policy.EXTEND)[2] == (
        "'Buy' happened; the journey is paused, and goes on at its end."
    )
    assert sentences(CATCHES, rows[:1], Policy.CATCH_UP)[2] == (
        "Nothing happened in time; the journey was paused when the time was up."
    )


def test_r226_results_name_every_pause_and_count_whom_it_refused() -> None:
    pauses = (Pause("j", HOUR, 2 * HOUR), Pause("j", 4 * DAY, 5 * DAY, Policy.CATCH_UP))
    rows = [event(0, "add"), event(HOUR, "add"), event(HOUR + 5, "add"), event(2 * HOUR, "add")]
    program, dataset = built(((WAITS,), people(rows), RunSettings(end=DAY, pauses=pauses)))
    machine = plain(program, dataset)
    machine.run(0, 1, program.end)
    found = result(program, dataset, machine.tally)
    said = found["assumptions"]
    assert isinstance(said, list)
    first = "'j' is paused from 1 Jan 1970, 01:00:00 to 1 Jan 1970, 02:00:00: "
    second = "'j' is paused from 5 Jan 1970, 00:00:00 to 6 Jan 1970, 00:00:00: "
    nobody = "nobody enters or goes on, and "
    caught_up = "whoever would have gone on meanwhile goes on at its end."
    assert said[1:3] == [
        f"{first}{nobody}all waits end that much later.",
        f"{second}{nobody}{caught_up} This lies outside of the run.",
    ]
    assert found["pauses"] == [
        {
            "journey": "j",
            "from": "1970-01-01T01:00:00Z",
            "to": "1970-01-01T02:00:00Z",
            "policy": "extend",
        },
        {
            "journey": "j",
            "from": "1970-01-05T00:00:00Z",
            "to": "1970-01-06T00:00:00Z",
            "policy": "catch_up",
        },
    ]
    journeys = found["journeys"]
    assert isinstance(journeys, dict)
    assert journeys["j"]["steps"]["t"]["refused"]["paused"] == 2  # type: ignore[index,call-overload]
    assert journeys["j"]["put_off"] == 1  # type: ignore[index,call-overload]


def test_r227_r228_results_name_every_sleep_and_how_much_came_late() -> None:
    spans = ((2 * HOUR, 3 * HOUR), (9 * DAY, 10 * DAY))
    asked = RunSettings(end=DAY, asleep=spans, maximum_age=2 * HOUR)
    rows = [replace(event(0, "add"), arrival=HOUR), event(0, "buy"), event(HOUR, "buy")]
    program, dataset = built(((WAITS,), people(rows), asked))
    machine = plain(program, dataset)
    machine.run(0, 1, program.end)
    found = result(program, dataset, machine.tally)
    said = found["assumptions"]
    assert isinstance(said, list)
    handled = "what fell into that time is handled at its end."
    outside = "This lies outside of the run."
    late = "such news acts only when it comes in, and counts by its own time."
    assert said[1:5] == [
        f"Nothing ran from 1 Jan 1970, 02:00:00 to 1 Jan 1970, 03:00:00: {handled}",
        f"Nothing ran from 10 Jan 1970, 00:00:00 to 11 Jan 1970, 00:00:00: {handled} {outside}",
        f"1 event was handed over late: {late}",
        "Nobody enters by what is more than 2 hours old when it is handled.",
    ]
    assert found["maximum_age"] == "PT2H"
    assert found["asleep"] == [
        {"from": "1970-01-01T02:00:00Z", "to": "1970-01-01T03:00:00Z"},
        {"from": "1970-01-10T00:00:00Z", "to": "1970-01-11T00:00:00Z"},
    ]
