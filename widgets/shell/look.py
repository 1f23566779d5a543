"""How buttons, fields, menus and lists look in the colours of a theme."""

from PySide6.QtGui import QColor, QPalette

from widgets.floating import floating
from widgets.theme import FAMILY, Theme

TIP_RADIUS = 6
LINK_EDGE = 5  # what lies around the words of a link
SHEET = """
QToolTip {{ background: {t.ink}; color: {t.panel}; border: 0; border-radius: 6px; padding: 6px 8px;
  font: 500 12px '{f}'; }}
QMessageBox {{ background: {t.card}; }}
QMessageBox QLabel {{ background: transparent; color: {t.second_ink}; font: 400 13px '{f}'; }}
QMessageBox QLabel#qt_msgbox_label {{ color: {t.ink}; font: 600 15px '{f}'; }}
QMessageBox QPushButton {{ background: {t.card}; color: {t.ink}; border: 1px solid {t.border};
  border-radius: 8px; padding: 0 14px; min-width: 56px; min-height: 30px; font: 600 13px '{f}'; }}
QMessageBox QPushButton:hover {{ background: {t.hover}; }}
QMessageBox QPushButton:default {{ background: {t.accent}; color: {t.on_accent};
  border-color: {t.accent}; }}
QMessageBox QPushButton:focus {{ border: 2px solid {t.accent}; padding: 0 13px;
  min-height: 28px; }}
QMessageBox QPushButton:default:focus {{ border-color: {t.ink}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {t.border}; border-radius: 3px; margin: 2px; min-height: 24px;
  min-width: 24px; }}
QScrollBar::handle:hover {{ background: {t.edge}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""

CONTROLS = """
QPushButton {{ background: {t.card}; color: {t.ink}; border: 1px solid {t.border};
  border-radius: 8px; padding: 0 14px; min-height: 30px; font: 600 13px '{f}'; }}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:focus {{ border: 2px solid {t.accent}; padding: 0 13px; min-height: 28px; }}
QPushButton:disabled {{ color: {t.third_ink}; }}
QPushButton[look="filled"] {{ background: {t.accent}; color: {t.on_accent};
  border-color: {t.accent}; }}
QPushButton[look="filled"]:focus {{ border: 2px solid {t.ink}; }}
QPushButton[look="filled"]:disabled {{ background: {t.track}; color: {t.second_ink};
  border-color: {t.track}; }}
QPushButton[look="soft"] {{ background: {t.accent_soft}; color: {t.accent};
  border-color: {t.accent_soft}; }}
QPushButton[look="soft"]:focus {{ border-color: {t.accent}; }}
QPushButton[look="link"] {{ background: transparent; color: {t.accent}; border-color: transparent;
  padding: 0 4px; min-height: 24px; }}
QPushButton[look="link"]:focus {{ border-color: {t.accent}; padding: 0 3px; min-height: 22px; }}
QToolButton {{ background: transparent; border: 2px solid transparent; border-radius: 8px; }}
QToolButton:hover {{ background: {t.hover}; }}
QToolButton:focus {{ border-color: {t.accent}; }}
QToolButton::menu-indicator {{ image: none; }}
QLineEdit, QComboBox, QSpinBox {{ background: {t.field}; color: {t.ink};
  border: 1px solid {t.border}; border-radius: 8px; padding: 0 9px; min-height: 30px;
  font: 400 13px '{f}'; selection-background-color: {t.accent};
  selection-color: {t.on_accent}; }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus {{ border: 2px solid {t.accent}; padding: 0 8px;
  min-height: 28px; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox::drop-down {{ border: 0; width: 28px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {t.card}; color: {t.ink}; outline: 0; padding: 4px;
  border: 1px solid {t.border}; border-radius: 8px; }}
QComboBox QAbstractItemView::item {{ min-height: 28px; padding: 0 6px; border-radius: 6px; }}
QComboBox QAbstractItemView::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
QSpinBox::up-button, QSpinBox::down-button {{ background: transparent; border: 0; width: 28px; }}
QSpinBox::up-button {{ subcontrol-position: top right; }}
QSpinBox::down-button {{ subcontrol-position: bottom right; }}
QSpinBox::up-arrow, QSpinBox::down-arrow {{ image: none; }}
QSpinBox QLineEdit, QSpinBox QLineEdit:focus {{ background: transparent; border: 0;
  padding: 0; min-height: 0; }}
QScrollArea {{ background: transparent; border: 0; }}
QLabel {{ background: transparent; color: {t.ink}; font: 400 13px '{f}'; }}
QLabel[look="page"] {{ font: 600 20px '{f}'; }}
QLabel[look="title"] {{ font: 600 15px '{f}'; }}
QLabel[look="card"] {{ font: 600 13px '{f}'; }}
QLabel[look="control"] {{ font: 500 13px '{f}'; }}
QLabel[look="line"] {{ color: {t.second_ink}; font: 400 12px '{f}'; }}
QLabel[look="meta"] {{ color: {t.second_ink}; font: 500 11px '{f}'; }}
QLabel[look="group"] {{ color: {t.second_ink}; font: 600 10px '{f}'; letter-spacing: 0.6px; }}
QLabel[look="warning"] {{ color: {t.warning}; font: 500 12px '{f}'; }}
QLabel[look="key"] {{ color: {t.second_ink}; background: {t.panel}; border: 1px solid {t.border};
  border-radius: 5px; padding: 1px 6px; font: 500 11px '{f}'; }}
QFrame[look="box"] {{ background: {t.card}; border: 1px solid {t.border}; border-radius: 12px; }}
QFrame[look="rule"] {{ background: {t.line}; border: 0; }}
"""


def sheet(theme: Theme) -> str:
    """Return the style sheet of a whole window: hints, menus and scroll bars."""
    return SHEET.format(t=theme, f=FAMILY) + floating(theme)


def controls(theme: Theme, more: str = "") -> str:
    """Return the style sheet of a panel; `more` may speak of {t.colour} and of the font {f}."""
    return (CONTROLS + more).format(t=theme, f=FAMILY)


def palette(theme: Theme) -> QPalette:
    """Return the colours that Qt's own drawing uses."""
    made = QPalette()
    roles = QPalette.ColorRole
    said = {
        roles.Window: theme.panel,
        roles.WindowText: theme.ink,
        roles.Base: theme.card,
        roles.AlternateBase: theme.field,
        roles.Text: theme.ink,
        roles.Button: theme.card,
        roles.ButtonText: theme.ink,
        roles.ToolTipBase: theme.ink,
        roles.ToolTipText: theme.panel,
        roles.Highlight: theme.accent,
        roles.HighlightedText: theme.on_accent,
        roles.PlaceholderText: theme.third_ink,
        roles.Link: theme.accent,
    }
    for role, colour in said.items():
        made.setColor(role, QColor(colour))
    for role in (roles.Text, roles.ButtonText, roles.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.third_ink))
    return made
