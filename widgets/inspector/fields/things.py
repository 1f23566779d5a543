"""A list of things, such as paths, goals and exit rules: add, take away, put in order."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journeys.nodes.branch import Path
from journeys.nodes.wait_event import Catch
from journeys.values import Value
from widgets.inspector.context import Context
from widgets.inspector.controls.buttons import IconButton, LinkButton, beside_line
from widgets.inspector.fields.field import Field
from widgets.inspector.fields.form import Form, made_or_words
from widgets.inspector.fields.text import TextField
from widgets.inspector.look import label, looks
from widgets.inspector.question import Asking
from widgets.inspector.speech import translate
from widgets.theme import CONTROL, SECONDARY

PADDING = 10
FLAT = 7  # a line without a border keeps that much room before its words

MakingForm = Callable[[], Form]
MakingThing = Callable[[tuple[Value, ...]], Value]


@dataclass(frozen=True, slots=True)
class Card:
    """The controls of one thing."""

    frame: QFrame
    title: TextField
    number: QLabel
    form: Form
    up: IconButton
    down: IconButton
    remove: IconButton


class ThingsField(Field):
    """Each thing on a card with its name and its form; what they are known by is never shown.

    `make_form` makes the form of a thing, `fresh` one more thing beside those there are.
    """

    def __init__(
        self,
        asked: Asking,
        context: Context,
        make_form: MakingForm,
        fresh: MakingThing,
    ) -> None:
        super().__init__(asked.label, context)
        self._asked, self._make_form, self._fresh = asked, make_form, fresh
        self._things: tuple[Value, ...] = ()
        self.cards: dict[str, Card] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._nothing = label(asked.empty, SECONDARY, "second", wraps=True)
        self.add = LinkButton(asked.add, asked.add, context.theme)
        self.add.clicked.connect(self._add)
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self._nothing)
        inside.addLayout(self._rows)
        inside.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.hold(body)

    def show_value(self, content: object) -> None:
        """Show the things; those that were shown keep their cards."""
        if not isinstance(content, tuple):
            return
        self._things = content
        names = names_of(content)
        for gone in [name for name in self.cards if name not in names]:
            self._drop(gone)
        for place, thing in enumerate(content):
            card = self.cards.get(names[place]) or self._card(names[place])
            if self._rows.indexOf(card.frame) != place:
                self._rows.insertWidget(place, card.frame)
            self._show(card, thing, place)
        self._nothing.setVisible(not content)
        self.say("")

    def _show(self, card: Card, thing: Value, place: int) -> None:
        has_title = "title" in type(thing).model_fields
        card.title.show_value(getattr(thing, "title", ""))
        card.title.line.setPlaceholderText(self._called(thing, place))
        card.title.setVisible(has_title)
        card.number.setText(f"{self._asked.one} {place + 1}")
        card.number.setVisible(not has_title)
        card.up.setEnabled(place > 0)
        card.down.setEnabled(place < len(self._things) - 1)
        card.form.show_value(thing)

    def _called(self, thing: Value, place: int) -> str:
        """Return what a thing without a title is called."""
        if isinstance(thing, (Path, Catch)):
            return thing.port(self.context.choices.own.names).title
        return f"{self._asked.one} {place + 1}"

    def _card(self, name: str) -> Card:
        theme, one = self.context.theme, self._asked.one
        card = Card(
            QFrame(),
            TextField(translate("Inspector", "Name of the %s") % one.lower(), self.context),
            label("", CONTROL, "second"),
            self._make_form(),
            IconButton("arrow-up", translate("Inspector", "Move up"), theme),
            IconButton("arrow-down", translate("Inspector", "Move down"), theme),
            IconButton("trash-2", translate("Inspector", "Remove"), theme),
        )
        looks(card.frame, "item")
        looks(card.title.line, "flat")
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(card.number, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(card.title, 0, Qt.AlignmentFlag.AlignTop)
        for part in (card.up, card.down, card.remove):
            head.addWidget(beside_line(part), 0, Qt.AlignmentFlag.AlignTop)
        inside = QVBoxLayout(card.frame)
        inside.setContentsMargins(PADDING - FLAT, 4, PADDING, PADDING)
        inside.setSpacing(4)
        inside.addLayout(head)
        inside.addWidget(card.form)
        card.number.setContentsMargins(FLAT, 0, 0, 0)
        card.form.setContentsMargins(FLAT, 0, 0, 0)
        card.title.changed.connect(lambda text: self._rename(name, text))
        card.title.left.connect(self.left)
        card.form.changed.connect(lambda thing: self._change(name, thing))
        card.form.left.connect(self.left)
        card.up.clicked.connect(lambda: self._move(name, -1))
        card.down.clicked.connect(lambda: self._move(name, 1))
        card.remove.clicked.connect(lambda: self._remove(name))
        self.cards[name] = card
        return card

    def _drop(self, name: str) -> None:
        frame = self.cards.pop(name).frame
        self._rows.removeWidget(frame)
        frame.hide()
        frame.deleteLater()

    def _rename(self, name: str, text: str) -> None:
        thing = self._things[self._place(name)]
        made, words = made_or_words(thing, {"title": text})
        self.cards[name].title.say(words)
        if made is not None:
            self._change(name, made)

    def _change(self, name: str, thing: Value) -> None:
        place = self._place(name)
        self._things = (*self._things[:place], thing, *self._things[place + 1 :])
        self.changed.emit(self._things)

    def _add(self) -> None:
        made = self._fresh(self._things)
        self._become((*self._things, made))
        card = self.cards[names_of(self._things)[-1]]
        if card.title.isHidden():
            next(iter(card.form.fields.values())).begin()
        else:
            card.title.begin()

    def _remove(self, name: str) -> None:
        place = self._place(name)
        self._become((*self._things[:place], *self._things[place + 1 :]))
        self.add.setFocus()

    def _move(self, name: str, steps: int) -> None:
        place, things = self._place(name), list(self._things)
        things.insert(place + steps, things.pop(place))
        self._become(tuple(things))

    def _become(self, things: tuple[Value, ...]) -> None:
        self.show_value(things)
        self.settle(things)

    def _place(self, name: str) -> int:
        return names_of(self._things).index(name)


def names_of(things: tuple[Value, ...]) -> list[str]:
    """Return what each thing is known by: its id, which never changes, else its place."""
    return [str(getattr(thing, "id", place)) for place, thing in enumerate(things)]
