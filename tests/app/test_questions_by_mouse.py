"""A sequence, a group in a group and a segment of segments are asked for by mouse, from nothing."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.desktop import Desktop
from app.scenes.asked import STEP, journey_asking, path_asking
from app.scenes.questions import BOUGHT
from journeys.conditions.sequences import Happening
from journeys.conditions.tree import (
    AllOf,
    AnyOf,
    AttributeTest,
    BehaviourTest,
    Condition,
    Not,
    PropertyTest,
    SegmentTest,
    SequenceTest,
)
from journeys.document.format import dumps
from journeys.durations import Duration
from journeys.nodes.branch import Branch
from tests.app.mouse import Mouse
from tests.app.windows import Answers, opened
from widgets.inspector.controls.buttons import LinkButton, PlainButton
from widgets.inspector.controls.token import Token
from widgets.inspector.fields.things import ThingsField
from widgets.inspector.pages.journey import JourneyPage
from widgets.inspector.pages.step import StepPage
from widgets.inspector.sentences.group import GroupView
from widgets.inspector.sentences.leaf import LeafView

LONG = 30_000
CUSTOMERS = 300
MORE = "Ask something else\u2026"

W = TypeVar("W", bound=QWidget)


class Asker:
    """Works on the panel at the right with the mouse; types only where something is written."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop, self.mouse = desktop, Mouse()

    @property
    def asked(self) -> Condition:
        """The condition of the only path."""
        node = self.desktop.workbench.document.journey.node(STEP)
        assert isinstance(node, Branch)
        return node.branches[0].condition

    @property
    def page(self) -> QWidget:
        """What the panel shows."""
        page = self.desktop.window.inspector.page
        assert page is not None
        return page

    def press(self, what: QWidget, pick: str = "") -> None:
        """Click on something, scrolled into sight, and pick from the list that opens."""
        self.mouse.scroll_to(what)
        self.mouse.click(what)
        if pick:
            self.mouse.pick(pick)

    def seen(self, kind: type[W], words: str, within: QWidget | None = None) -> W:
        """Return the first button with these words."""
        parts = (within or self.page).findChildren(kind)
        names = (f": {words}", words)
        return next(
            part for part in parts if part.isVisible() and part.accessibleName().endswith(names)
        )

    def add(self, sort: str, within: QWidget | None = None) -> None:
        """Add a condition of a sort to what ends last in a part of the panel."""
        links = [
            link
            for link in (within or self.page).findChildren(LinkButton)
            if link.isVisible() and link.text() == "Add a condition"
        ]
        self.press(links[-1], sort)

    def say(self, word: str, pick: str, within: QWidget | None = None) -> None:
        """Click on a word of a sentence, and pick another one."""
        self.press(self.seen(Token, word, within), pick)

    def leave(self) -> None:
        """Close what is shown of the step: the journey itself is shown then."""
        page = self.page
        assert isinstance(page, StepPage)
        self.mouse.click(page.head.close_button)

    def clear(self) -> None:
        """Take away what is asked."""
        leaf = self.page.findChild(LeafView)
        assert isinstance(leaf, LeafView)
        self.press(leaf.menu, "Remove")


@pytest.fixture
def asker(qtbot: QtBot, tmp_path: Path) -> Iterator[Asker]:
    with opened(qtbot, tmp_path, Answers(), CUSTOMERS) as made:
        made.window.resize(1_600, 1_000)
        made.begin()
        qtbot.waitUntil(lambda: made.data.brought is not None, timeout=LONG)
        journey = journey_asking((path_asking(BOUGHT),), {"segments": []})
        made.workbench.put(journey)
        made.front.show_room("design")
        made.window.canvas.zoom_to_fit()
        made.window.canvas.select((STEP,))
        made.window.bench.set_open(made.window.bench.right, is_open=True)
        yield Asker(made)
        qtbot.waitUntil(lambda: not made.live.is_counting, timeout=LONG)


def test_one_thing_that_did_not_follow_another_is_asked_for(asker: Asker) -> None:
    begun = dumps(asker.desktop.workbench.document.journey)
    asker.clear()
    asker.add("One thing after another")
    asker.say("page view", "add to cart")
    asker.say("and then", "but then no")
    asker.say("product view", "purchase")
    asker.say("of anything", "cart id")
    asker.press(asker.seen(Token, "at any time after"))
    QTest.keyClicks(focused(), "2")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    asker.press(asker.seen(Token, "at any time"))
    popup = QApplication.activePopupWidget()
    assert popup is not None
    asker.mouse.click(asker.seen(PlainButton, "Since they entered", popup))
    asker.press(asker.seen(LinkButton, "Only some: add to cart"), "A property of the event")
    asker.say("platform", "category")
    asker.say("seeds", "pots")
    assert asker.asked == SequenceTest(
        first=Happening(event="add_to_cart", where=PropertyTest(name="category", value="pots")),
        then=Happening(event="purchase"),
        but_not=True,
        same="cart_id",
        gap=Duration(days=2),
        since="entry",
    )
    assert said(asker) == (
        "add to cart since they entered but then no purchase with the same cart id within 2 days"
    )
    assert is_taken_back(asker, begun)


def test_a_group_in_a_group_is_asked_for(asker: Asker) -> None:
    begun = dumps(asker.desktop.workbench.document.journey)
    asker.clear()
    asker.add("A group of conditions")
    outer = asker.page.findChild(GroupView)
    assert isinstance(outer, GroupView)
    asker.say("any", "all of these are true", outer)
    asker.add("Something known about them", outer)
    asker.say("country", "tier", outer)
    asker.add("A group of conditions", outer)
    inner = outer.parts[-1]
    assert isinstance(inner, GroupView)
    asker.add("Something known about them", inner)
    asker.say("any", "none of these are true", inner)
    asked = asker.asked
    assert isinstance(asked, AllOf)
    did, known, none = asked.of
    assert isinstance(did, BehaviourTest)
    assert isinstance(known, AttributeTest)
    assert known.name == "tier"
    assert isinstance(none, Not)
    assert isinstance(none.of, AnyOf)
    assert [type(each) for each in none.of.of] == [BehaviourTest, AttributeTest]
    assert is_taken_back(asker, begun)


def test_a_segment_of_segments_is_made_and_asked_for(asker: Asker) -> None:
    begun = dumps(asker.desktop.workbench.document.journey)
    asker.leave()
    page = asker.page
    assert isinstance(page, JourneyPage)
    segments = page.rules.fields["segments"]
    assert isinstance(segments, ThingsField)
    for name in ("Regulars", "Gold regulars"):
        asker.press(segments.add)
        QTest.keyClicks(focused(), name)
    document = asker.desktop.workbench.document
    first, second = document.journey.segments
    assert (first.name, second.name) == ("Regulars", "Gold regulars")
    card = segments.cards[second.id].frame
    leaf = card.findChild(LeafView)
    assert isinstance(leaf, LeafView)
    asker.press(leaf.menu, MORE)
    asker.mouse.pick("A segment they are in")
    asker.add("Something known about them", card)
    asker.say("country", "tier", card)
    asker.say("bronze", "gold", card)
    made = document.journey.segments[1].condition
    gold = AttributeTest(name="tier", value="gold")
    assert made == AllOf(of=(SegmentTest(segment=first.id), gold))
    asker.desktop.window.canvas.select((STEP,))
    asker.clear()
    asker.add("A segment they are in")
    asker.say("Regulars", "Gold regulars")
    assert asker.asked == SegmentTest(segment=second.id)
    assert said(asker) == "they are in the segment Gold regulars"
    wrong = {each.code for each in asker.desktop.workbench.problems}
    assert wrong <= {"nothing_to_win"}
    assert is_taken_back(asker, begun)


def is_taken_back(asker: Asker, begun: bytes) -> bool:
    """Take back everything by mouse; return whether all is as it was."""
    undo = asker.desktop.window.bar.undo
    while undo.isEnabled():
        asker.mouse.click(undo)
    return dumps(asker.desktop.workbench.document.journey) == begun


def focused() -> QWidget:
    """Return what gets the keys."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def said(asker: Asker) -> str:
    """Return the first sentence that is shown."""
    leaf = asker.page.findChild(LeafView)
    assert isinstance(leaf, LeafView)
    return " ".join(leaf.spoken)
