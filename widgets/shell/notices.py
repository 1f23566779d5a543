"""Notices: short words that go by themselves, and what went wrong, which stays until read."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from journeys.progress import Progress
from widgets.lettering import width
from widgets.shell.buttons import Button, IconButton
from widgets.shell.look import controls
from widgets.theme import BUTTON, SECONDARY, Theme

GOOD_FOR = 5_000
BAD_FOR = 12_000
WIDEST = 560
ABOVE_FOOT = 64
MOST = 3
LEAST, AROUND, GAP = 240, 80, 10
BAR = 4
INSIDE, UNBOUND = (16, 8, 16, 8), 16_777_215
MORE = """
#Notice {{ background: {t.card}; border: 1px solid {t.border}; border-radius: 10px; }}
#Notice[is_bad="true"] {{ background: {t.bad_ground}; border-color: {t.bad_border}; }}
#Notice[is_bad="true"] QLabel {{ color: {t.bad}; }}
#Notice QProgressBar {{ background: {t.track}; border: 0; border-radius: 2px; }}
#Notice QProgressBar::chunk {{ background: {t.accent}; border-radius: 2px; }}
"""


class NoticeCard(QFrame):
    """One notice; `asked` is sent when its button is pressed."""

    asked = Signal()

    def __init__(
        self, words: tuple[str, str], ask: str, *, is_bad: bool, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        what, attempt = words
        self.setObjectName("Notice")
        self.setProperty("is_bad", is_bad)
        self.setAccessibleName(f"{what} {attempt}".strip())
        self.setMaximumWidth(WIDEST)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 8, 10)
        row.setSpacing(10)
        said = QVBoxLayout()
        said.setSpacing(2)
        self.what, self.attempt = QLabel(what, self), QLabel(attempt, self)
        self.what.setProperty("look", "card")
        self.attempt.setProperty("look", "line")
        for label in (self.what, self.attempt):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setVisible(bool(label.text()))
            said.addWidget(label)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(BAR)
        self.bar.setAccessibleName(what)
        self.bar.hide()
        said.addWidget(self.bar)
        row.addLayout(said, 1)
        if ask:
            button = Button(ask, "link", parent=self)
            button.clicked.connect(self.asked)
            row.addWidget(button)
        self.close_button = IconButton("x", self.tr("Close"), self)
        self.close_button.clicked.connect(self.hide)
        row.addWidget(self.close_button)
        self.setStyleSheet(controls(theme, MORE))
        self.close_button.set_theme(theme)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._timer.setInterval(BAD_FOR if is_bad else GOOD_FOR)
        self.stays = False

    def show_progress(self, progress: Progress) -> None:
        """Show how far a piece of work has come."""
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self.bar.show()
        if progress.words:
            self.what.setText(progress.words)

    def go_by_itself(self) -> None:
        """Let the notice go after a while."""
        self._timer.start()

    def fit(self, room: int) -> None:
        """Take as much room as the words need."""
        said = max(width(self.what.text(), BUTTON), width(self.attempt.text(), SECONDARY))
        ask = sum(button.sizeHint().width() + GAP for button in self.findChildren(Button))
        wide = min(WIDEST, room, max(round(said) + AROUND + ask, LEAST))
        self.setFixedWidth(wide)
        self._row.activate()
        self.resize(wide, self._row.totalHeightForWidth(wide))


class Notices(QObject):
    """Stacks notices at the foot of a widget, the newest lowest.

    What went wrong and stays takes a place of its own, the `strip`, so that it covers nothing.
    """

    def __init__(self, over: QWidget, theme: Theme) -> None:
        super().__init__(over)
        self._over = over
        self._theme = theme
        self._shown: list[NoticeCard] = []
        self.strip = QWidget(over)
        column = QVBoxLayout(self.strip)
        column.setContentsMargins(*INSIDE)
        column.setSpacing(8)
        self.strip.hide()
        over.installEventFilter(self)

    @property
    def shown(self) -> tuple[NoticeCard, ...]:
        """The notices in view, the oldest first."""
        return tuple(card for card in self._shown if not card.isHidden())

    def tell(
        self, what: str, attempt: str = "", ask: str = "", *, is_bad: bool, stays: bool = False
    ) -> NoticeCard:
        """Show a notice; with `ask` it has a button. One that `stays` is closed by hand."""
        in_strip = is_bad and stays
        parent = self.strip if in_strip else self._over
        card = NoticeCard((what, attempt), ask, is_bad=is_bad, theme=self._theme, parent=parent)
        if in_strip:
            card.setMaximumWidth(UNBOUND)
            self.strip.layout().addWidget(card)  # type: ignore[union-attr]
            self.strip.show()
        self._shown.append(card)
        card.installEventFilter(self)
        card.stays = stays
        fleeting = [each for each in self.shown if not each.stays]
        for old in fleeting[: max(0, len(self.shown) + 1 - MOST)]:
            old.hide()
        card.show()
        self._place()
        if not stays:
            card.go_by_itself()
        card.raise_()
        return card

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme for the notices to come."""
        self._theme = theme

    def clear(self) -> None:
        """Take all notices away."""
        for card in self._shown:
            card.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the notices together at the foot when the window changes its size, or one goes."""
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self._place()
        elif event.type() == QEvent.Type.Hide and watched is not self._over:
            QTimer.singleShot(0, self, self._place)
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        for gone in [card for card in self._shown if card.isHidden()]:
            self._shown.remove(gone)
            gone.deleteLater()
        floating = [card for card in self._shown if card.parent() is self._over]
        self.strip.setVisible(len(floating) < len(self._shown))
        bottom = self._over.height() - ABOVE_FOOT
        for card in reversed(floating):
            card.fit(self._over.width() - 32)
            bottom -= card.height()
            card.move((self._over.width() - card.width()) // 2, bottom)
            bottom -= 8
