"""One comparison as a sentence; every word that can be changed opens its editor in place."""

from pydantic import ValidationError
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journeys.conditions.comparison import Operator
from journeys.conditions.sentences import sentence
from journeys.conditions.tree import AttributeTest, BehaviourTest, EntryTest, Leaf, Tree
from journeys.durations import Duration
from widgets.flow import Flow
from widgets.inspector.amending import amended, why
from widgets.inspector.controls.buttons import IconButton
from widgets.inspector.controls.picking import Option, PickList, events, options
from widgets.inspector.controls.popup import Popup
from widgets.inspector.controls.token import Token
from widgets.inspector.look import label
from widgets.inspector.sentences.flavour import GROUP, UNNAMED_PROPERTY, Flavour, as_leaf
from widgets.inspector.sentences.operands import (
    operators,
    with_measure,
    with_name,
    with_operator,
)
from widgets.inspector.sentences.saying import (
    Key,
    Word,
    held,
    is_unseen,
    measure_words,
    operator_words,
    unseen_words,
    words_of,
)
from widgets.inspector.sentences.values import ValueEditor
from widgets.inspector.sentences.view import TURN, Surroundings, View, actions
from widgets.inspector.sentences.where import WhereView
from widgets.inspector.sentences.window import WindowEditor
from widgets.inspector.speech import translate
from widgets.lettering import tip, visible
from widgets.theme import BODY, SECONDARY

MENU, SORT = "menu", "sort"


class LeafView(View):
    """A sentence of tokens, with the filter of its event beneath where it has one."""

    def __init__(self, leaf: Leaf, negations: int, around: Surroundings) -> None:
        super().__init__(around)
        self._leaf, self._negations = leaf, negations
        self._parts: list[QWidget] = []
        self.tokens: dict[str, Token] = {}
        self.popup: Popup | None = None
        self._line = QWidget()
        self._flow = Flow(self._line)
        self.menu = IconButton("ellipsis", translate("Inspector", "More"), around.context.theme)
        self.menu.clicked.connect(lambda: self.open(MENU))
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._line, 1)
        head.addWidget(self.menu, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        self.unseen = label(unseen_words(), SECONDARY, "second", wraps=True)
        column.addWidget(self.unseen)
        self.where: WhereView | None = None
        self._column = column
        self._show_where()
        self._say()

    @property
    def leaf(self) -> Leaf:
        """The comparison, with the filter that stands beneath."""
        if self.where is not None:
            return amended(self._leaf, {"where": self.where.tree()})
        return self._leaf

    @property
    def spoken(self) -> tuple[str, ...]:
        """The words of the sentence, from left to right."""
        words = words_of(self._leaf, self.around.context.choices, self._negations)
        return tuple(word.text for word in words)

    def tree(self) -> Tree:
        """Return the comparison, turned round where the sentence says 'not'."""
        return self.around.flavour.negated(self.leaf, self._negations)

    def focus_first(self) -> None:
        """Go to the first word that can be changed."""
        next(iter(self.tokens.values())).setFocus()

    def turn(self) -> None:
        """Turn it into its opposite, or back."""
        self._negations = self._negations - 1 if self._negations else 1
        self._tell()

    def open(self, key: str) -> None:
        """Open the editor of a word."""
        if key == "not":
            self.turn()
            self.left.emit()
            return
        content = self._editor(key)
        opener = self.menu if key in {MENU, SORT} else self.tokens[key]
        self.popup = Popup(content, self.around.context.theme, opener, self)
        self.popup.closed.connect(lambda: self._closed(key))
        self.popup.open()

    def _editor(self, key: str) -> QWidget:
        leaf, context = self._leaf, self.around.context
        if key == "value":
            seen = context.choices.values.get(str(getattr(leaf, "name", "")), ())
            editor = ValueEditor(leaf, held(leaf, context.choices), seen, context)
            editor.changed.connect(self._take)
            return editor
        if key == "within" and isinstance(leaf, BehaviourTest):
            window = WindowEditor(leaf.within, leaf.since, context)
            window.changed.connect(self._look_back)
            return window
        picking = PickList(
            translate("Inspector", "Choose"), self._offered(key), self._current(key),
            is_open=key in {"event", "of", "name"},
        )  # fmt: skip
        picking.picked.connect(lambda value: self._try(key, value, picking))
        return picking

    def _try(self, key: str, value: str, picking: PickList) -> None:
        """Take what was picked; what cannot be stays written, with the words of why."""
        try:
            self._pick(key, value)
        except ValidationError as error:
            picking.refuse(why(error))

    def _offered(self, key: str) -> tuple[Option, ...]:
        leaf, choices = self._leaf, self.around.context.choices
        match key:
            case "event":
                return events(choices)
            case "measure":
                return tuple(Option(each, measure_words(each)) for each in ("count", "sum", "last"))
            case "operator":
                offered = operators(leaf, held(leaf, choices))
                return tuple(Option(each, operator_words(leaf, each)) for each in offered)
            case "of" | "name":
                return options(self._names())
            case "sort":
                return self._sorts()
        other = (Option(SORT, translate("Inspector", "Ask something else\u2026")),)
        return (*(other if len(self._sorts()) > 1 else ()), *actions(is_group=False))

    def _sorts(self) -> tuple[Option, ...]:
        """Return what one sentence can ask, as where one is added."""
        return tuple(each for each in self.around.flavour.sorts() if each.value != GROUP)

    def _names(self) -> tuple[str, ...]:
        leaf, context = self._leaf, self.around.context
        if isinstance(leaf, BehaviourTest):
            return context.choices.properties_of((leaf.event,))
        if isinstance(leaf, AttributeTest):
            return tuple(context.choices.attributes)
        is_entry = isinstance(leaf, EntryTest)
        events = context.entry_events if is_entry else self.around.flavour.events
        return context.choices.properties_of(events)

    def _current(self, key: str) -> str:
        return self._leaf.kind if key == SORT else str(getattr(self._leaf, key, ""))

    def _pick(self, key: str, value: str) -> None:
        """Take what was picked; raises ValidationError where that cannot be."""
        made = None if key in {MENU, SORT} else self._with(key, value)
        if self.popup:
            self.popup.close()
        if key == SORT:
            self._become(value)
        elif made is not None:
            self._take(made)
            self.left.emit()
        elif value == SORT:
            self.open(SORT)
        elif value == TURN:
            self.turn()
            self.left.emit()
        else:
            self.acted.emit(value)

    def _become(self, sort: str) -> None:
        """Ask something of another sort, turned round or not as before."""
        if sort != self._leaf.kind:
            self._leaf = as_leaf(self.around.flavour.fresh(sort, self.around.context))
            self._show_where()
            self._tell()
            self.left.emit()
        self.focus_first()

    def _show_where(self) -> None:
        """Show the filter of the event beneath, where one is asked for."""
        if self.where is not None:
            self._column.removeWidget(self.where)
            self.where.hide()
            self.where.deleteLater()
            self.where = None
        leaf, around = self._leaf, self.around
        if isinstance(leaf, BehaviourTest):
            flavour = Flavour(is_filter=True, events=(leaf.event,))
            self.where = WhereView(leaf.where, Surroundings(flavour, around.context, around.make))
            self.where.changed.connect(self._hear)
            self.where.left.connect(self.left)
            self._column.addWidget(self.where)

    def _with(self, key: str, value: str) -> Leaf:
        leaf, choices = self._leaf, self.around.context.choices
        if key == "operator":
            return with_operator(leaf, Operator(value), held(leaf, choices))
        if key == "name":
            renamed = amended(leaf, {"name": value})
            seen = choices.values.get(value, ())
            return with_name(leaf, value, held(renamed, choices), seen)
        if key == "measure" and isinstance(leaf, BehaviourTest):
            return with_measure(leaf, value, next(iter(self._names()), UNNAMED_PROPERTY))
        return amended(leaf, {key: value})

    def _look_back(self, window: object) -> None:
        within = window if isinstance(window, Duration) else None
        since = window if isinstance(window, str) else None
        self._take(amended(self._leaf, {"within": within, "since": since}))

    def _take(self, leaf: Leaf) -> None:
        if isinstance(leaf, BehaviourTest) and self.where is not None:
            self.where.offer((leaf.event,))
        self._leaf = leaf
        self._tell()

    def _hear(self) -> None:
        self.setAccessibleName(sentence(self.tree()))
        self.changed.emit()

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _closed(self, key: str) -> None:
        self.popup = None
        token = self.tokens.get(key)
        if token is not None:
            token.setFocus(Qt.FocusReason.PopupFocusReason)
        self.left.emit()

    def _say(self) -> None:
        """Show the sentence; where its words only say otherwise, they stay where they are."""
        words = words_of(self._leaf, self.around.context.choices, self._negations)
        shown = [_sort(part) for part in self._parts]
        if shown != [word.key for word in words]:
            for part in self._parts:
                part.hide()
                part.deleteLater()
            self.tokens = {}
            self._parts = [self._part(word.key) for word in words]
        for part, word in zip(self._parts, words, strict=True):
            _write(part, word, self.around)
        self._flow.arrange(tuple(self._parts))
        self.unseen.setVisible(is_unseen(self._leaf, self.around.context.choices))
        self.setAccessibleName(sentence(self.tree()))
        self._line.updateGeometry()

    def _part(self, key: Key) -> QWidget:
        if not key:
            made = label("", BODY, "second")
            made.setParent(self._line)
            return made
        token = Token(self._line)
        token.setProperty("key", key)
        token.clicked.connect(lambda: self.open(key))
        token.show()  # at once, so that it can be gone to
        self.tokens[key] = token
        return token


def _sort(part: QWidget) -> str:
    return str(part.property("key") or "")


def _write(part: QWidget, word: Word, around: Surroundings) -> None:
    if isinstance(part, Token):
        part.say(word.text, word.look, word.what, around.context.theme)
        if word.raw not in {"", word.text}:
            part.setToolTip(tip(word.raw))
    elif isinstance(part, QLabel):
        part.setText(visible(word.text))
