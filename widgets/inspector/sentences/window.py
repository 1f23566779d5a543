"""How far back is looked, and how soon a second event comes: a duration, or at any time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeys.durations import Duration
from widgets.inspector.context import Context
from widgets.inspector.controls.buttons import PlainButton
from widgets.inspector.fields.duration import DurationField
from widgets.inspector.speech import translate

WIDE = 248
DAY = Duration(days=1)
ENTRY = "entry"


class WindowEditor(QWidget):
    """Asks for a window; `changed` carries a duration, ENTRY or None."""

    changed = Signal(object)

    def __init__(self, within: Duration | None, since: str | None, context: Context) -> None:
        super().__init__()
        what = translate("Inspector", "Looks back")
        self.setAccessibleName(what)
        self.setFixedWidth(WIDE)
        self.field = DurationField(what, context, looks_back=True)
        self.field.show_value(within or DAY)
        self.field.changed.connect(self._take)
        words = translate("Inspector", "At any time")
        self.always = PlainButton(words, words)
        self.always.clicked.connect(lambda: self._choose(None))
        words = translate("Inspector", "Since they entered")
        self.entered = PlainButton(words, words)
        self.entered.clicked.connect(lambda: self._choose(ENTRY))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.entered)
        column.addWidget(self.always)
        self.entered.setVisible(since is None)
        self.always.setVisible(within is not None or since is not None)
        self.field.amounts[0].selectAll()
        self.setFocusProxy(self.field.amounts[0])

    def _take(self, within: Duration) -> None:
        if within == Duration():
            self.field.say(translate("Inspector", "A window is longer than nothing."))
        else:
            self.changed.emit(within)
        self.window().adjustSize()

    def _choose(self, since: str | None) -> None:
        self.changed.emit(since)
        self.window().close()


class GapEditor(QWidget):
    """Asks how soon one event comes after another; `changed` carries a duration or None."""

    changed = Signal(object)

    def __init__(self, gap: Duration | None, context: Context) -> None:
        super().__init__()
        what = translate("Inspector", "How soon")
        self.setAccessibleName(what)
        self.setFixedWidth(WIDE)
        self.field = DurationField(what, context, looks_back=True)
        self.field.show_value(gap or DAY)
        self.field.changed.connect(self._take)
        words = translate("Inspector", "At any time after")
        self.always = PlainButton(words, words)
        self.always.clicked.connect(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.always)
        self.always.setVisible(gap is not None)
        self.field.amounts[0].selectAll()
        self.setFocusProxy(self.field.amounts[0])

    def _take(self, gap: Duration) -> None:
        if gap == Duration():
            self.field.say(translate("Inspector", "It takes longer than nothing."))
        else:
            self.changed.emit(gap)
        self.window().adjustSize()

    def _clear(self) -> None:
        self.changed.emit(None)
        self.window().close()
