"""Schedules worked by hand: when they come, on whose clock, and what they mean to those inside."""

from datetime import datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

import pytest

from journeys.context.known import Known
from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.errors import InvalidJourneyError
from journeys.people.population import Population
from journeys.simulation.compiler import compile_program
from journeys.simulation.encoding import encode
from journeys.simulation.explain import explain
from journeys.simulation.settings import RunSettings
from journeys.simulation.span import span_of
from journeys.simulation.trace import trace
from tests.oracle.worked import DAY, Asked, at, change, event, journey, on, people, step, wait
from tests.simulation.worked import somebody
from tests.simulation.worked import story as told

FINISH = step("finish", "f")
NEW_YORK, LORD_HOWE, SAMOA = "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"
MONDAY = at("2026-01-05T09:00+00:00")
DAILY, WEEKLY = "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO"


def every(
    repeat: str | None, start: str = "2026-01-05T09:00", name: str = "t", **fields: object
) -> Node:
    """Return a schedule."""
    return step("schedule_trigger", name, start=start, repeat=repeat, **fields)


def passing(*starts: Node, **rules: object) -> Journey:
    """Return a journey that ends at once, whichever start leads in."""
    return journey(" ".join(f"{each.id}>f" for each in starts), *starts, FINISH, **rules)


def entered(
    journeys: Journey | tuple[Journey, ...], population: Population, start: str, end: str, zone: str
) -> list[str]:
    """Return when the customer enters, by the clock of a zone and its offset."""
    first, last = at(f"{start}T00:00+00:00"), at(f"{end}T00:00+00:00")
    found = told(journeys, population, "entered", start=first, end=last, zone=zone)
    shown = (datetime.fromtimestamp(int(str(line[0])), ZoneInfo(zone)) for line in found)
    return [f"{each:%a %d %b %H:%M%z}" for each in shown]


def test_r219_a_rule_names_the_days_and_the_start_counts_only_where_it_does() -> None:
    twice = passing(every("FREQ=WEEKLY;BYDAY=MO,TH", start="2026-01-06T09:00"))
    assert entered(twice, somebody(), "2026-01-01", "2026-01-16", "UTC") == [
        "Thu 08 Jan 09:00+0000",
        "Mon 12 Jan 09:00+0000",
        "Thu 15 Jan 09:00+0000",
    ]
    counted = passing(every("FREQ=MONTHLY;BYDAY=-1FR;COUNT=2"))
    assert entered(counted, somebody(), "2026-01-01", "2027-01-01", "UTC") == [
        "Fri 30 Jan 09:00+0000",
        "Fri 27 Feb 09:00+0000",
    ]


def test_r219_without_a_rule_it_comes_once_and_what_lies_before_the_run_never() -> None:
    once = passing(every(None))
    at_once = [(MONDAY, "t", "entered", None), (MONDAY, "f", "finished")]
    assert told(once, somebody(), start=MONDAY, end=MONDAY + 1) == at_once
    assert told(once, somebody(), start=MONDAY + 1, end=MONDAY + DAY) == []
    assert told(once, somebody(), start=MONDAY - DAY, end=MONDAY) == []
    late = entered(passing(every(WEEKLY)), somebody(), "2026-01-19", "2026-01-27", "UTC")
    assert late == ["Mon 19 Jan 09:00+0000", "Mon 26 Jan 09:00+0000"]


def test_r219_nine_in_new_york_stays_nine_across_both_changes_of_its_clock() -> None:
    weekly = passing(every(WEEKLY, zone="workspace"))
    spring = entered(weekly, somebody(), "2026-03-01", "2026-03-17", NEW_YORK)
    assert spring == [
        "Mon 02 Mar 09:00-0500", "Mon 09 Mar 09:00-0400", "Mon 16 Mar 09:00-0400"
    ]  # fmt: skip
    autumn = entered(weekly, somebody(), "2026-10-26", "2026-11-03", NEW_YORK)
    assert autumn == ["Mon 26 Oct 09:00-0400", "Mon 02 Nov 09:00-0500"]


def test_r219_a_time_in_a_gap_is_the_first_after_it_and_one_that_is_twice_the_first_r20() -> None:
    night = passing(every(DAILY, start="2026-03-07T02:30", zone="workspace"))
    assert entered(night, somebody(), "2026-03-07", "2026-03-10", NEW_YORK) == [
        "Sat 07 Mar 02:30-0500", "Sun 08 Mar 03:00-0400", "Mon 09 Mar 02:30-0400"
    ]  # fmt: skip
    twice = passing(every(None, start="2026-11-01T01:30"))
    found = entered(twice, somebody(), "2026-10-31", "2026-11-03", NEW_YORK)
    assert found == ["Sun 01 Nov 01:30-0400"]
    half = passing(every(DAILY, start="2026-04-04T01:45", zone="workspace"))
    assert entered(half, somebody(), "2026-04-03", "2026-04-06", LORD_HOWE) == [
        "Sat 04 Apr 01:45+1100", "Sun 05 Apr 01:45+1100", "Mon 06 Apr 01:45+1030"
    ]  # fmt: skip


def test_r219_a_day_that_a_zone_skips_comes_as_the_next_one_begins() -> None:
    daily = passing(every(DAILY, start="2011-12-29T09:00", zone="workspace"))
    assert entered(daily, somebody(), "2011-12-29", "2012-01-01", SAMOA) == [
        "Thu 29 Dec 09:00-1000", "Sat 31 Dec 00:00+1400", "Sat 31 Dec 09:00+1400",
        "Sun 01 Jan 09:00+1400",
    ]  # fmt: skip


def test_r219_everybody_enters_by_their_own_clock_or_all_by_that_of_the_workspace() -> None:
    tokyo = somebody(zone="Asia/Tokyo")
    found = entered(passing(every(None)), tokyo, "2026-01-01", "2026-01-09", "UTC")
    assert found == ["Mon 05 Jan 00:00+0000"]
    own = passing(every(None, zone="workspace"))
    assert entered(own, tokyo, "2026-01-01", "2026-01-09", "UTC") == ["Mon 05 Jan 09:00+0000"]


def test_r219_a_change_of_zone_moves_what_is_to_come_and_to_now_where_that_would_be_past() -> None:
    late, early = {"zone": "America/Los_Angeles"}, {"zone": "Asia/Tokyo"}
    daily = passing(every(DAILY))
    span: Asked = {"start": MONDAY - 9 * 3_600, "end": MONDAY + 3 * DAY}
    noon = MONDAY + 3 * 3_600
    east = people([event(noon, "moves")], late, [change(noon, **early)])
    # Nine in Los Angeles is 17:00 UTC; in Tokyo, to which they move at noon, it is over already.
    assert [line[0] for line in told(daily, east, "entered", **span)] == [
        noon, MONDAY + 15 * 3_600, MONDAY + DAY + 15 * 3_600, MONDAY + 2 * DAY + 15 * 3_600
    ]  # fmt: skip
    west = people([event(noon, "moves")], early, [change(noon, **late)])
    # They had their Monday in Tokyo at midnight UTC; the next one is Tuesday in Los Angeles.
    assert [line[0] for line in told(daily, west, "entered", **span)] == [
        MONDAY - 9 * 3_600, MONDAY + DAY + 8 * 3_600, MONDAY + 2 * DAY + 8 * 3_600
    ]  # fmt: skip


def entry_id(drawing: Journey, instant: int) -> str | None:
    """Return the id of the entry at an instant."""
    dataset = encode(somebody())
    program = compile_program((drawing,), dataset, RunSettings(start=instant, end=instant + 1))
    return trace(program, dataset, 0)[0].entry


def test_r217_an_entry_id_is_made_of_the_trigger_and_the_instant_r2() -> None:
    assert (
        entry_id(passing(every(None)), MONDAY) == sha256(f"t\x1f{MONDAY}".encode()).hexdigest()[:16]
    )
    old = at("1965-03-01T09:00+00:00")
    past = passing(every(None, start="1965-03-01T09:00"))
    assert entry_id(past, old) == sha256(f"t\x1f{old}".encode()).hexdigest()[:16]


def test_r217_nothing_says_which_one_it_is_about_in_a_journey_with_a_key() -> None:
    keyed = passing(every(None), on("add", "u"), entry={"key": "cart"})
    found = told(keyed, people([event(MONDAY, "add", cart="x")]), start=MONDAY, end=MONDAY + 1)
    assert found == [
        (MONDAY, "u", "entered", "x"),
        (MONDAY, "f", "finished"),
        (MONDAY, "t", "refused_key_missing"),
    ]


@pytest.mark.parametrize("when_active", ["ignore", "update_context"])
def test_r217_an_entry_at_an_instant_updates_nobody(when_active: str) -> None:
    stay = journey(
        "t>w>f", every(DAILY), wait("P2D"), FINISH, entry={"when_active": when_active}
    )  # fmt: skip
    found = told(stay, somebody(), start=MONDAY, end=MONDAY + 3 * DAY)
    assert [(line[0], line[2]) for line in found] == [
        (MONDAY, "entered"), (MONDAY, "wait_started"), (MONDAY + DAY, "refused_active"),
        (MONDAY + 2 * DAY, "wait_over"), (MONDAY + 2 * DAY, "finished"),
        (MONDAY + 2 * DAY, "entered"), (MONDAY + 2 * DAY, "wait_started"),
        (MONDAY + 3 * DAY, "waiting"),
    ]  # fmt: skip


def test_r217_all_that_are_due_at_one_instant_are_asked_as_if_one_event_had_come_r11_r129() -> None:
    both = [every(DAILY, name="a", order=2), every(None, name="b", order=1)]
    first = passing(*both, id="first", entry={"mode": "once"})
    last = passing(every(DAILY, name="a"), id="last", priority=-1)
    found = told((last, first), somebody(), start=MONDAY, end=MONDAY + DAY + 1)
    assert found == [
        (MONDAY, "b", "entered", None), (MONDAY, "a", "refused_already"),
        (MONDAY, "a", "entered", None), (MONDAY, "f", "finished"), (MONDAY, "f", "finished"),
        (MONDAY + DAY, "a", "refused_mode", MONDAY), (MONDAY + DAY, "a", "entered", None),
        (MONDAY + DAY, "f", "finished"),
    ]  # fmt: skip


def test_r217_nobody_counts_the_row_of_an_entry_and_it_has_neither_session_nor_cart() -> None:
    asks = {"kind": "behaviour", "event": "add", "operator": "at_least", "value": 1}
    since = {**asks, "since": "entry"}
    again = step("branch", "b", branches=({"id": "yes", "condition": since},))
    ever = step("branch", "c", branches=({"id": "yes", "condition": asks},))
    paths = "t>w>b b.yes>f b.else>c c.yes>m"
    words = step("sms", "m", text="{{ event.at }} {{ before.add[0].cart }} {{ session.started }}")
    some = journey(paths, every(None), wait("PT1H"), again, ever, words, FINISH)
    rows = people([event(MONDAY - 5, "add", cart="x"), event(MONDAY + 9_999, "add", cart="y")])
    found = told(some, rows, "branch_taken", "words_missing", start=MONDAY, end=MONDAY + DAY)
    hour = MONDAY + 3_600
    assert found == [
        (hour, "b", "branch_taken", "else"),
        (hour, "c", "branch_taken", "yes"),
        (hour, "m", "words_missing", "session.started"),
    ]


def test_r7_a_schedule_that_comes_again_lets_a_run_last_ninety_days_and_one_that_does_not() -> None:
    data = encode(people([event(MONDAY, "add")]))
    asked = RunSettings()
    assert span_of([passing(every(DAILY))], data, asked) == (MONDAY, MONDAY + 1 + 90 * DAY)
    assert span_of([passing(every(None))], data, asked) == (MONDAY, MONDAY + 1)


def test_a_schedule_that_comes_too_often_in_a_run_says_so() -> None:
    long: Asked = {"start": at("1900-01-01T00:00+00:00"), "end": at("1990-01-01T00:00+00:00")}
    daily = passing(every(DAILY, start="1900-01-01T09:00"))
    with pytest.raises(InvalidJourneyError, match="comes more than 20,000 times in this run"):
        told(daily, somebody(), **long)


def test_a_trace_says_which_day_it_is_as_scheduled_r217() -> None:
    own = passing(every(WEEKLY))
    program = compile_program((own,), encode(somebody()), RunSettings(start=MONDAY, end=MONDAY + 1))
    said = explain(program, trace(program, encode(somebody()), 0))
    assert said[0].words == "Enters: scheduled for Monday, 5 Jan 2026, 09:00:00."


def test_who_enters_at_an_instant_has_no_property_of_an_event_and_what_else_is_known_r217() -> None:
    both = passing(every(None), on("add", "u"))
    timed = passing(every(None))
    vocabulary = encode(people([event(0, "add", cart_id="x", product_id="p")])).vocabulary
    names = ("event.at", "event.cart_id", "session.started", "cart.id", "before.add[0]")
    alone = Known(timed, vocabulary).lineage
    assert [alone.verdict("f", name) for name in names] == [
        "guaranteed", "impossible", "impossible", "impossible", "possible"
    ]  # fmt: skip
    merged = Known(both, vocabulary).lineage
    assert [merged.verdict("f", name) for name in names] == ["guaranteed", *["possible"] * 4]
