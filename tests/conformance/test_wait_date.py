"""Cases worked by hand from the rules: waits until a date."""

import pytest

from journeys.errors import InvalidJourneyError
from journeys.people.population import ColumnType, Content, Held, Population
from tests.oracle.worked import DAY, HOUR, at, change, event, journey, on, people, step
from tests.simulation.worked import Line, story

FINISH, OTHER, LAST = step("finish", "f"), step("finish", "g"), step("finish", "h")
START = at("2024-06-03T12:00Z")
NEW_YORK = "America/New_York"


def told(known: dict[str, Content], *reasons: str, **wait: object) -> list[Line]:
    """Return what somebody is told who comes to a wait on 3 June 2024, at noon by UTC."""
    drawing = journey(
        "t>w>f w.past>g w.missing>h", on("add"), step("wait_date", "w", **wait), FINISH, OTHER, LAST
    )
    one = people([event(START, "add", due=known.pop("due", None))], {"zone": "UTC", **known})
    return story(drawing, one, *reasons)


def end(known: dict[str, Content], **wait: object) -> str:
    """Return until when somebody waits, as an instant of UTC."""
    (line,) = told(known, "wait_started", **wait)
    return str(line[3])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # A day alone is at nine where the customer is; an offset in the text names the instant.
        ("2024-06-10", "2024-06-10T13:00Z"),
        ("2024-06-10T08:30", "2024-06-10T12:30Z"),
        ("2024-06-10 08:30:15.9", "2024-06-10T12:30:15Z"),
        ("2024-06-10T08:30Z", "2024-06-10T08:30Z"),
        ("2024-06-10T08:30:00+02:00", "2024-06-10T06:30Z"),
        # Half past two is skipped on 10 March 2024, and half past one comes twice on 3 November.
        ("2025-03-09T02:30", "2025-03-09T07:00Z"),
        ("2024-11-03T01:30", "2024-11-03T05:30Z"),
    ],
)
@pytest.mark.parametrize("where", ["date", "attribute", "entry"])
def test_r22_r211_texts_that_are_dates(text: str, wanted: str, where: str) -> None:
    known: dict[str, Content] = {"zone": NEW_YORK, "due": text, "birthday": text}
    wait = {"date": text} if where == "date" else {"attribute": "birthday"}
    if where == "entry":
        wait = {"entry": "due"}
    assert end(known, **wait) == str(at(wanted))


@pytest.mark.parametrize(
    "text",
    [
        "soon", "", "2024-06-31", "2024-02-30T09:00", "1899-12-31", "2200-01-01", "2024-6-1",
        "2024-06-10T25:00", "2024-06-10T08", "on 2024-06-10", "2024-06-10T08:30+25:00", "20240610",
    ],
)  # fmt: skip
def test_r211_texts_that_are_none_are_missing(text: str) -> None:
    assert told({"birthday": text}, attribute="birthday") == [
        (START, "t", "entered", None),
        (START, "w", "date_missing"),
        (START, "w", "stopped"),
    ]


def test_r211_an_instant_is_itself_and_a_number_is_no_date() -> None:
    known = people([event(START, "add")], {"renews": START + DAY, "points": 7})
    held = {
        "renews": Held(ColumnType.INSTANT),
        "points": Held(ColumnType.WHOLE),
    }
    one = Population(known.columns, held, known.customers, known.events, known.changes)
    for name, reasons in (("renews", ["wait_started", "wait_over"]), ("points", ["date_missing"])):
        drawing = journey("t>w>f", on("add"), step("wait_date", "w", attribute=name), FINISH)
        found = story(drawing, one, "wait_started", "wait_over", "date_missing")
        assert [line[2] for line in found] == reasons
        assert found[0][3:] == ((START + DAY,) if name == "renews" else ())


@pytest.mark.parametrize(
    ("text", "offset", "before", "wanted"),
    [
        # P1D follows the clock over the switch of 10 March, PT24H does not.
        ("2025-03-08", "P1D", False, "2025-03-09T13:00Z"),
        ("2025-03-08", "PT24H", False, "2025-03-09T14:00Z"),
        ("2025-03-09", "P1D", True, "2025-03-08T14:00Z"),
        ("2025-03-09", "PT24H", True, "2025-03-08T13:00Z"),
        # A month at the end of a month clips, forwards and backwards; months go before days.
        ("2025-01-31", "P1M", False, "2025-02-28T14:00Z"),
        ("2025-03-31", "P1M", True, "2025-02-28T14:00Z"),
        ("2025-03-31", "P1M1D", True, "2025-02-27T14:00Z"),
        ("2024-02-29", "P1Y", False, "2025-02-28T14:00Z"),
        ("2028-02-29", "P1Y", True, "2027-02-28T14:00Z"),
        # Back into the skipped half past two: three o'clock; from there exact seconds go back.
        ("2025-03-10T02:30", "P1D", True, "2025-03-09T07:00Z"),
        ("2025-03-10T02:30", "P1DT1H", True, "2025-03-09T06:00Z"),
    ],
)
def test_r20_r211_so_long_after_and_before(
    text: str, offset: str, *, before: bool, wanted: str
) -> None:
    known: dict[str, Content] = {"zone": NEW_YORK, "birthday": text}
    wait = {"attribute": "birthday", "offset": offset, "before": before}
    if at(wanted) >= START:
        assert end(known, **wait) == str(at(wanted))
    else:
        assert told(known, "date_past", **wait) == [(START, "w", "date_past", at(wanted))]


def test_r22_a_date_that_is_now_is_waited_for_and_over_at_once() -> None:
    assert told({}, date="2024-06-03T12:00Z")[1:] == [
        (START, "w", "wait_started", START),
        (START, "w", "wait_over"),
        (START, "f", "finished"),
    ]


@pytest.mark.parametrize(
    ("otherwise", "rows"),
    [
        ("continue", [(START, "f", "finished")]),
        ("exit", [(START, "w", "stopped")]),
        ("branch", [(START, "g", "finished")]),
    ],
)
def test_r22_r211_a_date_that_is_over(otherwise: str, rows: list[Line]) -> None:
    date = at("2024-06-03T09:00Z")
    found = told({}, date="2024-06-03", if_past=otherwise)
    assert found[1:] == [(START, "w", "date_past", date), *rows]


@pytest.mark.parametrize(
    ("otherwise", "rows"),
    [
        ("continue", [(START, "f", "finished")]),
        ("exit", [(START, "w", "stopped")]),
        ("branch", [(START, "h", "finished")]),
    ],
)
def test_r22_r211_a_date_that_is_missing(otherwise: str, rows: list[Line]) -> None:
    found = told({"birthday": None}, attribute="birthday", if_missing=otherwise)
    assert found[1:] == [(START, "w", "date_missing"), *rows]


def test_r211_what_was_read_stays_when_the_attribute_changes() -> None:
    drawing = journey("t>w>f", on("add"), step("wait_date", "w", attribute="due"), FINISH)
    moves = people(
        [event(START, "add")],
        {"zone": "UTC", "due": "2024-06-10"},
        [
            change(START + HOUR, due="2024-06-20"),
            change(START + 2 * HOUR, zone=NEW_YORK),
        ],
    )
    old, new = at("2024-06-10T09:00Z"), at("2024-06-10T13:00Z")
    assert story(drawing, moves, "wait_started", "wait_moved", "wait_over") == [
        (START, "w", "wait_started", old),
        (START + 2 * HOUR, "w", "wait_moved", old, new),
        (new, "w", "wait_over"),
    ]


def test_r13_r211_another_entry_event_does_not_move_it() -> None:
    drawing = journey(
        "t>w>f",
        on("add"),
        step("wait_date", "w", entry="due"),
        FINISH,
        entry={"when_active": "update_context"},
    )
    rows = [event(START, "add", due="2024-06-10"), event(START + HOUR, "add", due="2024-06-20")]
    over = at("2024-06-10T09:00Z")
    assert story(drawing, people(rows, {"zone": "UTC"}), "wait_over") == [(over, "w", "wait_over")]


def test_r104_an_instant_does_not_move_with_the_zone() -> None:
    drawing = journey("t>w>f", on("add"), step("wait_date", "w", date="2024-06-10T09:00Z"), FINISH)
    moves = people([event(START, "add")], {"zone": "UTC"}, [change(START + HOUR, zone=NEW_YORK)])
    assert story(drawing, moves, "wait_moved") == []


def test_r7_any_wait_until_a_date_makes_the_run_ninety_days_longer() -> None:
    drawing = journey("t>w>f", on("add"), step("wait_date", "w", date="2025-01-01"), FINISH)
    (line,) = story(drawing, people([event(START, "add")], {"zone": "UTC"}), "waiting")
    assert line == (START + 1 + 90 * DAY, "w", "waiting", at("2025-01-01T09:00Z"))


@pytest.mark.parametrize("date", ["2024-02-30", "tomorrow", "2024-06-10T9:00", "9999-01-01"])
def test_an_impossible_date_is_a_problem_and_does_not_run(date: str) -> None:
    wrong = step("wait_date", "w", date=date)
    (problem,) = wrong.check()
    assert problem.code == "impossible_date"
    assert repr(date) in problem.words
    with pytest.raises(InvalidJourneyError, match="is no date"):
        story(journey("t>w>f", on("add"), wrong, FINISH), people([event(START, "add")]))


def test_a_wait_has_one_date() -> None:
    for fields in ({}, {"date": "2024-06-10", "entry": "due"}):
        with pytest.raises(ValueError, match="has one of 'date', 'attribute' and 'entry'"):
            step("wait_date", "w", **fields)
