"""One comparison as a sentence; every word that can be changed opens its editor in place."""

from pydantic import ValidationError
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journeys.conditions.sentences import sentence
from journeys.conditions.tree import (
    BehaviourTest,
    Compared,
    Leaf,
    SampleTest,
    SequenceTest,
    Tree,
)
from journeys.durations import Duration
from widgets.flow import Flow
from widgets.inspector.amending import amended, why
from widgets.inspector.controls.buttons import IconButton, beside_line
from widgets.inspector.controls.picking import Option, PickList
from widgets.inspector.controls.popup import Popup
from widgets.inspector.controls.token import Token
from widgets.inspector.fields.share import ShareField
from widgets.inspector.look import label
from widgets.inspector.sentences.filters import filtered, with_filters
from widgets.inspector.sentences.flavour import GROUP, Flavour, as_leaf
from widgets.inspector.sentences.offers import OPEN, current, offered, picked
from widgets.inspector.sentences.saying import remark, words_of
from widgets.inspector.sentences.values import ValueEditor
from widgets.inspector.sentences.view import GROUP as GROUPING
from widgets.inspector.sentences.view import TURN, Surroundings, View, actions
from widgets.inspector.sentences.where import WhereView
from widgets.inspector.sentences.window import GapEditor, WindowEditor
from widgets.inspector.sentences.words import Key, Word
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
        head.addWidget(beside_line(self.menu), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        self.unseen = label("", SECONDARY, "second", wraps=True)
        column.addWidget(self.unseen)
        self.wheres: dict[str, WhereView] = {}
        self._column = column
        self._show_where()
        self._say()

    @property
    def leaf(self) -> Leaf:
        """The comparison, with the filters that stand beneath."""
        return with_filters(self._leaf, {name: view.tree() for name, view in self.wheres.items()})

    @property
    def where(self) -> WhereView | None:
        """The first filter that stands beneath, where there is one."""
        return next(iter(self.wheres.values()), None)

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
        match leaf, key:
            case BehaviourTest() | SequenceTest(), "within":
                window = WindowEditor(leaf.within, leaf.since, context)
                window.changed.connect(self._look_back)
                return window
            case SequenceTest(), "gap":
                gap = GapEditor(leaf.gap, context)
                gap.changed.connect(lambda span: self._amend({"gap": span}))
                return gap
            case SampleTest(), "share":
                share = ShareField(translate("Inspector", "Share of customers"), context)
                share.show_value(leaf.share)
                share.changed.connect(lambda points: self._amend({"share": points}))
                share.line.selectAll()
                share.setFocusProxy(share.line)
                return share
        if key == "value" and isinstance(leaf, Compared):
            editor = ValueEditor(leaf, context)
            editor.changed.connect(self._take)
            return editor
        picking = PickList(
            translate("Inspector", "Choose"), self._offered(key), current(leaf, key),
            is_open=key in OPEN,
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
        if key == SORT:
            return self._sorts()
        if key == MENU:
            words = translate("Inspector", "Ask something else\u2026")
            other = (Option(SORT, words),) if len(self._sorts()) > 1 else ()
            return (*other, *actions(is_alone=self.is_alone, regroup=GROUPING))
        return offered(self._leaf, key, self.around.context, self.around.flavour.events)

    def _sorts(self) -> tuple[Option, ...]:
        """Return what one sentence can ask, as where one is added."""
        sorts = self.around.flavour.sorts(self.around.context)
        return tuple(each for each in sorts if each.value != GROUP)

    def _pick(self, key: str, value: str) -> None:
        """Take what was picked; raises ValidationError where that cannot be."""
        context = self.around.context
        made = None if key in {MENU, SORT} else picked(self._leaf, key, value, context)
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
        """Show the filters of the events beneath, where there are any."""
        for old in self.wheres.values():
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.wheres = {}
        around = self.around
        for name, part in filtered(self._leaf).items():
            flavour = Flavour(is_filter=True, events=(part.event,))
            inside = Surroundings(flavour, around.context, around.make)
            view = WhereView(part.tree, inside, part.words, part.add)
            view.changed.connect(self._hear)
            view.left.connect(self.left)
            self._column.addWidget(view)
            self.wheres[name] = view

    def _look_back(self, window: object) -> None:
        within = window if isinstance(window, Duration) else None
        since = window if isinstance(window, str) else None
        self._amend({"within": within, "since": since})

    def _amend(self, changes: dict[str, object]) -> None:
        self._take(amended(self._leaf, changes))

    def _take(self, leaf: Leaf) -> None:
        for name, part in filtered(leaf).items():
            self.wheres[name].offer((part.event,), part.words, part.add)
        self._leaf = leaf
        self._tell()

    def _hear(self) -> None:
        self.setAccessibleName(sentence(self.tree(), self.around.context.choices.own.names))
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
        said = remark(self._leaf, self.around.context.choices)
        self.unseen.setText(said)
        self.unseen.setVisible(bool(said))
        self.setAccessibleName(sentence(self.tree(), self.around.context.choices.own.names))
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
        if word.raw not in {"", word.text} and not part.toolTip():
            part.setToolTip(tip(word.raw))
    elif isinstance(part, QLabel):
        part.setText(visible(word.text))
