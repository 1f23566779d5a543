"""The page of results shows the counts of the run, all of them, and nothing else."""

import re
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journeys.simulation.funnel import biggest, endings, stages
from journeys.simulation.people import passing
from tests.widgets.results.runs import Run, clipped, finished, run_of
from tests.widgets.results.showing import REFUSED, UNDER_WAY, shown
from widgets.results import words
from widgets.results.census import Census
from widgets.results.overview import Overview


def test_before_a_run_there_is_an_offer_and_nothing_else(overview: Overview, qtbot: QtBot) -> None:
    overview.show_nothing(10_000)
    assert overview.empty.title.text() == "Try this journey on 10,000 customers"
    assert "Nothing is sent" in overview.empty.line.text()
    assert not overview.banner.isVisible()
    assert not overview.has_result
    with qtbot.waitSignal(overview.run_asked):
        QTest.mouseClick(overview.empty.run, Qt.MouseButton.LeftButton)


def test_a_run_under_way_says_how_far_it_is_and_can_be_stopped(
    overview: Overview, qtbot: QtBot
) -> None:
    overview.show_running(UNDER_WAY)
    assert overview.banner.what.text() == UNDER_WAY.words
    assert (overview.banner.bar.value(), overview.banner.bar.maximum()) == (3_000, 10_000)
    assert not overview.empty.is_offering
    with qtbot.waitSignal(overview.cancel_asked):
        QTest.mouseClick(overview.banner.cancel, Qt.MouseButton.LeftButton)


def test_what_was_refused_is_said_with_what_to_try(overview: Overview, qtbot: QtBot) -> None:
    overview.show_refused(REFUSED)
    assert overview.banner.ground == (f"{REFUSED.what} {REFUSED.attempt}",)
    assert overview.empty.refused == REFUSED.what
    with qtbot.waitSignal(overview.run_asked):
        QTest.mouseClick(overview.banner.again, Qt.MouseButton.LeftButton)


def test_an_older_result_stays_while_another_run_is_under_way_or_refused(
    overview: Overview, qtbot: QtBot
) -> None:
    shown(overview, run_of("welcome"), qtbot)
    overview.show_running(UNDER_WAY)
    assert overview.page.isVisible()
    overview.show_refused(REFUSED)
    assert overview.page.isVisible()
    overview.show_nothing()
    assert not overview.page.isVisible()


def test_a_run_given_up_leaves_what_was_there_before(overview: Overview, qtbot: QtBot) -> None:
    overview.show_running(UNDER_WAY)
    overview.show_stopped()
    assert overview.empty.is_offering
    shown(overview, run_of("welcome"), qtbot)
    overview.show_running(UNDER_WAY)
    overview.show_stopped()
    assert overview.banner.what.text() == "Test run"
    assert not overview.banner.cancel.isVisible()
    assert overview.page.isVisible()


def test_the_banner_says_what_the_result_stands_on(
    overview: Overview, run: Run, qtbot: QtBot
) -> None:
    shown(overview, run, qtbot)
    said = " ".join(overview.banner.ground)
    assert "1,500 customers of the sample shop" in said
    assert words.span(run.result["start"], run.result["end"], run.result["zone"]) in said
    assert "Chance 7" in said
    assert overview.banner.ran.text() == "Ran in 0.8 s, nothing was sent"
    for assumption in run.result["assumptions"]:
        assert assumption in said


def test_all_assumptions_are_seen_when_asked_for(overview: Overview, qtbot: QtBot) -> None:
    run = run_of("welcome")
    many = {**run.result, "assumptions": ["First; so.", "Second.", "Third.", "Fourth."]}
    overview.show_result(many, run.journey)
    banner = overview.banner
    assert banner.see_all.text() == banner.see_all.accessibleName() == "4 assumptions"
    QTest.mouseClick(banner.see_all, Qt.MouseButton.LeftButton)
    assert banner.sheet is not None
    assert banner.sheet.lines[-4:] == ("First; so.", "Second.", "Third.", "Fourth.")
    assert any(line.startswith("1,500 customers") for line in banner.sheet.lines)
    QTest.keyClick(banner.sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: banner.sheet is None)


@pytest.mark.parametrize("width", [500, 700, 1_000, 1_600])
def test_the_banner_is_one_line_that_says_as_much_as_has_room(
    overview: Overview, qtbot: QtBot, width: int
) -> None:
    shown(overview, run_of("shop_rescue"), qtbot, width)
    banner = overview.banner
    qtbot.waitUntil(lambda: banner.width() == width)
    assert banner.height() == 44
    assert banner.again.isVisible()
    assert banner.see_all.isVisible()
    qtbot.waitUntil(lambda: clipped(banner) == [])
    assert banner.facts[0].isVisible() or width < 700
    assert bool(banner.assumed.text()) == (width > 1_200)


def test_the_funnel_shows_the_counts_of_the_run(overview: Overview, run: Run, qtbot: QtBot) -> None:
    shown(overview, run, qtbot)
    found = stages(run.journey, run.counts)
    assert [bar.accessibleName() for bar in overview.page.bars.bars] == [
        f"{each.title}: {each.count:,}, {words.share(each.count, found[0].count)}" for each in found
    ]
    assert overview.page.funnel.line.text() == biggest(found)
    losses = [loss for each in found for loss in each.losses if loss.place is not None]
    assert [button.text() for button in overview.page.bars.losses] == [
        f"{words.lost(loss.count)}  {loss.words}" for loss in losses
    ]


def test_entries_and_customers_are_told_apart(overview: Overview, run: Run, qtbot: QtBot) -> None:
    shown(overview, run, qtbot)
    entries = run.counts["entries"]
    assert overview.page.funnel.meta.text() == f"of {entries:,} entries"
    customers = len(run.people.groups[0].ids)
    many = {group.name: len(group.ids) for group in run.people.groups}
    overview.show_people(Census(run.people.looked_at, customers, many.get("got", 0)))
    said = f"of {entries:,} entries by {customers:,} customers"
    assert overview.page.funnel.meta.text() == said
    assert overview.page.people.isVisible()
    shown_numbers = re.findall(r"[\d,]+\d|\d", overview.page.people.text())
    assert sum(int(each.replace(",", "")) for each in shown_numbers) == run.people.looked_at


def test_where_not_all_were_looked_at_the_overview_says_of_how_many_it_speaks() -> None:
    part = Census(10_000, 4_000, 3_000, is_whole=False)
    form = "Of the first 10,000 customers, {}, 6,000 never {}."
    got = form.format("3,000 got a message, 1,000 who entered got none", "entered")
    assert part.said(has_messages=True) == got
    assert part.said(has_messages=False) == form.format("4,000 entered", "did")


def test_a_test_says_how_many_customers_of_each_arm_are_not_counted_yet(
    overview: Overview, qtbot: QtBot
) -> None:
    run = run_of("shop_rescue")
    shown(overview, run, qtbot)
    labels = [each.text() for each in overview.page.experiments.findChildren(QLabel)]
    said = [each for each in labels if "Customers not counted yet" in each]
    arms = run.result["experiments"]["rescue-words"]
    assert len(said) == any(of["censored"] for of in arms.values())
    assert all(f" {of['censored']}" in said[0] for of in arms.values() if of["censored"])


def test_the_tables_show_the_counts_of_the_run(overview: Overview, run: Run, qtbot: QtBot) -> None:
    shown(overview, run, qtbot)
    page, counts = overview.page, run.counts
    for node, of in counts["steps"].items():
        if "sent" in of["ports"]:
            is_sms = run.journey.node(node).kind == "sms"
            opened = None if is_sms else of["opened"]
            unsent = of["ports"]["not_sent"] + of["ports"]["failed"]
            assert page.sent.figures[run.journey.node(node).name] == tuple(
                f"{count:,}" if count is not None else words.DASH
                for count in (of["reached"], of["ports"]["sent"], unsent, opened, of["clicked"])
            )
    for goal in run.journey.goals:
        of = counts["goals"][goal.id]
        whole, part = of["watched"] - of["censored"], of["reached"] - of["reached_censored"]
        figures = (f"{whole:,}", f"{part:,}", words.exact_share(part, whole))
        assert page.reached.figures[goal.name] == figures
    ended = [figures[0] for figures in page.ended.figures.values()]
    assert ended == [f"{end.count:,}" for end in endings(run.journey, counts)]
    assert page.figures.numbers[0] == f"{counts['entries']:,}"
    assert page.figures.numbers[-1] == f"{counts['waiting']:,}"


def test_the_shares_of_how_it_ended_add_up_to_a_hundred(
    overview: Overview, run: Run, qtbot: QtBot
) -> None:
    shown(overview, run, qtbot)
    found = [figures[1] for figures in overview.page.ended.figures.values()]
    rounded = sum(Decimal(each.removesuffix("%")) for each in found if each != "<0.1%")
    assert rounded == 100


def test_an_experiment_is_shown_by_arm_with_shares(overview: Overview, qtbot: QtBot) -> None:
    run = run_of("shop_rescue")
    shown(overview, run, qtbot)
    table = overview.page.experiments.tables["rescue-words"]
    arms = run.result["experiments"]["rescue-words"]
    titles = {"plain": "Plain reminder", "delivery": "Free delivery", "holdout": "Gets nothing"}
    for arm, of in arms.items():
        whole, part = of["exposed"] - of["censored"], of["converted"] - of["converted_censored"]
        figures = (f"{whole:,}", f"{part:,}", words.exact_share(part, whole))
        assert table.figures[titles[arm]] == figures
    shown(overview, run_of("welcome"), qtbot)
    assert not overview.page.experiments.isVisible()


def test_a_click_on_a_loss_asks_for_the_people_behind_it(overview: Overview, qtbot: QtBot) -> None:
    run = run_of("shop_rescue")
    shown(overview, run, qtbot)
    for button in overview.page.bars.losses:
        with qtbot.waitSignal(overview.people_asked) as asked:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        step, out = asked.args or ("", "")
        found = finished(passing(run.program, run.dataset, str(step), str(out), 10**9))
        count = int(button.text().split()[0].removeprefix(words.MINUS).replace(",", ""))
        assert 0 < len(found) <= count


def test_a_loss_can_be_asked_for_by_keyboard(overview: Overview, qtbot: QtBot) -> None:
    shown(overview, run_of("shop_rescue"), qtbot)
    first = overview.page.bars.losses[0]
    first.setFocus()
    with qtbot.waitSignal(overview.people_asked) as asked:
        QTest.keyClick(first, Qt.Key.Key_Space)
    assert asked.args == ["paid", "bought"]


def test_rows_of_messages_goals_and_endings_ask_for_their_people(
    overview: Overview, qtbot: QtBot
) -> None:
    run = run_of("welcome")
    shown(overview, run, qtbot)
    asked: list[tuple[str, str]] = []
    overview.people_asked.connect(lambda step, out: asked.append((step, out)))
    for table in (overview.page.sent, overview.page.reached, overview.page.ended):
        for button in table.buttons:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert ("hello", "sent") in asked
    assert ("", ":goal_reached:first_order") in asked
    assert ("", ":waiting") in asked
    for step, out in asked:
        assert finished(passing(run.program, run.dataset, step, out, 1)) or (step, out)


def test_the_chart_shows_every_entry_and_message(
    overview: Overview, run: Run, qtbot: QtBot
) -> None:
    shown(overview, run, qtbot)
    chart = overview.page.dates.chart
    assert chart is not None
    totals = {line.title: line.total for line in chart.series}
    assert totals.pop("Entries") == run.counts["entries"]
    assert totals.pop("Not sent") == sum(run.days.not_sent)
    assert sum(totals.values()) == sum(
        of["ports"].get("sent", 0) for of in run.counts["steps"].values()
    )
    for line in chart.series:
        assert f"{line.title} {line.total:,}" in chart.accessibleName()


def test_arrows_pick_a_day_of_the_chart(overview: Overview, qtbot: QtBot) -> None:
    run = run_of("welcome")
    shown(overview, run, qtbot)
    dates = overview.page.dates
    assert dates.chart is not None
    QTest.keyClick(dates.chart, Qt.Key.Key_Right)
    assert dates.meta.text() == words.day(run.days.first)
    assert f"Entries {run.days.entries[0]:,}" in dates.chart.accessibleDescription()
    QTest.keyClick(dates.chart, Qt.Key.Key_Left)
    assert dates.meta.text() == words.day(run.days.first)
    QTest.keyClick(dates.chart, Qt.Key.Key_Escape)
    assert dates.meta.text() == f"{len(run.days.entries)} days"


def test_the_chart_can_be_read_as_a_table(overview: Overview, qtbot: QtBot) -> None:
    run = run_of("welcome")
    shown(overview, run, qtbot)
    dates = overview.page.dates
    QTest.mouseClick(dates.switch, Qt.MouseButton.LeftButton)
    assert dates.table is not None
    assert dates.table.isVisible()
    column = [dates.table.item(row, 1) for row in range(dates.table.rowCount())]
    assert [cell.text() for cell in column if cell] == [f"{count:,}" for count in run.days.entries]
    QTest.mouseClick(dates.switch, Qt.MouseButton.LeftButton)
    assert not dates.table.isVisible()
    assert dates.chart is not None
    assert dates.chart.isVisible()


def test_a_journey_changed_since_offers_to_run_it_again(overview: Overview, qtbot: QtBot) -> None:
    overview.show_changed(changed=True)
    assert not overview.banner.isVisible()
    shown(overview, run_of("welcome"), qtbot)
    overview.show_changed(changed=True)
    assert overview.banner.ran.text() == "The journey changed since this run"
    assert overview.banner.again.property("look") == "filled"
    shown(overview, run_of("welcome"), qtbot)
    assert overview.banner.again.property("look") == ""
