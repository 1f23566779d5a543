"""Undo and redo: the journeys a person has come through, and the way back to each."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Self

from journeys.document.diff import Diff
from journeys.document.edits.edit import Edit
from journeys.document.journey import Journey

LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class Moment:
    """A journey on one side of an edit, with the words of that edit."""

    journey: Journey
    words: str


@dataclass(frozen=True, slots=True)
class History:
    """The journey now, those before and those undone; the journeys share what did not change.

    `open_key` is the key of the last edit while another of that key may still join it.
    """

    present: Journey
    past: tuple[Moment, ...] = ()
    future: tuple[Moment, ...] = ()
    open_key: Hashable | None = None

    def do(self, edit: Edit) -> Self:
        """Return the history with an edit done; what was undone before is given up.

        An edit that changes nothing leaves everything as it is. Raises EditRefusedError.
        """
        after = edit.apply(self.present)
        if not Diff.between(self.present, after):
            return self
        joins = edit.key is not None and edit.key == self.open_key and bool(self.past)
        begin = self.past[-1].journey if joins else self.present
        earlier = self.past[:-1] if joins else self.past
        if not Diff.between(begin, after):
            return type(self)(begin, earlier)
        return type(self)(after, (*earlier, Moment(begin, edit.words))[-LONGEST:], (), edit.key)

    def undo(self) -> Self:
        """Return the history one edit back; with nothing to undo, as it is."""
        if not self.past:
            return self
        last = self.past[-1]
        return type(self)(
            last.journey, self.past[:-1], (*self.future, Moment(self.present, last.words))
        )

    def redo(self) -> Self:
        """Return the history one undone edit forth; with nothing to redo, as it is."""
        if not self.future:
            return self
        following = self.future[-1]
        return type(self)(
            following.journey, (*self.past, Moment(self.present, following.words)), self.future[:-1]
        )

    def seal(self) -> Self:
        """Return the history closed to joining, as after saving or leaving a field."""
        return type(self)(self.present, self.past, self.future)

    @property
    def can_undo(self) -> bool:
        """True when there is something to undo."""
        return bool(self.past)

    @property
    def can_redo(self) -> bool:
        """True when something was undone."""
        return bool(self.future)

    @property
    def undo_words(self) -> str:
        """What would be undone, in words."""
        return self.past[-1].words if self.past else ""

    @property
    def redo_words(self) -> str:
        """What would be done again, in words."""
        return self.future[-1].words if self.future else ""
