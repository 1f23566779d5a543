"""Pictures of the rooms as a person sees them: the sample journey, run on the sample shop."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.data import SampleShop
from app.desktop import Desktop
from journeys.errors import ThroughlineError
from journeys.samples import samples
from storage.files import keeping
from widgets.shell.asking import Dialogs

SAMPLE = "shop_rescue"
LOOK, SETTLE = 20, 400
PATIENCE = 3_000
THEMES = ("light", "dark")


def pictures(folder: Path, size: tuple[int, int]) -> Iterator[Path]:
    """Write one picture a room and theme, and yield each file once it is there.

    Raises StorageError where the disk refuses.
    """
    application = QApplication.instance() or QApplication(["throughline"])
    if isinstance(application, QApplication):
        application.setStyle("Fusion")
    with tempfile.TemporaryDirectory(prefix="throughline-") as own:
        desktop = Desktop(Path(own), Dialogs(), SampleShop())
        desktop.window.resize(*size)
        desktop.window.show()
        try:
            yield from _taken(desktop, folder, Path(own))
        finally:
            desktop.rescuing.end()
            desktop.stop()
            desktop.window.deleteLater()


def _taken(desktop: Desktop, folder: Path, own: Path) -> Iterator[Path]:
    for name, content in samples().items():
        path = own / f"{name}.json"
        path.write_bytes(content)
        desktop.memory.remember(path)
    desktop.begin()
    _wait(lambda: desktop.data.brought is not None and bool(desktop.window.home.content.recent))
    desktop.workbench.open_file(own / f"{SAMPLE}.json")
    desktop.workbench.run()
    _wait(lambda: not desktop.workbench.running.is_running)
    outcome = desktop.workbench.running.outcome
    if outcome is None:
        raise ThroughlineError("The sample journey did not run.")
    desktop.explaining.show_people("reminder", "sent")
    _wait(lambda: bool(desktop.explaining.told))
    for theme in THEMES:
        desktop.workbench.choose(theme=theme)
        for room, shown in _rooms(desktop).items():
            shown()
            _settle()
            path = folder / f"{room}_{theme}.png"
            with keeping(path):
                desktop.window.grab().save(str(path))
            yield path


def _rooms(desktop: Desktop) -> dict[str, Callable[[], object]]:
    window, front = desktop.window, desktop.front

    def design() -> None:
        front.show_room("design")
        window.canvas.show_story(None)
        window.canvas.zoom_to_fit()
        window.canvas.select(("words",))

    def results(panel: str) -> None:
        window.canvas.select(())
        front.show_room("results")
        window.results.ask(panel)
        window.canvas.zoom_to_fit()

    return {
        "home": lambda: front.show_room("home"),
        "design": design,
        "results": lambda: results("overview"),
        "explain": lambda: results("explain"),
    }


def _wait(until: Callable[[], bool]) -> None:
    """Let the window live until something is true."""
    for _ in range(PATIENCE):
        if until():
            return
        _live(LOOK)
    raise ThroughlineError("The pictures took too long.", "Try again with nothing else running.")


def _settle() -> None:
    _live(SETTLE)


def _live(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
