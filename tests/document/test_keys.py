"""Starts that bring no key into a journey that has one: errors, with a fix (R14, R217)."""

import pytest

from journeys.document.checks import problems
from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.document.problems import Problem, Severity
from tests.oracle.worked import journey, on, step

GOLD = {"id": "gold", "condition": {"kind": "attribute", "name": "tier", "value": "gold"}}
STARTS = (
    step("schedule_trigger", "s", start="2026-01-05T09:00"),
    step("date_trigger", "s", attribute="birthday"),
    step("segment_trigger", "s", segment="gold"),
)


def drawn(*starts: Node, key: str | None = "cart") -> Journey:
    paths = " ".join(f"{each.id}>f" for each in starts)
    return journey(paths, *starts, step("finish", "f"), entry={"key": key}, segments=(GOLD,))


def keyless(some: Journey) -> list[Problem]:
    return [each for each in problems(some) if each.code == "keyless_start"]


@pytest.mark.parametrize("start", STARTS, ids=lambda start: str(start.kind))
def test_r217_a_start_at_an_instant_lets_nobody_in_where_each_has_a_key(start: Node) -> None:
    some = drawn(start)
    (found,) = keyless(some)
    assert (found.severity, found.node) == (Severity.ERROR, "s")
    assert f"{start.name!r} lets nobody in" in found.words
    assert [each.words for each in found.fixes] == ["Do without 'cart'"]
    mended = found.fixes[0].apply(some)
    assert mended.entry.key is None
    assert keyless(mended) == keyless(drawn(start, key=None)) == []


def test_r217_where_others_lead_in_the_start_may_go_and_they_keep_their_key() -> None:
    both = drawn(on("add"), STARTS[0])
    (found,) = keyless(both)
    without, removed = (each.apply(both) for each in found.fixes)
    assert (without.entry.key, removed.entry.key) == (None, "cart")
    assert [each.id for each in removed.triggers] == ["t"]
    assert keyless(without) == keyless(removed) == []
