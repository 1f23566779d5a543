"""A person at the keyboard: keys go to what has the focus, and nowhere else."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NONE = Qt.KeyboardModifier.NoModifier
MOST_TABS = 80


def focused() -> QWidget:
    """Return what has the focus: in a list that lies over the window, if one does."""
    over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    inside: QWidget | None = over.focusWidget() if over is not None else QApplication.focusWidget()
    found = inside if inside is not None else over
    assert found is not None, "nothing has the focus"
    return found


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    """Press a key, and let the window follow."""
    for _ in range(times):
        QTest.keyClick(focused(), key, held)
        QApplication.processEvents()


def write(text: str) -> None:
    """Type letters."""
    QTest.keyClicks(focused(), text)
    QApplication.processEvents()


def tab_to(name: str) -> None:
    """Press Tab until something of this name, as it is heard, has the focus."""
    seen = []
    for _ in range(MOST_TABS):
        heard = focused().accessibleName()
        if heard.startswith(name):
            return
        seen.append(heard)
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not come to {name!r}, but to {seen}")
