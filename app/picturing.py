"""Pictures of the rooms as a person sees them: the sample journey, run on the sample shop."""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QRect, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.data import SampleShop
from app.desktop import Desktop
from app.scenes.first import SAMPLE, file_scenes, first_scenes
from app.scenes.forms import form_scenes
from app.scenes.known import known_scenes
from app.scenes.last import last_scenes
from app.scenes.ran import scenes
from app.scenes.scene import Scene
from journeys.errors import ThroughlineError
from journeys.samples import samples
from storage.files import keeping
from widgets.shell.asking import Dialogs
from widgets.shell.style import Style
from widgets.theme import Theme

LOOK, SETTLE = 20, 400
PATIENCE = 20_000
THEMES = ("light", "dark")
Taking = Callable[[Desktop, Path, Path], Iterator[Path]]


def pictures(folder: Path, size: tuple[int, int]) -> Iterator[Path]:
    """Write one picture a room and theme, and yield each file once it is there.

    Raises StorageError where the disk refuses.
    """
    return _staged(folder, size, _taken)


def forms(folder: Path, size: tuple[int, int]) -> Iterator[Path]:
    """Write pictures of forms, of steps and conditions and rules; raises as `pictures`."""
    return _staged(folder, size, _forms)


def _staged(folder: Path, size: tuple[int, int], take: Taking) -> Iterator[Path]:
    """Open a window for pictures, and close it once they are taken."""
    application = QApplication.instance() or QApplication(["throughline"])
    if isinstance(application, QApplication):
        application.setStyle(Style())
    with tempfile.TemporaryDirectory(prefix="throughline-") as own:
        desktop = Desktop(Path(own), Dialogs(), SampleShop())
        desktop.window.resize(*size)
        desktop.window.show()
        try:
            yield from take(desktop, folder, Path(own))
        finally:
            desktop.rescuing.end()
            desktop.stop()
            desktop.window.deleteLater()


def _forms(desktop: Desktop, folder: Path, own: Path) -> Iterator[Path]:
    del own
    desktop.begin()
    _wait(lambda: desktop.data.brought is not None)
    yield from _photographed(desktop, form_scenes(desktop), folder)


def _taken(desktop: Desktop, folder: Path, own: Path) -> Iterator[Path]:
    desktop.begin()
    _wait(lambda: bool(desktop.front.starts and desktop.window.home.content.ready_made))
    yield from _photographed(desktop, first_scenes(desktop), folder)
    for name, content in samples().items():
        path = own / f"{name}.json"
        path.write_bytes(content)
        desktop.memory.remember(path)
    desktop.showing.greet()
    _wait(lambda: bool(desktop.window.home.content.recent))
    desktop.workbench.open_file(own / f"{SAMPLE}.json")
    desktop.workbench.run()
    _wait(lambda: not desktop.workbench.running.is_running)
    outcome = desktop.workbench.running.outcome
    if outcome is None:
        raise ThroughlineError("The sample journey did not run.")
    desktop.explaining.show_people("reminder", "sent")
    _wait(lambda: bool(desktop.explaining.told))
    yield from _photographed(desktop, scenes(desktop), folder)
    yield from _photographed(desktop, known_scenes(desktop), folder)
    yield from _photographed(desktop, last_scenes(desktop), folder)
    yield from _photographed(desktop, file_scenes(desktop), folder)


def _photographed(desktop: Desktop, shown: Iterable[Scene], folder: Path) -> Iterator[Path]:
    for theme in THEMES:
        desktop.workbench.choose(theme=theme)
        for scene in shown:
            scene.show()
            _wait(scene.until)
            _settle()
            scene.then()
            _settle()
            path = folder / f"{scene.name}_{theme}.png"
            with keeping(path):
                _photograph(desktop.window, scene.over(), desktop.window.theme).save(str(path))
            scene.clear()
            yield path


def _photograph(window: QWidget, over: QWidget | None, theme: Theme) -> QPixmap:
    """Return a picture of a window, and of what lies over it where it lies."""
    taken = window.grab()
    if over is not None:
        painter = QPainter(taken)
        there = QRect(window.mapFromGlobal(over.mapToGlobal(QPoint(0, 0))), over.size())
        if isinstance(over, QDialog):
            painter.setPen(QColor(theme.border))  # the frame that the system gives a dialog
            painter.drawRect(there.adjusted(-1, -1, 0, 0))
        painter.drawPixmap(there.topLeft(), over.grab())
        painter.end()
    return taken


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
