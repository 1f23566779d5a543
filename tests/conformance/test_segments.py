"""Segments and lists that are asked for, worked by hand, in both forms of the engine."""

import pytest

from journeys.document.format import content_id, dumps, loads
from journeys.errors import InvalidJourneyError
from journeys.simulation.compiler import compile_program
from journeys.simulation.encoding import encode
from journeys.simulation.ready import refuse_wrong
from journeys.simulation.settings import RunSettings
from tests.oracle.worked import DAY, branch, change, event, journey, on, people, step, wait
from tests.simulation.asking import answers, asking, problems_of, told

GOLD = {"kind": "attribute", "name": "tier", "value": "gold"}
BOUGHT = {
    "kind": "behaviour", "event": "buy", "operator": "at_least", "value": 1, "within": "P7D",
}  # fmt: skip
ENTRY = {"kind": "entry", "name": "size", "operator": "is_present"}


def segment(name: str, condition: object, **more: object) -> dict[str, object]:
    """Return a segment."""
    return {"id": name, "condition": condition} | more


def of(name: str) -> dict[str, object]:
    """Return the condition that asks for a segment."""
    return {"kind": "segment", "segment": name}


def both(*parts: object) -> dict[str, object]:
    """Return the condition that all hold."""
    return {"kind": "all", "of": parts}


def test_r209_a_segment_is_asked_as_of_now_and_in_silence() -> None:
    segments = (segment("good", both(GOLD, BOUGHT)),)
    rows = [event(0, "buy"), event(7 * DAY - 1, "in"), event(7 * DAY, "in")]
    found = answers(of("good"), rows, attributes={"tier": "gold"}, segments=segments)
    assert found == [(True, True), (False, False)]
    tin = answers(of("good"), rows, attributes={"tier": "tin"}, segments=segments)
    assert tin == [(False, False), (False, False)]


@pytest.mark.parametrize("tier", ["gold", "tin"])
def test_r34_what_a_segment_means_is_part_of_the_version_and_is_asked_as_of_now(tier: str) -> None:
    """Of two versions each goes by its own definition, also where another segment names it."""
    inner = of("inner")
    meant = GOLD, {**GOLD, "value": "tin"}
    some = [(segment("outer", both(inner)), segment("inner", each)) for each in meant]
    first, then = (asking(of("outer"), segments=segments) for segments in some)
    assert content_id(first) != content_id(then)
    rows, gold = [event(1, "in"), event(5, "in")], [change(3, tier="gold")]
    told_by = [
        answers(of("outer"), rows, attributes={"tier": tier}, changes=gold, segments=segments)
        for segments in some
    ]
    truths = [[truth for truth, _ in each] for each in told_by]
    assert truths == [[tier == "gold", True], [tier == "tin", False]]


def test_r34_a_circle_of_segments_is_refused() -> None:
    circle = (segment("a", both(GOLD, of("b"))), segment("b", {"kind": "not", "of": of("a")}))
    drawn = asking(of("a"), segments=circle)
    assert problems_of(drawn) == [("circle_of_segments", None)]
    with pytest.raises(InvalidJourneyError, match="in a circle"):
        refuse_wrong([drawn])


def test_r209_segments_lie_in_each_other_and_come_back_to_what_asked() -> None:
    """What follows a segment in the chain is asked after it, whatever the segment found."""
    segments = (
        segment("gold", GOLD),
        segment("late", {"kind": "not", "of": of("gold")}),
        segment("any", {"kind": "any", "of": (of("late"), both(of("gold"), BOUGHT))}),
    )
    condition = both(of("any"), {"kind": "not", "of": of("late")}, GOLD)
    rows = [event(0, "buy"), event(1, "in"), event(8 * DAY, "in")]
    told_of = answers(condition, rows, attributes={"tier": "gold"}, segments=segments)
    assert told_of == [(True, True), (False, False), (True, "gold"), (False, False)]
    others = answers(condition, rows, attributes={"tier": "tin"}, segments=segments)
    assert others == [(True, True), (True, True)] * 2


def nested(depth: int) -> tuple[dict[str, object], ...]:
    """Return segments of which each but the last asks for the next."""
    inner = [of(f"s{place + 1}") for place in range(depth - 1)]
    return tuple(segment(f"s{place}", each) for place, each in enumerate([*inner, GOLD]))


def test_r209_sixteen_lie_in_each_other_and_no_more() -> None:
    rows = [event(1, "in")]
    known = {"tier": "gold"}
    assert answers(of("s0"), rows, attributes=known, segments=nested(16)) == [(True, True)]
    deeper = asking(of("s0"), segments=nested(17))
    assert problems_of(deeper) == [("deep_segments", None)]
    with pytest.raises(InvalidJourneyError):
        compile_program([deeper], encode(people(rows, known)), RunSettings())


def test_r209_a_segment_that_is_empty_takes_everybody_or_nobody() -> None:
    for kind, truth in (("all", True), ("any", False)):
        segments = (segment("s", {"kind": kind, "of": ()}),)
        assert answers(of("s"), [event(1, "in")], segments=segments) == [(truth, truth)]


@pytest.mark.parametrize(
    ("condition", "segments", "found"),
    [
        (of("gold"), (), [("unknown_segment", "b")]),
        (of("a"), (segment("a", of("b")), segment("b", of("a"))), [("circle_of_segments", None)]),
        (of("a"), (segment("a", of("a")),), [("circle_of_segments", None)]),
        (of("a"), (segment("a", of("z")),), [("unknown_segment", None)]),
        (of("a"), (segment("a", both(GOLD, ENTRY)),), [("segment_asks_entry", None)]),
        (GOLD, (segment("a", BOUGHT | {"within": None, "since": "entry"}),),
         [("segment_asks_entry", None)]),
    ],
)  # fmt: skip
def test_r209_what_cannot_be_is_named(
    condition: object, segments: object, found: list[tuple[str, str | None]]
) -> None:
    assert problems_of(asking(condition, segments=segments)) == found  # type: ignore[arg-type]


def test_r209_segments_stand_in_the_journey_and_its_file() -> None:
    drawn = asking(of("gold"), segments=(segment("gold", GOLD, title="Gold ones"),))
    assert loads(dumps(drawn)) == drawn
    assert drawn.segments[0].name == "Gold ones"
    twice = (segment("gold", GOLD), segment("gold", BOUGHT))
    with pytest.raises(ValueError, match="the segment 'gold' is there twice"):
        asking(GOLD, segments=twice)


def test_r209_a_segment_takes_customers_out_by_a_rule() -> None:
    rules = ({"id": "good", "condition": of("gold")},)
    drawn = asking(GOLD, segments=(segment("gold", GOLD),), exits=rules)
    rows = people([event(0, "in")], {"tier": "gold"})
    assert [row[4] for row in told(drawn, rows, "exited")] == []
    waits = journey(
        "t>w>f", on("in"), wait("PT1H"), step("finish", "f"), exits=rules,
        segments=(segment("gold", GOLD),),
    )  # fmt: skip
    changed = people([event(0, "in")], {"tier": "tin"}, [change(9, tier="gold")])
    assert [(row[0], row[5]) for row in told(waits, changed, "exited")] == [(9, ("good",))]


def test_r210_a_list_is_an_attribute_and_missing_is_no() -> None:
    asked = {"kind": "list", "list": "vip"}
    rows = [event(0, "in")]
    for known, truth in (({"list.vip": True}, True), ({"list.vip": False}, False), ({}, False)):
        assert answers(asked, rows, attributes=known) == [(truth, truth)]
    changes = [change(5, **{"list.vip": True}), change(8, **{"list.vip": None})]
    entries = [event(at, "in") for at in (4, 6, 9)]
    found = answers(asked, entries, attributes={"list.vip": None}, changes=changes)
    assert found == [(False, False), (True, True), (False, False)]


def test_r210_r224_who_is_put_on_a_list_is_on_it_at_once() -> None:
    asked = {"kind": "list", "list": "vip"}
    puts = step("list_step", "l", list="vip")
    drawn = journey(
        "t>b b.yes>f b.else>l l>c c.yes>f", on("in"), branch(asked), puts, branch(asked, "c"),
        step("finish", "f"),
    )  # fmt: skip
    leaves = told(drawn, people([event(0, "in"), event(5, "in")]), "leaf")
    assert [row[5][1:] for row in leaves] == [(False, False), (True, True), (True, True)]
