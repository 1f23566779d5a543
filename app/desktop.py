"""The window put together, with all that lives as long as it does."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStyle

from app.columns import Columns
from app.data import Data, EventFiles, SampleShop, Source
from app.explaining import Explaining
from app.front import Front
from app.hearing import Hearing
from app.live import Live
from app.memory import Memory
from app.messaging import Messaging
from app.offering import Offering
from app.recovery import Rescue
from app.reporting import Reporting
from app.rescuing import Rescuing
from app.returning import Returning
from app.showing import Showing, dress, theme_of
from app.tallying import Tallying
from app.window import Window
from app.workbench import Workbench
from journeys.document.journey import Journey
from widgets.shell.asking import Asking
from widgets.task import wait_for_all

NAME = "throughline"


class Desktop(QObject):
    """Introduces workbench and window to each other, and ends what they began.

    `folder` is where things are remembered and rescued.
    """

    def __init__(self, folder: Path, asking: Asking, source: Source | None = None) -> None:
        super().__init__()
        self.memory = Memory(folder)
        settings = self.memory.settings
        shop = source or SampleShop()
        self.data = Data(self._remembered() or shop, shop)
        self.workbench = Workbench(Journey(id="journey"), self.data, self.memory)
        theme = theme_of(settings)
        dress(theme)
        self.window = Window(self.workbench.document, theme)
        self.front = Front(self.workbench, self.window, asking)
        self.workbench.stage = self.front
        self.returning = Returning(self.window)
        self.tallying = Tallying(self.workbench, self.window, self.front, self.returning)
        self.showing = Showing(self.workbench, self.window, self.front)
        self.messaging = Messaging(self.workbench, self.window)
        self.window.closing.connect(lambda _: self.messaging.tell())  # before what is kept is asked
        self.hearing = Hearing(self.workbench, self.window, self.front)
        self.hearing.filing.changed.connect(self.showing.greet)
        self.explaining = Explaining(self.workbench, self.window)
        self.live = Live(self.workbench.document, self.data, self.workbench.asked)
        self.showing.brought.connect(self.tallying.show_brought)
        self.showing.brought.connect(lambda _: self.live.count())
        self.showing.brought.connect(lambda _: self._remember())
        self.columns = Columns(self.window, self.front)
        self.showing.brought.connect(self.columns.tell)
        self.showing.brought.connect(self.front.threads.count)
        self.live.counted.connect(self.tallying.show_counts)
        self.live.crashed.connect(self.workbench.crashed)
        self.rescuing = Rescuing(self.workbench, Rescue(folder))
        self.offering = Offering(self.workbench, self.window, self.front, self.rescuing)
        self.reporting = Reporting(self.workbench, self.window, self.front)
        self.workbench.opened.connect(lambda _: self.live.count())
        for signal in (self.workbench.chosen, self.workbench.paused):
            signal.connect(lambda *_: self.live.use(self.workbench.asked))
        self.window.closing.connect(self._close)

    def show(self) -> None:
        """Show the window where it stood last; the first time, as large as the screen lets it."""
        window = self.window
        if not window.restoreGeometry(self.memory.window):
            room = window.screen().availableSize()
            title = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
            if room.width() < window.width() or room.height() < window.height() + title:
                window.setWindowState(Qt.WindowState.WindowMaximized)
        window.show()
        window.activateWindow()  # where nothing else gives the keys to a window, it takes them

    def begin(self) -> None:
        """Bring the customers, and offer what a crash left behind, now that the window is there."""
        self._tell_gone()
        self.workbench.shelf.look()
        self.showing.bring()
        self.offering.look()

    def _remembered(self) -> Source | None:
        """Return the files of events that were in use last, if all of them are still there."""
        paths, zone = self.memory.events
        return EventFiles(paths, zone) if paths and all(map(Path.is_file, paths)) else None

    def _remember(self) -> None:
        source = self.data.source
        if isinstance(source, EventFiles):
            self.memory.use_events(source.paths, source.zone)
        else:
            self.memory.use_events((), "UTC")

    def _tell_gone(self) -> None:
        """Tell of files of events that were in use last and are no longer there."""
        gone = [path for path in self.memory.events[0] if not path.is_file()]
        if gone:
            names = ", ".join(repr(path.name) for path in gone)
            what = self.tr("{} is no longer where it was: the sample shop is used.").format(names)
            attempt = self.tr("With Ctrl+I you choose events of your own again.")
            self.workbench.warn(what, attempt)

    def _close(self, event: QCloseEvent) -> None:
        """Be gone at once; what is under way is cut, and whoever opened the window waits for it."""
        if event.isAccepted():
            stood = bytes(self.window.saveGeometry().data())
            self.window.hide()
            self.memory.remember_window(stood)
            self.rescuing.end()
            self._cut()

    def stop(self) -> bool:
        """End everything that is under way; False where some of it does not end in time."""
        self._cut()
        return wait_for_all()

    def _cut(self) -> None:
        self.live.stop()
        self.explaining.stop()
        self.front.threads.stop()
        self.messaging.stop()
        self.offering.stop()
        self.showing.stop()
        self.tallying.stop()
        self.workbench.running.stop()
        self.workbench.shelf.stop()


def own_folder() -> Path:
    """Return the folder where the program keeps what it remembers, as the system has it."""
    place = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(place)) / NAME
