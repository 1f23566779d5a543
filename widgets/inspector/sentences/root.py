"""A whole condition or filter: nothing, one sentence, or a group of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeys.conditions.tree import Tree
from widgets.inspector.controls.buttons import LinkButton
from widgets.inspector.controls.picking import PickList
from widgets.inspector.controls.popup import Popup
from widgets.inspector.sentences.flavour import bare, joined
from widgets.inspector.sentences.view import (
    DUPLICATE,
    GROUP,
    REMOVE,
    TURN,
    UNGROUP,
    Surroundings,
    View,
)
from widgets.inspector.speech import translate


class Root(QWidget):
    """Shows a tree and lets it grow; `words` are on the button that begins one.

    `changed` says that it reads otherwise, `left` that the person is done.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, tree: Tree | None, around: Surroundings, words: str) -> None:
        super().__init__()
        self.around = around
        self.view: View | None = None
        self.popup: Popup | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.add = LinkButton(words, words, around.context.theme)
        self.add.clicked.connect(self.open)
        self._begin = words
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_tree(tree)

    def tree(self) -> Tree | None:
        """Return what is shown, put together from what stands on the screen."""
        return self.view.tree() if self.view else None

    def show_tree(self, tree: Tree | None) -> None:
        """Show another tree."""
        if self.view is not None:
            self._column.removeWidget(self.view)
            self.view.hide()
            self.view.deleteLater()
        self.view = None if tree is None else self.around.make(tree, self.around)
        if self.view is not None:
            self.view.is_alone = True
            self.view.changed.connect(self.changed)
            self.view.left.connect(self.left)
            self.view.acted.connect(self._act)
            self._column.insertWidget(0, self.view)
        self.add.say(self._begin if tree is None else translate("Inspector", "Add a condition"))
        self.add.setVisible(tree is None or joined(bare(tree)[0]) is None)

    def begin_with(self, words: str) -> None:
        """Put other words on the button that begins a tree."""
        self._begin = words
        if self.view is None:
            self.add.say(words)

    def open(self) -> None:
        """Open what can be added."""
        sorts = self.around.flavour.sorts(self.around.context)
        picking = PickList(self.add.text(), sorts)
        self.popup = Popup(picking, self.around.context.theme, self.add, self)
        picking.picked.connect(self._add)
        self.popup.open()

    def _add(self, sort: str) -> None:
        if self.popup:
            self.popup.close()
        flavour, tree = self.around.flavour, self.tree()
        fresh = flavour.fresh(sort, self.around.context)
        if tree is None:
            self._become(fresh)
        else:
            self._become(flavour.group("all", (tree, fresh)))

    def _act(self, action: str) -> None:
        """Do with the whole tree what its menu offers."""
        tree = self.tree()
        if tree is None:
            return
        flavour = self.around.flavour
        inside, negations = bare(tree)
        group = joined(inside)
        if action == REMOVE:
            self._become(None)
        elif action == DUPLICATE:
            self._become(flavour.group("all", (tree, tree)))
        elif action == GROUP:
            self._become(flavour.group("any", (tree,)))
        elif action == TURN:
            self._become(flavour.negated(inside, 0 if negations else 1))
        elif action == UNGROUP and group and len(group[1]) == 1:
            self._become(flavour.negated(group[1][0], negations))

    def _become(self, tree: Tree | None) -> None:
        self.show_tree(tree)
        self.changed.emit()
        self.left.emit()
        if self.view is not None:
            self.view.focus_first()
        else:
            self.add.setFocus()
