"""What the mouse does on the canvas, with real events."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeys.document.format import dumps
from journeys.document.journey import Journey
from tests.widgets import drawings
from tests.widgets.canvas.conftest import LEFT, Hand, Show
from widgets.canvas.geometry import Point
from widgets.canvas.tags import plus_on
from widgets.canvas.tools.drop import MIME

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass
class Adding:
    """Adds the next of some kinds whenever the canvas asks for a step."""

    hand: Hand
    kinds: list[str]
    added: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.hand.view.quick_add_asked.connect(self.add)

    def add(self, _: QPoint, after: tuple[str, str] | None) -> None:
        self.added.append(self.hand.view.add(self.kinds.pop(0), after))


def corner(hand: Hand, name: str) -> tuple[int, int]:
    return hand.document.journey.positions[name]


def drop(hand: Hand, kind: str, at: QPoint) -> None:
    """Drag a kind of step in from the palette and let it go."""
    carried = QMimeData()
    carried.setData(MIME, kind.encode())
    held = (Qt.DropAction.CopyAction, carried, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(hand.view, QDragEnterEvent(at, *held))
    QApplication.sendEvent(hand.view, QDropEvent(QPointF(at), *held))


def wheel(hand: Hand, at: QPoint, turned: int, held: Qt.KeyboardModifier) -> None:
    there = QPointF(at)
    QApplication.sendEvent(
        hand.view,
        QWheelEvent(
            there, there, QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton, held,
            Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003 Qt takes it by its place
        ),
    )  # fmt: skip


def test_a_journey_is_built_by_mouse_and_undone_to_its_first_byte(show: Show) -> None:
    start = Journey(id="empty")
    hand = show(start)
    begun = dumps(start)
    adding = Adding(hand, ["event_trigger", "wait", "email"])
    place = hand.view.scene.placeholder
    assert place is not None
    hand.click(hand.place(place.centre))
    hand.click(hand.port("event_trigger", "next"))
    hand.drag(hand.port("wait", "next"), hand.port("wait", "next") + QPoint(90, 160))
    assert adding.added == ["event_trigger", "wait", "email"]
    journey = hand.document.journey
    assert journey.targets == {("event_trigger", "next"): "wait", ("wait", "next"): "email"}
    before = corner(hand, "email")
    hand.drag(hand.middle("email"), hand.middle("email") + QPoint(-60, 130))
    assert corner(hand, "email") != before
    built = dumps(hand.document.journey)
    edits = 0
    while hand.document.history.can_undo:
        hand.document.undo()
        edits += 1
    assert edits == 4, "each gesture is undone as one"
    assert dumps(hand.document.journey) == begun
    while hand.document.history.can_redo:
        hand.document.redo()
    assert dumps(hand.document.journey) == built


def test_a_click_selects_one_and_shift_adds_and_takes_away(show: Show, qtbot: QtBot) -> None:
    hand = show(drawings.cart_rescue())
    with qtbot.waitSignal(hand.view.selection_changed) as told:
        hand.click(hand.middle("mail"))
    assert told.args == [("mail",)]
    hand.click(hand.middle("text"), SHIFT)
    assert list(hand.view.selection) == ["mail", "text"]
    hand.click(hand.middle("mail"), SHIFT)
    assert set(hand.view.selection) == {"text"}
    hand.click(hand.place(Point(-700, -100)))
    assert not hand.view.selection


def test_the_rubber_band_selects_what_it_touches(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    hand.drag(hand.place(Point(-320, 470)), hand.place(Point(100, 530)))
    assert set(hand.view.selection) == {"mail", "text"}


def test_steps_snap_to_what_they_line_up_with_and_else_to_the_grid(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    hand.view.zoom_reset()
    name = "mail"
    hand.view.reveal(hand.view.scene.steps.frame(name).grown(200))
    at = hand.middle(name)
    hand.press_and_move(at, at + QPoint(4, 131))
    assert len(list(hand.view.overlay.guides)) == 2, "lines show what it is in line with"
    QTest.mouseRelease(hand.view, LEFT, Qt.KeyboardModifier.NoModifier, at + QPoint(4, 131))
    assert not hand.view.overlay.guides
    assert corner(hand, name) == (-300, 636)
    at = hand.middle(name)
    hand.drag(at, at + QPoint(70, 70))
    assert {side % 24 for side in corner(hand, name)} == {0}


def test_all_that_is_selected_moves_together_as_one_edit(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    before = hand.document.journey
    hand.click(hand.middle("mail"))
    hand.click(hand.middle("text"), SHIFT)
    was = {name: corner(hand, name) for name in ("mail", "text")}
    hand.drag(hand.middle("mail"), hand.middle("mail") + QPoint(31, 47))
    gone = {tuple(a - b for a, b in zip(corner(hand, n), was[n], strict=True)) for n in was}
    assert len(gone) == 1
    assert gone != {(0, 0)}
    hand.document.undo()
    assert hand.document.journey is before


def test_escape_while_dragging_puts_everything_back(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    before, frame = hand.document.journey, hand.view.scene.steps.frame("mail")
    at = hand.middle("mail")
    hand.press_and_move(at, at + QPoint(50, 80))
    assert hand.view.scene.steps.frame("mail") != frame
    hand.key(Qt.Key.Key_Escape)
    assert hand.view.scene.steps.frame("mail") == frame
    QTest.mouseRelease(hand.view, LEFT, Qt.KeyboardModifier.NoModifier, at)
    assert hand.document.journey is before


def test_a_port_is_led_to_another_step_by_dragging(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    hand.drag(hand.port("paid", "bought"), hand.middle("done"))
    assert hand.document.journey.target("paid", "bought") == "done"


def test_nothing_can_be_led_into_a_trigger(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    before = hand.document.journey
    hand.drag(hand.port("push", "sent"), hand.middle("cart"))
    assert hand.document.journey is before


def test_the_plus_on_a_path_asks_for_a_step_between(show: Show, qtbot: QtBot) -> None:
    hand = show(drawings.cart_rescue())
    plus = hand.place(plus_on(hand.view.scene, ("cart", "hour")).centre)
    hand.hover(plus)
    with qtbot.waitSignal(hand.view.quick_add_asked) as asked:
        hand.click(plus)
    assert asked.args is not None
    assert asked.args[1] == ("cart", "next")
    was = corner(hand, "hour")
    hand.view.add("sms", asked.args[1])
    journey = hand.document.journey
    assert journey.target("cart", "next") == "sms"
    assert journey.target("sms", "sent") == "hour"
    assert corner(hand, "hour")[1] > was[1], "those below make room"
    frames = hand.view.scene.steps
    assert not frames.frame("sms").shared(frames.frame("hour"))
    hand.document.undo()
    assert corner(hand, "hour") == was


def test_a_kind_dropped_on_a_path_goes_into_it_and_elsewhere_stands_alone(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    drop(hand, "wait", hand.place(hand.view.scene.ways.table.frame(("cart", "hour")).centre))
    journey = hand.document.journey
    assert journey.target("cart", "next") == "wait"
    assert journey.target("wait", "next") == "hour"
    drop(hand, "finish", hand.place(Point(-330, 20)))
    journey = hand.document.journey
    assert not [edge for edge in journey.edges if "finish" in (edge.source, edge.target)]
    assert hand.view.scene.steps.frame("finish").grown(8).holds(Point(-330, 20))


def test_what_is_no_kind_of_step_cannot_be_dropped(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    before = hand.document.journey
    drop(hand, "no such kind", QPoint(100, 100))
    assert hand.document.journey is before


def test_a_double_click_opens_a_step_or_asks_for_one(show: Show, qtbot: QtBot) -> None:
    hand = show(drawings.cart_rescue())
    with qtbot.waitSignal(hand.view.opened) as opened:
        QTest.mouseDClick(hand.view, LEFT, Qt.KeyboardModifier.NoModifier, hand.middle("text"))
    assert opened.args == ["text"]
    with qtbot.waitSignal(hand.view.quick_add_asked) as asked:
        QTest.mouseDClick(
            hand.view, LEFT, Qt.KeyboardModifier.NoModifier, hand.place(Point(-300, 100))
        )
    assert asked.args is not None
    assert asked.args[1] is None
    name = hand.view.add("sms")
    assert hand.view.scene.steps.frame(name).grown(8).holds(Point(-300, 100))


def test_a_path_is_chosen_by_a_click_and_deleted(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    way = hand.view.scene.ways.between(("text", "done"))
    hand.click(hand.place(Point(way[0].x, way[0].y + 30)))
    hand.key(Qt.Key.Key_Delete)
    assert hand.document.journey.target("text", "sent") is None


@pytest.mark.parametrize("button", ["middle", "space", "wheel"])
def test_panning_keeps_the_zoom_and_moves_the_drawing(show: Show, button: str) -> None:
    hand = show(drawings.cart_rescue())
    before = hand.view.camera
    begin, end = QPoint(60, 60), QPoint(160, 220)
    if button == "middle":
        hand.drag(begin, end, button=Qt.MouseButton.MiddleButton)
    elif button == "space":
        QTest.keyPress(hand.view, Qt.Key.Key_Space)
        hand.drag(begin, end)
        QTest.keyRelease(hand.view, Qt.Key.Key_Space)
    else:
        wheel(hand, begin, 120, Qt.KeyboardModifier.NoModifier)
    after = hand.view.camera
    assert after.scale == before.scale
    assert after.top < before.top
    assert not hand.view.selection
    if button != "wheel":
        assert after == before.panned(100, 160)


def test_ctrl_and_wheel_zoom_where_the_mouse_is(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    at = Point(300, 200)
    under = hand.view.camera.to_canvas(at)
    wheel(hand, QPoint(300, 200), 240, CTRL)
    assert hand.view.camera.scale > 1.2
    now = hand.view.camera.to_canvas(at)
    assert (now.x, now.y) == pytest.approx((under.x, under.y))
