"""Writes all parts of a message: its lines on top, its bodies by tab, and what is wrong beneath."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from journeys.content.sort import Sort
from widgets.content.beginning import Beginning
from widgets.content.editor import Editor
from widgets.content.line import LineRow
from widgets.content.look import label, rule
from widgets.content.notebox import NoteBox, Said
from widgets.content.offers import Inserted, Offer
from widgets.content.starts import Start, starts
from widgets.pieces import piece_words
from widgets.shell.buttons import Button
from widgets.theme import SECONDARY, Theme

TOOLS = 40
ROOMY = 540


class Writer(QWidget):
    """The words of one message.

    `edited` carries the name of a part and its whole text, `began` the words of all parts by name,
    `left` is sent when a part was left, `noted` carries how many notes there are and whether one
    of them is bad. `past_asked`, `path_asked` and `out_asked` carry a variable that some lack.
    """

    edited = Signal(str, str)
    began = Signal(object)
    left = Signal()
    noted = Signal(int, bool)
    past_asked = Signal(str)
    path_asked = Signal(str)
    out_asked = Signal(str)

    def __init__(
        self,
        channel: str,
        sorts: Mapping[str, Sort],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Writer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._channel, self._sorts = channel, sorts
        self._theme = theme
        self._offers: tuple[Offer, ...] = ()
        self._words: dict[str, str] = {}
        self._is_begun = False
        self.editors: dict[str, Editor] = {}
        self.lines: dict[str, LineRow] = {}
        self.tabs: dict[str, QPushButton] = {}
        self.count = label(SECONDARY, "count")
        self.bodies = QStackedWidget()
        self.box = NoteBox(theme)
        self.beginning = Beginning(theme)
        self.variable = Button("", "link", "braces")
        self.only_if = Button("", "tool", "split")
        self._tools = {
            self.variable: self.tr("Insert a variable"),
            self.only_if: self.tr("Show only if"),
        }
        self.variable.setToolTip(self._tools[self.variable] + "  Ctrl+Space")
        self.only_if.setToolTip(self._tools[self.only_if])
        self._here: Editor | None = None
        self._stack = QStackedWidget()
        self._place()
        self._connect()
        self._keys()
        self.set_theme(theme)

    def _place(self) -> None:
        written = QWidget()
        written.setObjectName("WriterBody")
        column = QVBoxLayout(written)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for name, sort in self._sorts.items():
            words = piece_words(self._channel, name)
            if sort is Sort.LINE:
                row = self.lines[name] = LineRow(words, self._theme)
                self.editors[name] = row.editor
                column.addWidget(row)
                continue
            editor = self.editors[name] = Editor(words, sort, self._theme)
            self.bodies.addWidget(editor)
            self.tabs[name] = self._tab(words, editor)
        column.addLayout(self._bar())
        column.addWidget(rule())
        column.addWidget(self.bodies, 1)
        column.addWidget(self.box)
        next(iter(self.tabs.values())).setChecked(True)
        self._stack.addWidget(self.beginning)
        self._stack.addWidget(written)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(20, 0, 20, 0)
        bar.setSpacing(4)
        if len(self.tabs) > 1:
            for tab in self.tabs.values():
                bar.addWidget(tab, 0, Qt.AlignmentFlag.AlignBottom)
                bar.addSpacing(8)
            bar.addStretch(1)
        bar.addWidget(self.variable)
        bar.addWidget(self.only_if)
        if len(self.tabs) == 1:
            bar.addStretch(1)
        bar.addWidget(self.count)
        return bar

    def _tab(self, words: str, editor: Editor) -> QPushButton:
        made = QPushButton(words)
        made.setProperty("look", "tab")
        made.setCheckable(True)
        made.setAutoExclusive(True)
        made.setFixedHeight(TOOLS)
        made.setAccessibleName(words)
        made.clicked.connect(lambda: self.show_body(editor))
        return made

    def _connect(self) -> None:
        for name, editor in self.editors.items():
            editor.edited.connect(lambda text, name=name: self._take(name, text))
            editor.left.connect(self.left)
            editor.noted.connect(lambda _: self._hear_notes())
            editor.moved.connect(lambda editor=editor: self._be_at(editor))
        self.variable.clicked.connect(self._insert_variable)
        self.only_if.clicked.connect(self._insert_test)
        self.box.mend_asked.connect(self._mend)
        self.box.past_asked.connect(self.past_asked)
        self.box.path_asked.connect(self.path_asked)
        self.box.out_asked.connect(self.out_asked)
        self.box.went_on.connect(self._go_to)
        self.beginning.chosen.connect(self._begin)
        self.beginning.nothing_asked.connect(self._begin_empty)

    def _keys(self) -> None:
        steps = (
            ("F8", lambda: self.box.step(1)),
            ("Shift+F8", lambda: self.box.step(-1)),
            ("Alt+Return", self.box.mend),
        )
        for key, do in steps:
            made = QShortcut(QKeySequence(key), self)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(do)

    @property
    def here(self) -> Editor:
        """The part that is written in, or was last."""
        body = self._here or self.bodies.currentWidget()
        return body if isinstance(body, Editor) else next(iter(self.editors.values()))

    @property
    def words(self) -> Mapping[str, str]:
        """The words as they stand there, part by part."""
        return {name: editor.text for name, editor in self.editors.items()}

    @property
    def is_beginning(self) -> bool:
        """True while ways to begin are offered."""
        return self._stack.currentWidget() is self.beginning

    def show_words(self, words: Mapping[str, str]) -> None:
        """Show the words of each part; where there are none at all, ways to begin."""
        self._words = dict(words)
        for name, editor in self.editors.items():
            editor.show_text(words.get(name, ""))
        is_empty = not any(words.values()) and not self._is_begun
        self._stack.setCurrentIndex(0 if is_empty else 1)

    def show_offers(self, offers: Sequence[Offer], only_with: Sequence[str] = ()) -> None:
        """Take what can be put in here, and without what the message is not to be sent."""
        self._offers = tuple(offers)
        for editor in self.editors.values():
            editor.show_offers(offers, only_with)
        self.beginning.offer(starts(self._channel, offers))

    def show_counts(self, counts: Mapping[str, str]) -> None:
        """Say behind each part how long it is, in words; the body in view has its own place."""
        for name, row in self.lines.items():
            row.count.setText(counts.get(name, ""))
        bodies = [name for name in self.tabs if name in counts]
        self.count.setText(counts[bodies[0]] if len(self.tabs) == 1 and bodies else "")

    def show_body(self, editor: Editor) -> None:
        """Bring a body into view, and go there."""
        self.bodies.setCurrentWidget(editor)
        self._here = editor
        self._hear_notes()
        editor.setFocus()

    def show_part(self, name: str) -> None:
        """Go to a part."""
        if name in self.tabs:
            self.tabs[name].setChecked(True)
            self.show_body(self.editors[name])
        elif name in self.editors:
            self.editors[name].setFocus()

    def begin(self) -> None:
        """Go to where one begins to write."""
        if self.is_beginning and self.beginning.buttons:
            self.beginning.buttons[0].setFocus()
        else:
            next(iter(self.editors.values())).setFocus()

    def insert(self, name: str) -> None:
        """Put in a variable by its name, where one writes."""
        offer = next((each for each in self._offers if each.variable.name == name), None)
        if offer is not None and not self.is_beginning:
            self.here.setFocus()
            self.here.put(offer)

    def tell(self) -> None:
        """Tell of all that was written and not told of yet."""
        for editor in self.editors.values():
            editor.tell()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme; the style sheet is the room's."""
        self._theme = theme
        for editor in self.editors.values():
            editor.set_theme(theme)
        for each in (self.box, self.beginning):
            each.set_theme(theme)
        for tool in (self.variable, self.only_if):
            tool.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the tools by their icons alone where there is little room."""
        super().resizeEvent(event)
        is_narrow = self.width() < ROOMY
        for tool, words in self._tools.items():
            tool.say("" if is_narrow else words)
            tool.setAccessibleName(words)

    def _take(self, name: str, text: str) -> None:
        self._words[name] = text
        self.edited.emit(name, text)

    def _be_at(self, editor: Editor) -> None:
        if editor.hasFocus() and self._here is not editor:
            self._here = editor
            self._hear_notes()

    def _hear_notes(self) -> None:
        here = self.here
        found = tuple(
            Said(name, piece_words(self._channel, name), note, is_line=each.is_line)
            for name, each in self.editors.items()
            for note in each.notes
        )
        name = next(name for name, each in self.editors.items() if each is here)
        self.box.show_notes(found, name, here.at)
        self.noted.emit(len(found), any(said.note.is_bad for said in found))

    def _mend(self, said: Said) -> None:
        self.show_part(said.part)
        self.editors[said.part].mend(said.note)

    def _go_to(self, said: Said) -> None:
        self.show_part(said.part)
        self.editors[said.part].go_to(said.note)
        self._hear_notes()

    def _insert_variable(self) -> None:
        editor = self.here
        editor.setFocus()
        editor.complete()

    def _insert_test(self) -> None:
        editor = self.here
        editor.setFocus()
        inside = editor.textCursor().selectedText().replace("\N{PARAGRAPH SEPARATOR}", "\n")
        editor.insert(Inserted(f"{{% if  %}}{inside}{{% endif %}}", (6, 6)))
        editor.complete(is_asked=False)

    def _begin(self, start: Start) -> None:
        self._is_begun = True
        self.show_words(start.words)
        self.began.emit(dict(start.words))
        self.begin()

    def _begin_empty(self) -> None:
        self._is_begun = True
        self._stack.setCurrentIndex(1)
        self.begin()
