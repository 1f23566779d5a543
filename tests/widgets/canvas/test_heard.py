"""The canvas as a screen reader hears it."""

from PySide6.QtGui import QAccessible

from journeys.document.checks import problems
from tests.widgets import drawings
from tests.widgets.canvas.conftest import Show


def test_every_step_is_a_named_item_that_says_where_it_leads(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    heard = QAccessible.queryAccessibleInterface(hand.view)
    assert heard.text(QAccessible.Text.Name) == "Journey canvas"
    items = [heard.child(place) for place in range(heard.childCount())]
    names = [item.text(QAccessible.Text.Name) for item in items]
    assert set(names) == {node.name for node in hand.document.journey.nodes}
    assert names[0] == "Fills a cart", "from top to bottom"
    first = items[0].text(QAccessible.Text.Description)
    assert first.startswith("When something happens, Add to cart")
    assert first.endswith("leads to Wait")
    for item in items:
        assert item.role() == QAccessible.Role.ListItem
        assert heard.rect().contains(item.rect().center())


def test_the_selected_step_has_the_focus_and_what_is_deleted_is_gone(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    heard = QAccessible.queryAccessibleInterface(hand.view)
    hand.view.select(("mail",))
    focused = heard.focusChild()
    assert focused is not None
    assert focused.text(QAccessible.Text.Name) == "Your cart is waiting"
    assert focused.state().selected
    count = heard.childCount()
    hand.view.delete_selection(reconnect=False)
    assert heard.childCount() == count - 1
    assert not focused.isValid()


def test_what_is_wrong_with_a_step_is_heard_in_full(show: Show) -> None:
    hand = show(drawings.troubled())
    hand.view.scene.show_problems(problems(hand.document.journey))
    hand.view.select(("test",))
    heard = QAccessible.queryAccessibleInterface(hand.view).focusChild()
    assert heard is not None
    said = heard.text(QAccessible.Text.Description)
    assert "The shares add up to 90%, not to 100%." in said
    assert "A test needs two versions, or one and a share that gets nothing." in said
