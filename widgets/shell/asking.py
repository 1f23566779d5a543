"""What a person is asked: for files, and what to do about changes that are not saved."""

from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, TypeAlias, TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from widgets.icons import drawn

FORMATS = MappingProxyType(
    {"csv": "*.csv *.tsv", "jsonl": "*.jsonl *.ndjson", "parquet": "*.parquet"}
)

SIGN = 32
Answered = TypeVar("Answered")
Offer: TypeAlias = tuple[str, QMessageBox.ButtonRole, Answered]
translate = QCoreApplication.translate


class Leaving(Enum):
    """What to do about changes that are not saved."""

    SAVE = "save"
    DISCARD = "discard"
    STAY = "stay"


class Overwriting(Enum):
    """What to do where somebody else has changed the file that is about to be written."""

    OVERWRITE = "overwrite"
    ELSEWHERE = "elsewhere"
    STAY = "stay"


class Asking(Protocol):
    """Whoever can be asked."""

    def journey(self, over: QWidget, folder: Path) -> Path | None:
        """Ask for a journey's file, in a folder to begin with."""

    def events(self, over: QWidget, ending: str, folder: Path) -> tuple[Path, ...]:
        """Ask for files of events; of one format alone where its ending is given."""

    def where(self, over: QWidget, path: Path) -> Path | None:
        """Ask where to keep a journey; `path` is what is offered."""

    def where_picture(self, over: QWidget, path: Path) -> Path | None:
        """Ask where to put a picture; `path` is what is offered."""

    def where_text(self, over: QWidget, path: Path) -> Path | None:
        """Ask where to put words that are to be kept; `path` is what is offered."""

    def leaving(self, over: QWidget, name: str) -> Leaving:
        """Ask what to do about changes of a journey that are not saved."""

    def overwriting(self, over: QWidget, name: str) -> Overwriting:
        """Ask what to do about a file that somebody else has changed."""


class Dialogs:
    """Asks with the dialogs of the system."""

    def journey(self, over: QWidget, folder: Path) -> Path | None:
        """Ask for a journey's file, in a folder to begin with."""
        title, kinds = (
            translate("Asking", "Open a journey"),
            translate("Asking", "Journeys (*.json)"),
        )
        name, _ = QFileDialog.getOpenFileName(over, title, str(folder), kinds)
        return Path(name) if name else None

    def events(self, over: QWidget, ending: str, folder: Path) -> tuple[Path, ...]:
        """Ask for files of events; of one format alone where its ending is given."""
        title = translate("Asking", "Events to try journeys on")
        endings = FORMATS.get(ending, " ".join(FORMATS.values()))
        kinds = translate("Asking", "Events ({})").format(endings)
        names, _ = QFileDialog.getOpenFileNames(over, title, str(folder), kinds)
        return tuple(Path(name) for name in names)

    def where(self, over: QWidget, path: Path) -> Path | None:
        """Ask where to keep a journey."""
        title, kinds = (
            translate("Asking", "Save the journey"),
            translate("Asking", "Journeys (*.json)"),
        )
        name, _ = QFileDialog.getSaveFileName(over, title, str(path), kinds)
        return _ended(over, name, _missing(name, ".json"))

    def where_picture(self, over: QWidget, path: Path) -> Path | None:
        """Ask where to put a picture."""
        kinds = {
            translate("Asking", "Picture for slides and mails (*.png)"): ".png",
            translate("Asking", "Drawing to scale and edit (*.svg)"): ".svg",
            translate("Asking", "Page to print or send (*.pdf)"): ".pdf",
        }
        title = translate("Asking", "Export a picture")
        offered = path.with_suffix("")  # the kind that is picked ends it
        name, kind = QFileDialog.getSaveFileName(over, title, str(offered), ";;".join(kinds))
        ending = kinds.get(kind, ".png")
        known = name.lower().endswith(tuple(kinds.values()))
        return _ended(over, name, "" if known else ending)

    def where_text(self, over: QWidget, path: Path) -> Path | None:
        """Ask where to put words that are to be kept."""
        title, kinds = translate("Asking", "Keep the report"), translate("Asking", "Text (*.txt)")
        name, _ = QFileDialog.getSaveFileName(over, title, str(path), kinds)
        return _ended(over, name, _missing(name, ".txt"))

    def leaving(self, over: QWidget, name: str) -> Leaving:
        """Ask what to do about changes of a journey that are not saved."""
        roles = QMessageBox.ButtonRole
        return _answer(
            over,
            translate("Asking", "Not saved"),
            translate("Asking", "Save the changes of \u201c{}\u201d?").format(name),
            translate("Asking", "Without saving they are lost."),
            (
                (translate("Asking", "Save"), roles.AcceptRole, Leaving.SAVE),
                (translate("Asking", "Do not save"), roles.DestructiveRole, Leaving.DISCARD),
                (translate("Asking", "Cancel"), roles.RejectRole, Leaving.STAY),
            ),
        )

    def overwriting(self, over: QWidget, name: str) -> Overwriting:
        """Ask what to do about a file that somebody else has changed."""
        roles = QMessageBox.ButtonRole
        return _answer(
            over,
            translate("Asking", "Changed by somebody else"),
            translate("Asking", "{} was changed since you opened it.").format(name),
            translate("Asking", "Saving over it loses those changes."),
            (
                (translate("Asking", "Save as\u2026"), roles.AcceptRole, Overwriting.ELSEWHERE),
                (
                    translate("Asking", "Save over it"),
                    roles.DestructiveRole,
                    Overwriting.OVERWRITE,
                ),
                (translate("Asking", "Cancel"), roles.RejectRole, Overwriting.STAY),
            ),
        )


def _answer(
    over: QWidget, title: str, words: str, more: str, offered: tuple[Offer[Answered], ...]
) -> Answered:
    """Ask with a button for each answer, the first picked by Enter and the last by Esc."""
    asked = QMessageBox(over)
    asked.setWindowTitle(title)
    asked.setTextFormat(Qt.TextFormat.PlainText)
    asked.setText(words)
    asked.setInformativeText(more)
    asked.setIconPixmap(drawn("triangle-alert", asked.palette().highlight().color().name(), SIGN))
    buttons = [(asked.addButton(says, role), said) for says, role, said in offered]
    asked.setDefaultButton(buttons[0][0])
    asked.setEscapeButton(buttons[-1][0])
    asked.exec()
    picked = asked.clickedButton()
    return next((said for button, said in buttons if button is picked), offered[-1][2])


def _ended(over: QWidget, name: str, ending: str) -> Path | None:
    """Return a name with its ending; where that makes it the name of a file, ask once more."""
    path = Path(f"{name}{ending}") if name else None
    if path is None or not ending or not path.exists():
        return path
    roles = QMessageBox.ButtonRole
    is_meant = _answer(
        over,
        translate("Asking", "There already"),
        translate("Asking", "{} is there already.").format(path.name),
        translate("Asking", "Saving over it loses what stands in it."),
        (
            (translate("Asking", "Save over it"), roles.AcceptRole, True),
            (translate("Asking", "Cancel"), roles.RejectRole, False),
        ),
    )
    return path if is_meant else None


def _missing(name: str, ending: str) -> str:
    """Return the ending that a name still needs."""
    return "" if Path(name).suffix else ending
