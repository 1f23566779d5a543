"""Cases worked by hand from R4, R24 and R215: exit rules that time alone makes true."""

import pytest

from journeys.document.journey import Journey
from journeys.people.population import Event
from tests.oracle.test_oracle_ageing import ENDS, QUIET, SEEN, met, until
from tests.oracle.worked import HOUR, Line, event, journey, on, outcome, people, wait


def out(condition: object, **rules: object) -> Journey:
    """Return a journey that is left as soon as a condition comes true."""
    exits = ({"id": "x", "condition": condition},)
    return journey("t>v>o", on("add"), wait("PT10H", "v"), ENDS[1], exits=exits, **rules)


@pytest.mark.parametrize(
    ("condition", "rows", "expected"),
    [
        (QUIET, (event(0, "view"), event(1, "add")), [(HOUR, "v", "exited", "x")]),
        # Who comes while it is true stays, until it has been false; an event asks in any case.
        (QUIET, (event(1, "add"),), []),
        (QUIET, (event(1, "add"), event(9, "note")), [(9, "v", "exited", "x")]),
        (QUIET, (event(1, "add"), event(9, "view")), [(9 + HOUR, "v", "exited", "x")]),
        (SEEN, (event(0, "view"), event(1, "add")), []),
        # An event at the very second is asked of as any other: the entry asks nothing.
        (QUIET, (event(0, "view"), event(HOUR, "add")), []),
        (
            QUIET,
            (event(0, "view"), event(9, "add"), event(HOUR, "note")),
            [(HOUR, "v", "exited", "x")],
        ),
    ],
)
def test_r215_an_exit_rule_acts_when_it_comes_true_with_no_event(
    condition: object, rows: tuple[Event, ...], expected: list[Line]
) -> None:
    assert met(out(condition), *rows) == expected


def test_r215_an_exit_rule_acts_at_any_step_and_before_the_wait_of_the_same_instance() -> None:
    exits = ({"id": "x", "condition": QUIET},)
    assert met(until(QUIET, exits=exits), event(0, "view"), event(1, "add")) == [
        (HOUR, "w", "exited", "x")
    ]
    # Held in a loop, and at the instant at which the wait would be over.
    round_ = journey("t>v>v", on("add"), wait("PT10M", "v"), exits=exits)
    assert met(round_, event(0, "view"), event(1, "add"))[-1] == (HOUR, "v", "exited", "x")
    short = journey("t>v>o", on("add"), wait("PT59M59S", "v"), ENDS[1], exits=exits)
    assert met(short, event(0, "view"), event(1, "add")) == [(HOUR, "v", "exited", "x")]


def test_r4_and_r215_re_checks_go_by_instance_each_running_on_at_once_and_before_timers() -> None:
    exits = ({"id": "x", "condition": QUIET},)
    first = until(QUIET, id="b", priority=2)
    second = journey("t>v", on("add"), wait("PT10H", "v"), id="c", exits=exits, priority=1)
    third = journey("t>v", on("add"), wait("PT1H", "v"), id="a", priority=3)
    one = people([event(0, "view"), event(0, "add")])
    found = outcome((first, second, third), one)
    assert [(row.journey, row.reason) for row in found.rows["c"] if row.time == HOUR] == [
        ("b", "caught"),
        ("b", "finished"),
        ("c", "exited"),
        ("a", "wait_over"),
        ("a", "path_ended"),
    ]
