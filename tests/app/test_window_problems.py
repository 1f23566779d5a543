"""What is wrong with a large journey is found beside the window, and shown a page at a time."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.desktop import Desktop
from journeys.conditions.comparison import Operator
from journeys.conditions.tree import BehaviourTest
from journeys.document.checks import problems
from journeys.document.journey import Edge, Journey, Position
from journeys.document.kinds import kinds
from journeys.document.rules import EntryRule
from journeys.durations import Duration
from journeys.nodes.branch import Branch, Path
from journeys.nodes.email import Email
from journeys.nodes.event_trigger import EventTrigger
from journeys.nodes.finish import Finish
from journeys.nodes.wait import Wait
from widgets.inspector.pages.journey import JourneyPage
from widgets.inspector.pages.step import StepPage
from widgets.shell.buttons import Button
from widgets.shell.problems import PAGE

LEFT = Qt.MouseButton.LeftButton
MANY = 300


def loose() -> Journey:
    """Return a journey of many steps that nobody can come to."""
    start = EventTrigger(id="start", event="purchase")
    return Journey(id="loose", nodes=(start, *(Finish(id=f"end_{place}") for place in range(MANY))))


def test_the_problems_of_a_large_journey_come_later_and_are_shown_page_by_page(
    qtbot: QtBot, desktop: Desktop
) -> None:
    journey = loose()
    desktop.workbench.put(journey)
    desktop.front.show_room("design")
    assert desktop.workbench.problems == ()
    qtbot.waitUntil(lambda: bool(desktop.workbench.problems), timeout=20_000)
    assert desktop.workbench.problems == problems(journey)
    QTest.mouseClick(desktop.window.bar.problems, LEFT)
    listed = desktop.front.problems

    def shown() -> int:
        said = [label.text() for label in listed.findChildren(QLabel)]
        return said.count("Worth a look")

    assert shown() == PAGE
    QTest.mouseClick(listed.more, LEFT)
    assert shown() == 2 * PAGE
    assert f"{len(problems(journey)) - 2 * PAGE} are left" in listed.more.text()
    listed.hide()


def test_a_step_of_a_large_journey_says_what_was_found_wrong_with_it(
    qtbot: QtBot, desktop: Desktop
) -> None:
    desktop.workbench.put(loose())
    desktop.front.show_room("design")
    desktop.window.resize(1_600, 1_000)
    desktop.window.canvas.select(("end_7",))
    page = desktop.window.inspector.page
    assert isinstance(page, StepPage)
    qtbot.waitUntil(lambda: bool(page.faults.buttons), timeout=20_000)
    said = " ".join(label.text() for label in page.faults.findChildren(QLabel))
    assert "Nobody can come to" in said


def test_an_event_that_nobody_did_says_why_nobody_is_counted_and_is_mended_by_a_click(
    qtbot: QtBot, desktop: Desktop
) -> None:
    qtbot.waitUntil(lambda: desktop.workbench.document.vocabulary is not None, timeout=20_000)
    opened = BehaviourTest(event="opened", operator=Operator.AT_LEAST, value=Decimal(1))
    journey = Journey(
        id="mails",
        nodes=(
            EventTrigger(id="start", event="purchase"),
            Email(id="mail", title="Mail"),
            Branch(id="asked", branches=(Path(id="yes", condition=opened),)),
        ),
        edges=(
            Edge(source="start", port="next", target="mail"),
            Edge(source="mail", port="sent", target="asked"),
        ),
    )
    desktop.workbench.put(journey)
    desktop.front.show_room("design")
    chip = desktop.window.counted
    said = "Not counted: nobody ever did 'opened'"
    counted = "Entries, counted on 50 customers of the sample shop"
    qtbot.waitUntil(lambda: chip.accessibleName() == said, timeout=20_000)
    desktop.workbench.put_new()
    assert chip.accessibleName() == counted
    desktop.workbench.put(journey)
    qtbot.waitUntil(lambda: chip.accessibleName() == said, timeout=20_000)
    QTest.mouseClick(desktop.window.bar.problems, LEFT)
    listed = desktop.front.problems
    (fix,) = [each for each in listed.findChildren(Button) if "opened an e-mail" in each.text()]
    QTest.mouseClick(fix, LEFT)
    qtbot.waitUntil(lambda: chip.accessibleName() == counted, timeout=20_000)


def test_a_key_that_the_start_never_has_is_said_on_its_card_and_mended_by_a_click(
    qtbot: QtBot, desktop: Desktop
) -> None:
    qtbot.waitUntil(lambda: desktop.workbench.document.vocabulary is not None, timeout=20_000)
    start, end = EventTrigger(id="start", event="page_view"), Finish(id="end")
    desktop.workbench.put(
        Journey(
            id="carts",
            nodes=(start, end),
            edges=(Edge(source="start", port="next", target="end"),),
            entry=EntryRule(key="cart_id"),
        )
    )
    desktop.front.show_room("design")
    desktop.window.resize(1_600, 1_000)
    (problem,) = desktop.workbench.problems
    assert problem.node == "start"
    canvas = desktop.window.canvas
    (told,) = canvas.scene.wrong("start")
    assert told.brief == "'page view' never has 'cart_id'"
    canvas.select(("start",))
    page = desktop.window.inspector.page
    assert isinstance(page, StepPage)
    said = " ".join(label.text() for label in page.faults.findChildren(QLabel))
    assert "no 'page view' in the data says which 'cart_id' it is about" in said
    (fix,) = page.faults.buttons
    QTest.mouseClick(fix, LEFT)
    assert desktop.workbench.document.journey.entry.key is None
    assert not desktop.workbench.problems
    desktop.workbench.document.undo()
    assert problem in desktop.workbench.problems


def test_a_journey_without_a_goal_is_shown_where_a_goal_is_set(desktop: Desktop) -> None:
    desktop.window.resize(1_600, 800)
    desktop.workbench.put(
        Journey(
            id="aimless",
            nodes=(
                EventTrigger(id="start", event="purchase"),
                kinds()["experiment"].fresh("halves", ("purchase",)),
            ),
            edges=(Edge(source="start", port="next", target="halves"),),
        )
    )
    desktop.front.show_room("design")
    canvas, inspector = desktop.window.canvas, desktop.window.inspector
    canvas.select(("halves",))
    seen = canvas.camera
    QTest.mouseClick(desktop.window.bar.problems, LEFT)
    listed = desktop.front.problems
    goal = next(i for i, each in enumerate(desktop.workbench.problems) if each.rule == "goals")
    shown = [each for each in listed.findChildren(Button) if each.text() == "Show"]
    QTest.mouseClick(shown[goal], LEFT)
    page = inspector.page
    assert isinstance(page, JourneyPage)
    goals = page.rules.fields["goals"]
    focused = inspector.window().focusWidget()
    assert focused is not None
    assert goals.isAncestorOf(focused)
    assert not focused.visibleRegion().isEmpty()
    assert canvas.camera == seen


def test_a_start_that_was_deleted_is_chosen_anew_and_leads_where_nobody_comes(
    qtbot: QtBot, desktop: Desktop
) -> None:
    qtbot.waitUntil(lambda: bool(desktop.front.starts), timeout=20_000)
    first, second = Finish(id="end_1"), Wait(id="pause", duration=Duration(seconds=60))
    journey = Journey(
        id="headless",
        nodes=(first, second),
        edges=(Edge(source="pause", port="next", target="end_1"),),
        layout=(Position(node="pause", x=0, y=0), Position(node="end_1", x=0, y=150)),
    )
    desktop.workbench.put(journey)
    desktop.front.show_room("design")
    QTest.mouseClick(desktop.window.bar.problems, LEFT)
    listed = desktop.front.problems
    (chosen,) = [each for each in listed.findChildren(Button) if each.text() == "Choose who starts"]
    QTest.mouseClick(chosen, LEFT)
    QTest.keyClicks(desktop.front.start.field, "purchase")
    QTest.keyClick(desktop.front.start, Qt.Key.Key_Return)
    now = desktop.workbench.document.journey
    (start,) = now.triggers
    assert now.target(start.id, "next") == "pause"
    assert now.positions[start.id][1] < 0  # above what it leads to
    assert desktop.workbench.problems == ()
    assert desktop.window.canvas.selection == (start.id,)
    desktop.workbench.document.undo()
    assert desktop.workbench.document.journey == journey


def test_problems_of_steps_of_one_name_are_told_apart(desktop: Desktop) -> None:
    pauses = [Wait(id=f"pause_{count}", duration=Duration(seconds=60 * count)) for count in (1, 2)]
    start = EventTrigger(id="start", event="purchase")
    desktop.workbench.put(Journey(id="pauses", nodes=(start, *pauses)))
    desktop.front.show_room("design")
    QTest.mouseClick(desktop.window.bar.problems, LEFT)
    said = [each.text() for each in desktop.front.problems.findChildren(QLabel)]
    assert {"Worth a look \u00b7 Wait 1 minute", "Worth a look \u00b7 Wait 2 minutes"} <= {*said}
