"""Values by their names, such as what another system tells."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.inspector.context import Context
from widgets.inspector.controls.buttons import IconButton, LinkButton
from widgets.inspector.controls.line import Line
from widgets.inspector.fields.content import ContentField
from widgets.inspector.fields.field import Field
from widgets.inspector.speech import translate


@dataclass(frozen=True, slots=True)
class Pair:
    """The controls of one value."""

    frame: QWidget
    name: Line
    content: ContentField


class PairsField(Field):
    """Each name with its value beneath; a name that stands there already is refused in words."""

    def __init__(self, what: str, context: Context, add: str, one: str) -> None:
        super().__init__(what, context)
        self._one = one
        self._values: dict[str, object] = {}
        self.pairs: list[Pair] = []
        body = QWidget()
        self._rows = QVBoxLayout(body)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self.add = LinkButton(add, f"{what}: {add}", context.theme)
        self.add.clicked.connect(self._more)
        self._rows.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.hold(body)
        self.start_at(self.add)

    def show_value(self, content: object) -> None:
        """Show the values; where the names are those that stand there, their controls are kept."""
        if not isinstance(content, Mapping) or (dict(content) == self._values and self.said):
            return
        self._values = dict(content)
        if [pair.name.text() for pair in self.pairs] != list(self._values):
            self._arrange()
        for pair, held in zip(self.pairs, self._values.values(), strict=True):
            pair.content.show_value(held)
        self.say("")

    def _arrange(self) -> None:
        for pair in self.pairs:
            self._rows.removeWidget(pair.frame)
            pair.frame.hide()
            pair.frame.deleteLater()
        self.pairs = [self._pair(name) for name in self._values]
        for place, pair in enumerate(self.pairs):
            self._rows.insertWidget(place, pair.frame)

    def _pair(self, name: str) -> Pair:
        pair = Pair(
            QWidget(),
            Line(translate("Inspector", "Name of the %s") % self._one.lower()),
            ContentField(self._one, self.context),
        )
        pair.name.setText(name)
        pair.name.textEdited.connect(lambda _: self._take())
        pair.name.left.connect(self.left)
        pair.content.changed.connect(lambda _: self._take())
        pair.content.left.connect(self.left)
        remove = IconButton("trash-2", translate("Inspector", "Remove"), self.context.theme)
        remove.clicked.connect(lambda: self._remove(pair))
        column = QVBoxLayout(pair.frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(pair.name, 1)
        head.addWidget(remove)
        column.addLayout(head)
        column.addWidget(pair.content)
        return pair

    def _take(self) -> None:
        names = [pair.name.text().strip() for pair in self.pairs]
        if "" in names or len(set(names)) != len(names):
            self.say(translate("Inspector", "Every value has a name of its own."))
            return
        self.say("")
        self._values = {
            name: pair.content.held for name, pair in zip(names, self.pairs, strict=True)
        }
        self.changed.emit(dict(self._values))

    def _more(self) -> None:
        count = len(self._values) + 1
        while f"value_{count}" in self._values:
            count += 1
        self._become({**self._values, f"value_{count}": ""})
        self.pairs[-1].name.setFocus()
        self.pairs[-1].name.selectAll()

    def _remove(self, pair: Pair) -> None:
        place = self.pairs.index(pair)
        kept = [each for at, each in enumerate(self._values.items()) if at != place]
        self._become(dict(kept))
        self.add.setFocus()

    def _become(self, values: dict[str, object]) -> None:
        self._values = values
        self._arrange()
        for pair, held in zip(self.pairs, values.values(), strict=True):
            pair.content.show_value(held)
        self.say("")
        self.settle(dict(values))
