"""The open journey: edits go in, and one signal tells every view what changed."""

import operator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from journeys.context.beside import found_with
from journeys.document.companions import companions, names_beside
from journeys.document.diff import Diff
from journeys.document.edits.edit import Edit
from journeys.document.history import History
from journeys.document.journey import Journey
from journeys.document.problems import Problem
from journeys.names import Names
from journeys.program.vocabulary import Vocabulary

MOST_AT_ONCE = 250


@dataclass(frozen=True, slots=True)
class Changed:
    """The journey before and after, and what differs; `words` says what was done."""

    before: Journey
    after: Journey
    diff: Diff
    words: str


class Document(QObject):
    """Owns the history of the open journey; nothing else changes it.

    `changed` carries a Changed after every edit, undo and redo that made a difference; `grounded`
    says that the journey stands beside other data, or other journeys.
    """

    changed = Signal(object)
    grounded = Signal()

    def __init__(self, journey: Journey, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = History(journey)
        self._vocabulary: Vocabulary | None = None
        self._there: tuple[Journey, ...] | None = None
        self._found: tuple[Journey | None, tuple[Problem, ...]] = (None, ())

    @property
    def journey(self) -> Journey:
        """The journey as it is now."""
        return self._history.present

    @property
    def names(self) -> Names:
        """What is called how in the journey, and what the journeys are that it may lead on to."""
        return names_beside(self.journey, self._there)

    @property
    def history(self) -> History:
        """What was done and undone."""
        return self._history

    @property
    def vocabulary(self) -> Vocabulary | None:
        """What the data in use speaks of, where it is known."""
        return self._vocabulary

    @property
    def there(self) -> tuple[Journey, ...]:
        """The journeys there are to lead on to."""
        return self._there or ()

    @property
    def companions(self) -> tuple[Journey, ...]:
        """The journeys that run with this one, as it leads to them."""
        return companions(self.journey, self.there)

    @property
    def is_large(self) -> bool:
        """True where looking for problems would keep a person waiting."""
        return sum(len(each.nodes) for each in (self.journey, *self.companions)) > MOST_AT_ONCE

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the journey, errors first; of a large one what was last found."""
        if self._found[0] is not self.journey and not self.is_large:
            self._found = self.journey, found_with(self._vocabulary, self.journey, self.companions)
        return self._found[1]

    def know(self, found: tuple[Problem, ...]) -> None:
        """Take what was found to be wrong with the journey as it is now."""
        self._found = self.journey, found

    def ground(self, vocabulary: Vocabulary | None) -> None:
        """Put other data beside the journey."""
        self._vocabulary = vocabulary
        self._found = None, self._found[1]
        self.grounded.emit()

    def shelve(self, there: tuple[Journey, ...]) -> None:
        """Put other journeys beside the journey, for it to lead on to."""
        if self._there is None or not _are_same(there, self._there):
            self._there = there
            self._found = None, self._found[1]
            self.grounded.emit()

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
        self._found = None, ()
        self._take(History(journey), "")

    def _take(self, history: History, words: str) -> None:
        before, self._history = self._history.present, history
        if diff := Diff.between(before, history.present):
            self.changed.emit(Changed(before, history.present, diff, words))


def _are_same(some: tuple[Journey, ...], others: tuple[Journey, ...]) -> bool:
    return len(some) == len(others) and all(map(operator.is_, some, others))
