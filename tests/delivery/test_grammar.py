"""Templates made by chance: each is rendered, or refused by name, just as reading it foretold."""

import re
from collections import Counter
from collections.abc import Callable, Mapping

import pytest

from app.delivery.message import Failed, Reason, Rendered, Sort
from app.delivery.renderer import Renderer
from journeys.content.reading import Reading, read
from tests.delivery.grammar import KNOWN, NAMES, template
from tests.delivery.making import all_of, job
from tests.proofs import long_run

BY_RULE = (Reason.REFUSED, Reason.UNFIT, Reason.TOO_MUCH, Reason.MISSING)
ENTRY = r"(\.\w+|\[[^\]]*\])"


@pytest.mark.long("templates")
def test_templates_by_chance_end_as_reading_them_foretold(renderer: Renderer) -> None:
    """R172."""
    sources = [template(seed) for seed in range(10_000 if long_run("templates") else 200)]
    found = all_of(renderer, [job(source, KNOWN) for source in sources])
    kinds: Counter[str] = Counter()
    for seed, (source, outcome) in enumerate(zip(sources, found, strict=True)):
        reading = read(source, Sort.HTML)
        kinds[outcome.reason if isinstance(outcome, Failed) else "rendered"] += 1
        is_refused = isinstance(outcome, Failed) and outcome.reason is Reason.REFUSED
        assert bool(reading.faults) is is_refused, (seed, source, outcome)
        if isinstance(outcome, Failed):
            assert outcome.reason in BY_RULE, (seed, source, outcome)
            assert is_foretold(outcome, reading, source), (seed, source, outcome)
        else:
            assert is_put_in(outcome, reading, source), (seed, source, outcome)
    assert all(kinds[each] > len(sources) / 30 for each in ("rendered", "missing", "unfit")), kinds


def is_foretold(outcome: Failed, reading: Reading, source: str) -> bool:
    """Return whether a variable that was missing is one that was said to be needed."""
    if outcome.reason is not Reason.MISSING or not is_known(outcome.path, source):
        return True
    return any(pattern(path).fullmatch(outcome.path) for path in reading.needed)


def is_put_in(outcome: Rendered, reading: Reading, source: str) -> bool:
    """Return whether all that was used, or stood in for, was known to be used."""
    known = [pattern(use.path) for use in reading.uses]
    told = [path for path, _ in (*outcome.used, *outcome.fallbacks) if is_known(path, source)]
    return all(any(each.fullmatch(path) for each in known) for path in told)


def is_known(path: str, source: str) -> bool:
    """Return whether a path is that of a variable, not of a value made in the template."""
    root = re.split(r"[.\[]", path)[0]
    made = (f"set {root} =", f"with {root} =", f"for {root} in")
    return root in NAMES and not any(each in source for each in made)


def pattern(path: str) -> re.Pattern[str]:
    """Return a pattern for the names a variable may have while rendering."""
    return re.compile(re.escape(path).replace(re.escape("[...]"), ENTRY))


def test_the_same_template_and_customer_always_give_the_same_bytes(renderer: Renderer) -> None:
    jobs = [job(template(seed), KNOWN) for seed in range(40)]
    first = all_of(renderer, jobs)
    assert all_of(renderer, jobs[::-1])[::-1] == first
    with Renderer(1) as other:
        assert all_of(other, jobs) == first


SHAPES: Mapping[str, Callable[[int], str]] = {
    "filters": lambda many: "{{ x" + "|upper" * many + " }}",
    "brackets": lambda many: "{{ " + "(1 + " * many + "1" + ")" * many + " }}",
    "subscripts": lambda many: "{{ " + "x[" * many + "x" + "]" * many + "|default('') }}",
    "choices": lambda many: "{{ " + "x if x else " * many + "x }}",
    "fallbacks": lambda many: "{{ " + "x|default(" * many + "1" + ")" * many + " }}",
    "tests": lambda many: "{{ " + "(x and (x or " * many + "x" + "))" * many + " }}",
    "branches": lambda many: "{% if x %}" * many + "y" + "{% endif %}" * many,
    "loops": lambda many: "{% for a in [1] %}" * many + "y" + "{% endfor %}" * many,
    "other branches": lambda many: "{% if y %}" + "{% elif x == 'z' %}" * many + "{% endif %}",
    "comparisons": lambda many: "{{ 1" + " < 1" * many + " }}",
    "sums": lambda many: "{{ 1" + " + 1" * many + " }}",
    "values": lambda many: "{{ x }}" * 10 * many,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_what_reading_allows_is_never_too_deep_to_render(renderer: Renderer, shape: str) -> None:
    sources = [SHAPES[shape](many) for many in (1, 5, 16, 17, 20, 39, 57, 115, 119, 500)]
    allowed = [not read(source).faults for source in sources]
    found = all_of(renderer, [job(source, {"x": "x"}, Sort.TEXT) for source in sources])
    assert [isinstance(outcome, Rendered) for outcome in found] == allowed
    assert allowed[0]
    assert allowed[-1] is (shape in ("other branches", "comparisons"))
