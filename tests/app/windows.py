"""A window to try things in: on a small shop, with answers that are known beforehand."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.data import SampleShop
from app.desktop import Desktop
from journeys.document.format import dumps
from widgets.shell.asking import Leaving, Overwriting
from widgets.shell.home.cards import Card
from widgets.shell.home.preview import Preview

NO_KEY = Qt.KeyboardModifier.NoModifier


@dataclass
class Answers:
    """Answers every question with what was laid down; `asked` lists the questions."""

    file: Path | None = None
    files: tuple[Path, ...] = ()
    leave: Leaving = Leaving.STAY
    overwrite: Overwriting = Overwriting.STAY
    asked: list[str] = field(default_factory=list)
    offered: list[Path] = field(default_factory=list)

    def journey(self, over: QWidget, folder: Path) -> Path | None:
        del over
        self.offered.append(folder)
        return self._say("journey", self.file)

    def events(self, over: QWidget, ending: str, folder: Path) -> tuple[Path, ...]:
        del over
        self.offered.append(folder)
        self.asked.append(f"events {ending}".strip())
        return self.files

    def where(self, over: QWidget, path: Path) -> Path | None:
        del over
        self.offered.append(path)
        return self._say("where", self.file)

    def where_picture(self, over: QWidget, path: Path) -> Path | None:
        del over
        self.offered.append(path)
        return self._say("where_picture", self.file)

    def where_text(self, over: QWidget, path: Path) -> Path | None:
        del over, path
        return self._say("where_text", self.file)

    def leaving(self, over: QWidget, name: str) -> Leaving:
        del over, name
        self.asked.append("leaving")
        return self.leave

    def overwriting(self, over: QWidget, name: str) -> Overwriting:
        del over, name
        self.asked.append("overwriting")
        return self.overwrite

    def _say(self, what: str, path: Path | None) -> Path | None:
        self.asked.append(what)
        return path


def ending(made: Desktop) -> Callable[[QWidget], None]:
    """Return what ends all that runs beside a window before the window goes."""

    def end(_: QWidget) -> None:
        made.stop()

    return end


@contextmanager
def opened(qtbot: QtBot, folder: Path, answers: Answers, customers: int = 50) -> Iterator[Desktop]:
    """Show a window on so many customers; what runs beside it has ended when it is left."""
    made = Desktop(folder / "own", answers, SampleShop(customers))
    qtbot.addWidget(made.window, before_close_func=ending(made))
    made.window.show()
    try:
        yield made
    finally:
        made.rescuing.end()
        made.stop()


def choose(desktop: Desktop, action: str) -> None:
    """Choose what stands in the menus."""
    desktop.front.menus.action(action).trigger()


def edit(desktop: Desktop) -> bytes:
    """Add a step to the journey; return what its file would hold then."""
    desktop.window.canvas.add("wait")
    assert not desktop.workbench.is_saved
    return dumps(desktop.workbench.document.journey)


def notices(desktop: Desktop) -> str:
    """Return what the notices in view say to those who listen."""
    return " ".join(card.accessibleName() for card in desktop.window.notices.shown)


def drag(widget: QWidget, *paths: Path) -> QMimeData:
    """Drag files over a widget; return what is carried, which has to live until it is dropped."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = widget.rect().center()
    entered = QDragEnterEvent(
        middle, Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, NO_KEY
    )
    QApplication.sendEvent(widget, entered)
    assert entered.isAccepted()
    return carried


def drag_away(widget: QWidget) -> None:
    """Drag what is carried out of a widget."""
    QApplication.sendEvent(widget, QDragLeaveEvent())


def drop(widget: QWidget, *paths: Path) -> None:
    """Drag files over a widget and drop them."""
    carried = drag(widget, *paths)
    dropped = QDropEvent(
        QPointF(widget.rect().center()),
        Qt.DropAction.CopyAction,
        carried,
        Qt.MouseButton.LeftButton,
        NO_KEY,
    )
    QApplication.sendEvent(widget, dropped)


def begin_empty(desktop: Desktop) -> None:
    """Begin a journey whose start is decided later, as with keys."""
    choose(desktop, "new")
    if desktop.front.start.isVisible():
        QTest.mouseClick(desktop.front.start.otherwise, Qt.MouseButton.LeftButton)


def use_ready_made(desktop: Desktop, name: str) -> None:
    """Open a copy of a ready-made journey, by its card and its preview."""
    QTest.mouseClick(desktop.window.home.cards[name], Qt.MouseButton.LeftButton)
    (preview,) = desktop.window.findChildren(Preview)
    QTest.mouseClick(preview.use_button, Qt.MouseButton.LeftButton)


def card_of(desktop: Desktop, path: Path) -> Card:
    """Return the card or the line of a recent file."""
    home = desktop.window.home
    return home.cards.get(str(path)) or home.lines[str(path)]


def words_of(card: QWidget) -> str:
    """Return all words in view on a card."""
    return " ".join(
        str(part.property("text")) for part in card.findChildren(QWidget) if part.property("text")
    )
