"""What stands behind a question that was asked: the actual value, in words, and the events."""

from dataclasses import replace
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from journeys.document.journey import Journey
from journeys.people.population import Event
from journeys.simulation.evidence import Evidence, Witness
from journeys.simulation.settings import Pause, Policy, RunSettings
from journeys.simulation.trace import trace
from tests.oracle.worked import DAY, HOUR, event, journey, on, people, step, wait
from tests.simulation.asking import asking
from tests.simulation.comparing import built

ROWS = (
    event(0, "buy", amount=Decimal("2.5"), item="tea"),
    event(DAY, "buy", amount=Decimal(4), item="mug"),
    event(2 * DAY, "in"),
)
WAITS = journey("t>w>f", on("add"), wait("PT5H"), step("finish", "f"))


def behind(condition: dict[str, object], rows: tuple[Event, ...] = ROWS) -> Evidence:
    """Return what stands behind the first comparison."""
    program, dataset = built(((asking(condition),), people(rows), RunSettings()))
    told = [each for each in trace(program, dataset, 0) if each.asked]
    return Witness(program, dataset, 0, ZoneInfo("UTC")).evidence(told[0])


def bought(measure: str, **more: object) -> dict[str, object]:
    """Return what is asked of purchases."""
    asked = {"kind": "behaviour", "event": "buy", "measure": measure, "operator": "at_least"}
    return {**asked, "value": 1, **more}


@pytest.mark.parametrize(
    ("condition", "words", "chips"),
    [
        (bought("count"), "2 found", 2),
        (bought("distinct", of="item"), "2 found", 2),
        (bought("average", of="amount"), "it is 3.2500", 2),
        (bought("first", operator="is_present", value=None), "it is 1 Jan 1970, 00:00", 1),
        (bought("last", of="item", operator="is_present", value=None), "it is 'mug'", 1),
        ({"kind": "sequence", "first": {"event": "buy"}, "then": {"event": "in"}},
         "it is 3 Jan 1970, 00:00", 0),
        ({"kind": "sequence", "first": {"event": "in"}, "then": {"event": "buy"}}, "never", 0),
        ({"kind": "engagement", "step": "m", "did": "sent"}, "never", 0),
        ({"kind": "list", "list": "vip"}, "it is no", 0),
        ({"kind": "context", "name": "before.buy[1].item", "value": "tea"}, "it is 'tea'", 0),
    ],
)  # fmt: skip
def test_the_actual_value_is_told_in_words_r124(
    condition: dict[str, object], words: str, chips: int
) -> None:
    found = behind(condition)
    assert found.words == (words,)
    assert len(found.chips) == chips


def test_a_draw_is_told_with_the_share_it_was_held_against_r204() -> None:
    (words,) = behind({"kind": "sample", "name": "autumn", "share": 1_250}).words
    assert words.startswith("the draw is 0.")
    assert words.endswith("; below 0.12 is in")


def found(settings: RunSettings, *rows: Event, drawn: Journey = WAITS) -> list[tuple[str, ...]]:
    """Return the words behind each decision but those that have none, with the event's clock."""
    program, dataset = built(((drawn,), people(rows), settings))
    witness = Witness(program, dataset, 0, ZoneInfo("UTC"))
    behind = [witness.evidence(each) for each in trace(program, dataset, 0)]
    return [(*each.words, each.event.clock if each.event else "") for each in behind if each.words]


def test_r226_what_a_pause_did_is_told_with_its_span() -> None:
    pause = Pause("j", HOUR, 10 * HOUR)
    spoken = "paused from 1 Jan 1970, 01:00 to 1 Jan 1970, 10:00"
    rows = (event(0, "add"), event(2 * HOUR, "add", item="tea"))
    assert found(RunSettings(end=DAY, pauses=(pause,)), *rows) == [
        ("item tea", spoken, "1 Jan 1970, 02:00:00"),
        (spoken, ""),
    ]
    late = replace(pause, policy=Policy.CATCH_UP)
    other = Pause("j", 11 * HOUR, 12 * HOUR)
    assert found(RunSettings(end=DAY, pauses=(other, late)), *rows[:1]) == [(spoken, "")]


def test_r228_what_woke_late_is_told_with_when_nothing_ran_and_its_own_event() -> None:
    rows = [event(HOUR * hour, "add", item=f"tea {hour}") for hour in (1, 2, 3)]
    spoken = "nothing ran from 1 Jan 1970, 00:30 to 1 Jan 1970, 03:00"
    span = (HOUR // 2, 3 * HOUR)
    asked = RunSettings(start=0, end=DAY, asleep=(span,), maximum_age=90 * 60)
    assert found(asked, *rows) == [
        ("item tea 1", spoken, "1 Jan 1970, 01:00:00"),
        ("item tea 2", spoken, "1 Jan 1970, 02:00:00"),
        ("item tea 3", "1 Jan 1970, 03:00:00"),
    ]


def test_r16_a_time_of_a_schedule_that_was_slept_through_is_told_with_when_nothing_ran() -> None:
    daily = {"start": "1970-01-01T12:00", "repeat": "FREQ=DAILY", "zone": "workspace"}
    drawn = journey("t>f", step("schedule_trigger", "t", **daily), step("finish", "f"))
    asked = RunSettings(start=0, end=2 * DAY, asleep=((HOUR, DAY),), maximum_age=HOUR)
    assert found(asked, drawn=drawn) == [
        ("nothing ran from 1 Jan 1970, 01:00 to 2 Jan 1970, 00:00", "")
    ]


def test_r227_a_row_that_came_late_is_told_with_when_it_was_received() -> None:
    late = replace(event(HOUR, "add", item="tea"), arrival=2 * HOUR)
    asked = RunSettings(start=0, end=DAY)
    assert found(asked, late) == [
        ("item tea", "received 1 Jan 1970, 02:00", "1 Jan 1970, 01:00:00")
    ]
