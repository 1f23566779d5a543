"""A window on its stage: a small shop, the sample journey run, and every scene there is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.data import SampleShop
from app.desktop import Desktop
from app.scenes.first import SAMPLE, file_scenes, first_scenes
from app.scenes.known import known_scenes
from app.scenes.last import last_scenes
from app.scenes.ran import scenes
from app.scenes.scene import Scene
from journeys.document.format import loads
from journeys.samples import samples
from tests.app.windows import Answers

LONG = 60_000


@contextmanager
def staged(qtbot: QtBot, folder: Path, size: tuple[int, int]) -> Iterator[Desktop]:
    """Lend a window in which the sample journey was run and a customer is told of."""
    desktop = Desktop(folder, Answers(), SampleShop(300))
    qtbot.addWidget(desktop.window)
    desktop.window.resize(*size)
    desktop.window.show()
    desktop.begin()
    qtbot.waitUntil(lambda: bool(desktop.front.starts), timeout=LONG)
    qtbot.waitUntil(lambda: bool(desktop.window.home.content.ready_made), timeout=LONG)
    desktop.workbench.put(loads(samples()[SAMPLE]))
    with qtbot.waitSignal(desktop.workbench.running.finished, timeout=LONG):
        desktop.workbench.run()
    desktop.explaining.show_people("hour", "next")
    qtbot.waitUntil(lambda: bool(desktop.explaining.told), timeout=LONG)
    try:
        yield desktop
    finally:
        desktop.rescuing.end()
        desktop.stop()


def all_scenes(desktop: Desktop) -> tuple[Scene, ...]:
    """Return every scene, in the order in which pictures are taken."""
    parts = (first_scenes, scenes, known_scenes, last_scenes, file_scenes)
    return tuple(scene for part in parts for scene in part(desktop))


def shown(qtbot: QtBot, scene: Scene) -> QWidget | None:
    """Bring a scene into view, and return what lies over the window then."""
    scene.show()
    qtbot.waitUntil(scene.until, timeout=LONG)
    QApplication.processEvents()
    scene.then()
    QApplication.processEvents()
    return scene.over()
