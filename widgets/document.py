"""The open journey: edits go in, and one signal tells every view what changed."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from journeys.document.diff import Diff
from journeys.document.edits.edit import Edit
from journeys.document.history import History
from journeys.document.journey import Journey


@dataclass(frozen=True, slots=True)
class Changed:
    """The journey before and after, and what differs; `words` says what was done."""

    before: Journey
    after: Journey
    diff: Diff
    words: str


class Document(QObject):
    """Owns the history of the open journey; nothing else changes it.

    `changed` carries a Changed after every edit, undo and redo that made a difference.
    """

    changed = Signal(object)

    def __init__(self, journey: Journey, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = History(journey)

    @property
    def journey(self) -> Journey:
        """The journey as it is now."""
        return self._history.present

    @property
    def history(self) -> History:
        """What was done and undone."""
        return self._history

    def do(self, edit: Edit) -> None:
        """Do an edit; raises EditRefusedError, and then nothing has changed."""
        self._take(self._history.do(edit), edit.words)

    def undo(self) -> None:
        """Take back the last edit, if there is one."""
        self._take(self._history.undo(), self._history.undo_words)

    def redo(self) -> None:
        """Do again what was undone last, if anything was."""
        self._take(self._history.redo(), self._history.redo_words)

    def seal(self) -> None:
        """Keep the next edit from joining the last one, as after saving or leaving a field."""
        self._history = self._history.seal()

    def open(self, journey: Journey) -> None:
        """Put another journey in the place of this one; there is nothing to undo then."""
        self._take(History(journey), "")

    def _take(self, history: History, words: str) -> None:
        before, self._history = self._history.present, history
        if diff := Diff.between(before, history.present):
            self.changed.emit(Changed(before, history.present, diff, words))
