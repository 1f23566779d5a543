"""The cart rescue is drawn, run, explained, undone and done again with the mouse alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.desktop import Desktop
from app.window import Window
from journeys.document.format import dumps
from journeys.document.journey import Journey
from tests.app.mouse import Mouse
from tests.app.windows import Answers, opened
from widgets.canvas.geometry import Point
from widgets.canvas.spots import near_handles
from widgets.inspector.controls.picker import Picker
from widgets.inspector.controls.token import Token
from widgets.inspector.fields.things import ThingsField
from widgets.inspector.pages.page import Page

LONG = 30_000
CUSTOMERS = 300


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    with opened(qtbot, tmp_path, Answers(), CUSTOMERS) as made:
        made.window.resize(1_600, 1_000)
        made.begin()
        qtbot.waitUntil(lambda: made.data.brought is not None, timeout=LONG)
        qtbot.waitUntil(lambda: "shop_rescue" in made.window.home.cards)
        yield made


class Marketer:
    """Looks at the window and works on it with the mouse; types only into fields of text."""

    def __init__(self, desktop: Desktop) -> None:
        self.window = desktop.window
        self.mouse = Mouse()
        self._document = desktop.workbench.document

    @property
    def journey(self) -> Journey:
        """The journey that is shown."""
        return self._document.journey

    def place(self, point: Point) -> QPoint:
        """Return where on the canvas widget a place of the drawing is."""
        seen = self.window.canvas.camera.to_view(point)
        return QPoint(round(seen.x), round(seen.y))

    def step(self, name: str) -> QPoint:
        """Return where a step is seen."""
        return self.place(self.window.canvas.scene.steps.frame(name).centre)

    def port(self, name: str, port: str) -> QPoint:
        """Point at a step, and return where the handle of a way out is seen then."""
        self.mouse.hover(self.window.canvas, self.step(name))
        handles = near_handles(self.window.canvas.scene, name, is_near=True)
        found = next(each.frame.centre for each in handles if each.port == port)
        return self.place(found)

    def bring(self, kind: str, at: QPoint) -> None:
        """Drag a kind of step from the palette."""
        row = next(row for row in self.window.palette_panel.rows if row.of.kind == kind)
        self.mouse.scroll_to(row)
        self.mouse.carry(row, self.window.canvas, at)

    def add(self, name: str, port: str, title: str) -> None:
        """Click on a way out, and choose what comes next."""
        self.mouse.click(self.window.canvas, self.port(name, port))
        self.mouse.pick(title)

    def lead(self, name: str, port: str, to: QPoint) -> None:
        """Drag a path out of a step."""
        self.mouse.drag(self.window.canvas, self.port(name, port), to)

    def word(self, shown: str) -> QWidget:
        """Return a word or field in the panel at the right that can be pressed."""
        inspector = self.window.inspector
        parts = [*inspector.findChildren(Token), *inspector.findChildren(Picker)]
        return next(each for each in parts if each.isVisible() and each.text() == shown)


def test_the_cart_rescue_is_made_run_explained_and_taken_back_by_mouse(
    qtbot: QtBot, desktop: Desktop
) -> None:
    marketer = Marketer(desktop)
    window = desktop.window
    marketer.mouse.click(window.home.new_button)
    marketer.mouse.click(desktop.front.start.otherwise)
    begun = dumps(marketer.journey)
    draw(marketer)
    assert desktop.workbench.problems == ()
    made = dumps(marketer.journey)
    with qtbot.waitSignal(desktop.workbench.running.finished, timeout=LONG):
        marketer.mouse.click(window.bar.run)
    explain(qtbot, marketer, desktop)
    marketer.mouse.click(window.bar.tabs.button("design"))
    while window.bar.undo.isEnabled():
        marketer.mouse.click(window.bar.undo)
    assert dumps(marketer.journey) == begun
    while window.bar.redo.isEnabled():
        marketer.mouse.click(window.bar.redo)
    assert dumps(marketer.journey) == made


def draw(marketer: Marketer) -> None:
    """Draw the cart rescue: a trigger, a wait, a question, a test with a holdout, two e-mails."""
    mouse, window = marketer.mouse, marketer.window
    marketer.bring("event_trigger", QPoint(window.canvas.width() // 2, 80))
    mouse.click(marketer.word("page view"))
    mouse.pick("add to cart")
    assert marketer.journey.node("event_trigger").name == "Add to cart"
    marketer.bring("wait", marketer.port("event_trigger", "next"))
    assert marketer.journey.node("wait").summary() == "Wait 1 hour"
    marketer.add("wait", "next", "Condition")
    mouse.click(marketer.word("page view"))
    mouse.pick("purchase")
    marketer.bring("finish", marketer.port("branch", "yes"))
    marketer.add("branch", "else", "A/B test")
    for arm in ("a", "b"):
        marketer.add("experiment", arm, "E-mail")
    marketer.add("experiment", "holdout", "Finish")
    marketer.add("email", "sent", "Finish")
    marketer.lead("email_2", "sent", marketer.step("finish_3"))
    assert marketer.journey.target("email_2", "sent") == "finish_3"
    mouse.click(page(window).head.close_button)
    goals = page(window).findChild(ThingsField)
    assert isinstance(goals, ThingsField)
    mouse.click(goals.add)
    assert marketer.journey.goals[0].event == "purchase"


def page(window: Window) -> Page:
    """Return what the panel at the right shows."""
    assert window.inspector.page is not None
    return window.inspector.page


def explain(qtbot: QtBot, marketer: Marketer, desktop: Desktop) -> None:
    """Open the trace of a customer: turn to Explain, and click somebody in the list."""
    window = desktop.window
    assert window.room == "results"
    marketer.mouse.click(window.results.tabs.button("explain"))
    people = window.explain.customers.people
    qtbot.waitUntil(lambda: people.isVisible() and bool(window.explain.customers.model.ids))
    second = people.visualRect(people.model().index(1, 0))
    marketer.mouse.click(people.viewport(), second.center())
    qtbot.waitUntil(lambda: bool(desktop.explaining.told), timeout=LONG)
    assert window.explain.right.currentWidget() is window.explain.story
    assert desktop.explaining.told[0].telling.node == "event_trigger"
