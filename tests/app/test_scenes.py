"""Pictures are taken of every room and panel there is."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.app.staged import all_scenes, shown, staged

ROOMS = {
    "home_empty": "home",
    "ready_made": "home",
    "who_starts": "home",
    "home": "home",
    "design": "design",
    "design_message": "design",
    "design_start": "design",
    "design_condition": "design",
    "journey": "design",
    "outline": "design",
    "results": "results",
    "results_table": "results",
    "results_foot": "results",
    "explain": "results",
    "settings": "design",
    "shortcuts": "design",
    "commands": "design",
    "kinds": "design",
    "menu": "design",
    "step_menu": "design",
    "lineage": "design",
    "message_empty": "messages",
    "message": "messages",
    "message_choices": "messages",
    "message_slip": "messages",
    "message_lack": "messages",
    "problems": "design",
    "results_none": "results",
    "explain_none": "results",
    "results_running": "results",
    "results_refused": "results",
    "pauses": "results",
    "journey_empty": "design",
    "refused": "home",
    "home_wrong": "home",
    "bringing": "home",
    "brought": "home",
    "columns": "home",
}
OVER = {
    *("ready_made", "who_starts", "settings", "shortcuts", "commands", "kinds", "menu"),
    *("step_menu", "problems", "columns", "pauses"),
}


def test_every_room_and_panel_is_brought_into_view(qtbot: QtBot, tmp_path: Path) -> None:
    seen = {}
    looks = set()
    with staged(qtbot, tmp_path / "own", (1_280, 800)) as desktop:
        for scene in all_scenes(desktop):
            over = shown(qtbot, scene)
            seen[scene.name] = desktop.window.room
            assert (over is not None and over.isVisible()) is (scene.name in OVER)
            picture = (over or desktop.window).grab().toImage()
            looks.add(bytes(picture.constBits()))
            scene.clear()
            assert over is None or not over.isVisible()
    assert seen == ROOMS
    assert len(looks) >= len(ROOMS) - 1  # Home is the same to who has opened nothing
