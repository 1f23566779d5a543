"""The card that lists recent files: a line each, with its folder and when it was edited."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from widgets.icons import drawn_icon
from widgets.lettering import tip, visible
from widgets.shell.buttons import Button
from widgets.shell.home.cards import Card
from widgets.shell.home.content import Recent
from widgets.shell.home.continued import offers, ways_out
from widgets.shell.home.lettered import Lettered, label
from widgets.shell.home.stops import Stops
from widgets.theme import Theme

HIGH = 172
LINE = 40
ICON = 16
PARTS = 2


class FileLine(Card):
    """One recent file, opened and asked about like a card."""

    def __init__(self, recent: Recent, theme: Theme, parent: QWidget) -> None:
        name = visible(recent.path.name)
        super().__init__(name, parent)
        self.setProperty("look", "file")
        self.setFixedHeight(LINE)
        self.offers = offers(self, recent)
        row = QHBoxLayout()
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(10)
        is_bad = bool(recent.wrong)
        icon, ink = ("triangle-alert", theme.bad) if is_bad else ("git-branch", theme.second_ink)
        sign = QLabel(self)
        sign.setPixmap(drawn_icon(icon, ink, ICON).pixmap(ICON, ICON))
        row.addWidget(sign)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.setContentsMargins(0, 3, 0, 3)
        self.title = Lettered(name, "card", self)
        if recent.is_gone:
            self.title.setProperty("is_gone", "yes")
        said.addWidget(self.title)
        folder = " / ".join(recent.path.parent.parts[-PARTS:]).lstrip("/ ")
        said.addWidget(Lettered(recent.wrong or folder, "bad" if is_bad else "line", self))
        row.addLayout(said, 1)
        if recent.journey is None:
            for id_, words in ways_out(self, recent).items():
                button = Button(words, "link", parent=self)
                button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
                button.clicked.connect(lambda _=False, id_=id_: self.asked.emit(id_))
                row.addWidget(button)
        else:
            row.addWidget(label(recent.changed, "line", self))
        self.setToolTip(tip(str(recent.path)))
        self.setAccessibleDescription(recent.wrong or recent.changed)
        self.column.addLayout(row)


class FilesCard(QFrame):
    """Lists recent files; `browse` asks for another one, `lines` are those there are."""

    def __init__(self, recent: Sequence[Recent], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "box")
        self.setMinimumHeight(HIGH)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(2)
        heading = QHBoxLayout()
        heading.addWidget(label(self.tr("Recent files"), "card", self))
        heading.addStretch(1)
        self.browse = Button(self.tr("Browse"), "link", parent=self)
        heading.addWidget(self.browse)
        column.addLayout(heading)
        self.lines = tuple(FileLine(each, theme, self) for each in recent)
        for line in self.lines:
            column.addWidget(line)
        column.addStretch(1)
        self.stops = Stops(self.lines, self)
