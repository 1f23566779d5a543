"""The keys go back to where they were, once what took them from there is over."""

from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.parts import enable, in_view
from app.window import Window


@dataclass(frozen=True, slots=True)
class Place:
    """Where the keys are: a widget, and by what another one is known to be the same made anew."""

    widget: QWidget
    sort: type[QWidget]
    called: str

    @property
    def is_there(self) -> bool:
        """Whether it can still have the keys."""
        return shiboken6.isValid(self.widget) and _can_have_keys(self.widget)


class Returning(QObject):
    """Looks where the keys go in a window.

    Qt gives them back by itself, but where the widget that had them has gone meanwhile, made anew
    in other colours say, they would fall to the first button of the top bar. And where nothing else
    gives the keys to windows, a dialog that closes would leave them to nobody.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._place: Place | None = None
        self._waiting_at: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def rest(self, button: QWidget) -> None:
        """Disable a button for a while; if the keys are on it, they wait in the room in view."""
        self._waiting_at = in_view(self._window) if button.hasFocus() else None
        enable(self._window, button, is_enabled=False)

    def wake(self, button: QWidget) -> None:
        """Enable a button that rested; keys that still wait for it go back to it."""
        button.setEnabled(True)
        if self._waiting_at is not None and self._waiting_at is QApplication.focusWidget():
            button.setFocus()
        self._waiting_at = None

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if not shiboken6.isValid(self._window):
            return  # it is on its way out, and so are those in it
        if new is None and old is not None and shiboken6.isValid(old):
            over = old.window()
            QTimer.singleShot(0, self._window, lambda: self._take_keys(over))
        elif new is not None and new.window() is self._window:
            last = self._place
            if last is not None and not last.is_there and self._window.bar.isAncestorOf(new):
                QTimer.singleShot(0, new, lambda: self._return(last, new))
            else:
                self._place = Place(new, type(new), new.accessibleName())

    def _take_keys(self, over: QWidget) -> None:
        """Take the keys that a dialog had which has closed, not just been left for elsewhere."""
        has_closed = not shiboken6.isValid(over) or not over.isVisible()
        if has_closed and QApplication.activeWindow() is None and self._window.isVisible():
            self._window.activateWindow()

    def _return(self, last: Place, fell_to: QWidget) -> None:
        """Go to what stands in the place of a widget that is gone, else to the room in view."""
        if QApplication.focusWidget() is not fell_to:
            return
        window = self._window
        same = (
            each
            for each in window.findChildren(last.sort)
            if last.called and each.accessibleName() == last.called and _can_have_keys(each)
        )
        next(same, in_view(window)).setFocus()


def _can_have_keys(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()
