"""The window: it places panels, and does nothing else."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.results_room import ResultsRoom
from app.stage import Room, room_words
from widgets.canvas.view import CanvasView
from widgets.content.room import MessageRoom
from widgets.document import Document
from widgets.inspector.inspector import Inspector
from widgets.outline.outline import WIDTH as LEFT
from widgets.outline.outline import Outline
from widgets.results.explain import Explain
from widgets.results.overview import Overview
from widgets.shell.beginnings import Beginnings
from widgets.shell.bench import Bench
from widgets.shell.counted import CountedChip
from widgets.shell.frame import Frame
from widgets.shell.home.page import Home
from widgets.shell.home.rail import HomeRoom
from widgets.shell.look import sheet
from widgets.shell.notices import Notices
from widgets.shell.palette import Palette
from widgets.shell.switched import Switched
from widgets.shell.topbar import TopBar
from widgets.shell.zoombar import ZoomBar
from widgets.theme import Theme

SIZE = (1600, 1000)
LEAST = (640, 400)
INSPECTOR = 352


class Window(Frame):
    """Holds every panel; `room` is the one that is in view."""

    def __init__(self, document: Document, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle("Throughline")
        self.setMinimumSize(*LEAST)
        self.resize(*SIZE)
        self.theme = theme
        self.setStyleSheet(sheet(theme))  # before there is anything in it to polish anew
        self.bar = TopBar(room_words(), self)
        self.home = Home(theme, self)
        self.home_room = HomeRoom(self.home, theme, self)
        self.canvas = CanvasView(document, theme)
        self.zoom_bar = ZoomBar(theme)
        self.counted = CountedChip(theme)
        self.canvas.pin(self.zoom_bar, self.counted)
        self.canvas.scaled.connect(self.zoom_bar.show_scale)
        self.beginnings = Beginnings(theme)
        self.canvas.show_when_empty(self.beginnings)
        self.bench = Bench(self.canvas, self)
        self.palette_panel = Palette(theme)
        self.outline = Outline(document, self.canvas, theme)
        self.left = Switched(
            {
                "steps": (self.tr("Steps"), self.palette_panel),
                "outline": (self.tr("Outline"), self.outline),
            },
            theme,
            self.bench,
            edge="right",
        )
        self.inspector = Inspector(document, theme)
        self.messages = MessageRoom(theme)
        self.overview = Overview(theme)
        self.explain = Explain(theme, self)
        self.results = ResultsRoom(self.bench, self.overview, self.explain, theme)
        self.results.footed.connect(self.canvas.share_foot)
        self.explain.hear(self.canvas)
        self.explain.hear_space(self.canvas)
        self._above = QWidget(self)
        banner = QVBoxLayout(self._above)
        banner.setContentsMargins(0, 0, 0, 0)
        banner.addWidget(self.overview.banner)
        self.notices = Notices(self, theme)
        self._rooms = QStackedWidget(self)
        self._rooms.addWidget(self.home_room)
        self._rooms.addWidget(self.bench)
        self._rooms.addWidget(self.messages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.notices.strip)
        column.addWidget(self._above)
        column.addWidget(self._rooms, 1)
        self.left.tabs.chosen.connect(self.show_left)
        for panel in (self.left, self.inspector):
            panel.setParent(self.bench)
            panel.hide()
        self.bar.set_theme(theme)
        self.bench.set_theme(theme)
        self.show_room("home")

    def show_room(self, room: Room) -> None:
        """Bring a room into view."""
        self.room: Room = room
        self._above.setVisible(room == "results")
        if room == "home":
            self.bar.show_home()
            self._rooms.setCurrentWidget(self.home_room)
            self.home.setFocus()
            return
        self.bar.show_journey()
        self.bar.tabs.show_room(room)
        if room == "messages":
            self.results.close()
            self._rooms.setCurrentWidget(self.messages)
            self.messages.begin()
            return
        self._rooms.setCurrentWidget(self.bench)
        self.canvas.show_flow(is_shown=room == "results")
        if room == "design":
            self.results.close()
            self.show_left(self.left.shown)
            self.bench.put(self.bench.right, self.inspector, INSPECTOR, self.tr("Details"))
        else:
            self.results.open()
        self.canvas.setFocus()

    def show_left(self, panel: str) -> None:
        """Bring the steps to add or the outline into view beside the canvas."""
        self.left.show_panel(panel)
        words = self.tr("Outline") if panel == "outline" else self.tr("Steps to add")
        self.bench.put(self.bench.left, self.left, LEFT, words)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.theme = theme
        self.setStyleSheet(sheet(theme))
        for part in (
            *(self.bar, self.home_room, self.canvas, self.palette_panel, self.inspector),
            *(self.bench, self.overview, self.explain, self.messages, self.results, self.notices),
            *(self.zoom_bar, self.counted, self.beginnings, self.left, self.outline),
        ):
            part.set_theme(theme)
