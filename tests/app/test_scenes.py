"""Pictures are taken of every room and panel there is."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.data import SampleShop
from app.desktop import Desktop
from app.scenes import SAMPLE, first_scenes, last_scenes, scenes
from journeys.document.format import loads
from journeys.samples import samples
from tests.app.windows import Answers

LONG = 60_000
ROOMS = {
    "home_empty": "home",
    "home": "home",
    "design": "design",
    "outline": "design",
    "results": "results",
    "explain": "results",
    "settings": "design",
    "shortcuts": "design",
    "commands": "design",
    "problems": "design",
    "journey_empty": "design",
    "journey": "design",
}
OVER = {"settings", "shortcuts", "commands", "problems"}


def test_every_room_and_panel_is_brought_into_view(qtbot: QtBot, tmp_path: Path) -> None:
    desktop = Desktop(tmp_path / "own", Answers(), SampleShop(300))
    qtbot.addWidget(desktop.window)
    desktop.window.resize(1_280, 800)
    desktop.window.show()
    desktop.begin()
    qtbot.waitUntil(lambda: desktop.data.brought is not None, timeout=LONG)
    desktop.workbench.put(loads(samples()[SAMPLE]))
    with qtbot.waitSignal(desktop.workbench.running.finished, timeout=LONG):
        desktop.workbench.run()
    desktop.explaining.show_people("hour", "next")
    qtbot.waitUntil(lambda: bool(desktop.explaining.told), timeout=LONG)
    seen = {}
    looks = set()
    for scene in (*first_scenes(desktop), *scenes(desktop), *last_scenes(desktop)):
        scene.show()
        scene.then()
        seen[scene.name] = desktop.window.room
        over = scene.over()
        assert (over is not None and over.isVisible()) is (scene.name in OVER)
        shown = (over or desktop.window).grab().toImage()
        looks.add(bytes(shown.constBits()))
        scene.clear()
        assert over is None or not over.isVisible()
    desktop.rescuing.end()
    desktop.stop()
    assert seen == ROOMS
    assert len(looks) >= len(ROOMS) - 1  # Home is the same to who has opened nothing
