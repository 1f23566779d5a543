"""The window itself: every action is at hand, every control has a name, a small window does."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.actions.action import MENUS
from app.actions.table import actions
from app.data import SampleShop
from app.desktop import Desktop
from app.memory import Memory
from app.settings import Settings
from journeys.document.journey import Edge
from journeys.simulation.jit import kernel
from tests.app.windows import Answers, begin_empty, opened
from widgets.shell.form import Form
from widgets.shell.shortcuts import Shortcuts
from widgets.theme import DARK

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    kernel()  # made ready here: its loading cannot be broken off
    with opened(qtbot, tmp_path, Answers()) as made:
        made.begin()
        qtbot.waitUntil(lambda: "welcome" in made.window.home.cards, timeout=20_000)
        yield made
        qtbot.waitUntil(lambda: not made.live.is_counting, timeout=20_000)


def test_the_window_opens_within_the_screen_and_then_where_it_stood_last(
    desktop: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    room = desktop.window.screen().availableSize()
    assert room.width() < desktop.window.width()
    desktop.window.hide()
    desktop.show()
    assert desktop.window.isMaximized()
    desktop.window.showNormal()
    desktop.window.setGeometry(20, 30, 700, 500)
    desktop.window.close()
    again = Desktop(tmp_path / "own", Answers(), SampleShop(50))
    qtbot.addWidget(again.window)
    again.show()
    assert again.window.geometry() == QRect(20, 30, 700, 500)
    again.rescuing.end()
    again.stop()


def test_every_action_has_a_name_a_menu_and_a_key_of_its_own() -> None:
    table = actions()
    assert all(action.title and action.menu in MENUS for action in table.values())
    keys = Counter(action.shortcut for action in table.values() if action.shortcut)
    assert [key for key, times in keys.items() if times > 1] == []
    assert len({action.title for action in table.values()}) == len(table)


def test_every_action_stands_in_a_menu_and_in_the_list_when_it_can_be_done(
    desktop: Desktop,
) -> None:
    menus = desktop.front.menus
    shown = {line.objectName() for part in menus.parts for line in part.actions()}
    assert actions().keys() <= shown
    listed = {entry.id for entry in menus.entries()}
    assert {"new", "open", "settings"} <= listed
    assert "undo" not in listed
    assert "save" not in listed


def test_the_list_of_commands_finds_by_name_and_does_what_enter_chooses(desktop: Desktop) -> None:
    desktop.front.show_commands()
    commands = desktop.front.commands
    QTest.keyClicks(commands.field, "new jour")
    assert [entry.id for entry in commands.shown] == ["new"]
    QTest.keyClick(commands, Qt.Key.Key_Return)
    assert desktop.front.start.isVisible()
    assert not commands.isVisible()


def test_the_sheet_of_keys_names_every_key_there_is(desktop: Desktop) -> None:
    desktop.front.show_shortcuts()
    (sheet,) = desktop.window.findChildren(Shortcuts)
    shown = {label.text() for label in sheet.findChildren(QWidget) if hasattr(label, "text")}
    assert {action.words.rstrip("\u2026") for action in actions().values() if action.shortcut} <= (
        shown
    )
    sheet.close()


def test_a_step_is_added_from_the_palette_by_keyboard_alone(desktop: Desktop) -> None:
    begin_empty(desktop)
    search = desktop.window.palette_panel.search
    QTest.keyClicks(search, "happens")
    QTest.keyClick(search, Qt.Key.Key_Return)
    (node,) = desktop.workbench.document.journey.nodes
    assert node.kind == "event_trigger"
    desktop.front.ask_step()
    QTest.keyClicks(desktop.front.kinds.field, "wait")
    QTest.keyClick(desktop.front.kinds, Qt.Key.Key_Return)
    assert {each.kind for each in desktop.workbench.document.journey.nodes} == {
        "event_trigger",
        "wait",
    }


def test_a_problem_is_counted_shown_and_fixed_by_a_click(desktop: Desktop) -> None:
    desktop.hearing.open_ready_made("shop_rescue")
    edge = Edge(source="gone", port="next", target="hour")
    broken = desktop.workbench.document.journey
    journey = type(broken).model_validate(
        {name: getattr(broken, name) for name in type(broken).model_fields}
        | {"edges": (*broken.edges, edge)}
    )
    desktop.workbench.put(journey)
    assert desktop.window.bar.problems.isVisible()
    count = len(desktop.workbench.problems)
    QTest.mouseClick(desktop.window.bar.problems, LEFT)
    listed = desktop.front.problems
    words = next(each.fix.words for each in desktop.workbench.problems if each.fix is not None)
    fix = next(b for b in listed.findChildren(QAbstractButton) if b.text() == words)
    QTest.mouseClick(fix, LEFT)
    assert edge not in desktop.workbench.document.journey.edges
    assert len(desktop.workbench.problems) == count - 1
    assert not listed.isVisible()


def test_going_back_in_what_was_done_takes_all_later_edits_back(desktop: Desktop) -> None:
    begin_empty(desktop)
    document = desktop.workbench.document
    for kind in ("event_trigger", "wait", "finish"):
        desktop.window.canvas.add(kind)
    desktop.front.show_history()
    QTest.keyClick(desktop.front.history, Qt.Key.Key_Down)
    QTest.keyClick(desktop.front.history, Qt.Key.Key_Return)
    assert [node.kind for node in document.journey.nodes] == ["event_trigger"]
    assert len(document.history.future) == 2


def test_what_is_chosen_in_the_settings_holds_at_once_and_is_remembered(
    desktop: Desktop, tmp_path: Path
) -> None:
    desktop.front.show_settings()
    (form,) = desktop.window.findChildren(Form)
    assert {child.objectName() for child in form.children()} >= set(Settings.model_fields)
    colours = form.findChild(QComboBox, "theme")
    assert isinstance(colours, QComboBox)
    colours.setCurrentIndex(colours.findData("dark"))
    assert desktop.window.theme is DARK
    assert Memory(tmp_path / "own").settings.theme == "dark"
    form.close()


@pytest.mark.parametrize("room", ["home", "design", "results"])
def test_every_control_has_a_name_for_those_who_listen(desktop: Desktop, room: str) -> None:
    desktop.hearing.open_ready_made("welcome")
    desktop.front.menus.run(room)
    bar = desktop.window.bar
    panels = [bar, desktop.window.palette_panel, desktop.window.home_room]
    nameless = [
        f"{type(control).__name__} {control.objectName()}"
        for panel in panels
        for kind in (QAbstractButton, QLineEdit, QComboBox)
        for control in panel.findChildren(kind)
        if not control.accessibleName() and control.objectName() not in INNER
    ]
    assert nameless == []


INNER = {"qt_spinbox_lineedit", ""}  # parts of Qt's own controls


@pytest.mark.parametrize("size", [(640, 400), (800, 500), (1_280, 800), (1_600, 1_000)])
def test_nothing_in_the_top_bar_overlaps(
    qtbot: QtBot, desktop: Desktop, size: tuple[int, int]
) -> None:
    desktop.hearing.open_ready_made("shop_rescue")
    desktop.window.bar.show_problems(33_335)
    desktop.window.resize(*size)
    qtbot.waitUntil(lambda: desktop.window.bar.width() == size[0])
    bar = desktop.window.bar
    parts = [each for each in bar.children() if isinstance(each, QWidget) and each.isVisible()]
    frames = [QRect(part.pos(), part.size()) for part in parts]
    assert all(bar.rect().contains(frame) for frame in frames)
    for place, frame in enumerate(frames):
        for other in frames[place + 1 :]:
            assert not frame.intersects(other), (size, frame, other)


def test_a_small_window_keeps_its_panels_in_drawers(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.hearing.open_ready_made("shop_rescue")
    window = desktop.window
    window.resize(800, 500)
    qtbot.waitUntil(lambda: window.width() == 800)
    assert window.canvas.width() == 800
    assert not window.palette_panel.isVisible()
    assert not window.inspector.isVisible()
    desktop.front.menus.run("left")
    assert window.palette_panel.isVisible()
    assert window.palette_panel.mapTo(window, QPoint(0, 0)).x() == 0
    desktop.front.menus.run("right")
    assert window.inspector.isVisible()
    right = window.inspector.mapTo(window, QPoint(window.inspector.width(), 0)).x()
    assert right == 800
    window.resize(1_600, 1_000)
    qtbot.waitUntil(lambda: window.canvas.width() < 1_100)
    assert window.palette_panel.isVisible()


def test_the_window_places_panels_and_is_no_longer_than_that() -> None:
    source = Path(Desktop.__init__.__code__.co_filename).with_name("window.py").read_text()
    assert len(source.splitlines()) <= 140


def test_the_colours_in_use_have_a_tick(desktop: Desktop) -> None:
    menus = desktop.front.menus
    for theme in ("dark", "light", "system"):
        menus.action(theme).trigger()
        menus.refresh()
        ticked = [each for each in ("light", "dark", "system") if menus.action(each).isChecked()]
        assert ticked == [theme]


def test_the_menu_button_is_at_rest_once_its_menu_has_closed(
    qtbot: QtBot, desktop: Desktop
) -> None:
    button, menu = desktop.window.bar.more, desktop.front.menus.menu
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    menu.close()
    qtbot.waitUntil(lambda: not button.underMouse())


def test_steps_and_outline_are_as_wide_as_each_other_and_their_tabs_as_the_search(
    desktop: Desktop,
) -> None:
    window = desktop.window
    desktop.hearing.open_ready_made("welcome")
    desktop.front.show_left("outline")
    canvas = window.canvas.geometry()
    desktop.front.show_left("steps")
    assert window.canvas.geometry() == canvas
    search, tabs = window.palette_panel.search, window.left.tabs
    places = [each.mapTo(window, each.rect().topLeft()).x() for each in (search, tabs)]
    assert (places[0], search.width()) == (places[1], tabs.width())
    widths = tabs.button("steps").width(), tabs.button("outline").width()
    assert abs(widths[0] - widths[1]) <= 1  # where the room is an odd number
