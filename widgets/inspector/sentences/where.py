"""The filter of an event inside a sentence: 'where', and what is asked of its properties."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journeys.conditions.tree import Tree
from widgets.inspector.look import label, looks
from widgets.inspector.sentences.flavour import Flavour
from widgets.inspector.sentences.root import Root
from widgets.inspector.sentences.view import Surroundings
from widgets.theme import BODY

INSET = 8


class WhereView(QWidget):
    """Shows a filter in a box of its own that `words` begin, or a button `add` for one."""

    changed = Signal()
    left = Signal()

    def __init__(self, tree: Tree | None, around: Surroundings, words: str, add: str) -> None:
        super().__init__()
        self.root = Root(tree, around, add)
        self.root.changed.connect(self._hear)
        self.root.left.connect(self.left)
        self._box = QFrame()
        self._inside = QVBoxLayout(self._box)
        self._word = label(words, BODY, "second")
        self._inside.addWidget(self._word)
        self._inside.addWidget(self.root)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._box)
        self._frame()

    def tree(self) -> Tree | None:
        """Return the filter, or None where every event counts."""
        return self.root.tree()

    def offer(self, events: tuple[str, ...], words: str, add: str) -> None:
        """Offer the properties of other events from now on."""
        self._word.setText(words)
        self.root.begin_with(add)
        around = self.root.around
        flavour = Flavour(is_filter=True, events=events)
        if flavour != around.flavour:
            self.root.around = Surroundings(flavour, around.context, around.make)
            self.root.show_tree(self.root.tree())

    def _hear(self) -> None:
        self._frame()
        self.changed.emit()

    def _frame(self) -> None:
        """Draw a box only where there is something inside."""
        has_filter = self.root.view is not None
        looks(self._box, "group" if has_filter else "")
        inset = INSET if has_filter else 0
        self._inside.setContentsMargins(inset, inset // 2, inset, inset // 2)
        self._inside.setSpacing(2)
        self._word.setVisible(has_filter)
