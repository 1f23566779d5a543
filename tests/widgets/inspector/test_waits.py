"""The forms of waits: the week as a picture, a date with what it means, what is waited for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journeys.clocks import WEEK, TimeOfDay
from journeys.document.kinds import kinds
from journeys.document.node import Node
from journeys.values import evolve
from tests.widgets.inspector.conftest import Opening
from tests.widgets.inspector.journeys_to_edit import every_kind
from tests.widgets.inspector.panel import Panel
from widgets.inspector.controls.week import Week
from widgets.inspector.fields.cause import CauseField
from widgets.inspector.fields.clock import ClockField, time_of
from widgets.inspector.fields.dated import DateField
from widgets.inspector.fields.days import DaysField
from widgets.inspector.fields.looking import LookBackField
from widgets.inspector.fields.optional import OptionalField
from widgets.inspector.fields.shift import ShiftField, example
from widgets.inspector.fields.things import ThingsField

BUY = {
    "id": "bought",
    "event": "purchase",
    "where": {"kind": "property", "name": "value", "operator": "at_least", "value": 50},
    "name": "order",
}


def opened(open_panel: Opening, kind: str, **fields: object) -> Panel:
    """Return the panel of a step of a kind with these fields."""
    made = kinds()[kind].model_validate({"id": kind, **fields})
    return open_panel(every_kind().with_node(kind, lambda _: made), kind)


def step(panel: Panel, kind: str) -> Node:
    """Return the step as it is now."""
    return panel.document.journey.node(kind)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("9", "09:00"), ("9.30", "09:30"), ("0930", "09:30"), ("17h05", "17:05"),
        (" 7:15 ", "07:15"), ("123", "01:23"),
        ("24:00", None), ("9:60", None), ("nine", None), ("", None), ("-9", None), ("12345", None),
    ],
)  # fmt: skip
def test_a_time_of_day_is_read_as_people_write_it(text: str, wanted: str | None) -> None:
    found = time_of(text)
    assert (str(found) if found else None) == wanted


def test_a_time_that_is_none_stays_in_its_field_with_words(open_panel: Opening) -> None:
    panel = opened(open_panel, "wait_time")
    field = panel.fields["time"]
    assert isinstance(field, ClockField)
    panel.write(field.line, "25:00")
    assert field.said == "A time of day is expected, such as 09:00."
    assert step(panel, "wait_time").plain() == {"kind": "wait_time"}
    panel.write(field.line, "17.30")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.line.text() == "17:30"
    QTest.keyClick(field.line, Qt.Key.Key_Up)
    assert step(panel, "wait_time").plain()["time"] == "17:45"


def test_days_are_pressed_and_the_picture_follows(open_panel: Opening) -> None:
    panel = opened(open_panel, "wait_time", time="22:00", until="06:00")
    field = panel.fields["weekdays"]
    assert isinstance(field, DaysField)
    for day in WEEK[1:]:
        panel.click(field.buttons[day])
    assert step(panel, "wait_time").plain()["weekdays"] == ["mon"]
    week = field.picture.week
    assert week is not None
    assert list(week.spans()) == [(0, 79_200, 86_400), (1, 0, 21_600)]
    panel.click(field.buttons["mon"])
    assert "One day at least" in field.said
    assert step(panel, "wait_time").plain()["weekdays"] == ["mon"]
    for day in WEEK[1:]:
        panel.click(field.buttons[day])
    assert "weekdays" not in step(panel, "wait_time").plain()


def test_a_week_with_a_time_alone_is_a_line_a_day() -> None:
    nine = TimeOfDay(9 * 3_600)
    assert list(Week(nine, None, ("sat", "sun")).spans()) == [
        (5, 32_400, 32_400),
        (6, 32_400, 32_400),
    ]
    assert list(Week(nine, nine, ("mon",)).spans()) == []


def test_a_date_says_what_it_means(open_panel: Opening) -> None:
    panel = opened(open_panel, "wait_date", date="")
    field, shift = panel.fields["date"], panel.fields["offset"]
    assert isinstance(field, DateField)
    assert isinstance(shift, ShiftField)
    panel.write(field.fixed.line, "2026-03-31")
    panel.pick(shift.picker, "before")
    panel.pick(shift.duration.units[0], "months")
    made = step(panel, "wait_date")
    assert made.plain() == {
        "kind": "wait_date",
        "date": "2026-03-31",
        "offset": "P1M",
        "before": True,
    }
    assert shift.example.text() == (
        "They wait until Sat, 28 Feb 2026, 09:00 by the customer\u2019s clock."
    )
    assert example(evolve(made, date="2026-02-30")) == ""
    assert example(evolve(made, date="2026-03-31T10:00Z")) == (
        "They wait until Sat, 28 Feb 2026, 10:00 UTC."
    )
    panel.pick(shift.picker, "itself")
    assert step(panel, "wait_date").plain() == {"kind": "wait_date", "date": "2026-03-31"}


def test_a_date_is_picked_from_the_profile_and_from_the_entry(open_panel: Opening) -> None:
    panel = opened(open_panel, "wait_date", date="2026-03-31")
    field = panel.fields["date"]
    assert isinstance(field, DateField)
    panel.pick(field.picker, "profile")
    assert step(panel, "wait_date").plain() == {"kind": "wait_date", "attribute": "seen_at"}
    offered = [each.value for each in field.attribute.picker.offered]
    assert (offered[0], "tier" in offered, "age" in offered) == ("seen_at", True, False)
    panel.pick(field.picker, "what they did")
    assert set(step(panel, "wait_date").plain()) == {"kind", "entry"}
    assert "For the date Thu, 24 Dec 2026" in example(step(panel, "wait_date"))


def test_what_is_waited_for_reads_as_a_sentence(open_panel: Opening) -> None:
    panel = opened(open_panel, "wait_event", branches=(BUY,), timeout="P3D")
    field = panel.fields["branches"]
    assert isinstance(field, ThingsField)
    title = field.cards["bought"].title.line
    assert title.placeholderText() == "Purchase where value is at least 50"
    ports = [port.title for port in step(panel, "wait_event").ports()]
    assert ports == ["Purchase where value is at least 50", "If nothing happens in 3 days"]


def test_a_condition_is_kept_under_no_name(open_panel: Opening) -> None:
    panel = opened(open_panel, "wait_event", branches=(BUY,), timeout="P3D")
    field = panel.fields["branches"]
    assert isinstance(field, ThingsField)
    inside = field.cards["bought"].form.fields
    cause, name = inside["event"], inside["name"]
    assert isinstance(cause, CauseField)
    assert isinstance(name, OptionalField)
    panel.pick(cause.picker, "condition")
    (branch,) = step(panel, "wait_event").plain()["branches"]
    assert set(branch) == {"id", "condition"}
    panel.pick(cause.picker, "happens")
    panel.click(name.add)
    (branch,) = step(panel, "wait_event").plain()["branches"]
    assert branch["name"] == "add_to_cart"


def test_how_far_it_looks_back_is_a_word_or_a_duration(open_panel: Opening) -> None:
    panel = opened(open_panel, "wait_event", branches=(BUY,), timeout="P3D")
    field = panel.fields["look_back"]
    assert isinstance(field, LookBackField)
    panel.pick(field.picker, "from now on")
    assert step(panel, "wait_event").plain()["look_back"] == "none"
    panel.pick(field.picker, "in the last")
    assert step(panel, "wait_event").plain()["look_back"] == "PT1H"
    panel.write(field.window_length.amounts[0], "3")
    assert step(panel, "wait_event").plain()["look_back"] == "PT3H"
    QTest.keyClick(field.window_length.amounts[0], Qt.Key.Key_Return)
    panel.write(field.window_length.amounts[0], "0")
    assert "longer than nothing" in field.window_length.said
    assert step(panel, "wait_event").plain()["look_back"] == "PT3H"
