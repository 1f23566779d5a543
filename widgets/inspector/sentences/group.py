"""Several conditions of which all, any or none hold."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journeys.conditions.sentences import sentence
from journeys.conditions.tree import Tree
from widgets.flow import Flow
from widgets.inspector.controls.buttons import IconButton, LinkButton, beside_line
from widgets.inspector.controls.picking import Option, PickList
from widgets.inspector.controls.popup import Popup
from widgets.inspector.controls.token import Token
from widgets.inspector.look import label, looks
from widgets.inspector.sentences.flavour import Joining, bare, joined
from widgets.inspector.sentences.view import (
    DOWN,
    DUPLICATE,
    GROUP,
    REMOVE,
    TURN,
    UNGROUP,
    UP,
    Surroundings,
    View,
    actions,
)
from widgets.inspector.speech import translate
from widgets.theme import BODY, CHIP

MOST = 200
FEWEST = 2  # one alone is no group
INSET = 8
JOINER_WIDTH, JOINER_HEIGHT = 34, 20


class GroupView(View):
    """A head that says how many must hold, the parts beneath, and a button for one more."""

    def __init__(
        self, joining: Joining, parts: tuple[Tree, ...], negations: int, around: Surroundings
    ) -> None:
        super().__init__(around)
        self._joining, self._negations = joining, negations
        self.parts: list[View] = []
        self._rows: list[tuple[QWidget, QLabel]] = []
        self.popup: Popup | None = None
        theme = around.context.theme
        self.token = Token()
        self.token.clicked.connect(self._open_head)
        self.menu = IconButton("ellipsis", translate("Inspector", "More"), theme)
        self.menu.clicked.connect(self._open_menu)
        words = translate("Inspector", "Add a condition")
        self.add = LinkButton(words, translate("Inspector", "Add a condition here"), theme)
        self.add.clicked.connect(self._open_sorts)
        self._box = QFrame()
        looks(self._box, "group")
        self._column = QVBoxLayout(self._box)
        self._column.setContentsMargins(INSET, INSET // 2, INSET, INSET // 2)
        self._column.setSpacing(4)
        self._column.addLayout(self._head())
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._box)
        for part in parts:
            self._insert(len(self.parts), part)
        self._say()

    def tree(self) -> Tree:
        """Return the group of what stands on the screen."""
        flavour = self.around.flavour
        group = flavour.group(self._joining, (part.tree() for part in self.parts))
        return flavour.negated(group, self._negations)

    def focus_first(self) -> None:
        """Go to the word that says how many must hold."""
        self.token.setFocus()

    def _head(self) -> QHBoxLayout:
        line = QWidget()
        flow = Flow(line)
        self.token.setParent(line)
        words = label(translate("Inspector", "of these are true"), BODY, "second")
        words.setParent(line)
        flow.arrange((self.token, words))
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(line, 1)
        head.addWidget(beside_line(self.menu), 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _say(self) -> None:
        said = {
            "all": translate("Inspector", "all"),
            "any": translate("Inspector", "any"),
            "none": translate("Inspector", "none"),
            "not all": translate("Inspector", "not all"),
        }
        turned = "none" if self._joining == "any" else "not all"
        word = said[turned] if self._negations else said[self._joining]
        again = f"{translate('Inspector', 'not')} " * max(0, self._negations - 1)
        what = translate("Inspector", "How many must hold")
        self.token.say(f"{again}{word}", "group", what, self.around.context.theme)
        both, either = translate("Inspector", "and"), translate("Inspector", "or")
        for place, (_, joiner) in enumerate(self._rows):
            joiner.setText(both if self._joining == "all" else either)
            joiner.setVisible(place > 0)
        self.add.setVisible(len(self.parts) < MOST)
        self.setAccessibleName(sentence(self.tree(), self.around.context.choices.own.names))

    def _insert(self, place: int, tree: Tree) -> View:
        part = self.around.make(tree, self.around)
        part.changed.connect(self._hear)
        part.left.connect(self.left)
        part.acted.connect(lambda action: self._act(part, action))
        row = QWidget()
        inside = QVBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        joiner = label("", CHIP, "joiner")
        joiner.setAlignment(Qt.AlignmentFlag.AlignCenter)
        joiner.setFixedSize(JOINER_WIDTH, JOINER_HEIGHT)
        inside.addWidget(joiner)
        inside.addWidget(part)
        self.parts.insert(place, part)
        self._rows.insert(place, (row, joiner))
        self._column.insertWidget(1 + place, row)
        return part

    def _remove(self, place: int) -> None:
        self.parts.pop(place)
        row, _ = self._rows.pop(place)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _act(self, part: View, action: str) -> None:
        """Do something with one of the parts."""
        place, tree, flavour = self.parts.index(part), part.tree(), self.around.flavour
        inside, negations = bare(tree)
        if action == REMOVE:
            self._remove(place)
            if len(self.parts) < FEWEST:
                self.acted.emit(UNGROUP if self.parts else REMOVE)
                return
        elif action == DUPLICATE and len(self.parts) < MOST:
            self._insert(place + 1, tree)
        elif action in (UP, DOWN):
            self._move(place, -1 if action == UP else 1)
        elif action == GROUP:
            other: Joining = "any" if self._joining == "all" else "all"
            self._replace(place, flavour.group(other, (tree,)))
        elif action == TURN:
            self._replace(place, flavour.negated(inside, 0 if negations else 1))
        elif action == UNGROUP:
            self._ungroup(place, inside, negations)
        self._tell(place)

    def _replace(self, place: int, tree: Tree) -> None:
        self._remove(place)
        self._insert(place, tree)

    def _move(self, place: int, steps: int) -> None:
        if 0 <= place + steps < len(self.parts):
            tree = self.parts[place].tree()
            self._remove(place)
            self._insert(place + steps, tree).focus_first()

    def _ungroup(self, place: int, tree: Tree, negations: int) -> None:
        """Put the parts of a group in its place; several that are turned round stay together."""
        group = joined(tree)
        parts = group[1] if group is not None else ()
        if len(parts) == 1:
            self._replace(place, self.around.flavour.negated(parts[0], negations))
        elif parts and not negations and len(self.parts) - 1 + len(parts) <= MOST:
            self._remove(place)
            for count, part in enumerate(parts):
                self._insert(place + count, part)

    def _tell(self, place: int) -> None:
        self._say()
        self.changed.emit()
        self.left.emit()
        if not self.parts:
            self.add.setFocus()
        elif self.focusWidget() is None:
            self.parts[min(place, len(self.parts) - 1)].focus_first()

    def _hear(self) -> None:
        self.setAccessibleName(sentence(self.tree(), self.around.context.choices.own.names))
        self.changed.emit()

    def _open(self, picking: PickList, opener: QWidget) -> None:
        self.popup = Popup(picking, self.around.context.theme, opener, self)
        self.popup.open()

    def _open_head(self) -> None:
        offered = (
            Option("all", translate("Inspector", "all of these are true")),
            Option("any", translate("Inspector", "any of these are true")),
            Option("none", translate("Inspector", "none of these are true")),
        )
        current = "none" if self._negations and self._joining == "any" else self._joining
        picking = PickList(translate("Inspector", "How many must hold"), offered, current)
        picking.picked.connect(self._turn)
        self._open(picking, self.token)

    def _turn(self, word: str) -> None:
        self._close()
        self._joining = "all" if word == "all" else "any"
        self._negations = 1 if word == "none" else 0
        self._say()
        self.changed.emit()
        self.left.emit()

    def _open_sorts(self) -> None:
        words = translate("Inspector", "Add a condition here")
        picking = PickList(words, self.around.flavour.sorts(self.around.context))
        picking.picked.connect(self._grow)
        self._open(picking, self.add)

    def _grow(self, sort: str) -> None:
        self._close()
        fresh = self.around.flavour.fresh(sort, self.around.context)
        made = self._insert(len(self.parts), fresh)
        self._tell(len(self.parts) - 1)
        made.focus_first()

    def _open_menu(self) -> None:
        is_whole = self.is_alone and len(self.parts) >= FEWEST
        offered = actions(is_alone=self.is_alone, regroup="" if is_whole else UNGROUP)
        picking = PickList(translate("Inspector", "More"), offered)
        picking.picked.connect(self._choose)
        self._open(picking, self.menu)

    def _choose(self, action: str) -> None:
        self._close()
        self.acted.emit(action)

    def _close(self) -> None:
        if self.popup:
            self.popup.close()
            self.popup = None
