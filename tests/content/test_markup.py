"""A value stands in markup only where escaping makes it safe."""

import pytest

from journeys.content.reading import read
from journeys.content.sort import Sort


def words(source: str) -> list[str]:
    return [fault.words for fault in read(source, Sort.HTML).faults]


@pytest.mark.parametrize(
    "source",
    [
        '<p class="{{ a }}">{{ b }}</p>',
        "<a href='https://x.example/{{ a }}'>{{ b }}</a>",
        '<a {% if a %}class="b"{% endif %} href="{{ c }}">x</a>',
        '<td{% if a %} class="x"{% endif %}>{{ b }}</td>',
        '<img src = "{{ a }}" alt>{{ b }}',
        "<!doctype html><p>{{ a }}<!-- {{ b }} --><br/>{{ c }}",
        "<style>p { color: red }</style>{{ a }}",
        "a < b, {{ c }} <3 {{ d }}",
        "{% for a in b %}<li>{{ a }}</li>{% else %}<li>{{ c }}</li>{% endfor %}",
        '<a href={% if a %}"x"{% else %}"y"{% endif %}>x</a>',
        "<p title=\"'{{ a }}'\">{{ b }}",
        '<a href="{{ a }}?b=c:d">x</a><a href="page-{{ a }}.html">y</a>',
        '<a href="https://{{ a }}:8080/{{ b }}">x</a><a href="app:{{ c }}">y</a>',
        '<p title="javascript: {{ a }}">data:{{ b }}</p>',
        '<a href="{% if a %}https://x.example/{% else %}/{% endif %}{{ b }}:c">x</a>',
        '<a href="{{ a }}">x:</a>',
        '<img src="data:image/png;base64,{{ a }}">',
    ],
)  # fmt: skip
def test_values_in_text_and_in_quotation_marks_are_fine(source: str) -> None:
    assert words(source) == []


@pytest.mark.parametrize(
    "source",
    [
        "<p class={{ a }}>",
        "<a href=x{{ a }}>",
        "<{{ a }}>",
        "</{{ a }}>",
        "<h{{ a }}>",
        "<a {{ a }}>",
        '<a {{ a }}="1">',
        '<a data-{{ a }}="1">',
        "<script>{{ a }}</script>",
        "<SCRIPT >{{ a }}</SCRIPT>",
        "<style>p { color: {{ a }} }</style>",
        '<a onclick="{{ a }}">',
        '<p style="color: {{ a }}">',
        '<iframe srcdoc="{{ a }}">',
        "{% if a %}<a {% endif %}{{ b }}>",
        '<a title="{% if a %}"{% endif %}{{ b }}">',
        '{% for a in b %}<a href="{% endfor %}',
        '<a href="',
        """<a href="javascript:say('{{ a }}')">""",
        "<a href=' Java&#115;cript:say({{ a }})'>",
        '<iframe src="data:text/html,{{ a }}">',
        '<a href="{{ a }}://{{ b }}">',
        '<a href="{{ a }}s:x">',
        '<a href="x{{ a }}{{ b }}:x">',
        '<a href="{% if a %}{{ a }}{% else %}https{% endif %}://{{ b }}">',
        '<a href="{% if a %}{{ a }}{% endif %}://{{ b }}">',
    ],
)  # fmt: skip
def test_values_where_nothing_makes_them_safe_are_refused(source: str) -> None:
    assert words(source) != []


def test_the_same_text_is_fine_where_it_is_no_markup() -> None:
    assert read("a <{{ b }}>", Sort.TEXT).faults == ()


def test_a_slip_in_markup_is_placed_at_its_value() -> None:
    fault = read("<p>\n<a href={{ customer.name|title }}>", Sort.HTML).faults[0]
    assert (fault.place.line, fault.place.column) == (2, 12)
