"""What a template asks for is known before anything is rendered, with its places."""

import pytest

from journeys.content.reading import read


def needed(source: str) -> tuple[str, ...]:
    reading = read(source)
    assert reading.faults == ()
    return reading.needed


@pytest.mark.parametrize(
    ("source", "paths"),
    [
        ("{{ customer.first_name }}", ["customer.first_name"]),
        ("{{ before.product_view[0].category }}", ["before.product_view[0].category"]),
        ("{{ event.items }} {{ event['items'] }}", ["event.items"]),
        ("{{ event['two words'] }}", ["event['two words']"]),
        ("{{ catalogue.boots[event.sku].price }}", ["catalogue.boots[...].price", "event.sku"]),
        ("{% for a in cart.lines %}{{ a.b }}{% endfor %}", ["cart.lines", "cart.lines[...].b"]),
        ("{% for a in b|sort('c') %}{{ a }}{% endfor %}", ["b", "b[...]"]),
        ("{% for i in range(3) %}{{ i }}{{ loop.index }}{% endfor %}", []),
        ("{% set name = customer.name %}{{ name }}", ["customer.name"]),
        ("{% set name = customer.name|default('x') %}{{ name }}", []),
        ("{% with a = b.c %}{{ a }}{% endwith %}{{ a }}", ["b.c", "a"]),
        ("{{ a ~ b }}{{ c + d * e }}{{ -f }}", ["a", "b", "c", "d", "e", "f"]),
        ("{{ [a, b|default(1)]|join }}", ["a"]),
        ("{{ customer.name|truncate(event.size) }}", ["customer.name", "event.size"]),
        ("{# {{ no }} #}{% raw %}{{ no }}{% endraw %}", []),
    ],
)
def test_what_is_used_is_named_in_full(source: str, paths: list[str]) -> None:
    assert needed(source) == tuple(paths)


@pytest.mark.parametrize(
    "source",
    [
        "{{ x|default('there') }}",
        "{{ x|title|default('there')|upper }}",
        "{{ (x + 1)|default(0) }}",
        "{{ x or 'there' }}",
        "{{ x if x else 'there' }}",
        "{{ x if x is defined else 'there' }}",
        "{% if x %}{{ x }}{% endif %}",
        "{% if x is defined %}{{ x }}{% endif %}",
        "{% if x is undefined %}-{% else %}{{ x }}{% endif %}",
        "{% if not x %}-{% else %}{{ x }}{% endif %}",
        "{% if x > 3 %}{{ x }}{% endif %}",
        "{% if x|length > 3 %}{{ x }}{% endif %}",
        "{% if x in ['a', 'b'] %}{{ x }}{% endif %}",
        "{% if x is even %}{{ x }}{% endif %}",
        "{% if y and x %}{{ x }}{% endif %}",
        "{% if (x and y) or x %}{{ x }}{% endif %}",
        "{% if y is none or x is none %}-{% else %}{{ x }}{% endif %}",
        "{% if x.y.z %}{{ x }}{{ x.y }}{% endif %}",
        "{% if 1 %}{% if x %}{% for i in [1] %}{{ x }}{% endfor %}{% endif %}{% endif %}",
        "{% if x %}{% else %}{% endif %}",
        "{% if a %}-{% elif x %}{{ x }}{% endif %}",
        "{% set y = x %}{% if y %}{{ x }}{{ y }}{% endif %}",
        "{% for x in [1] %}{% if x.a %}{{ x.a }}{% endif %}{% endfor %}",
        "{{ x and 1 if x else 0 }}",
    ],
)
def test_what_has_a_fallback_or_stands_under_a_test_is_not_needed(source: str) -> None:
    """R172."""
    assert needed(source) == ()


@pytest.mark.parametrize(
    "source",
    [
        "{{ y|default(x) }}",
        "{{ x if y else 'there' }}",
        "{% if x %}-{% else %}{{ x }}{% endif %}",
        "{% if x or y %}{{ x }}{% endif %}",
        "{% if not x %}{{ x }}{% endif %}",
        "{% if x is undefined %}{{ x }}{% endif %}",
        "{% if not (x > 3) %}{{ x }}{% endif %}",
        "{% if x %}-{% endif %}{{ x }}",
        "{% if x|default(1) %}{{ x }}{% endif %}",
        "{% if x.y %}-{% elif x %}-{% else %}{{ x }}{% endif %}",
        "{% if y[1] %}{{ x }}{% endif %}",
        "{% set x = x %}{{ x }}",
        "{% if y %}{% set x = 1 %}{% endif %}{{ x }}",
        "{% for x in [1] %}-{% endfor %}{{ x }}",
        "{{ y or x }}",
        "{{ x and y|default(1) }}",
    ],
)
def test_what_may_be_missing_where_it_is_shown_is_needed(source: str) -> None:
    """R172."""
    assert needed(source) == ("x",)


def test_entries_looked_up_by_different_names_do_not_vouch_for_each_other() -> None:
    same = "{% if shop[a].price %}{{ shop[a].price }}{% endif %}"
    other = "{% if shop[a].price %}{{ shop[b].price }}{% endif %}"
    assert "shop[...].price" not in needed(same)
    assert "shop[...].price" in needed(other)


def test_a_use_says_where_it_stands_and_what_stands_in_for_it() -> None:
    source = "<p>\n  {{ customer.first_name|default('there') }}\r\n{% if event.x %}{% endif %}"
    first, second = read(source).uses
    assert (first.path, first.place.line, first.place.column, first.length) == (
        *("customer.first_name", 2, 6, len("customer.first_name")),
    )
    assert (first.has_fallback, first.fallback, first.is_needed) == (True, "there", False)
    assert (second.path, second.place.line, second.place.column) == ("event.x", 3, 7)
    assert not second.has_fallback


def test_the_filters_used_are_named_with_their_places() -> None:
    source = "{{ a|title|default('x') }}\n{{ b|money('EUR') }}"
    found = [(used.name, used.place.line, used.place.column) for used in read(source).filters]
    assert sorted(found) == [("default", 1, 12), ("money", 2, 6), ("title", 1, 6)]


@pytest.mark.parametrize(
    ("source", "line", "column", "words"),
    [
        ("Hi\n{% if x %}", 2, 1, "{% if %} is never closed"),
        ("{% for a in b %}{% if x %}{% endif %}", 1, 1, "{% for %} is never closed"),
        ("{{ a.b }", 1, 8, "cannot stand here"),
        ("{{ a", 1, 4, "ends in the middle"),
        ("{{ 'abc }}", 1, 4, "never closed"),
        ("{{ 'a\\d' }}", 1, 4, "means nothing"),
        ("{{ }}", 1, 4, "Something is missing"),
        ("{% fi x %}", 1, 4, "There is no tag {% fi %}"),
        ("{% endif %}", 1, 4, "does not belong"),
        ("Hi {# x", 1, 4, "never closed"),
        ("{{ (a] }}", 1, 6, "closes a bracket"),
        ("{{ a b }}", 1, 6, "}} is expected"),
        ("x {{ a|uper }}", 1, 8, "There is no filter 'uper'"),
        ("{{ a is evn }}", 1, 6, "There is no test 'evn'"),
        ("{{ a|truncate(1, 2, 3) }}", 1, 6, "'truncate' cannot take this"),
        ("{{ a|money(size=3) }}", 1, 6, "'money' cannot take this"),
        ("{{ a|safe }}", 1, 6, "data is always shown as plain text"),
        ("{{ a.upper() }}", 1, 11, "Nothing can be called here"),
        ("{{ a._b }}", 1, 4, "No name begins with _"),
        ("{{ a|first|int is even }}{{ (a|first)._b }}", 1, 38, "No name begins with _"),
        ("{% include 'x' %}", 1, 4, "{% include %} cannot be used"),
        ("{% autoescape false %}{% endautoescape %}", 1, 4, "{% autoescape %} cannot be used"),
        ("{% set x %}y{% endset %}", 1, 4, "cannot take a whole block"),
        ("{{ 1 if a }}", 1, 4, "needs an else"),
        ("{% for a in b recursive %}{% endfor %}", 1, 4, "cannot call itself"),
        ("{% for a in b %}{{ loop.depth }}{% endfor %}", 1, 20, "A loop does not know this"),
        ("{% set loop = 1 %}", 1, 8, "a name of its own"),
    ],
)
def test_a_slip_is_told_in_words_with_its_place(
    source: str, line: int, column: int, words: str
) -> None:
    fault = read(source).faults[0]
    assert words in fault.words
    assert (fault.place.line, fault.place.column) == (line, column), fault
    assert "Jinja" not in fault.words + fault.attempt


def test_a_name_nearly_right_is_offered() -> None:
    assert read("{{ a|uper }}").faults[0].attempt == "Did you mean 'upper'?"
    assert read("{{ a.upper() }}").faults[0].attempt == "Write |upper after the value."


def test_all_slips_of_meaning_are_found_at_once() -> None:
    faults = read("{{ a|uper }}{{ b|lowr }}{{ c._d }}").faults
    assert [fault.place.column for fault in faults] == [6, 18, 28]
