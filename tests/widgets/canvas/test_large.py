"""A journey of 20,000 steps opens, fits, moves, and asks for no picture of what is not seen."""

from PySide6.QtCore import QPoint, Qt

from tests.widgets.canvas.conftest import Show
from tests.widgets.canvas.large import large
from widgets.canvas.camera import SMALLEST
from widgets.canvas.counts import Counts

MANY = 20_000


def test_twenty_thousand_steps_are_opened_fitted_and_moved(show: Show) -> None:
    journey = large(MANY)
    hand = show(journey)
    view = hand.view
    assert len(view.scene.steps.names) == MANY
    assert not view.grab().isNull()
    bounds, sight = view.scene.bounds, view.sight
    assert view.camera.scale >= SMALLEST
    assert sight.holds(bounds.centre)
    through = {(edge.source, edge.port): 1 for edge in journey.edges}
    view.show_counts(Counts(entered=10, through=through))
    view.show_flow(is_shown=True)
    hand.key(Qt.Key.Key_Down)
    hand.key(Qt.Key.Key_2)
    assert view.camera.scale == 1.0
    assert not view.grab().isNull()
    (name,) = view.selection
    at = hand.middle(name)
    before = journey.positions[name]
    hand.drag(at, at + QPoint(48, 48))
    assert hand.document.journey.positions[name] != before
    assert len(view._screen._sprites._kept) < 400  # noqa: SLF001 what was painted
    hand.document.undo()
    assert hand.document.journey is journey
