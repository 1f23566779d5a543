"""A schedule is picked in words, and shows the first dates that come of it."""

from journeys.document.journey import Journey
from journeys.nodes.schedule_trigger import ScheduleTrigger
from journeys.schedules import WallTime
from tests.widgets.inspector.conftest import Opening
from tests.widgets.inspector.panel import Panel
from widgets.inspector.fields.schedule import ScheduleField

START = WallTime.parse("2026-01-05T09:00")


def opened(open_panel: Opening, repeat: str | None) -> tuple[Panel, ScheduleField]:
    step = ScheduleTrigger(id="t", start=START, repeat=repeat)
    panel = open_panel(Journey(id="j", nodes=(step,)), "t")
    field = panel.fields["start"]
    assert isinstance(field, ScheduleField)
    return panel, field


def schedule(panel: Panel) -> tuple[str, str | None]:
    node = panel.document.journey.node("t")
    assert isinstance(node, ScheduleTrigger)
    return str(node.start), node.repeat


def test_days_of_the_week_are_pressed(open_panel: Opening) -> None:
    panel, field = opened(open_panel, "FREQ=WEEKLY;BYDAY=MO")
    panel.click(field.days.buttons["thu"])
    assert schedule(panel) == ("2026-01-05T09:00", "FREQ=WEEKLY;BYDAY=MO,TH")
    assert field.dates.text() == (
        "Comes on Mon, 5 Jan 2026 · Thu, 8 Jan 2026 · Mon, 12 Jan 2026 · Thu, 15 Jan 2026"
        " · Mon, 19 Jan 2026 · …"
    )
    panel.click(field.days.buttons["mon"])
    panel.click(field.days.buttons["thu"])
    assert field.days.said.startswith("One day at least")
    assert schedule(panel)[1] == "FREQ=WEEKLY;BYDAY=TH"


def test_the_day_of_a_month_is_picked_by_its_number_or_by_the_week(open_panel: Opening) -> None:
    panel, field = opened(open_panel, None)
    assert field.dates.text() == "Comes on Mon, 5 Jan 2026"
    panel.pick(field.picker, "Every month")
    assert schedule(panel)[1] == "FREQ=MONTHLY;BYMONTHDAY=5"
    panel.pick(field.month, "On the last Friday")
    assert schedule(panel)[1] == "FREQ=MONTHLY;BYDAY=-1FR"
    assert field.dates.text().startswith("Comes on Fri, 30 Jan 2026 · Fri, 27 Feb 2026")
    assert panel.undo_all() == 2
    assert schedule(panel)[1] is None


def test_a_rule_of_its_own_is_written_and_what_is_wrong_with_it_is_said(
    open_panel: Opening,
) -> None:
    panel, field = opened(open_panel, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO")
    assert field.rule.line.text() == "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"
    panel.write(field.rule.line, "FREQ=HOURLY")
    assert field.dates.text() == "Daily is the most."
    panel.write(field.rule.line, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")
    assert field.dates.text() == "It never comes."
    panel.write(field.rule.line, "FREQ=WEEKLY;COUNT=2")
    assert field.dates.text() == "Comes on Mon, 5 Jan 2026 · Mon, 12 Jan 2026"
    assert field.picker.value == "rule"


def test_the_first_day_and_the_time_are_written(open_panel: Opening) -> None:
    panel, field = opened(open_panel, "FREQ=DAILY")
    panel.write(field.day.line, "2026-02-31")
    assert field.day.said == "A day is written like 2026-12-24."
    assert schedule(panel)[0] == "2026-01-05T09:00"
    panel.write(field.day.line, "2026-02-28")
    assert field.day.said == ""
    panel.write(field.time.line, "1830")
    assert schedule(panel)[0] == "2026-02-28T18:30"
    assert field.dates.text().startswith("Comes on Sat, 28 Feb 2026 · Sun, 1 Mar 2026")
