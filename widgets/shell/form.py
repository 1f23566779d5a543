"""A form made from a value: one control for each field, by what the field may hold."""

from types import MappingProxyType
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from journeys.values import Value
from widgets.shell.buttons import Button
from widgets.shell.choosing import Choice, Number
from widgets.shell.look import controls
from widgets.theme import Theme

WIDTH = 460
HIGH = 32
HIGHEST = 2**31 - 1
MORE = """
#Form {{ background: {t.card}; }}
"""


class Form(QDialog):
    """Asks for the fields of a value; `changed` carries (field, content) at once, as it is picked.

    `offers` names the texts to pick from where a field's type does not.
    """

    changed = Signal(str, object)

    def __init__(
        self,
        title: str,
        value: Value,
        theme: Theme,
        parent: QWidget,
        offers: MappingProxyType[str, tuple[str, ...]] = MappingProxyType({}),
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Form")
        self._theme = theme
        self._controls: list[Choice | Number] = []
        self.setWindowTitle(title)
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        heading = QLabel(title, self)
        heading.setProperty("look", "title")
        column.addWidget(heading)
        rows = QFormLayout()
        rows.setVerticalSpacing(14)
        rows.setHorizontalSpacing(16)
        column.addLayout(rows)
        for name, field in type(value).model_fields.items():
            control = self._control(name, field, getattr(value, name), offers.get(name, ()))
            self._controls.append(control)
            control.setAccessibleName(said(field.title or name))
            control.setAccessibleDescription(said(field.description or ""))
            control.setObjectName(name)
            called = QLabel(said(field.title or name), self)
            called.setFixedHeight(HIGH)
            hint = QLabel(said(field.description or ""), self)
            hint.setProperty("look", "line")
            hint.setWordWrap(True)
            box = QVBoxLayout()
            box.setSpacing(4)
            box.addWidget(control)
            box.addWidget(hint)
            rows.addRow(called, box)
        done = Button(self.tr("Close"), parent=self)
        done.clicked.connect(self.accept)
        column.addWidget(done, 0, Qt.AlignmentFlag.AlignRight)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme, which may have been picked here."""
        self._theme = theme
        self.setStyleSheet(controls(theme, MORE))
        for control in self._controls:
            control.set_theme(theme)

    def _control(
        self, name: str, field: FieldInfo, content: object, offers: tuple[str, ...]
    ) -> Choice | Number:
        words = get_args(field.annotation) if get_origin(field.annotation) is Literal else offers
        if words:
            picked = Choice(self._theme, self)
            for word in words:
                shown = word if offers else said(word.capitalize())
                picked.addItem(shown, word)
            picked.setCurrentIndex(picked.findData(content))
            picked.currentIndexChanged.connect(
                lambda _: self.changed.emit(name, picked.currentData())
            )
            return picked
        turned = Number(self._theme, self)
        lowest, highest = _limits(field)
        turned.setRange(lowest, highest)
        turned.setValue(int(str(content)))
        turned.valueChanged.connect(lambda number: self.changed.emit(name, number))
        return turned


def said(words: str) -> str:
    """Return words of a field in the language of the person."""
    return QCoreApplication.translate("Settings", words) if words else ""


def _limits(field: FieldInfo) -> tuple[int, int]:
    found: dict[str, Any] = {}
    for limit in field.metadata:
        found |= {name: getattr(limit, name) for name in ("ge", "le") if hasattr(limit, name)}
    return int(found.get("ge", 0)), int(found.get("le", HIGHEST))
