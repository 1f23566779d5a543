"""Shows a message as one customer gets it, at the moment this customer reaches the step."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from widgets.content.blank import Blank, SlipBox
from widgets.content.look import rule
from widgets.content.phone import Phone
from widgets.content.received import Mail, Plain, Pushed, Texted
from widgets.content.shown import Shown, Slip, Whom
from widgets.content.values import Values
from widgets.content.whom import Head
from widgets.theme import Theme

BESIDE = 232
LEAST_BESIDE = 590
FADED = 0.5


class Preview(QWidget):
    """The preview of messages of one channel.

    `stepped` carries 1 or -1, `sought` what was typed to find a customer, `run_asked` is for a
    test run where there was none. `slip_asked` carries the Slip to go to.
    """

    stepped = Signal(int)
    worst_asked = Signal()
    sought = Signal(str)
    run_asked = Signal()
    slip_asked = Signal(object)

    def __init__(self, channel: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Preview")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._whom: Whom | None = None
        self._shown: Shown | None = None
        self._sender = ""
        self.head = Head(theme)
        self.views: dict[str, QWidget] = {}
        self._parts: list[Mail | Plain | Texted | Pushed] = []
        self._phones: list[Phone] = []
        self.tabs: dict[str, QPushButton] = {}
        self.pages = QStackedWidget()
        self.values, self.beside = Values(theme), Values(theme)
        self.bar = QProgressBar()
        self.slip = SlipBox(theme)
        self.blank = Blank(theme)
        self._stack = QStackedWidget()
        self._fading = QGraphicsOpacityEffect(self.pages)
        self._make(channel)
        self._place()
        self._connect()
        self.set_theme(theme)
        self.show_no_run()

    def _make(self, channel: str) -> None:
        if channel == "email":
            self._add("phone", self.tr("Phone"), Mail(), is_phone=True)
            self._add("desktop", self.tr("Desktop"), Mail())
            self._add("plain", self.tr("Plain text"), Plain())
        elif channel == "sms":
            self._add("phone", self.tr("Phone"), Texted(), is_phone=True)
        else:
            self._add("phone", self.tr("Phone"), Pushed(), is_phone=True)
        self._tab("values", self.tr("Filled in"), self.values)
        self.tabs["phone"].setChecked(True)

    def _add(
        self, name: str, words: str, part: Mail | Plain | Texted | Pushed, *, is_phone: bool = False
    ) -> None:
        self._parts.append(part)
        if not is_phone:
            self._tab(name, words, part)
            return
        phone = Phone(part, self._theme)
        self._phones.append(phone)
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(phone)
        self._tab(name, words, held)

    def _tab(self, name: str, words: str, view: QWidget) -> None:
        self.views[name] = view
        self.pages.addWidget(view)
        tab = self.tabs[name] = QPushButton(words)
        tab.setProperty("look", "tab")
        tab.setCheckable(True)
        tab.setAutoExclusive(True)
        tab.setAccessibleName(words)
        tab.clicked.connect(lambda: self.show_view(name))

    def _place(self) -> None:
        tabs = QHBoxLayout()
        tabs.setContentsMargins(20, 0, 20, 0)
        tabs.setSpacing(12)
        for tab in self.tabs.values():
            tabs.addWidget(tab)
        tabs.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(20, 16, 12, 16)
        row.setSpacing(20)
        self.pages.setGraphicsEffect(self._fading)
        self._fading.setOpacity(FADED)
        self._fading.setEnabled(False)
        self.beside.setFixedWidth(BESIDE)
        row.addWidget(self.pages, 1)
        row.addWidget(self.beside)
        seen = QWidget()
        seen.setObjectName("PreviewBody")
        column = QVBoxLayout(seen)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tabs)
        column.addWidget(rule())
        column.addWidget(self.slip)
        column.addLayout(row, 1)
        self._stack.addWidget(self.blank)
        self._stack.addWidget(seen)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self.bar)
        whole.addWidget(self._stack, 1)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(self.tr("The message is being rendered"))
        self.bar.hide()

    def _connect(self) -> None:
        self.head.stepped.connect(self.stepped)
        self.head.worst_asked.connect(self.worst_asked)
        self.head.finding.sought.connect(self.sought)
        self.blank.run.clicked.connect(self.run_asked)
        self.slip.asked.connect(self.slip_asked)

    def show_view(self, name: str) -> None:
        """Bring one of the views into view: phone, desktop, plain or values."""
        self.tabs[name].setChecked(True)
        self.pages.setCurrentWidget(self.views[name])
        self._fit()

    def show_whom(self, whom: Whom | None, sender: str = "") -> None:
        """Show whose message it is, and who sends it; what was rendered for others goes."""
        if whom is None or self._whom is None or whom.id != self._whom.id:
            self._shown = None
        self._whom, self._sender = whom, sender
        self.head.show_whom(whom)

    def show_loading(self) -> None:
        """Say that the message is being rendered; what is there stays meanwhile."""
        self.bar.show()
        if self._shown is None:
            self._say("hourglass", self.tr("Rendering the message"), "")

    def show_message(self, shown: Shown) -> None:
        """Show what was rendered."""
        self._shown = shown
        self.bar.hide()
        self.slip.hide()
        self._fading.setEnabled(False)
        self._stack.setCurrentIndex(1)
        whom = self._whom
        clock = whom.moment.split()[-1] if whom is not None and whom.moment else ""
        for part in self._parts:
            part.show_message(shown, clock, self._sender)
        for phone in self._phones:
            phone.show_clock(clock)
        for values in (self.values, self.beside):
            values.show_values(shown, whom.called if whom is not None else "")
        self._fit()

    def show_slip(self, slip: Slip) -> None:
        """Say why there is nothing new to see; what was good last stays, half as strong."""
        self.bar.hide()
        if self._shown is None:
            self._say("circle-x", slip.words, slip.attempt)
            return
        self.slip.show_slip(slip)
        self._fading.setEnabled(True)

    def show_no_run(self) -> None:
        """Say that there is nobody to show it for yet, and offer a run."""
        self.show_whom(None)
        said = self.tr("After a test run you see this message as any customer gets it.")
        self._say("flask-conical", self.tr("Nobody to show it for yet"), said, runs=True)

    def show_nobody(self, words: str) -> None:
        """Say that nobody reaches the message in the last run."""
        self.show_whom(None)
        self._say("users", self.tr("Nobody reaches this message"), words, runs=True)

    def show_unwritten(self) -> None:
        """Say that there are no words to show."""
        said = self.tr("Here you see it as a customer gets it, while you write.")
        self._say("mail", self.tr("No words yet"), said)

    @property
    def said(self) -> str:
        """The words that stand in place of a message, or of what is wrong with it."""
        if self._stack.currentWidget() is self.blank:
            return self.blank.title.text()
        return self.slip.words.text() if self.slip.isVisibleTo(self) else ""

    @property
    def is_faded(self) -> bool:
        """True while what is seen is what was good last."""
        return self._fading.isEnabled()

    def _say(self, icon: str, title: str, line: str, *, runs: bool = False) -> None:
        self._stack.setCurrentIndex(0)
        if icon != "hourglass":
            self.bar.hide()
        self.blank.say(icon, title, line, runs=runs)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme; the style sheet is the room's."""
        self._theme = theme
        for each in (self.head, self.values, self.beside, self.blank, self.slip):
            each.set_theme(theme)
        for phone in self._phones:
            phone.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the values beside the message, or in a tab of their own where it is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_wide = self.width() >= LEAST_BESIDE
        self.beside.setVisible(is_wide)
        self.tabs["values"].setVisible(not is_wide)
        self.head.set_narrow(is_narrow=self.width() < LEAST_BESIDE)
        if is_wide and self.tabs["values"].isChecked():
            self.show_view("phone")
        for part in self._parts:
            part.fit()

    def event(self, event: QEvent) -> bool:
        """Cut lines anew once everything has found its place."""
        if event.type() is QEvent.Type.LayoutRequest:
            for part in self._parts:
                part.fit()
        return super().event(event)
