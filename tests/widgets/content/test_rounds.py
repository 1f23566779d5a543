"""Inside a loop, what the loop is at is offered, with its kind and how sure it is."""

import pytest
from PySide6.QtTest import QTest

from journeys.context.lineage import Verdict
from journeys.context.variables import Holds, Variable
from widgets.content.editor import Editor
from widgets.content.offers import Offer
from widgets.content.rounds import of_rounds


def offer(name: str, holds: Holds, meaning: str = "") -> Offer:
    return Offer(Variable(name, holds, "The data"), Verdict.POSSIBLE, meaning)


OFFERS = (
    offer("event.at", "time"),
    offer("event.product_id", "text", "product"),
    offer("event.price", "number", "price"),
    offer("event.net weight", "number"),
    offer("cart.lines", "list"),
    offer("cart.value", "number"),
    offer("before.page view[0]", "event"),
)
LOOP = "{% for line in cart.lines|default([])|sort('price') %}"


def sure(before: str) -> dict[str, bool]:
    return {each.name: each.verdict is Verdict.GUARANTEED for each in of_rounds(before, OFFERS)}


def test_a_line_of_the_cart_has_the_values_of_an_event() -> None:
    assert sure(LOOP) == {
        "line.at": True,
        "line.product_id": True,
        "line.price": False,
        "line['net weight']": False,
    }
    holds = {each.name: each.variable.holds for each in of_rounds(LOOP, OFFERS)}
    assert holds["line.price"] == "number"
    assert holds["line.product_id"] == "text"


@pytest.mark.parametrize(
    "before",
    [
        "",
        LOOP + "{% endfor %}",
        "{% for line in cart.value %}",
        "{% for line in cart.lines|map('price') %}",
        "{% for line in nobody %}",
        "{% for line in cart.lines + cart.lines %}",
        "{% for a, b in event|items %}",
        "{% for line in [1, 2] %}",
    ],
)
def test_where_no_list_of_events_is_gone_through_nothing_is_offered(before: str) -> None:
    assert of_rounds(before, OFFERS) == ()


def test_a_trail_has_the_values_of_its_events() -> None:
    found = sure("{%- for view in before['page view'] -%}{{ view.at }}")
    assert found["view.at"] is False
    assert set(found) == {"view.at", "view.product_id", "view.price", "view['net weight']"}


def test_the_loops_around_are_offered_the_innermost_first() -> None:
    names = [*sure(LOOP + "{% for view in before['page view'] %}")]
    assert names[0].startswith("view")
    assert "line.price" in names
    assert [*sure(LOOP + "{% for line in [1] %}")] == [], "the inner name hides the outer one"


def test_it_is_offered_with_the_keys(editor: Editor) -> None:
    editor.show_offers(OFFERS)
    QTest.keyClicks(editor, LOOP + "{{ line.")
    popup = editor.completer.popup
    names = [choice.name for choice in popup.choices]
    assert names == ["line.at", "line.product_id", "line.price", "line['net weight']"][: len(names)]
    price = next(choice for choice in popup.choices if choice.name == "line.price")
    assert "price (number)" in price.foot
    QTest.keyClicks(editor, "pri")
    assert [choice.name for choice in popup.choices] == ["line.price"]
    assert popup.marked is not None
    editor.completer.take(popup.marked)
    assert '{{ line.price|default("…") }}' in editor.text
    assert not [note for note in editor.notes if "line" in note.words]
