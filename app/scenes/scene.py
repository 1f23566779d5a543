"""One scene: what is brought into view, and how it is cleared away."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QWidget


def at_once() -> bool:
    """Say that nothing has to be waited for."""
    return True


@dataclass(frozen=True, slots=True)
class Scene:
    """What is brought into view, and how it is cleared away.

    `until` says when all is there; `then` is done once all has found its place; `over` is what
    lies over the window then.
    """

    name: str
    show: Callable[[], object]
    then: Callable[[], object] = lambda: None
    over: Callable[[], QWidget | None] = lambda: None
    clear: Callable[[], object] = lambda: None
    until: Callable[[], bool] = at_once


def dialog(name: str, before: Callable[[], object], show: Callable[[], object]) -> Scene:
    """Return the scene of a dialog that something opens."""

    def close() -> None:
        asked = QApplication.activeModalWidget()
        if asked is not None:
            asked.close()

    return Scene(name, before, show, QApplication.activeModalWidget, close)


def popup(
    name: str, before: Callable[[], object], show: Callable[[], object], shown: QWidget
) -> Scene:
    """Return the scene of something that opens over the window until something else is done."""
    return Scene(name, before, show, lambda: shown, shown.hide)
