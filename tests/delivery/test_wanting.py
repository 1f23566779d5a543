"""What is said beforehand of kinds that do not fit is what rendering finds (R72)."""

from collections.abc import Iterator, Mapping

from app.delivery.message import Failed, Rendered
from app.delivery.renderer import Renderer
from journeys.content.reading import Sort
from journeys.content.wanting import KINDS, OF_LISTS, OF_NUMBERS, OF_TEXT, PAIRS, Fit, Kind, fit
from tests.delivery.making import all_of, job

VALUES: Mapping[Kind, tuple[object, ...]] = {
    "text": ("Boots", "12.50", "2026-01-05T09:00:00"),
    "number": (3, 12.5),
    "yes or no": (True, False),
    "time": ("2026-01-05T09:00:00+00:00",),
    "list": ([1, 2], ["a"]),
    "object": ({"a": 1}, {"amount": 3, "currency": "EUR"}),
}
FORMS: Mapping[str, str] = {
    **{name: f"{{% set b = a|{name} %}}x" for name in (*OF_NUMBERS, *OF_TEXT, *OF_LISTS)},
    **{name: f"{{% set b = a|{name} %}}x" for name in ("first", "last", "reverse", "length")},
    "map": "{{ a|map(attribute='x')|length }}",
    "money": "{{ a|money('EUR') }}",
    "plural": "{{ a|plural('a') }}",
    "replace": "{{ a|replace('a', 'b') }}",
    "date": "{{ a|date }}",
    "items": "{% for b in a|items %}x{% endfor %}",
    "show": "{{ a }}",
    "join to text": "{{ a ~ 'b' }}",
    "loop": "{% for b in a %}x{% endfor %}",
    "sign": "{{ -a }}",
    "in": "{% if 'a' in a %}x{% endif %}",
}
DOUBLE: Mapping[str, str] = {
    "order": "{% if a < b %}x{% endif %}",
    "alike": "{% if a == b %}x{% endif %}",
    "add": "{% set c = a + b %}x",
    "calculate": "{% set c = a * b %}x",
}


def cases() -> Iterator[tuple[str, str, tuple[Kind, ...], dict[str, object]]]:
    for what, form in FORMS.items():
        for kind, values in VALUES.items():
            yield from ((what, form, (kind,), {"a": value}) for value in values)
    for what, form in DOUBLE.items():
        for one, ones in VALUES.items():
            for other, others in VALUES.items():
                yield what, form, (one, other), {"a": ones[0], "b": others[0]}


def test_what_is_told_beforehand_is_what_rendering_finds(renderer: Renderer) -> None:
    all_cases = [*cases()]
    assert {what for what, *_ in all_cases} >= {*PAIRS, *OF_NUMBERS, *OF_TEXT, *OF_LISTS}
    assert set(VALUES) == set(KINDS)
    found = all_of(renderer, [job(form, known, Sort.TEXT) for _, form, _, known in all_cases])
    wrote: dict[tuple[str, tuple[Kind, ...]], set[bool]] = {}
    for (what, _, kinds, _), outcome in zip(all_cases, found, strict=True):
        assert isinstance(outcome, (Failed, Rendered))
        wrote.setdefault((what, kinds), set()).add(isinstance(outcome, Rendered))
    for (what, kinds), ends in wrote.items():
        told = fit(what, kinds)
        if told is Fit.NEVER:
            assert ends == {False}, (what, kinds)
        elif told is Fit.FINE and what not in ("map", "sum"):
            assert True in ends, (what, kinds)
