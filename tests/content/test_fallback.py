"""A fallback is written at all places of a variable, and a long text is read a few times for it."""

import pytest

from journeys.content.fallback import with_fallback
from journeys.content.reading import read
from journeys.content.sort import Sort

PLACES = 400


def reads(source: str, path: str, sort: Sort = Sort.TEXT) -> tuple[str | None, int]:
    """Return what becomes of a text, and how often a text was read for it."""
    read.cache_clear()
    found = with_fallback(source, sort, path)
    return found, read.cache_info().misses


@pytest.mark.parametrize("sort", [Sort.TEXT, Sort.HTML])
def test_many_places_are_read_as_one(sort: Sort) -> None:
    line = "Some words {{ event.name|upper }} and {{ customer.name }} more.\n" + "x" * 100
    found, times = reads(line * PLACES, "event.name", sort)
    assert found == (line * PLACES).replace("|upper }}", '|upper|default("\u2026") }}')
    assert times == 2


def test_two_places_in_one_value_get_one_fallback() -> None:
    found, _ = reads("{{ a.b ~ a.b }} {{ a.b }}", "a.b")
    assert found is not None
    assert read(found).needed == ()
    assert found.endswith('{{ a.b|default("\u2026") }}')


def test_where_one_place_needs_another_form_each_is_tried_by_itself() -> None:
    source = "{{ a.b }} {{ a.b + 1 }} {% for c in a.b %}x{% endfor %}"
    found, times = reads(source, "a.b")
    assert found == (
        '{{ a.b|default("\u2026") }} {{ (a.b + 1)|default("\u2026") }} '
        "{% for c in a.b|default([]) %}x{% endfor %}"
    )
    assert times <= 12


def test_no_more_letters_are_read_than_allowed() -> None:
    source = "{{ a.b }}{{ a.b + 1 }}" * 40
    assert with_fallback(source, Sort.TEXT, "a.b", most=5 * len(source)) is None
    assert with_fallback(source, Sort.TEXT, "a.b") is not None


def test_a_variable_that_is_not_needed_leaves_the_text() -> None:
    assert with_fallback("{{ a.b }}", Sort.TEXT, "c.d") == "{{ a.b }}"


def test_a_link_that_begins_with_it_has_no_room() -> None:
    source = "<p>{{ a.b }}</p><a href='{{ a.b }}'>x</a>"
    assert with_fallback(source, Sort.HTML, "a.b") is None
