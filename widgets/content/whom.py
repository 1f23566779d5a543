"""Whose message is shown, and how to get to another customer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from journeys.simulation.known import Person
from widgets.content.look import label
from widgets.content.shown import Whom
from widgets.icons import drawn
from widgets.results.avatar import Avatar
from widgets.shell.buttons import Button, IconButton
from widgets.theme import META, SECONDARY, Theme

DISC = 32
MARK = 14
LEAST = 80


class Finding(QLineEdit):
    """Says who is shown; whoever writes there looks for somebody else."""

    sought = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._called = ""
        self.setMaxLength(200)
        self.returnPressed.connect(self._seek)

    def show_called(self, called: str) -> None:
        """Show who is shown."""
        self._called = called
        self.setText(called)
        self.setCursorPosition(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be ready for another name."""
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say again who is shown."""
        super().focusOutEvent(event)
        self.show_called(self._called)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc says again who is shown."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._called:
            self.show_called(self._called)
            self.selectAll()
            return
        super().keyPressEvent(event)

    def _seek(self) -> None:
        if self.text().strip() and self.text() != self._called:
            self.sought.emit(self.text().strip())


class Head(QWidget):
    """The customer, the moment, and the ways to others: `stepped` carries 1 or -1."""

    stepped = Signal(int)
    worst_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.avatar = Avatar(theme)
        self.finding = Finding()
        self.back = IconButton("chevron-left", "")
        self.on = IconButton("chevron-right", "")
        self.clock = QLabel()
        self.moment = label(SECONDARY, "second")
        self.place = label(META, "meta")
        self.worst = Button(self.tr("Worst case"), "plain", "circle-alert")
        self._place()
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        self.worst.clicked.connect(self.worst_asked)
        self.set_theme(theme)
        self.show_whom(None)

    def _place(self) -> None:
        self.avatar.setFixedSize(DISC, DISC)
        words = self.tr("Find a customer who reached this step")
        self.finding.setMinimumWidth(LEAST)
        self.finding.setPlaceholderText(words)
        self.finding.setAccessibleName(words)
        self.finding.setToolTip(words)
        self.back.say(self.tr("Previous customer"), "Alt+Left")
        self.on.say(self.tr("Next customer"), "Alt+Right")
        self.worst.setToolTip(self.tr("The customer of whom the most is missing"))
        when = QVBoxLayout()
        when.setSpacing(0)
        when.addWidget(self.moment)
        when.addWidget(self.place)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 8)
        row.setSpacing(8)
        for each in (self.avatar, self.finding, self.back, self.on, self.clock):
            row.addWidget(each, 1 if each is self.finding else 0)
        row.addLayout(when)
        row.addWidget(self.worst)

    def show_whom(self, whom: Whom | None) -> None:
        """Show another customer; nobody where there is none."""
        for each in (self.avatar, self.finding, self.back, self.on, self.clock, self.worst):
            each.setVisible(whom is not None)
        if whom is None:
            self.moment.setText("")
            self.place.setText("")
            return
        self.avatar.show_person(Person(whom.id, whom.name))
        self.finding.show_called(whom.called)
        self.moment.setText(whom.moment)
        form = self.tr("{0} of the first {1}") if whom.is_cut else self.tr("{0} of {1}")
        self.place.setText(form.format(f"{whom.place:,}", f"{whom.count:,}"))
        for each in (self.back, self.on, self.worst):
            each.setEnabled(whom.count > 1)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Say less where there is little room."""
        self.worst.say("" if is_narrow else self.tr("Worst case"))
        self.worst.setAccessibleName(self.tr("Worst case"))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.avatar.set_theme(theme)
        for each in (self.back, self.on, self.worst):
            each.set_theme(theme)
        self.clock.setPixmap(drawn("clock", theme.second_ink, MARK))
