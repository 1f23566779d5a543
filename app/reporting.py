"""Tells that something went wrong that should not have, and keeps the report where it is wanted."""

from PySide6.QtCore import QObject

from app.front import Front
from app.window import Window
from app.workbench import Workbench
from journeys.errors import ThroughlineError
from storage.files import write_whole
from widgets.shell.notices import NoticeCard


class Reporting(QObject):
    """Shows one notice for all that went wrong, and collects the reports."""

    def __init__(self, workbench: Workbench, window: Window, front: Front) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._window = window
        self._front = front
        self._reports: list[str] = []
        self._card: NoticeCard | None = None

    def tell(self, report: str) -> None:
        """Tell that something went wrong, and offer the report."""
        self._reports.append(report)
        if self._card is not None and self._card in self._window.notices.shown:
            return
        self._card = self._window.notices.tell(
            self.tr("Something went wrong that should not have. Your journey is kept."),
            self.tr("You can go on. A report without names, data or folders helps to mend it."),
            self.tr("Keep the report"),
            is_bad=True,
            stays=True,
        )
        self._card.asked.connect(self._keep)

    def _keep(self) -> None:
        path = self._front.ask_where_text("throughline-report.txt")
        if path is None:
            return
        try:
            write_whole(path, "\n".join(self._reports).encode())
        except ThroughlineError as error:
            self._workbench.refuse(error)
            return
        self._reports.clear()
        if self._card is not None:
            self._card.hide()
        self._window.notices.tell(
            self.tr("The report stands in {}.").format(path),
            self.tr("Send it to whoever gave you Throughline: it says what has to be mended."),
            is_bad=False,
            stays=True,
        )
