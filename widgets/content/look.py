"""How the room of messages looks in the colours of a theme."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from widgets.lettering import font
from widgets.shell.look import controls
from widgets.theme import FAMILY, LIGHT, Style, Theme

MORE = """
QWidget#Messages, QWidget#Writer, QWidget#WriterBody {{ background: {t.panel}; }}
QWidget#MessageList {{ background: {t.panel}; border-right: 1px solid {t.line}; }}
QWidget#Preview, QWidget#PreviewBody {{ background: {t.background}; }}
QWidget#Preview {{ border-left: 1px solid {t.line}; }}
QTextEdit {{ background: transparent; color: {t.ink}; border: 0;
  selection-background-color: {t.accent}; selection-color: {t.on_accent};
  placeholder-text-color: {t.third_ink}; }}
QFrame[look="editor"] {{ background: {t.panel}; border: 2px solid transparent; }}
QFrame[look="row"] {{ background: {t.panel}; border: 0; border-bottom: 1px solid {t.line}; }}
QFrame[look="row"][focused="true"] {{ border-bottom: 2px solid {t.accent}; }}
QFrame[look="warning"] {{ background: {t.warning_ground}; border: 1px solid {t.warning_border};
  border-radius: 10px; }}
QFrame[look="bad"] {{ background: {t.bad_ground}; border: 1px solid {t.bad_border};
  border-radius: 10px; }}
QFrame[look="warning"] QLabel[look="strong"] {{ color: {t.warning}; }}
QFrame[look="bad"] QLabel[look="strong"] {{ color: {t.bad}; }}
QFrame[look="warning"] QLabel, QFrame[look="bad"] QLabel {{ color: {t.ink}; }}
QPushButton[look="warning"] {{ background: {t.warning}; color: {t.panel};
  border-color: {t.warning}; }}
QPushButton[look="warning"]:focus {{ border-color: {t.ink}; }}
QPushButton[look="bad"] {{ background: {t.bad}; color: {t.panel}; border-color: {t.bad}; }}
QPushButton[look="bad"]:focus {{ border-color: {t.ink}; }}
QPushButton[look="tool"] {{ background: transparent; color: {t.second_ink};
  border-color: transparent; padding: 0 8px; min-height: 26px; font: 500 12px '{f}'; }}
QPushButton[look="tool"]:hover {{ background: {t.hover}; color: {t.ink}; }}
QPushButton[look="tool"]:focus {{ border: 2px solid {t.accent}; padding: 0 7px;
  min-height: 24px; }}
QPushButton[look="tab"] {{ background: transparent; color: {t.second_ink}; border: 0;
  border-bottom: 2px solid transparent; border-radius: 0; padding: 2px 4px 0 4px;
  min-height: 34px; font: 500 13px '{f}'; }}
QPushButton[look="tab"]:hover {{ color: {t.ink}; }}
QPushButton[look="tab"]:checked {{ color: {t.accent}; border-bottom-color: {t.accent};
  font: 600 13px '{f}'; }}
QPushButton[look="tab"]:focus {{ color: {t.accent}; background: {t.accent_soft}; }}
QPushButton[look="start"] {{ background: {t.card}; border: 1px solid {t.border};
  border-radius: 12px; padding: 0; text-align: left; min-height: 62px; }}
QPushButton[look="start"]:hover {{ border-color: {t.edge}; background: {t.card}; }}
QPushButton[look="start"]:focus {{ border: 2px solid {t.accent}; padding: 0;
  min-height: 60px; }}
QPushButton[look^="chip_"] {{ border: 1px solid transparent; border-radius: 6px; padding: 0 6px;
  min-height: 20px; font: 500 11px '{f}'; text-align: left; }}
QPushButton[look="chip_guaranteed"] {{ background: {t.good_ground}; color: {t.good}; }}
QPushButton[look="chip_possible"] {{ background: {t.warning_ground}; color: {t.warning}; }}
QPushButton[look="chip_impossible"], QPushButton[look="chip_more"] {{ background: {t.track};
  color: {t.second_ink}; }}
QPushButton[look^="chip_"]:hover {{ border-color: {t.edge}; }}
QPushButton[look^="chip_"]:focus {{ border-color: {t.accent}; }}
QPushButton[look="counted"] {{ background: transparent; border: 0; border-radius: 6px; padding: 0;
  min-height: 26px; }}
QPushButton[look="counted"]:hover {{ background: {t.hover}; }}
QPushButton[look="counted"]:checked {{ background: {t.accent_soft}; }}
QPushButton[look="counted"]:focus {{ border: 2px solid {t.accent}; }}
QPushButton[look="counted"]:disabled {{ background: transparent; }}
QLabel[look="counted"] {{ font: 600 12px '{f}'; }}
QLabel[look="counted_warning"] {{ color: {t.warning}; }}
QLabel[look="counted_bad"] {{ color: {t.bad}; }}
QFrame[look="fallback"] {{ background: {t.warning_ground}; border: 0; border-radius: 6px; }}
QLabel[look="strong"] {{ font: 600 12px '{f}'; }}
QLabel[look="second"] {{ color: {t.second_ink}; font: 400 12px '{f}'; }}
QLabel[look="count"] {{ color: {t.second_ink}; font: 400 12px '{f}'; }}
QLabel[look="value"] {{ font: 500 12px '{f}'; }}
QLabel[look="stood"] {{ color: {t.warning}; font: 600 12px '{f}'; }}
QProgressBar {{ background: {t.track}; border: 0; max-height: 2px; min-height: 2px; }}
QProgressBar::chunk {{ background: {t.accent}; }}
QSplitter::handle {{ background: {t.line}; }}
QListWidget {{ background: transparent; border: 0; outline: 0; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {t.border}; border-radius: 3px; margin: 2px; min-height: 24px;
  min-width: 24px; }}
QScrollBar::handle:hover {{ background: {t.edge}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


# What a customer sees is on white in both themes.
PAPER = """
QFrame[look="mail"] {{ background: {p.panel}; border: 0; border-radius: 12px; }}
QFrame[look="inbox"] {{ background: {p.field}; border: 0; border-radius: 10px; }}
QFrame[look="push"] {{ background: {p.hover}; border: 0; border-radius: 14px; }}
QFrame[look="bubble"] {{ background: {p.hover}; border: 0; border-radius: 16px;
  border-bottom-left-radius: 4px; }}
QTextBrowser[look="paper"] {{ background: transparent; color: {p.ink}; border: 0; }}
QTextBrowser[look="paper"] QScrollBar::handle {{ background: {p.border}; }}
QLabel[look="paper_strong"] {{ color: {p.ink}; font: 600 13px '{f}'; }}
QLabel[look="paper_second"] {{ color: {p.second_ink}; font: 400 12px '{f}'; }}
QLabel[look="tile_email"] {{ background: {p.tints[email].tile}; border-radius: 10px; }}
QLabel[look="tile_push"] {{ background: {p.tints[push].tile}; border-radius: 10px; }}
"""


def sheet(theme: Theme) -> str:
    """Return the style sheet of the room."""
    return controls(theme, MORE) + PAPER.format(p=LIGHT, f=FAMILY)


def label(style: Style, look: str = "", words: str = "", *, wraps: bool = False) -> QLabel:
    """Return plain words; `look` is one of the style sheet's."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font(style))
    made.setProperty("look", look)
    made.setWordWrap(wraps)
    return made


def rule() -> QFrame:
    """Return a line across."""
    made = QFrame()
    made.setProperty("look", "rule")
    made.setFixedHeight(1)
    return made


def restyle(widget: QWidget, name: str, content: object) -> None:
    """Give a widget another property of the style sheet, at once."""
    if widget.property(name) != content:
        widget.setProperty(name, content)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
