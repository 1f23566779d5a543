"""Home: go on where you left off, begin from something ready-made, bring in your own events."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from widgets.lettering import tip
from widgets.scrolled import Scrolled
from widgets.shell.buttons import Button
from widgets.shell.home.bring import ImportCard
from widgets.shell.home.cards import Card
from widgets.shell.home.content import HomeContent, ReadyMade, Recent
from widgets.shell.home.continued import HIGH as LARGE_HIGH
from widgets.shell.home.continued import recent_card
from widgets.shell.home.files import FilesCard
from widgets.shell.home.lettered import label
from widgets.shell.home.look import MORE
from widgets.shell.home.picture import DottedField, Drawings
from widgets.shell.home.readymade import HIGH as SMALL_HIGH
from widgets.shell.home.readymade import ready_card
from widgets.shell.home.renaming import Renaming
from widgets.shell.home.row import AROUND, Row
from widgets.shell.home.shop import ShopCard
from widgets.shell.look import controls
from widgets.theme import Theme

PADDING, NARROW_PADDING, NARROW = 40, 20, 900
LARGE, LARGE_GAP = (296, 480), 20
SMALL, SMALL_GAP = (180, 340), 20
ROOMY = 600
CONTINUED, LISTED, READY = 3, 3, 6


class Home(Scrolled):
    """Shows where to begin; it says what was asked for and does nothing itself.

    `file_asked` carries the path of a journey, `renamed` a path and a name, `done_to` a path and
    what is to be done to it, `ready_asked` the name of a ready-made journey, `import_asked` the
    ending of a format, or nothing for any.
    """

    new_asked = Signal()
    open_asked = Signal()
    shop_asked = Signal()
    try_asked = Signal()
    import_asked = Signal(str)
    file_asked = Signal(object)
    renamed = Signal(object, str)
    done_to = Signal(object, str)
    ready_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Home"))
        self._theme = theme
        self._content = HomeContent(is_read=False)
        self._drawings = Drawings()
        self.cards: dict[str, Card] = {}
        self.lines: dict[str, Card] = {}
        self._build()

    @property
    def content(self) -> HomeContent:
        """What is shown."""
        return self._content

    def show_content(self, content: HomeContent) -> None:
        """Show other content; the focus stays on what it is on, as far as that is still there."""
        if content == self._content:
            return
        self._content = content
        at, above = self._in_focus(), self.verticalScrollBar().value()
        self._build()
        self.verticalScrollBar().setValue(above)
        card = self.lines.get(at[1]) if at[0] == "line" else self.cards.get(at[1])
        if card is not None:
            card.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._build()

    def light(self, *, is_over: bool) -> None:
        """Light up the place to drop a file while one is dragged over the window."""
        self.bring.zone.light(is_over=is_over)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave less room around in a narrow window."""
        self._fit()
        super().resizeEvent(event)

    def _in_focus(self) -> tuple[str, str]:
        for where, cards in (("card", self.cards), ("line", self.lines)):
            for name, card in cards.items():
                if card.hasFocus():
                    return where, name
        return "", ""

    def _fit(self) -> None:
        page = self.widget()
        layout = page.layout() if page is not None else None
        self.import_button.setVisible(self.viewport().width() >= ROOMY)
        if layout is not None:
            beside = NARROW_PADDING if self.viewport().width() < NARROW else PADDING
            layout.setContentsMargins(beside - AROUND, 20, beside - AROUND, 24 - AROUND)
            layout.activate()

    def _build(self) -> None:
        page = QWidget()
        page.setObjectName("Home")
        page.setStyleSheet(controls(self._theme, MORE))
        column = QVBoxLayout(page)
        column.setSpacing(0)
        self.cards, self.lines = {}, {}
        content = self._content
        column.addLayout(self._heading(page))
        column.addSpacing(20)
        if content.recent or not content.is_read:
            self._section(column, self.tr("Continue where you left off"), page)
            large = self._continued() if content.is_read else self._to_come(CONTINUED, LARGE_HIGH)
            column.addWidget(self._row(large, LARGE, LARGE_GAP, page))
        else:
            column.addWidget(self._row(self._first(page), LARGE, LARGE_GAP, page))
        column.addSpacing(16)
        self._section(column, self.tr("Start from a ready-made journey"), page)
        ready = tuple(self._ready(each) for each in content.ready_made)
        small = ready if content.is_read else self._to_come(READY, SMALL_HIGH)
        column.addWidget(self._row(small, SMALL, SMALL_GAP, page))
        if content.recent or not content.is_read:
            column.addSpacing(14)
            column.addWidget(self._row(self._foot(page), LARGE, LARGE_GAP, page))
        column.addStretch(1)
        self.setWidget(page)
        self._fit()

    def _heading(self, page: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(AROUND, 0, AROUND, 0)
        row.setSpacing(12)
        row.addWidget(label(self.tr("Home"), "page", page))
        row.addStretch(1)
        self.import_button = Button(self.tr("Import your data"), "plain", "file-up", page)
        self.open_button = Button(self.tr("Open file"), "plain", "folder-open", page)
        self.new_button = Button(self.tr("New journey"), "filled", "plus", page)
        self.import_button.setToolTip(self.tr("Try journeys on events of your customers  Ctrl+I"))
        self.open_button.setToolTip(self.tr("Open a journey's file  Ctrl+O"))
        self.new_button.setToolTip(self.tr("Begin with who starts  Ctrl+N"))
        self.import_button.clicked.connect(lambda: self.import_asked.emit(""))
        self.open_button.clicked.connect(self.open_asked)
        self.new_button.clicked.connect(self.new_asked)
        for button in (self.import_button, self.open_button, self.new_button):
            button.set_theme(self._theme)
            button.setObjectName("Tall")
            row.addWidget(button)
        return row

    @staticmethod
    def _section(column: QVBoxLayout, title: str, page: QWidget) -> None:
        heading = label(title, "title", page)
        heading.setContentsMargins(AROUND, 0, AROUND, 0)
        heading.setFixedHeight(24)
        column.addWidget(heading)
        column.addSpacing(6)

    def _row(
        self, cards: tuple[QWidget, ...], limits: tuple[int, int], gap: int, page: QWidget
    ) -> Row:
        return Row(cards, limits, gap, self._theme, page)

    def _to_come(self, count: int, high: int) -> tuple[QWidget, ...]:
        fields = tuple(DottedField(self._theme) for _ in range(count))
        for field in fields:
            field.setMinimumHeight(high)
        return fields

    def _continued(self) -> tuple[QWidget, ...]:
        return tuple(
            self._recent(each, is_first=place == 0)
            for place, each in enumerate(self._content.recent[:CONTINUED])
        )

    def _recent(self, recent: Recent, *, is_first: bool) -> Card:
        card = recent_card(
            recent, self._drawings.of(recent.journey), self._theme, is_first=is_first
        )
        self._listen(card, recent)
        self.cards[str(recent.path)] = card
        return card

    def _ready(self, ready: ReadyMade) -> Card:
        card = ready_card(ready, self._drawings.of(ready.journey), self._theme)
        card.opened.connect(lambda: self.ready_asked.emit(ready.name))
        self.cards[ready.name] = card
        return card

    def _first(self, page: QWidget) -> tuple[QWidget, ...]:
        """Return what an empty Home begins with: the shop, and events of one's own."""
        shop = ShopCard(self._theme, page, is_in_use=self._content.is_sample_shop, alone=True)
        shop.asked.connect(self.try_asked)
        return shop, self._bring(page)

    def _foot(self, page: QWidget) -> tuple[QWidget, ...]:
        self.shop = ShopCard(self._theme, page, is_in_use=self._content.is_sample_shop)
        self.shop.asked.connect(self.shop_asked)
        bring = self._bring(page)
        recent = self._content.recent
        files = FilesCard((recent[CONTINUED:] or recent)[:LISTED], self._theme, page)
        files.browse.clicked.connect(self.open_asked)
        for line, each in zip(files.lines, recent[CONTINUED:] or recent, strict=False):
            self._listen(line, each)
            self.lines[str(each.path)] = line
        return self.shop, bring, files

    def _bring(self, page: QWidget) -> ImportCard:
        self.bring = ImportCard(self._theme, page)
        self.bring.asked.connect(self.import_asked)
        return self.bring

    def _listen(self, card: Card, recent: Recent) -> None:
        path = recent.path
        opened = "find" if recent.is_gone else "open"
        card.opened.connect(lambda: self._do(opened, card, recent))
        card.asked.connect(lambda id_: self._do(id_, card, recent))
        card.setToolTip(tip(str(path)))

    def _do(self, id_: str, card: Card, recent: Recent) -> None:
        path: Path = recent.path
        if id_ == "open":
            self.file_asked.emit(path)
        elif id_ == "rename" and recent.journey is not None:
            line = Renaming(card, recent.journey.name)
            line.named.connect(lambda name: self.renamed.emit(path, name))
        else:
            self.done_to.emit(path, id_)
