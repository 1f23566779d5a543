"""A schedule is picked in words, and shows the first dates that come of it."""

from journeys.document.journey import Journey
from journeys.nodes.schedule_trigger import ScheduleTrigger
from journeys.schedules import WallTime
from tests.widgets.inspector.conftest import Opening
from tests.widgets.inspector.panel import Panel
from widgets.inspector.fields.coming import Since, coming, since
from widgets.inspector.fields.schedule import ScheduleField

RUN = "In a test run, from Wed, 1 Jan 2020 on, it comes on"
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
        "In a test run, from Wed, 1 Jan 2020 on, it comes on "
        "Mon, 5 Jan 2026 · Thu, 8 Jan 2026 · Mon, 12 Jan 2026 · Thu, 15 Jan 2026"
        " · Mon, 19 Jan 2026 · …"
    )
    panel.click(field.days.buttons["mon"])
    panel.click(field.days.buttons["thu"])
    assert field.days.said.startswith("One day at least")
    assert schedule(panel)[1] == "FREQ=WEEKLY;BYDAY=TH"


def test_the_day_of_a_month_is_picked_by_its_number_or_by_the_week(open_panel: Opening) -> None:
    panel, field = opened(open_panel, None)
    assert field.dates.text() == f"{RUN} Mon, 5 Jan 2026"
    panel.pick(field.picker, "Every month")
    assert schedule(panel)[1] == "FREQ=MONTHLY;BYMONTHDAY=5"
    panel.pick(field.month, "On the last Friday")
    assert schedule(panel)[1] == "FREQ=MONTHLY;BYDAY=-1FR"
    assert field.dates.text().startswith(f"{RUN} Fri, 30 Jan 2026 · Fri, 27 Feb 2026")
    assert panel.undo_all() == 2
    assert schedule(panel)[1] is None


def test_a_rule_of_its_own_is_written_and_what_is_wrong_with_it_is_said(
    open_panel: Opening,
) -> None:
    panel, field = opened(open_panel, "FREQ=MONTHLY;BYMONTHDAY=5,20")
    assert field.rule.line.text() == "FREQ=MONTHLY;BYMONTHDAY=5,20"
    panel.write(field.rule.line, "FREQ=HOURLY")
    assert field.dates.text() == "Daily is the most."
    panel.write(field.rule.line, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")
    assert field.dates.text() == "It never comes."
    panel.write(field.rule.line, "FREQ=WEEKLY;COUNT=2")
    assert field.dates.text() == f"{RUN} Mon, 5 Jan 2026 · Mon, 12 Jan 2026"
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
    assert field.dates.text().startswith(f"{RUN} Sat, 28 Feb 2026 · Sun, 1 Mar 2026")


def test_the_distance_and_the_end_are_picked_and_kept_when_the_days_change(
    open_panel: Opening,
) -> None:
    panel, field = opened(open_panel, "FREQ=WEEKLY;BYDAY=MO")
    repeating = field.repeating
    panel.write(repeating.every.line, "2")
    assert schedule(panel)[1] == "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"
    assert repeating.unit.text() == "weeks"
    panel.pick(repeating.ends, "This many times")
    assert schedule(panel)[1] == "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=10"
    panel.write(repeating.count.line, "3")
    panel.click(field.days.buttons["thu"])
    assert schedule(panel)[1] == "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=3"
    assert field.dates.text() == (f"{RUN} Mon, 5 Jan 2026 · Thu, 8 Jan 2026 · Mon, 19 Jan 2026")
    week = field.days.picture.week
    assert week is not None
    assert (str(week.time), week.days) == ("09:00", ("mon", "thu"))
    panel.pick(repeating.ends, "Until a day")
    assert schedule(panel)[1] == "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20270105T235900"
    panel.write(repeating.day.line, "2026-01-3")
    assert repeating.day.said == "A day is written like 2026-12-24."
    panel.write(repeating.day.line, "2026-01-08")
    assert schedule(panel)[1] == "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20260108T235900"
    assert field.picker.value == "WEEKLY"
    panel.pick(repeating.ends, "Without an end")
    assert schedule(panel)[1] == "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH"


def test_dates_count_from_today_unless_the_data_are_older() -> None:
    today = since(None)
    assert not today.is_of_run
    assert since((0, today.day.seconds)) == today
    assert since((90_000, 100_000)) == Since(WallTime(86_400), is_of_run=True)
    later = Since(WallTime.parse("2026-01-20T00:00"))
    assert coming(START, "FREQ=WEEKLY;COUNT=4", later) == "Comes next on Mon, 26 Jan 2026"
    assert coming(START, None, later) == (
        "Does not come any more: it is over before Tue, 20 Jan 2026."
    )
