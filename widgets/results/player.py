"""The bar below the canvas that goes through one customer's decisions, by hand or by itself."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from widgets.results.entries import Entry
from widgets.results.look import icon, label, sheet
from widgets.theme import BODY, META, SENTENCE, Theme

PACE = 1_100
HEIGHT = 44
ICON = 18
ROOMY = 460
MORE = """
QFrame#Player {{ background: {t.card}; border: 1px solid {t.border}; border-radius: 10px; }}
QLabel[look="key"] {{ color: {t.second_ink}; background: {t.panel}; border: 1px solid {t.border};
  border-radius: 5px; padding: 1px 6px; }}
"""


class Player(QFrame):
    """Shows which decision is looked at.

    `moved` carries -1 or 1; `toggled` is sent by the button that plays; `ticked` at each beat
    while it plays.
    """

    moved = Signal(int)
    toggled = Signal()
    ticked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Player")
        self.setAccessibleName(self.tr("One customer's decisions in turn"))
        self.before = _button(self.tr("The decision before"), "[")
        self.play = _button(self.tr("Play"), self.tr("Space"))
        self.after = _button(self.tr("The next decision"), "]")
        self.place = label(SENTENCE)
        self.when = label(BODY, "second")
        self.hint = QWidget()
        self.beat = QTimer(self)
        self.beat.setInterval(PACE)
        self._theme = theme
        self._room = ROOMY
        self._place()
        self.before.clicked.connect(lambda: self.moved.emit(-1))
        self.after.clicked.connect(lambda: self.moved.emit(1))
        self.play.clicked.connect(self.toggled)
        self.beat.timeout.connect(self.ticked)
        self.set_theme(theme)
        self.show_place(None, 0, is_first=True, is_last=True)

    def _place(self) -> None:
        keys = QHBoxLayout(self.hint)
        keys.setContentsMargins(8, 0, 0, 0)
        keys.setSpacing(4)
        keys.addWidget(label(BODY, "second", self.tr("Step")))
        for key in "[]":
            keys.addWidget(label(META, "key", key), 0, Qt.AlignmentFlag.AlignVCenter)
        rule = QFrame()
        rule.setProperty("look", "line")
        rule.setFixedSize(1, 22)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 14, 0)
        row.setSpacing(6)
        for part in (self.before, self.play, self.after, rule, self.place, self.when, self.hint):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.insertSpacing(3, 2)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def is_playing(self) -> bool:
        """True while it goes on by itself."""
        return self.beat.isActive()

    def set_playing(self, *, is_playing: bool) -> None:
        """Go on by oneself, or stop."""
        if is_playing:
            self.beat.start()
        else:
            self.beat.stop()
        said = self.tr("Pause") if is_playing else self.tr("Play")
        self.play.setAccessibleName(said)
        self.play.setToolTip(f"{said}  {self.tr('Space')}")
        self.play.setIcon(icon("pause" if is_playing else "play", self._theme.accent, ICON))

    def show_place(self, entry: Entry | None, count: int, *, is_first: bool, is_last: bool) -> None:
        """Show the decision that is looked at; None where none is, of a story of `count` lines."""
        if entry is None:
            self.place.setText(self.tr("The whole story") if count else "")
        elif not entry.number:
            self.place.setText(self.tr("Not let in"))
        elif entry.turn:
            form = self.tr("Entry {0}, decision {1} of {2}")
            self.place.setText(form.format(entry.turn, entry.number, entry.of))
        else:
            self.place.setText(self.tr("Decision {0} of {1}").format(entry.number, entry.of))
        self.when.setText(entry.when if entry is not None else "")
        self.before.setEnabled(not is_first)
        self.after.setEnabled(not is_last)
        self.play.setEnabled(bool(count))
        self._fit()

    def fit(self, room: int) -> None:
        """Leave out the names of the keys, and then the day, where there is little room."""
        self._room = room
        self._fit()

    def _fit(self) -> None:
        room = min(self._room, ROOMY)
        self.hint.setVisible(self._room >= ROOMY)
        self.when.setVisible(bool(self.when.text()))
        for part in (self.hint, self.when):
            if self.sizeHint().width() > room:
                part.hide()
        self.adjustSize()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.setStyleSheet(sheet(theme) + MORE.format(t=theme))
        self.before.setIcon(icon("step-back", theme.ink, ICON))
        self.after.setIcon(icon("step-forward", theme.ink, ICON))
        self.set_playing(is_playing=self.is_playing)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop playing where nobody can see it."""
        super().hideEvent(event)
        self.set_playing(is_playing=False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep a click beside the buttons from the canvas below."""
        event.accept()


def _button(words: str, key: str) -> QPushButton:
    made = QPushButton()
    made.setProperty("look", "icon")
    made.setIconSize(QSize(ICON, ICON))
    made.setFixedSize(30, 30)
    made.setAccessibleName(words)
    made.setToolTip(f"{words}  {key}")
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made
