"""Trying a journey in the window: counts, live counts, one customer explained, and stopping."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app import wiring
from app.cli.bar import drive
from app.counting import counts
from app.data import SampleShop
from app.desktop import Desktop
from app.following import story
from app.live import Counted
from app.running import Outcome, run_settings
from journeys.document.edits.canvas import Move, Place
from journeys.document.edits.steps import ChangeNode
from journeys.document.format import loads
from journeys.durations import Duration
from journeys.program.reasons import Reason
from journeys.samples import samples
from journeys.shop.shop import Shop
from journeys.simulation.follow import follow
from journeys.values import evolve
from tests.app.speaking import put_events
from tests.app.windows import Answers, begin_empty, card_of, choose, drop, notices, opened
from widgets.inspector.fields.duration import DurationField
from widgets.inspector.pages.journey import JourneyPage
from widgets.inspector.pages.step import StepPage
from widgets.results.entries import entries
from widgets.results.words import share

LEFT = Qt.MouseButton.LeftButton
CUSTOMERS = 300
LONG = 30_000


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, answers: Answers) -> Iterator[Desktop]:
    with opened(qtbot, tmp_path, answers, CUSTOMERS) as made:
        made.begin()
        qtbot.waitUntil(lambda: made.data.brought is not None, timeout=LONG)
        made.hearing.open_ready_made("shop_rescue")
        qtbot.waitUntil(lambda: not made.live.is_counting, timeout=LONG)
        yield made


def longer(desktop: Desktop, hours: int) -> None:
    """Let the first wait of the sample last so many hours."""
    wait = desktop.workbench.document.journey.node("hour")
    changed = evolve(wait, duration=Duration(seconds=3_600 * hours))
    desktop.workbench.do(ChangeNode(changed))


def test_a_test_run_brings_the_result_and_its_counts(qtbot: QtBot, desktop: Desktop) -> None:
    running = desktop.workbench.running
    with qtbot.waitSignal(running.finished, timeout=LONG):
        QTest.mouseClick(desktop.window.bar.run, LEFT)
    assert desktop.window.room == "results"
    assert desktop.window.overview.has_result
    outcome = running.outcome
    assert outcome is not None
    journey = loads(samples()["shop_rescue"])
    alone = drive(wiring.running([journey], Shop(CUSTOMERS).dataset(), run_settings("UTC")))
    assert outcome.ran.result == alone.result
    shown = counts(outcome.ran.result, outcome.journey)
    assert shown.entered == shown.through["cart", "next"] == shown.reached["hour"] > 50
    assert shown.through["words", "holdout"] == shown.reached["alone"]
    assert shown.sentences["reminder"].endswith("clicked")
    assert shown.sentences["hour"] == ""


def test_a_run_goes_first_to_a_text_that_cannot_be(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.hearing.show_step("hour")
    page = desktop.window.inspector.page
    assert isinstance(page, StepPage)
    field = page.form.fields["duration"]
    assert isinstance(field, DurationField)
    field.amounts[0].selectAll()
    QTest.keyClicks(field.amounts[0], "1.5")
    with qtbot.assertNotEmitted(desktop.workbench.running.began):
        QTest.mouseClick(desktop.window.bar.run, LEFT)
    assert desktop.window.room == "design"
    assert desktop.window.inspector.focusWidget() is field.amounts[0]
    said = " ".join(card.accessibleName() for card in desktop.window.notices.shown)
    assert "cannot be" in said


def test_a_run_that_is_stopped_leaves_everything_as_it_was(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.data.use(SampleShop(200_000))
    running = desktop.workbench.running
    QTest.mouseClick(desktop.window.bar.run, LEFT)
    assert running.is_running
    assert not desktop.window.bar.run.isEnabled()
    with qtbot.waitSignal(running.stopped, timeout=LONG):
        desktop.window.overview.cancel_asked.emit()
    assert running.outcome is None
    assert not desktop.window.overview.has_result
    assert desktop.window.bar.run.isEnabled()


def test_a_journey_that_cannot_run_is_refused_in_words(qtbot: QtBot, desktop: Desktop) -> None:
    begin_empty(desktop)
    with qtbot.waitSignal(desktop.workbench.running.refused, timeout=LONG) as said:
        desktop.workbench.run()
    assert "Nobody can enter" in str(said.args)
    assert desktop.window.bar.run.isEnabled()


def test_live_counts_are_those_of_a_run_and_follow_each_edit(
    qtbot: QtBot, desktop: Desktop
) -> None:
    heard: list[Counted] = []
    desktop.live.counted.connect(heard.append)
    for hours in (2, 3, 4):
        longer(desktop, hours)
    newest = desktop.workbench.document.journey
    qtbot.waitUntil(lambda: bool(heard), timeout=LONG)
    assert [counted.journey for counted in heard] == [newest]
    alone = drive(wiring.running([newest], Shop(CUSTOMERS).dataset(), run_settings("UTC")))
    assert heard[0].result == alone.result


def test_moving_a_step_counts_nothing_anew(qtbot: QtBot, desktop: Desktop) -> None:
    with qtbot.assertNotEmitted(desktop.live.counted, wait=100):
        desktop.workbench.do(Move(nodes=(Place("hour", 5, 5),)))
    assert not desktop.live.is_counting


def test_a_journey_with_errors_has_no_counts(qtbot: QtBot, desktop: Desktop) -> None:
    with qtbot.waitSignal(desktop.live.counted, timeout=LONG) as said:
        longer(desktop, 0)
    (counted,) = said.args or [None]
    assert isinstance(counted, Counted)
    assert counted.result is None


def test_events_of_ones_own_are_used_once_they_are_dropped(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path
) -> None:
    drop(desktop.window, put_events(tmp_path / "events.csv"))
    qtbot.waitUntil(lambda: desktop.data.brought is not None, timeout=LONG)
    assert desktop.data.brought is not None
    assert desktop.data.brought.dataset.customers == 3
    qtbot.waitUntil(lambda: "In use: 3 customers with 6 events." in notices(desktop), timeout=LONG)


def test_events_that_cannot_be_read_are_refused_and_the_old_ones_stay_away(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path
) -> None:
    (tmp_path / "events.csv").write_bytes(b"\x00\x01\x02")
    with qtbot.waitSignal(desktop.workbench.noticed, timeout=LONG):
        drop(desktop.window, tmp_path / "events.csv")
    assert desktop.window.notices.shown[0].property("is_bad")


def test_the_way_of_a_customer_follows_paths_that_are_there() -> None:
    journey = loads(samples()["shop_rescue"])
    dataset = Shop(CUSTOMERS).dataset()
    program = wiring.compiled([journey], dataset, run_settings("UTC"))
    drawn = {edge.order for edge in journey.edges}
    seen, reasons = 0, set[str]()
    for place in range(60):
        followed = follow(program, dataset, dataset.ids[place])
        numbered = entries(followed, [journey])
        way = story(journey, followed, numbered, None)
        orders = {(source, port, target) for source, port, target in way.edges}
        assert orders <= drawn
        assert len(way.steps) < 2 or len(orders) == len(
            set(zip(way.steps, way.steps[1:], strict=False))
        )
        assert set(way.numbers) <= set(way.steps)
        shown = sorted(number for step in way.numbers.values() for number in step)
        assert shown == list(range(1, len(shown) + 1))
        assert set(way.times) == {(source, target) for source, _, target in orders}
        seen += len(way.steps) > 3
        told = [one.telling for one in followed.told]
        sent = {one.node for one in told if one.reason is Reason.SENT}
        for step, why in way.unsent.items():
            assert step in way.steps
            assert step not in sent
            reasons.add(why)
    assert seen > 5
    assert reasons == {"Not sent: no consent", "Not sent: no address"}


def test_a_customer_is_explained_and_the_way_lights_up(qtbot: QtBot, desktop: Desktop) -> None:
    with qtbot.waitSignal(desktop.workbench.running.finished, timeout=LONG):
        desktop.workbench.run()
    explaining, explained = desktop.explaining, desktop.window.explain
    explaining.show_people("hour", "next")
    qtbot.waitUntil(lambda: bool(explaining.told), timeout=LONG)
    assert desktop.window.results.shown == "explain"
    assert explained.right.currentWidget() is explained.story
    assert any(one.telling.node == "hour" for one in explaining.told)


def test_the_page_of_a_step_says_what_came_of_it_and_leads_to_the_people(
    qtbot: QtBot, desktop: Desktop
) -> None:
    with qtbot.waitSignal(desktop.workbench.running.finished, timeout=LONG) as ran:
        desktop.workbench.run()
    (outcome,) = ran.args or [None]
    assert isinstance(outcome, Outcome)
    through = counts(outcome.ran.result, outcome.journey).through
    desktop.front.show_room("design")
    desktop.window.canvas.select(("paid",))
    page = desktop.window.inspector.page
    assert isinstance(page, StepPage)
    QTest.mouseClick(page.tabs.buttons["results"], LEFT)
    button = page.came.buttons["bought"]
    assert f"Has bought: {through['paid', 'bought']}." in button.accessibleName()
    QTest.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: bool(desktop.explaining.told), timeout=LONG)
    assert desktop.window.results.shown == "explain"
    assert any(one.telling.operands[:1] == ("bought",) for one in desktop.explaining.told)
    longer(desktop, 2)
    desktop.front.show_room("design")

    def said() -> str:
        labels = desktop.window.inspector.findChildren(QLabel)
        return " ".join(label.text() for label in labels if not label.isHidden())

    qtbot.waitUntil(lambda: "Counted with each edit, on 300 customers" in said(), timeout=LONG)
    now = desktop.window.inspector.page
    assert isinstance(now, StepPage)
    assert now.came.buttons == {}


def test_the_page_of_the_journey_says_how_far_people_get_and_follows_each_edit(
    qtbot: QtBot, desktop: Desktop
) -> None:
    inspector = desktop.window.inspector
    inspector.show_nodes(())
    page = inspector.page
    assert isinstance(page, JourneyPage)
    qtbot.waitUntil(lambda: "results" in page.tabs.buttons, timeout=LONG)
    QTest.mouseClick(page.tabs.buttons["results"], LEFT)
    assert page.funnel.isVisible()
    assert page.funnel.rows[0].title.text() == "Entered"
    before = [row.bar.accessibleName() for row in page.funnel.rows]
    assert before == [
        f"{stage.title}: {stage.count:,}, {share(stage.count, inspector.outcome.stages[0].count)}"
        for stage in inspector.outcome.stages
    ]
    longer(desktop, 48)
    qtbot.waitUntil(
        lambda: [row.bar.accessibleName() for row in page.funnel.rows] != before, timeout=LONG
    )


def test_opening_the_file_that_is_open_keeps_the_result_and_what_is_not_saved(
    qtbot: QtBot, desktop: Desktop, answers: Answers, tmp_path: Path
) -> None:
    workbench, path = desktop.workbench, tmp_path / "rescue.json"
    answers.file = path
    assert workbench.save(path)
    with qtbot.waitSignal(workbench.running.finished, timeout=LONG):
        QTest.mouseClick(desktop.window.bar.run, LEFT)
    outcome = workbench.running.outcome
    desktop.window.canvas.add("wait")
    journey = workbench.document.journey
    openings: tuple[Callable[[], object], ...] = (
        lambda: QTest.mouseClick(card_of(desktop, path), LEFT),
        lambda: choose(desktop, "open"),
        lambda: drop(desktop.window, path),
    )
    for opening in openings:
        QTest.mouseClick(desktop.window.bar.logo, LEFT)
        qtbot.waitUntil(lambda: str(path) in desktop.window.home.cards)
        opening()
        assert desktop.window.room == "design"
        assert workbench.document.journey is journey
        assert workbench.running.outcome is outcome
        assert desktop.window.overview.has_result
    assert set(answers.asked) == {"journey"}


def test_a_file_that_is_open_and_was_changed_outside_is_read_again(
    desktop: Desktop, tmp_path: Path
) -> None:
    path = tmp_path / "rescue.json"
    assert desktop.workbench.save(path)
    path.write_bytes(samples()["welcome"])
    desktop.hearing.open_file(path)
    assert desktop.workbench.document.journey == loads(samples()["welcome"])
