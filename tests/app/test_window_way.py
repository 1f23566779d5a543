"""The way of one customer on the canvas: lit alone, and all of it in view."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.app.windows import Answers, opened
from widgets.canvas.geometry import Point

LONG = 60_000


def test_a_story_lights_its_way_alone_and_all_of_it_is_in_view(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with opened(qtbot, tmp_path, Answers(), 300) as desktop:
        window, canvas = desktop.window, desktop.window.canvas
        window.resize(1_440, 640)
        desktop.begin()
        qtbot.waitUntil(lambda: desktop.data.brought is not None, timeout=LONG)
        desktop.hearing.open_ready_made("shop_rescue")
        customers = window.explain.customers
        desktop.workbench.run()
        qtbot.waitUntil(lambda: bool(customers.model.ids), timeout=LONG)
        window.results.ask("explain")
        customers.show_group("got")
        canvas.select(("offer",))
        customers.choose(customers.model.ids[0])
        qtbot.waitUntil(lambda: canvas.story is not None, timeout=LONG)
        story = canvas.story
        assert story is not None
        for node in story.steps:
            frame = canvas.scene.steps.frame(node)
            foot = canvas.camera.to_view(Point(frame.right, frame.bottom)).y
            assert 0 <= canvas.camera.to_view(Point(frame.x, frame.y)).y < foot
            assert foot <= window.explain.player.y()
        shown = canvas.grab().toImage()
        canvas.select(())
        assert canvas.grab().toImage() == shown
        canvas.show_story(None)
        canvas.select(("offer",))
        outlined = canvas.grab().toImage()
        canvas.select(())
        assert canvas.grab().toImage() != outlined
