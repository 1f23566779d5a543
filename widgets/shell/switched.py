"""A panel with a row of tabs at its top, which says what is shown below."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from widgets.shell.tabs import Tabs
from widgets.theme import Theme

MORE = """
#Switched {{ background: {t.panel}; border-%s: 1px solid {t.line}; }}
"""
MARGINS = {"left": 24, "right": 12}


class Switched(QWidget):
    """Shows one of several panels: by name, what the tab says and the panel."""

    def __init__(
        self,
        panels: dict[str, tuple[str, QWidget]],
        theme: Theme,
        parent: QWidget | None = None,
        edge: Literal["left", "right"] = "left",
    ) -> None:
        """Make the tabs; `edge` is the side that a line sets apart from what is beside it."""
        super().__init__(parent)
        self._edge = edge
        self.setObjectName("Switched")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = Tabs({name: words for name, (words, _) in panels.items()}, self)
        self._panels = {name: panel for name, (_, panel) in panels.items()}
        self._stack = QStackedWidget(self)
        for panel in self._panels.values():
            self._stack.addWidget(panel)
        row = QHBoxLayout()
        row.setContentsMargins(MARGINS[edge], 12, MARGINS[edge], 4)
        row.addWidget(self.tabs)
        self.tabs.fill()
        column = QVBoxLayout(self)
        column.setContentsMargins(int(edge == "left"), 0, int(edge == "right"), 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self.tabs.chosen.connect(self.show_panel)
        self.show_panel(next(iter(panels)))
        self.set_theme(theme)

    @property
    def shown(self) -> str:
        """The name of the panel in view."""
        return self.tabs.room

    def show_panel(self, name: str) -> None:
        """Bring a panel into view."""
        self.tabs.show_room(name)
        self._stack.setCurrentWidget(self._panels[name])

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet((MORE % self._edge).format(t=theme))
        self.tabs.set_theme(theme)
