"""Whose story is told: the disc, the name with the id beneath, and how many messages there were."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journeys.simulation.known import Person
from widgets.results.avatar import Avatar
from widgets.results.look import label, paragraph, pixmap, restyle
from widgets.results.words import breakable
from widgets.theme import CHIP, PANEL_TITLE, SECONDARY, Theme

HEIGHT = 80
MARK = 14


class Head(QWidget):
    """Stands above a story."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.avatar = Avatar(theme)
        self.name = paragraph(PANEL_TITLE)
        self.id = paragraph(SECONDARY, "second")
        self.badge = QFrame()
        self._mark = label(CHIP)
        self.sent = label(CHIP)
        self._is_good = False
        self._place()

    def _place(self) -> None:
        inner = QHBoxLayout(self.badge)
        inner.setContentsMargins(9, 0, 10, 0)
        inner.setSpacing(5)
        inner.addWidget(self._mark)
        inner.addWidget(self.sent)
        self.badge.setFixedHeight(22)
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addStretch(1)
        lines.addWidget(self.name)
        lines.addWidget(self.id)
        lines.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.avatar)
        row.addLayout(lines, 1)
        row.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(HEIGHT)

    def show_person(self, person: Person, sent: int | None) -> None:
        """Show a customer and how many messages were sent; None for who never entered."""
        self.avatar.show_person(person)
        self.name.setText(breakable(person.called))
        self.id.setText(breakable(person.id))
        self.id.setVisible(bool(person.name))
        forms = {0: self.tr("No message"), 1: self.tr("1 message"), None: self.tr("Never entered")}
        self.sent.setText(forms.get(sent, self.tr("{0} messages")).format(sent))
        self._is_good = bool(sent)
        self._dress()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme; the style sheet is the panel's."""
        self._theme = theme
        self.avatar.set_theme(theme)
        self._dress()

    def _dress(self) -> None:
        restyle(self.badge, "badge_good" if self._is_good else "badge_bad")
        restyle(self.sent, "good" if self._is_good else "bad")
        ink = self._theme.good if self._is_good else self._theme.bad
        self._mark.setPixmap(pixmap("mail" if self._is_good else "bell-off", ink, MARK))
