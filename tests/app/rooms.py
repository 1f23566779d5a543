"""Every room and dialog of the window, one after the other, for tests that look at all of them."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.data import SampleShop
from app.desktop import Desktop
from journeys.document.edits.canvas import AddNote
from journeys.document.edits.steps import AddNode
from journeys.document.journey import Edge, Note
from journeys.document.kinds import kinds
from journeys.values import evolve
from tests.app.windows import Answers

LONG = 60_000


def opened(qtbot: QtBot, folder: Path) -> Desktop:
    """Return a window with customers in it."""
    made = Desktop(folder, Answers(), SampleShop(300))
    qtbot.addWidget(made.window)
    made.window.resize(1_600, 1_000)
    made.window.show()
    made.begin()
    qtbot.waitUntil(lambda: made.data.brought is not None, timeout=LONG)
    qtbot.waitUntil(lambda: "shop_rescue" in made.window.home.cards, timeout=LONG)
    return made


def rooms(desktop: Desktop, qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
    """Bring each room into view and yield its name, with what is to be looked at."""
    window, front, canvas = desktop.window, desktop.front, desktop.window.canvas
    yield "home", window
    desktop.hearing.open_ready_made("shop_rescue")
    yield "design", window
    for kind in sorted(kinds()):
        desktop.workbench.do(AddNode(kinds()[kind].fresh(f"new_{kind}", ("purchase",))))
        canvas.select((f"new_{kind}",))
        yield f"the details of {kind}", window.inspector
    desktop.workbench.do(AddNote(Note(id="a_note", text="Remember")))
    for what, chosen in {"a note": ("a_note",), "several steps": ("cart", "hour")}.items():
        canvas.select(chosen)
        yield f"the details of {what}", window.inspector
    canvas.select(())
    front.show_left("outline")
    yield "outline", window.left
    while desktop.workbench.document.history.can_undo:
        desktop.workbench.document.undo()
    yield from _results(desktop, qtbot)
    front.show_room("design")
    yield from _lists(desktop)
    for name, show in {"settings": front.show_settings, "shortcuts": front.show_shortcuts}.items():
        show()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        yield name, dialog
        dialog.close()
    broken = desktop.workbench.document.journey
    lost = Edge(source="gone", port="next", target="hour")
    desktop.workbench.put(evolve(broken, edges=(*broken.edges, lost)))
    yield "design with a problem", window
    front.show_problems()
    yield "problems", front.problems
    front.problems.hide()


def _results(desktop: Desktop, qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
    window = desktop.window
    desktop.front.show_room("results")
    yield "results before a run", window
    with qtbot.waitSignal(desktop.workbench.running.finished, timeout=LONG):
        desktop.workbench.run()
    qtbot.waitUntil(lambda: window.overview.has_result, timeout=LONG)
    yield "results", window
    desktop.explaining.show_people("hour", "next")
    qtbot.waitUntil(lambda: bool(desktop.explaining.told), timeout=LONG)
    yield "explain", window


def _lists(desktop: Desktop) -> Iterator[tuple[str, QWidget]]:
    front = desktop.front
    shown: dict[str, tuple[Callable[[], None], QWidget]] = {
        "commands": (front.show_commands, front.commands),
        "steps to add": (front.ask_step, front.kinds),
        "steps to find": (front.find_step, front.steps),
        "ways to connect": (lambda: front.ask_connection("paid"), front.connecting.ways),
        "steps to connect": (lambda: front.ask_connection("hour"), front.connecting.steps),
        "history": (front.show_history, front.history),
    }
    for name, (show, listed) in shown.items():
        show()
        yield name, listed
        listed.hide()


def inside(top: QWidget) -> list[QWidget]:
    """Return a widget and all that can be seen in it."""
    window = top.window()
    return [
        each
        for each in (top, *top.findChildren(QWidget))
        if each.isVisible() and each.window() is window
    ]
