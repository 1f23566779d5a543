"""Lists open where they belong: over the field they are of, beside the step they add to."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.desktop import Desktop
from tests.app.windows import begin_empty, use_ready_made
from widgets.floating import Menu
from widgets.shell.places import beside

ROOM = QRect(0, 0, 1_000, 700)
LIST = QSize(280, 400)


def test_a_list_covers_nothing_of_what_it_stands_beside() -> None:
    for left in (100, 400, 700):
        for top in (20, 300, 600):
            kept = QRect(left, top, 250, 70)
            corner = beside(kept, LIST, ROOM, 20)
            assert not QRect(corner, LIST).intersects(kept)
            assert ROOM.contains(QRect(corner, LIST))


def test_the_field_of_home_becomes_the_field_of_the_list(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.front.show_room("home")
    search, finder = desktop.window.bar.finder, desktop.front.commands
    QTest.mouseClick(search, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(finder.isVisible)
    field = QRect(finder.field.mapToGlobal(QPoint(0, 0)), finder.field.size())
    there = QRect(search.mapToGlobal(QPoint(0, 0)), search.size())
    assert (field.left(), field.width()) == (there.left(), there.width())
    assert abs(field.center().y() - there.center().y()) <= 1
    finder.hide()


def test_the_list_of_kinds_leaves_the_step_it_adds_to_in_view(
    desktop: Desktop, qtbot: QtBot
) -> None:
    use_ready_made(desktop, "welcome")
    canvas, finder = desktop.window.canvas, desktop.front.kinds
    step = next(node for node in canvas.journey.nodes if node.is_trigger)
    frame = canvas.scene.steps.frame(step.id)
    corner = canvas.camera.to_view(frame.centre)
    at = canvas.mapToGlobal(QPoint(round(corner.x), round(corner.y)))
    desktop.front.offer_kinds(at, (step.id, step.ports()[0].id))
    qtbot.waitUntil(finder.isVisible)
    half = round(frame.width * canvas.camera.scale / 2)
    kept = QRect(at - QPoint(half, 1), QSize(2 * half, 2))
    assert not finder.geometry().intersects(kept)
    finder.hide()


def test_an_empty_journey_is_shown_in_full_size_also_after_undo(
    desktop: Desktop, qtbot: QtBot
) -> None:
    begin_empty(desktop)
    canvas, cards = desktop.window.canvas, desktop.window.beginnings
    qtbot.waitUntil(cards.isVisible)
    assert canvas.camera.scale == 1
    canvas.add("wait", None)
    canvas.look_at(canvas.scene.bounds.centre, 0.5)
    desktop.workbench.document.undo()
    assert canvas.camera.scale == 1
    assert canvas.rect().contains(cards.geometry())


def test_undoing_all_leaves_the_keys_on_the_canvas_not_on_the_next_button(
    desktop: Desktop, qtbot: QtBot
) -> None:
    use_ready_made(desktop, "welcome")
    desktop.window.canvas.add("wait", None)
    undo = desktop.window.bar.undo
    undo.setFocus()
    qtbot.waitUntil(undo.hasFocus)
    QTest.keyClick(undo, Qt.Key.Key_Space)
    assert not undo.isEnabled()
    assert desktop.window.canvas.hasFocus()


def test_the_menu_of_customers_has_round_corners_as_every_menu(
    desktop: Desktop, qtbot: QtBot
) -> None:
    use_ready_made(desktop, "welcome")
    qtbot.waitUntil(lambda: bool(desktop.window.counted.accessibleName()))
    seen: list[int] = []

    def look() -> None:
        menu = desktop.front.menus.customers
        seen.append(menu.grab().toImage().pixelColor(0, 0).alpha())
        QTest.keyClick(menu, Qt.Key.Key_Escape)

    QTimer.singleShot(200, desktop.window, look)
    QTest.mouseClick(desktop.window.counted, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: seen == [0])
    others = desktop.window.findChildren(QMenu)
    assert [menu.title() for menu in others if not isinstance(menu, Menu)] == []
