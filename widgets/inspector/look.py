"""How the panel and its fields look in the colours of a theme."""

from functools import cache

from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from widgets.lettering import font
from widgets.theme import FAMILY, Style, Theme

PANEL = 352
MARGIN = 20
CONTROL_HEIGHT = 32
TOKEN_HEIGHT = 28

SHEET = """
QWidget#inspector, QWidget#inspector_page {{ background: {t.panel}; }}
QWidget#inspector {{ border-left: 1px solid {t.line}; }}
QScrollArea {{ background: {t.panel}; border: 0; }}
QLabel {{ background: transparent; color: {t.ink}; font: 400 13px '{f}'; }}
QLabel[face="600 20px"] {{ font: 600 20px '{f}'; }}
QLabel[face="600 12px"] {{ font: 600 12px '{f}'; }}
QLabel[face="600 13px"] {{ font: 600 13px '{f}'; }}
QLabel[face="500 13px"] {{ font: 500 13px '{f}'; }}
QLabel[face="400 12px"] {{ font: 400 12px '{f}'; }}
QLabel[face="500 11px"] {{ font: 500 11px '{f}'; }}
QLabel[look="second"] {{ color: {t.second_ink}; }}
QLabel[look="wrong"] {{ color: {t.bad}; }}
QLabel[look="joiner"] {{ color: {t.second_ink}; background: {t.panel};
  border: 1px solid {t.border}; border-radius: 10px; }}
QFrame[look="line"] {{ background: {t.line}; border: 0; }}
QFrame[look="group"] {{ background: {t.field}; border: 1px solid {t.line}; border-radius: 10px; }}
QFrame[look="item"] {{ background: {t.card}; border: 1px solid {t.border}; border-radius: 10px; }}
QFrame[look="bad"] {{ background: {t.bad_ground}; border: 1px solid {t.bad_border};
  border-radius: 8px; }}
QFrame[look="warning"] {{ background: {t.warning_ground}; border: 1px solid {t.warning_border};
  border-radius: 8px; }}
QFrame[look="bad"] QLabel {{ color: {t.bad}; }}
QFrame[look="warning"] QLabel {{ color: {t.warning}; }}
QLineEdit, QPlainTextEdit {{ background: {t.field}; color: {t.ink}; border: 1px solid {t.border};
  border-radius: 8px; padding: 0 8px; font: 400 13px '{f}';
  selection-background-color: {t.accent};
  selection-color: {t.on_accent}; placeholder-text-color: {t.third_ink}; }}
QLineEdit {{ min-height: 30px; }}
QLineEdit:focus {{ min-height: 28px; }}
QLineEdit:hover {{ border-color: {t.edge}; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {t.accent}; padding: 0 7px; }}
QLineEdit[wrong="true"] {{ border: 1px solid {t.bad}; }}
QLineEdit[wrong="true"]:focus {{ border: 2px solid {t.bad}; }}
QLineEdit[look="flat"] {{ background: transparent; border-color: transparent; padding: 0 4px;
  font: 600 13px '{f}'; }}
QLineEdit[look="flat"][face="600 15px"] {{ font: 600 15px '{f}'; min-height: 24px; }}
QLineEdit[look="flat"][face="600 15px"]:focus {{ min-height: 22px; }}
QLineEdit[look="flat"]:hover {{ border-color: {t.border}; }}
QLineEdit[look="flat"]:focus {{ border: 2px solid {t.accent}; padding: 0 3px; }}
QPushButton {{ background: {t.field}; color: {t.ink}; border: 1px solid {t.border};
  border-radius: 7px; padding: 0 8px; text-align: center; min-height: 26px;
  font: 600 13px '{f}'; }}
QPushButton:hover {{ border-color: {t.edge}; }}
QPushButton:focus {{ outline: 0; border: 2px solid {t.accent}; padding: 0 7px; min-height: 24px; }}
QPushButton:disabled {{ color: {t.third_ink}; }}
QPushButton[look="picker"] {{ border-radius: 8px; padding: 0 30px 0 10px; text-align: left;
  min-height: 30px; font: 500 13px '{f}'; }}
QPushButton[look="picker"]:focus {{ padding: 0 29px 0 9px; min-height: 28px; }}
QPushButton[look="event"] {{ background: {split.tile}; color: {split.ink};
  border-color: {split.tile}; }}
QPushButton[look="event"]:hover {{ border-color: {split.ink}; }}
QPushButton[look="event"]:focus {{ border-color: {t.accent}; }}
QPushButton[look="group"] {{ background: {t.accent_soft}; color: {t.accent};
  border-color: {t.accent_soft}; }}
QPushButton[look="group"]:hover, QPushButton[look="group"]:focus {{ border-color: {t.accent}; }}
QPushButton[look="lost"] {{ background: {t.bad_ground}; color: {t.bad};
  border-color: {t.bad_border}; }}
QPushButton[look="link"] {{ background: transparent; color: {t.accent}; border-color: transparent;
  padding: 0 6px 0 0; text-align: left; }}
QPushButton[look="link"]:hover {{ background: {t.accent_soft}; }}
QPushButton[look="link"]:focus {{ border: 2px solid {t.accent}; padding: 0 5px 0 0;
  min-height: 24px; }}
QPushButton[look="plain"] {{ background: {t.card}; border-radius: 8px; padding: 0 12px;
  min-height: 30px; font: 500 13px '{f}'; }}
QPushButton[look="plain"]:focus {{ padding: 0 11px; min-height: 28px; }}
QPushButton[short="true"] {{ padding: 0 2px; }}
QPushButton[short="true"]:focus {{ padding: 0 1px; }}
QPushButton[look="icon"] {{ background: transparent; border-color: transparent; padding: 0;
  min-height: 22px; }}
QPushButton[look="icon"]:hover {{ background: {t.hover}; }}
QPushButton[look="icon"]:focus {{ border: 2px solid {t.accent}; padding: 0; min-height: 20px; }}
QPushButton[look="way"] {{ background: transparent; border-color: transparent; padding: 0 4px;
  margin-left: -5px; text-align: left; min-height: 22px; font: 400 13px '{f}'; }}
QPushButton[look="way"]:hover {{ color: {t.accent}; background: {t.accent_soft}; }}
QPushButton[look="way"]:focus {{ border: 2px solid {t.accent}; padding: 0 3px; min-height: 20px; }}
QPushButton[look="tab"] {{ background: transparent; color: {t.second_ink}; border: 0;
  border-bottom: 2px solid transparent; border-radius: 0; padding: 2px 0 0 0; min-height: 32px;
  font: 500 13px '{f}'; }}
QPushButton[look="tab"]:hover {{ color: {t.ink}; }}
QPushButton[look="tab"]:checked {{ color: {t.accent}; border-bottom-color: {t.accent};
  font: 600 13px '{f}'; }}
QPushButton[look="tab"]:focus {{ color: {t.accent}; background: {t.accent_soft}; border: 0;
  border-bottom: 2px solid {t.accent}; }}
QListWidget {{ background: {t.card}; color: {t.ink}; border: 0; outline: 0;
  font: 500 13px '{f}'; }}
QListWidget::item {{ border-radius: 6px; padding: 0 8px; color: {t.ink}; }}
QListWidget::item:hover {{ background: {t.hover}; }}
QListWidget::item:disabled {{ color: {t.second_ink}; background: transparent; }}
QListWidget::item:selected {{ background: {t.accent_soft}; color: {t.accent}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {t.border}; border-radius: 3px; margin: 2px;
  min-height: 24px; }}
QScrollBar::handle:vertical:hover {{ background: {t.edge}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QToolTip {{ background: {t.ink}; color: {t.panel}; border: 0; padding: 6px 8px; }}
"""


def sheet(theme: Theme) -> str:
    """Return the style sheet of the panel and of what pops up from it.

    It says everything that a sheet of the window around might say otherwise: fonts and heights.
    """
    return SHEET.format(t=theme, f=FAMILY, split=theme.tints["split"])


def label(text: str, style: Style, look: str = "", *, wraps: bool = False) -> QLabel:
    """Return a text; `look` is second, wrong or joiner."""
    made = QLabel(text)
    set_face(made, style)
    made.setProperty("look", look)
    made.setWordWrap(wraps)
    return made


def set_face(widget: QWidget, style: Style) -> None:
    """Set a widget in a font, whatever the window around says of fonts."""
    widget.setFont(font(style))
    widget.setProperty("face", f"{style.weight} {style.size}px")


def looks(widget: QWidget, look: str) -> None:
    """Give a widget another look at once."""
    if widget.property("look") != look:
        widget.setProperty("look", look)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


@cache
def blank(size: int) -> QIcon:
    """Return an icon that shows nothing and takes the room of one that does."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return QIcon(QPixmap.fromImage(image))
