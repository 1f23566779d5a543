"""Home: go on where you left off, begin from something ready-made, bring in your own events."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from widgets.shell.buttons import Button
from widgets.shell.home.cards import Card, label, ready_card, recent_card
from widgets.shell.home.content import HomeContent, ReadyMade, Recent
from widgets.shell.home.foot import import_card, recent_files, shop_card
from widgets.shell.home.row import Row
from widgets.shell.look import controls
from widgets.theme import Theme

PADDING = 40
NARROW_PADDING = 20
NARROW = 900
LARGE, SMALL = 418, 202
LARGE_GAP, SMALL_GAP = 20, 16
MOST_CONTINUED, MOST_LISTED = 3, 5
MORE = """
#Home {{ background: {t.background}; }}
QFrame[look="box"]:hover {{ border-color: {t.edge}; }}
QFrame[look="box"]:focus {{ border: 2px solid {t.accent}; }}
#Drop {{ background: {t.field}; border: 1px dashed {t.edge}; border-radius: 8px; }}
"""


class Home(QScrollArea):
    """Shows where to begin; it says what was asked for and does nothing itself.

    `file_asked` carries the path of a journey, `removed` a path to take off the list,
    `ready_asked` the name of a ready-made journey.
    """

    new_asked = Signal()
    open_asked = Signal()
    shop_asked = Signal()
    import_asked = Signal()
    file_asked = Signal(object)
    removed = Signal(object)
    ready_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Home"))
        self._theme = theme
        self._content = HomeContent()
        self.cards: dict[str, Card] = {}
        self._build()

    @property
    def content(self) -> HomeContent:
        """What is shown."""
        return self._content

    def show_content(self, content: HomeContent) -> None:
        """Show other content."""
        if content != self._content:
            self._content = content
            self._build()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._build()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave less room around in a narrow window."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        page = self.widget()
        layout = page.layout() if page is not None else None
        if layout is not None:
            beside = NARROW_PADDING if self.viewport().width() < NARROW else PADDING
            layout.setContentsMargins(beside, 20, beside, 24)

    def _build(self) -> None:
        page = QWidget()
        page.setObjectName("Home")
        page.setStyleSheet(controls(self._theme, MORE))
        column = QVBoxLayout(page)
        column.setSpacing(24)
        self.cards = {}
        column.addLayout(self._heading(page))
        content = self._content
        if content.recent:
            continued = self._continued()
            title = self.tr("Continue where you left off")
            column.addLayout(self._section(title, continued, LARGE_GAP, page))
        ready = tuple(self._ready(each) for each in content.ready_made)
        title = self.tr("Start from a ready-made journey")
        column.addLayout(self._section(title, ready, SMALL_GAP, page))
        column.addWidget(Row(self._foot(page), LARGE_GAP, page))
        column.addStretch(1)
        self.setWidget(page)
        self._fit()

    def _heading(self, page: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label(self.tr("Home"), "page", page))
        row.addStretch(1)
        self.open_button = Button(self.tr("Open file"), "plain", "folder-open", page)
        self.new_button = Button(self.tr("New journey"), "filled", "plus", page)
        self.open_button.clicked.connect(self.open_asked)
        self.new_button.clicked.connect(self.new_asked)
        for button in (self.open_button, self.new_button):
            button.set_theme(self._theme)
            row.addWidget(button)
        return row

    def _section(self, title: str, cards: tuple[Card, ...], gap: int, page: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(label(title, "title", page))
        column.addWidget(Row(cards, gap, page))
        return column

    def _continued(self) -> tuple[Card, ...]:
        return tuple(self._recent(each) for each in self._content.recent[:MOST_CONTINUED])

    def _recent(self, recent: Recent) -> Card:
        card = recent_card(recent, self._theme, LARGE)
        path = recent.path
        card.opened.connect(lambda: self.file_asked.emit(path))
        card.asked.connect(lambda _: self.removed.emit(path))
        self.cards[str(path)] = card
        return card

    def _ready(self, ready: ReadyMade) -> Card:
        card = ready_card(ready, self._theme, SMALL)
        card.opened.connect(lambda: self.ready_asked.emit(ready.name))
        self.cards[ready.name] = card
        return card

    def _foot(self, page: QWidget) -> tuple[QFrame, ...]:
        shop, self.shop_button = shop_card(self._content, self._theme, page)
        self.shop_button.clicked.connect(self.shop_asked)
        brought, self.import_button = import_card(self._theme, page)
        self.import_button.clicked.connect(self.import_asked)
        cards = [shop, brought]
        if self._content.recent:
            listed, links = recent_files(self._content.recent[:MOST_LISTED], self._theme, page)
            for path, link in links:
                link.clicked.connect(lambda _=False, path=path: self.file_asked.emit(path))
            cards.append(listed)
        return tuple(cards)
