"""What a control of our own is to those who hear it: Qt knows only the roles of its own ones."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_roles: dict[int, QAccessible.Role] = {}
_kept: dict[int, QAccessibleInterface] = {}


def hear_as(widget: QWidget, role: QAccessible.Role) -> None:
    """Let a widget be heard in a role, such as a slider."""
    _install()
    number = id(widget)
    _roles[number] = role
    widget.destroyed.connect(lambda: _forget(number))


@cache
def _install() -> None:
    QAccessible.installFactory(_heard)


def _forget(number: int) -> None:
    _roles.pop(number, None)
    _kept.pop(number, None)


def _heard(key: str, of: QObject) -> QAccessibleInterface | None:
    """Return the interface of a widget; Qt does not keep it alive, so it is kept here."""
    del key
    number = id(of)
    if number not in _roles or not isinstance(of, QWidget):
        return None
    if number not in _kept:
        _kept[number] = QAccessibleWidget(of, _roles[number])
    return _kept[number]
