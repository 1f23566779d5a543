"""What stands where there is no result yet: an offer to run, or bars that wait for their counts."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from widgets.results import words
from widgets.results.look import MARGIN, button, fit, icon, label, paragraph, pixmap
from widgets.theme import BODY, PANEL_TITLE, Theme

WIDEST = 340
LENGTHS = (1.0, 0.82, 0.6, 0.34, 0.18)
PITCH = 44
HEIGHT = 26
TITLES = 96
TITLE = 12


class Empty(QWidget):
    """Offers a run; `run_asked` is sent by its button."""

    run_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("results_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._icon = theme, "flask-conical"
        self.mark = label(BODY)
        self.title = paragraph(PANEL_TITLE)
        self.line = paragraph(BODY, "second")
        self.run = button(self.tr("Test run"), has_icon=True)
        self.run.clicked.connect(self.run_asked)
        self.bars = _Waiting(theme)
        self._stack = QStackedLayout(self)
        self._offer = self._placed()
        self._stack.addWidget(self._offer)
        self._stack.addWidget(self.bars)
        self.offer(None)

    def _placed(self) -> QWidget:
        whole, middle = QWidget(), QVBoxLayout()
        middle.setSpacing(8)
        for each in (self.mark, self.title, self.line):
            each.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            each.setFixedWidth(WIDEST)
            middle.addWidget(each)
        middle.addSpacing(8)
        middle.addWidget(self.run, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(middle)
        row.addStretch(1)
        column = QVBoxLayout(whole)
        column.addStretch(2)
        column.addLayout(row)
        column.addStretch(3)
        return whole

    def offer(self, customers: int | None) -> None:
        """Offer a run on so many customers."""
        count = self.tr("your customers")
        if customers is not None:
            form = self.tr("1 customer") if customers == 1 else self.tr("{0} customers")
            count = form.format(words.number(customers))
        title = self.tr("Try this journey on {0}").format(count)
        self._say(
            "flask-conical", title, self.tr("Nothing is sent. You see who comes how far, and why.")
        )
        self.run.show()

    def _say(self, icon: str, title: str, line: str) -> None:
        self._icon = icon
        self.title.setText(words.breakable(title))
        self.line.setText(words.breakable(line))
        for part in (self.title, self.line):
            fit(part, WIDEST)
        self._stack.setCurrentWidget(self._offer)
        self._paint_mark()

    def _paint_mark(self) -> None:
        ink = self._theme.bad if self._icon == "circle-x" else self._theme.accent
        self.mark.setPixmap(pixmap(self._icon, ink, 28))

    def show_refused(self, what: str, attempt: str) -> None:
        """Say why there was no run, and what to try."""
        self._say("circle-x", what, attempt)
        self.run.hide()

    @property
    def refused(self) -> str:
        """Why there was no run, where that is said."""
        return self.title.text().replace(words.NO_WIDTH, "") if self._icon == "circle-x" else ""

    def show_bars(self, share: float = 0.0) -> None:
        """Show where the counts will stand, filled as far as the run is."""
        self.bars.fill(share)
        self._stack.setCurrentWidget(self.bars)

    @property
    def is_offering(self) -> bool:
        """True while a run is offered."""
        return self._stack.currentWidget() is self._offer and not self.refused

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme; the style sheet is the panel's."""
        self._theme = theme
        self._paint_mark()
        self.run.setIcon(icon("play", theme.ink))
        self.bars.set_theme(theme)


class _Waiting(QWidget):
    """Bars without counts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("No counts yet"))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def fill(self, share: float) -> None:
        """Fill the bars as far as the run is, 0 to 1."""
        self.share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint where titles and bars will stand."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.track))
        left = MARGIN + TITLES + 36
        room = self.width() - left - MARGIN
        for place, part in enumerate(LENGTHS):
            top = MARGIN + place * PITCH
            title = QRectF(MARGIN, top + (HEIGHT - TITLE) / 2, TITLES * (1 - 0.1 * place), TITLE)
            painter.drawRoundedRect(title, TITLE / 2, TITLE / 2)
            painter.drawRoundedRect(QRectF(left, top, room * part, HEIGHT), 6, 6)
            if self.share * room * part > HEIGHT / 2:
                painter.setBrush(QColor(self._theme.accent))
                painter.drawRoundedRect(QRectF(left, top, room * part * self.share, HEIGHT), 6, 6)
                painter.setBrush(QColor(self._theme.track))
        painter.end()
