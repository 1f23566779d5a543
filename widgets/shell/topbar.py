"""The top bar: whose journey it is and whether it is kept, its rooms, and what is done most."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from widgets.icons import paint_icon
from widgets.lettering import width
from widgets.shell.buttons import Button, IconButton
from widgets.shell.look import controls
from widgets.shell.search import LEAST, WIDE, Search
from widgets.shell.tabs import WIDTH, Tabs
from widgets.theme import PANEL_TITLE, Theme

HEIGHT = 56
LOGO = 28
NAME_ROOM = 24
WIDEST_NAME = 320
NARROW = 1_100
NARROWEST = 860
TIGHT, TIGHT_TAB = 760, 72
LEAST_NAME = 40
MANY = 1_000
GAP, END = 8, 16
SEARCH_GAP = 24
MORE = """
#TopBar {{ background: {t.panel}; border-bottom: 1px solid {t.line}; }}
#Name {{ background: transparent; border: 1px solid transparent; font: 600 15px '{f}';
  padding: 0 5px; }}
#Name:hover {{ border-color: {t.border}; }}
#Name:focus {{ border: 2px solid {t.accent}; padding: 0 4px; background: {t.field}; }}
#Chip {{ background: {t.track}; color: {t.second_ink}; border-radius: 11px; padding: 0 10px;
  font: 500 11px '{f}'; }}
"""


class Logo(QToolButton):
    """The mark of Throughline, which leads Home."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self.setFixedSize(LOGO + 8, LOGO + 8)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(LOGO, LOGO))
        self.setAccessibleName(self.tr("Home"))
        self.setToolTip(self.tr("Home"))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark."""
        super().paintEvent(event)
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tile = QRectF(0, 0, LOGO, LOGO)
        tile.moveCenter(QRectF(self.rect()).center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent))
        painter.drawRoundedRect(tile, 8, 8)
        inner = QRectF(QPointF(0, 0), QSize(16, 16).toSizeF())
        inner.moveCenter(tile.center())
        paint_icon(painter, "git-branch", inner, self._theme.on_accent)
        painter.end()


class TopBar(QWidget):
    """Stands above everything; it says what was asked for and does nothing itself.

    `renamed` carries what was typed as the journey's name.
    """

    home_asked = Signal()
    renamed = Signal(str)

    def __init__(self, rooms: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("TopBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self.logo = Logo(self)
        self.product = QLabel("Throughline", self)
        self.name = QLineEdit(self)
        self.chip = QLabel(self.tr("Draft"), self)
        self.kept = QLabel(self)
        self.tabs = Tabs(rooms, self)
        self.search = IconButton("search", self.tr("Find a command"), self)
        self.finder = Search(self.tr("Find a journey or a command"), self)
        self.undo = IconButton("undo-2", self.tr("Undo"), self)
        self.redo = IconButton("redo-2", self.tr("Redo"), self)
        self.problems = Button("", "plain", "triangle-alert", self)
        self.more = IconButton("menu", self.tr("Menu"), self)
        self.run = Button(self.tr("Test run"), "filled", "play", self)
        self._wrong = 0
        self._dress()
        self._place()
        self.logo.clicked.connect(self.home_asked)
        self.name.editingFinished.connect(self._name_was_typed)

    def _dress(self) -> None:
        self.product.setProperty("look", "title")
        self.name.setObjectName("Name")
        self.name.setAccessibleName(self.tr("Name of the journey"))
        self.name.setToolTip(self.tr("Click to call the journey something else"))
        self.name.setMaxLength(200)
        self.chip.setObjectName("Chip")
        self.chip.setFixedHeight(22)
        self.kept.setProperty("look", "line")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.problems.setMinimumWidth(0)

    def _place(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 16, 0)
        row.setSpacing(8)
        for widget in (self.logo, self.product, self.name, self.chip, self.kept):
            row.addWidget(widget)
        row.addStretch(1)
        for button in (self.problems, self.search, self.undo, self.redo, self.more, self.run):
            row.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the tabs in the middle, and leave out what a narrow window has no room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_home = self.product.isVisibleTo(self)
        self.kept.setVisible(not is_home and self.width() >= NARROW)
        self.chip.setVisible(not is_home and self.width() >= NARROWEST)
        self.search.setVisible(not is_home and self.width() >= TIGHT)
        self._say_problems()
        is_tight = self.width() < TIGHT
        self.run.say("" if is_tight else self.tr("Test run"))
        self.run.setAccessibleName(self.tr("Test run"))
        self.tabs.narrow(TIGHT_TAB if is_tight else WIDTH)
        wide = min(round(width(self.name.text() or " ", PANEL_TITLE)) + NAME_ROOM, self._room())
        self.name.setFixedWidth(max(wide, LEAST_NAME))
        beside = max(self.product.geometry().right(), self.width() - self.more.x()) + SEARCH_GAP
        self.finder.setFixedWidth(min(WIDE, max(LEAST, self.width() - 2 * beside)))
        self.tabs.adjustSize()
        self.finder.move((self.width() - self.finder.width()) // 2, _high(self.finder))
        self.tabs.move(self._tabs_left(), _high(self.tabs))
        if (layout := self.layout()) is not None:
            layout.activate()

    def _tabs_left(self) -> int:
        """Return where the tabs begin: in the middle, or before the buttons where these need it."""
        buttons = (self.problems, self.search, self.undo, self.redo, self.more, self.run)
        shown = [button for button in buttons if button.isVisibleTo(self)]
        widths = (max(button.sizeHint().width(), button.minimumWidth()) for button in shown)
        beside = sum(widths) + GAP * len(shown) + END
        wide = self.tabs.sizeHint().width()
        return min((self.width() - wide) // 2, self.width() - beside - wide - GAP)

    def _room(self) -> int:
        before = self.logo.width() + 40
        room = self._tabs_left() - before
        for label in (self.chip, self.kept):
            if label.isVisibleTo(self):
                room -= label.sizeHint().width() + 8
        return min(WIDEST_NAME, room)

    def show_home(self) -> None:
        """Show the bar as it stands over Home."""
        self._show(is_home=True)

    def show_journey(self) -> None:
        """Show the bar as it stands over a journey."""
        self._show(is_home=False)

    def _show(self, *, is_home: bool) -> None:
        self.product.setVisible(is_home)
        self.finder.setVisible(is_home)
        for widget in (
            self.search,
            self.name,
            self.tabs,
            self.undo,
            self.redo,
            self.run,
            self.chip,
            self.kept,
        ):
            widget.setVisible(not is_home)
        self.problems.setVisible(not is_home and bool(self.problems.text()))
        self._fit()

    def show_name(self, name: str) -> None:
        """Show what the journey is called, unless it is being typed."""
        if not self.name.hasFocus():
            self.name.setText(name)
            self.name.setCursorPosition(0)
        self._fit()

    def show_kept(self, words: str) -> None:
        """Show whether the journey is kept, in words."""
        self.kept.setText(words)
        self._fit()

    def show_problems(self, count: int) -> None:
        """Show how much is wrong with the journey; nothing where nothing is."""
        self._wrong = count
        self._say_problems()
        self.problems.setVisible(count > 0 and not self.product.isVisibleTo(self))
        self._fit()

    def _say_problems(self) -> None:
        """Say how many problems there are; in a narrow window the number alone, beside its sign."""
        count = self._wrong
        words = self.tr("1 problem") if count == 1 else self.tr("{} problems").format(f"{count:,}")
        self.problems.say(words if count else "")
        if count and self.width() < NARROWEST:
            self.problems.setText(f" {count}" if count < MANY else f" {MANY - 1}+")

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(controls(theme, MORE))
        for part in (self.logo, self.tabs, self.search, self.undo, self.redo, self.more, self.run):
            part.set_theme(theme)
        self.problems.set_theme(theme)
        self.finder.set_theme(theme)

    def _name_was_typed(self) -> None:
        self.renamed.emit(self.name.text())


def _high(part: QWidget) -> int:
    """Return where a part of the bar begins, so that it stands in its middle."""
    return (HEIGHT - part.height()) // 2
