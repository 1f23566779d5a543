"""Cases worked by hand from R209 and R210: segments of a journey, and lists."""

from collections.abc import Mapping

from journeys.people.population import Content, Event
from tests.oracle.worked import (
    HOUR,
    Line,
    branch,
    change,
    event,
    journey,
    on,
    people,
    step,
    wait,
)
from tests.simulation.worked import answers, story

FANS = {"kind": "list", "list": "fans"}
BUYERS = {"kind": "segment", "segment": "buyers"}
BOUGHT = {
    "kind": "behaviour",
    "event": "buy",
    "operator": "at_least",
    "value": 1,
    "within": "PT1H",
}


def segments(**conditions: object) -> dict[str, object]:
    """Return segments by their ids."""
    return {
        "segments": tuple(
            {"id": name, "condition": condition} for name, condition in conditions.items()
        )
    }


def asked(
    condition: Mapping[str, object],
    rows: list[Event],
    attributes: Mapping[str, Content] | None = None,
    **conditions: object,
) -> list[Line]:
    """Return what is told of a question at each event named `in`."""
    drawing = journey("t>b", on("in"), branch(condition), **segments(**conditions))
    return [line[3:] for line in story(drawing, people(rows, attributes), "leaf")]


def test_r209_the_value_of_asking_for_a_segment_is_its_truth_and_its_parts_are_silent() -> None:
    rows = [event(0, "in"), event(1, "buy"), event(2, "in"), event(HOUR + 1, "in")]
    vip = {"kind": "attribute", "name": "vip", "value": True}
    both = {"kind": "all", "of": (vip, BOUGHT)}
    assert asked(BUYERS, rows, {"vip": True}, buyers=both) == [
        (0, False, False),
        (0, True, True),
        (0, False, False),  # as of now: an hour is over
    ]
    assert asked(BUYERS, rows, {"vip": False}, buyers=both) == [(0, False, False)] * 3


def test_r209_a_segment_is_one_comparison_in_a_condition() -> None:
    rows = [event(0, "in", size=1)]
    first = {"kind": "entry", "name": "size", "value": 2}
    last = {"kind": "entry", "name": "size", "value": 1}
    both = {"kind": "any", "of": (BOUGHT, FANS)}
    asks = {"kind": "any", "of": (first, BUYERS, last)}
    assert asked(asks, rows, buyers=both) == [(0, False, 1), (1, False, False), (2, True, 1)]
    assert asked({"kind": "not", "of": BUYERS}, rows, buyers=both) == [(0, False, False)]


def test_r209_segments_lie_in_each_other_and_may_hold_anything_of_the_customer() -> None:
    rows = [event(0, "view"), event(1, "buy"), event(2, "in")]
    sequence = {"kind": "sequence", "first": {"event": "view"}, "then": {"event": "buy"}}
    inner = {"kind": "not", "of": {"kind": "segment", "segment": "nobody"}}
    found = asked(
        BUYERS,
        rows,
        nobody={"kind": "sample", "name": "fans", "share": 0},
        everybody={"kind": "all", "of": (sequence, inner)},
        buyers={"kind": "segment", "segment": "everybody"},
    )
    assert found == [(0, True, True)]


def test_r209_each_journey_has_its_own_segments() -> None:
    drawings = tuple(
        journey(
            "t>b",
            on("in"),
            branch(BUYERS),
            id=name,
            **segments(buyers={"kind": "attribute", "name": "vip", "value": wanted}),
        )
        for name, wanted in (("a", True), ("b", False))
    )
    told = story(drawings, people([event(0, "in")], {"vip": True}), "leaf")
    assert [line[3:] for line in told] == [(0, True, True), (0, False, False)]


def test_r209_exit_rules_ask_for_segments() -> None:
    drawing = journey(
        "t>w>f",
        on("in"),
        wait("PT1H"),
        step("finish", "f"),
        exits=({"id": "out", "condition": BUYERS},),
        **segments(buyers=BOUGHT),
    )
    rows = [event(0, "in"), event(5, "view"), event(7, "buy")]
    assert story(drawing, people(rows), "exited", "finished") == [(7, "w", "exited", "out")]


def test_r210_being_on_a_list_is_a_truth_and_missing_is_no() -> None:
    rows = [event(0, "in")]
    for known, held in ((True, True), (False, False), (None, False)):
        assert answers(FANS, rows, {"list.fans": known}) == [(held, held)]
    assert answers(FANS, rows, {"list.others": True}) == [(False, False)]
    not_on = {"kind": "not", "of": FANS}
    assert asked(not_on, rows) == [(0, False, False)]
    told = story(journey("t>b", on("in"), branch(not_on)), people(rows), "branch_taken")
    assert told == [(0, "b", "branch_taken", "yes")]


def test_r210_a_list_is_read_as_of_now() -> None:
    rows = [event(0, "in"), event(2, "in"), event(4, "in")]
    drawing = journey("t>b", on("in"), branch(FANS))
    changes = [change(1, **{"list.fans": True}), change(3, **{"list.fans": None})]
    told = story(drawing, people(rows, changes=changes), "leaf")
    assert [line[4:] for line in told] == [(False, False), (True, True), (False, False)]
