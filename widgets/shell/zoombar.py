"""The bar at the foot of the canvas: how large the journey is shown, all of it, and tidied up."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from widgets.icons import drawn_icon
from widgets.shell.buttons import press_focused
from widgets.shell.look import controls
from widgets.theme import Theme

HIGH, SIDE, WIDE, ICON = 38, 30, 56, 18
MORE = """
#ZoomBar {{ background: {t.panel}; border: 1px solid {t.border}; border-radius: 8px; }}
#ZoomBar QToolButton {{ color: {t.ink}; border-radius: 6px; font: 600 12px '{f}'; }}
#ZoomBar QFrame {{ background: {t.line}; border: 0; }}
"""
# The actions of the table that the bar offers, with their icons; one has words.
ICONS: Mapping[str, str] = MappingProxyType(
    {
        "smaller": "minus",
        "full_size": "",
        "larger": "plus",
        "fit": "maximize",
        "tidy": "wand-sparkles",
    }
)


class ZoomBar(QFrame):
    """Shows the scale; `asked` carries the id of what a person wants done."""

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ZoomBar")
        self.setAccessibleName(self.tr("Zoom"))
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 3, 4, 3)
        row.setSpacing(0)
        self.buttons: dict[str, QToolButton] = {}
        for id_ in ICONS:
            if id_ == "fit":
                row.addSpacing(4)
                row.addWidget(self._rule())
                row.addSpacing(4)
            self.buttons[id_] = button = QToolButton(self)
            button.setFixedSize(SIDE if ICONS[id_] else WIDE, SIDE)
            button.setIconSize(QSize(ICON, ICON))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, id_=id_: self.asked.emit(id_))
            row.addWidget(button)
        self.show_scale(1.0)
        self.set_theme(theme)
        self.setFixedSize(self.sizeHint().width(), HIGH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button in focus with Enter, too, which is no key of the canvas then."""
        if not press_focused(event):
            super().keyPressEvent(event)

    def say(self, id_: str, words: str, shortcut: str) -> None:
        """Say what a button does, to those who hover and to those who listen."""
        self.buttons[id_].setAccessibleName(words)
        self.buttons[id_].setToolTip(f"{words}  {shortcut}".rstrip())

    def show_scale(self, scale: float) -> None:
        """Show how large the journey is shown: 1.0 is 100 %."""
        self.buttons["full_size"].setText(f"{scale:.0%}")

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(controls(theme, MORE))
        for id_, icon in ICONS.items():
            if icon:
                self.buttons[id_].setIcon(drawn_icon(icon, theme.second_ink, ICON))

    def _rule(self) -> QFrame:
        made = QFrame(self)
        made.setFixedSize(1, 18)
        return made
