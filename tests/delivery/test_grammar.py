"""Templates made by chance: each is rendered, or refused by name, just as reading it foretold."""

import re
from collections import Counter

import pytest

from app.delivery.message import Failed, Reason, Rendered
from app.delivery.renderer import Renderer
from journeys.content.reading import Reading, read
from tests.delivery.grammar import KNOWN, NAMES, template
from tests.delivery.making import all_of, job
from tests.proofs import long_run

BY_RULE = (Reason.REFUSED, Reason.UNFIT, Reason.TOO_MUCH, Reason.MISSING)
ENTRY = r"(\.\w+|\[[^\]]*\])"


@pytest.mark.long("templates")
def test_templates_by_chance_end_as_reading_them_foretold() -> None:
    sources = [template(seed) for seed in range(10_000 if long_run("templates") else 200)]
    with Renderer(2) as renderer:
        found = all_of(renderer, [job(source, KNOWN) for source in sources])
    kinds: Counter[str] = Counter()
    for seed, (source, outcome) in enumerate(zip(sources, found, strict=True)):
        reading = read(source)
        kinds[outcome.reason if isinstance(outcome, Failed) else "rendered"] += 1
        is_refused = isinstance(outcome, Failed) and outcome.reason is Reason.REFUSED
        assert bool(reading.faults) is is_refused, (seed, source, outcome)
        if isinstance(outcome, Failed):
            assert outcome.reason in BY_RULE, (seed, source, outcome)
            assert is_foretold(outcome, reading, source), (seed, source, outcome)
        else:
            assert is_put_in(outcome, reading), (seed, source, outcome)
    assert all(kinds[each] > len(sources) / 30 for each in ("rendered", "missing", "unfit")), kinds


def is_foretold(outcome: Failed, reading: Reading, source: str) -> bool:
    """Return whether a variable that was missing is one that was said to be needed."""
    root = re.split(r"[.\[]", outcome.path)[0]
    is_own = any(f"{word} {root} =" in source for word in ("set", "with"))
    if outcome.reason is not Reason.MISSING or root not in NAMES or is_own:
        return True
    return any(pattern(path).fullmatch(outcome.path) for path in reading.needed)


def is_put_in(outcome: Rendered, reading: Reading) -> bool:
    """Return whether all that was used, or stood in for, was known to be used."""
    known = [pattern(use.path) for use in reading.uses]
    told = [path for path, _ in (*outcome.used, *outcome.fallbacks)]
    return all(path == "a value" or any(each.fullmatch(path) for each in known) for path in told)


def pattern(path: str) -> re.Pattern[str]:
    """Return a pattern for the names a variable may have while rendering."""
    return re.compile(re.escape(path).replace(re.escape("[...]"), ENTRY))


def test_the_same_template_and_customer_always_give_the_same_bytes() -> None:
    jobs = [job(template(seed), KNOWN) for seed in range(40)]
    with Renderer(2) as one, Renderer(1) as other:
        first = all_of(one, jobs)
        assert all_of(one, jobs[::-1])[::-1] == first
        assert all_of(other, jobs) == first
