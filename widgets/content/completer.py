"""Offers what could be meant at the cursor of an editor, and puts in what is chosen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from widgets.content.completing import Choice, Wants, choices, typed
from widgets.content.offers import Offer
from widgets.content.popup import Popup
from widgets.content.rounds import of_rounds
from widgets.theme import Theme

if TYPE_CHECKING:
    from widgets.content.editor import Editor

APART, LEFT, MARGIN = 4, 14, 8


class Completer(QObject):
    """Owns the list of choices over the window of an editor."""

    def __init__(self, editor: "Editor", theme: Theme) -> None:
        super().__init__(editor)
        self._editor = editor
        self.popup = Popup(theme, editor)
        self.popup.chosen.connect(self.take)

    @property
    def is_open(self) -> bool:
        """True while choices are shown."""
        return self.popup.isVisible()

    def offer(self, offers: Sequence[Offer]) -> None:
        """Show what could be meant at the cursor; nothing where that stands there already."""
        editor, over = self._editor, self._editor.window()
        text = editor.text
        at = typed(text, editor.at)
        if at.wants is Wants.VARIABLE:
            offers = (*of_rounds(text[: at.start], offers), *offers)
        offered = choices(at, offers)
        is_done = len(offered) == 1 and offered[0].name == at.text
        if not offered or is_done:
            self.close()
            return
        if self.popup.parent() is not over:
            self.popup.setParent(over)
        self.popup.offer(offered, at.text, over.width() - 2 * MARGIN)
        self.popup.move(self._beneath(at.start))
        self.popup.show()
        self.popup.raise_()

    def close(self) -> None:
        """Offer nothing any more."""
        if self.is_open:
            self.popup.hide()
            self._editor.look_soon()

    def take(self, choice: Choice) -> None:
        """Put a choice in the place of what was typed; one that cannot be chosen is left alone."""
        if choice.inserted is None:
            return
        editor = self._editor
        here = editor.at
        at = typed(editor.text, here)
        self.close()
        editor.setTextCursor(editor.selecting(here, at.start))
        editor.insert(choice.inserted)
        self.close()
        editor.setFocus()

    def _beneath(self, start: int) -> QPoint:
        """Return where the list stands: under what is typed, or above it where it is low."""
        editor, over = self._editor, self._editor.window()
        spot = editor.cursorRect(editor.selecting(start, start))
        at = editor.viewport().mapTo(over, spot.bottomLeft()) + QPoint(-LEFT, APART)
        if at.y() + self.popup.height() > over.height() - MARGIN:
            top = editor.viewport().mapTo(over, spot.topLeft()).y()
            at.setY(max(top - self.popup.height() - APART, MARGIN))
        at.setX(max(MARGIN, min(at.x(), over.width() - self.popup.width() - MARGIN)))
        return at
