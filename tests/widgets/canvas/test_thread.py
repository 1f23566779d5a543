"""A thread is drawn where the variable runs: solid, dashed, broken at a join, else absent."""

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from journeys.context.known import Known
from journeys.context.lineage import Verdict
from tests.context.talking import DATA, asked_first, sms, two_starts
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.threadline import Threadline
from widgets.canvas.view import CanvasView
from widgets.document import Document
from widgets.theme import THEMES, Theme

NAME = "event.coupon"
EVERYWHERE = Rect(-5_000, -5_000, 10_000, 10_000)


def shown(qtbot: QtBot, document: Document, theme: Theme) -> CanvasView:
    view = CanvasView(document, theme)
    qtbot.addWidget(view)
    view.resize(1_000, 900)
    view.show()
    view.scene.settle(5.0)
    view.fit_all()
    view.show_thread(Known(document.journey, DATA).thread(NAME))
    return view


def line_of(view: CanvasView) -> Threadline:
    assert view.followed is not None
    return Threadline.of(view.followed, view.scene, EVERYWHERE)


def near(image: QImage, view: CanvasView, at: Point, colour: str) -> bool:
    """Say whether a colour is seen close to a place of the canvas."""
    there = view.camera.to_view(at)
    wanted = QColor(colour).rgb()
    around = range(-9, 10)
    return any(
        image.pixel(round(there.x) + across, round(there.y) + down) == wanted
        for across in around
        for down in around
    )


def middle(way: tuple[Point, ...]) -> Point:
    return Point((way[0].x + way[1].x) / 2, (way[0].y + way[1].y) / 2)


def test_a_thread_breaks_above_the_step_where_others_join(qtbot: QtBot) -> None:
    view = shown(qtbot, Document(two_starts(sms("{{ event.coupon }}"))), THEMES["light"])
    line, target = line_of(view), view.scene.steps.frame("m")
    (joint,) = line.breaks
    assert joint.x == target.centre.x
    assert joint.y < target.y
    assert {way[-1] for way in (*line.sure, *line.perhaps)} >= {joint, Point(joint.x, target.y)}
    assert [verdict for _, verdict in line.uses] == [Verdict.POSSIBLE]
    assert sorted(is_sure for _, is_sure in line.starts) == [False, True]


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_it_is_seen_where_the_variable_runs_and_nowhere_else(qtbot: QtBot, theme: Theme) -> None:
    view = shown(qtbot, Document(asked_first(sms("{{ event.coupon }}"))), theme)
    picture = view.grab().toImage()
    ways = view.scene.ways
    sure, perhaps = ways.between(("b", "w")), ways.between(("t", "b"))
    assert near(picture, view, middle(sure), theme.accent)
    assert near(picture, view, middle(perhaps), theme.sometimes)
    absent = ways.between(("m", "f"))
    assert not near(picture, view, middle(absent), theme.accent)
    assert not near(picture, view, middle(absent), theme.sometimes)
    view.show_thread(None)
    plain = view.grab().toImage()
    assert not near(plain, view, middle(sure), theme.accent)


def test_only_what_is_in_view_is_looked_at(qtbot: QtBot) -> None:
    view = shown(qtbot, Document(two_starts(sms("{{ event.coupon }}"))), THEMES["light"])
    assert view.followed is not None
    nothing = Threadline.of(view.followed, view.scene, Rect(50_000, 50_000, 10, 10))
    assert (nothing.sure, nothing.perhaps, nothing.breaks, nothing.uses) == ((), (), (), ())


def test_a_thread_is_seen_from_far_away(qtbot: QtBot) -> None:
    theme = THEMES["light"]
    view = shown(qtbot, Document(asked_first(sms("{{ event.coupon }}"))), theme)
    view.zoom_by(0.2)
    picture = view.grab().toImage()
    assert near(picture, view, middle(view.scene.ways.between(("b", "w"))), theme.accent)
