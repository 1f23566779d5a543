"""Deleting a step and joining what is around it leaves no hole, and is undone at once."""

from PySide6.QtCore import Qt

from journeys.document.edits.canvas import Move, Place
from tests.widgets import drawings
from tests.widgets.canvas.conftest import Show


def test_what_follows_a_deleted_step_on_its_line_moves_up(show: Show) -> None:
    start = drawings.cart_rescue()
    hand = show(start)
    scene = hand.view.scene
    before = {name: scene.corner(name) for name in scene.steps.names}
    rise = before["paid"].y - before["hour"].y
    hand.view.select(("hour",))
    hand.view.delete_selection(reconnect=True)
    assert hand.document.journey.target("cart", "next") == "paid"
    assert scene.corner("cart") == before["cart"]
    for name in before.keys() - {"cart", "hour"}:
        after = scene.corner(name)
        assert (after.x, after.y) == (before[name].x, before[name].y - rise), name
    hand.document.undo()
    assert hand.document.journey == start


def test_a_step_that_was_put_on_another_line_stays_there(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    hand.view.do(Move((Place("paid", 480, 400),)))
    hand.view.select(("hour",))
    hand.view.delete_selection(reconnect=True)
    assert hand.document.journey.positions["paid"] == (480, 400)


def test_nothing_moves_up_over_what_stands_in_the_gap(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    scene = hand.view.scene
    at = scene.corner("hour")
    hand.view.do(Move((Place("alone", round(at.x) + 60, round(at.y) + 20),)))
    before = scene.corner("paid")
    hand.view.select(("hour",))
    hand.view.delete_selection(reconnect=True)
    assert scene.corner("paid") == before


def test_a_step_between_two_others_is_taken_out_and_they_are_joined(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    hand.view.select(("hour",))
    hand.key(Qt.Key.Key_Delete)
    assert hand.document.journey.target("cart", "next") == "paid"
    assert not [each for each in hand.document.problems if each.code == "unreachable"]


def test_a_step_with_several_ways_on_leaves_ends_that_offer_to_be_connected(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    journey = hand.document.journey
    after = {edge.target for edge in journey.edges if edge.source == "paid"}
    before = next(edge for edge in journey.edges if edge.target == "paid")
    hand.view.select(("paid",))
    hand.key(Qt.Key.Key_Delete)
    (end,) = [each for each in hand.document.problems if each.node == before.source]
    assert {fix.words.partition("Connect to ")[0] for fix in end.fixes} == {""}
    assert end.fix is not None
    hand.document.do(end.fix)  # type: ignore[arg-type]
    assert hand.document.journey.target(before.source, before.port) in after


def test_cutting_a_step_closes_the_gap_and_takes_notes_along_with_their_steps(show: Show) -> None:
    start = drawings.cart_rescue()
    hand = show(start)
    scene = hand.view.scene
    (note,) = scene.notes.names
    frame = scene.steps.frame("test")
    hand.view.do(Move(notes=(Place(note, round(frame.right) + 40, round(frame.y)),)))
    beside, before = hand.document.journey, scene.note_corner(note)
    rise = scene.corner("paid").y - scene.corner("hour").y
    hand.click(hand.place(scene.steps.frame("hour").centre))
    hand.key(Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert "hour" not in hand.document.journey.by_id
    assert scene.corner("test").y == frame.y - rise
    assert scene.note_corner(note).y == before.y - rise
    hand.document.undo()
    assert hand.document.journey == beside


def test_a_step_added_between_pushes_notes_down_with_their_steps(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    scene = hand.view.scene
    (note,) = scene.notes.names
    frame = scene.steps.frame("test")
    hand.view.do(Move(notes=(Place(note, round(frame.right) + 40, round(frame.y)),)))
    before = scene.note_corner(note)
    hand.view.add("sms", ("cart", "next"))
    fall = scene.corner("test").y - frame.y
    assert fall > 0
    assert scene.note_corner(note).y == before.y + fall
