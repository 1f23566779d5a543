"""How the panels of results look in the colours of a theme."""

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from widgets.icons import drawn
from widgets.lettering import font
from widgets.theme import BUTTON, CONTROL, Style, Theme

BUTTON_ICON = 16
MARGIN = 24
LINK_EDGE, ROW_EDGE = 4, 2  # what lies around the words of a link, and of a row
ROW = 26
UNBOUND = 16_777_215

SHEET = """
QWidget#results, QWidget#results_body, QWidget#results_page {{ background: {t.panel}; }}
QScrollArea {{ background: {t.panel}; border: 0; }}
QLabel {{ background: transparent; color: {t.ink}; }}
QLabel[look="second"] {{ color: {t.second_ink}; }}
QLabel[look="third"] {{ color: {t.third_ink}; }}
QLabel[look="bad"] {{ color: {t.bad}; }}
QLabel[look="strong"] {{ color: {t.ink}; font-weight: 600; }}
QLabel[look="good"] {{ color: {t.good}; }}
QLabel[look="accent"] {{ color: {t.accent}; }}
QFrame[look="line"] {{ background: {t.line}; border: 0; }}
QFrame[look="tile"] {{ background: {t.card}; border: 1px solid {t.border}; border-radius: 10px; }}
QFrame[look="chart"] {{ border: 2px solid transparent; border-radius: 8px; }}
QFrame[look="chart"]:focus {{ border-color: {t.accent}; }}
QFrame[look="banner"] {{ background: {t.accent_soft}; border: 0; }}
QFrame[look="refused"] {{ background: {t.bad_ground}; border: 0; }}
QFrame[look="refused"] QLabel {{ color: {t.bad}; }}
QFrame[look="verdict"] {{ background: {t.field}; border: 1px solid {t.border};
  border-radius: 10px; }}
QFrame[look="right"] {{ background: {t.good_ground}; border: 0; border-radius: 8px; }}
QFrame[look="badge_good"] {{ background: {t.good_ground}; border: 0; border-radius: 11px; }}
QFrame[look="badge_bad"] {{ background: {t.bad_ground}; border: 0; border-radius: 11px; }}
QPushButton {{ background: {t.card}; color: {t.ink}; border: 1px solid {t.border};
  border-radius: 8px; padding: 0 12px; min-height: 30px; }}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:focus {{ border: 2px solid {t.accent}; padding: 0 11px; min-height: 28px; }}
QPushButton[look="filled"] {{ background: {t.accent}; color: {t.on_accent};
  border-color: {t.accent}; }}
QPushButton[look="filled"]:focus {{ border-color: {t.ink}; }}
QPushButton[look="link"] {{ background: transparent; color: {t.accent}; border-color: transparent;
  padding: 0 3px; min-height: 20px; border-radius: 6px; }}
QPushButton[look="link"]:hover {{ border-color: {t.accent}; }}
QPushButton[look="link"]:focus {{ border: 2px solid {t.accent}; padding: 0 2px;
  min-height: 18px; }}
QPushButton[look="loss"], QPushButton[look="lost"] {{ background: transparent;
  color: {t.second_ink}; border-color: transparent; padding: 0 4px; min-height: 20px;
  border-radius: 6px; text-align: left; }}
QPushButton[look="lost"] {{ color: {t.bad}; }}
QPushButton[look="loss"]:hover, QPushButton[look="lost"]:hover {{ background: {t.hover}; }}
QPushButton[look="loss"]:focus, QPushButton[look="lost"]:focus {{
  border: 2px solid {t.accent}; padding: 0 3px; min-height: 18px; }}
QPushButton[look="row"] {{ background: transparent; border: 2px solid transparent; padding: 0;
  min-height: 22px; border-radius: 6px; text-align: left; }}
QPushButton[look="row"]:hover {{ color: {t.accent}; }}
QPushButton[look="row"]:focus {{ border-color: {t.accent}; padding: 0; min-height: 22px; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
QMenu {{ background: {t.card}; color: {t.ink}; border: 1px solid {t.border}; border-radius: 8px;
  padding: 6px; }}
QMenu::item {{ padding: 7px 20px 7px 12px; border-radius: 6px; }}
QMenu::item:selected {{ background: {t.hover}; }}
QMenu::item:disabled {{ color: {t.third_ink}; }}
QPushButton[look="icon"] {{ background: transparent; border-color: transparent; padding: 0;
  min-height: 26px; min-width: 26px; }}
QPushButton[look="icon"]:hover {{ background: {t.hover}; }}
QPushButton[look="icon"]:focus {{ border: 2px solid {t.accent}; min-height: 24px;
  min-width: 24px; }}
QLineEdit {{ background: {t.field}; color: {t.ink}; border: 1px solid {t.border};
  border-radius: 8px; padding: 0 9px; min-height: 32px; placeholder-text-color: {t.third_ink};
  selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QLineEdit:focus {{ border: 2px solid {t.accent}; padding: 0 8px; min-height: 30px; }}
QListView, QTableView {{ background: {t.panel}; color: {t.ink}; border: 2px solid transparent;
  outline: 0; }}
QListView:focus, QTableView:focus {{ border-color: {t.accent}; border-radius: 8px; }}
QTableView {{ gridline-color: {t.grid}; selection-background-color: {t.accent_soft};
  selection-color: {t.ink}; }}
QHeaderView {{ background: {t.panel}; border: 0; }}
QHeaderView::section {{ background: {t.panel}; color: {t.second_ink}; border: 0;
  border-bottom: 1px solid {t.line}; padding: 4px 3px; }}
QTableCornerButton::section {{ background: {t.panel}; border: 0; }}
QProgressBar {{ background: {t.track}; border: 0; border-radius: 3px; max-height: 6px;
  min-height: 6px; }}
QFrame[look="banner"] QProgressBar {{ background: {t.edge}; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {t.border}; border-radius: 3px; margin: 2px;
  min-height: 24px; }}
QScrollBar::handle:vertical:hover {{ background: {t.edge}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def sheet(theme: Theme) -> str:
    """Return the style sheet of a panel of results."""
    return SHEET.format(t=theme)


def label(style: Style, look: str = "", words: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a line of text; `look` is second, third, bad or accent."""
    made = QLabel(words, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font(style))
    made.setProperty("look", look)
    return made


def paragraph(style: Style, look: str = "", words: str = "") -> QLabel:
    """Return a text that goes on in a new line where the room ends."""
    made = label(style, look, words)
    made.setWordWrap(True)
    return made


def button(words: str, look: str = "", *, has_icon: bool = False) -> QPushButton:
    """Return a button with words; `look` is filled or link. Its icon is given it later."""
    made = QPushButton(f" {words}" if has_icon else words)
    made.setProperty("look", look)
    made.setFont(font(CONTROL if look == "link" else BUTTON))
    made.setAccessibleName(words)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    return made


@cache
def icon(name: str, colour: str, size: int = BUTTON_ICON) -> QIcon:
    """Return an icon in one colour."""
    return QIcon(drawn(name, colour, size))


def pixmap(name: str, colour: str, size: int = BUTTON_ICON) -> QPixmap:
    """Return an icon drawn once in one colour and size."""
    return drawn(name, colour, size)


def restyle(widget: QWidget, look: str) -> None:
    """Give a widget another look of the same style sheet."""
    widget.setProperty("look", look)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def fit(text: QLabel, room: int) -> None:
    """Make a paragraph as wide as the room, and as high as its words then are."""
    text.setMinimumSize(0, 0)
    text.setMaximumSize(UNBOUND, UNBOUND)
    text.setFixedSize(room, text.heightForWidth(room))


def rule() -> QFrame:
    """Return a thin line from side to side."""
    made = QFrame()
    made.setProperty("look", "line")
    made.setFixedHeight(1)
    return made


def headed(heading: QLabel) -> QVBoxLayout:
    """Return a heading with the room around it that a list has."""
    made = QVBoxLayout()
    made.setContentsMargins(16, 16, 12, 6)
    made.addWidget(heading)
    return made


def inset(part: QWidget) -> QVBoxLayout:
    """Return a list with a little room at its sides."""
    made = QVBoxLayout()
    made.setContentsMargins(6, 0, 6, 0)
    made.addWidget(part)
    return made
