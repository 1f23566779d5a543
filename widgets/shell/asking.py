"""What a person is asked: for files, and what to do about changes that are not saved."""

from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

FORMATS = MappingProxyType(
    {"csv": "*.csv *.tsv", "jsonl": "*.jsonl *.ndjson", "parquet": "*.parquet"}
)

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

    def journey(self, over: QWidget) -> Path | None:
        """Ask for a journey's file."""

    def events(self, over: QWidget, ending: str) -> tuple[Path, ...]:
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

    def journey(self, over: QWidget) -> Path | None:
        """Ask for a journey's file."""
        title, kinds = (
            translate("Asking", "Open a journey"),
            translate("Asking", "Journeys (*.json)"),
        )
        name, _ = QFileDialog.getOpenFileName(over, title, "", kinds)
        return Path(name) if name else None

    def events(self, over: QWidget, ending: str) -> tuple[Path, ...]:
        """Ask for files of events; of one format alone where its ending is given."""
        title = translate("Asking", "Events to try journeys on")
        endings = FORMATS.get(ending, " ".join(FORMATS.values()))
        kinds = translate("Asking", "Events ({})").format(endings)
        names, _ = QFileDialog.getOpenFileNames(over, title, "", kinds)
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
        buttons = QMessageBox.StandardButton
        asked = QMessageBox(over)
        asked.setIcon(QMessageBox.Icon.Question)
        asked.setWindowTitle(translate("Asking", "Not saved"))
        asked.setText(translate("Asking", "The changes of {} are not saved.").format(repr(name)))
        asked.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        said = buttons(asked.exec())
        answers = {buttons.Save: Leaving.SAVE, buttons.Discard: Leaving.DISCARD}
        return answers.get(said, Leaving.STAY)

    def overwriting(self, over: QWidget, name: str) -> Overwriting:
        """Ask what to do about a file that somebody else has changed."""
        asked = QMessageBox(over)
        asked.setIcon(QMessageBox.Icon.Warning)
        asked.setWindowTitle(translate("Asking", "Changed by somebody else"))
        asked.setText(translate("Asking", "{} was changed since you opened it.").format(repr(name)))
        asked.setInformativeText(translate("Asking", "Saving over it loses those changes."))
        elsewhere = asked.addButton(
            translate("Asking", "Save as\u2026"), QMessageBox.ButtonRole.AcceptRole
        )
        overwrite = asked.addButton(
            translate("Asking", "Save over it"), QMessageBox.ButtonRole.DestructiveRole
        )
        asked.addButton(QMessageBox.StandardButton.Cancel)
        asked.setDefaultButton(elsewhere)
        asked.exec()
        if asked.clickedButton() is elsewhere:
            return Overwriting.ELSEWHERE
        return Overwriting.OVERWRITE if asked.clickedButton() is overwrite else Overwriting.STAY


def _ended(over: QWidget, name: str, ending: str) -> Path | None:
    """Return a name with its ending; where that makes it the name of a file, ask once more."""
    path = Path(f"{name}{ending}") if name else None
    if path is None or not ending or not path.exists():
        return path
    buttons = QMessageBox.StandardButton
    said = translate("Asking", "{} is there already. Write over it?").format(repr(path.name))
    answer = QMessageBox.question(over, translate("Asking", "There already"), said)
    return path if answer is buttons.Yes else None


def _missing(name: str, ending: str) -> str:
    """Return the ending that a name still needs."""
    return "" if Path(name).suffix else ending
