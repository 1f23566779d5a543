"""Cases worked by hand from R24 and R215: each kind of question is asked again when time tells."""

from typing import Any

import pytest

from journeys.document.journey import Journey
from tests.oracle.worked import HOUR, Line, event, journey, on, people, step, wait
from tests.simulation.worked import story

ROWS = [
    event(0, "buy", amount=1, size="S"),
    event(600, "in"),
    event(1_800, "buy", amount=7, size="M"),
    event(99 * HOUR, "end"),
]
WITHIN = {"kind": "behaviour", "event": "buy", "within": "PT1H"}
FOLLOWED = {"kind": "sequence", "first": {"event": "buy"}, "then": {"event": "in"}}
UNFOLLOWED = {**FOLLOWED, "but_not": True}
SENT = {"kind": "engagement", "step": "m", "did": "sent"}


def asks(measure: str, operator: str, **fields: object) -> dict[str, Any]:
    """Return a question about what was bought in the last hour."""
    return {**WITHIN, "measure": measure, "operator": operator, **fields}


def told(condition: dict[str, Any], **segments: dict[str, Any]) -> list[Line]:
    """Return when an exit rule takes out who waits, and when a wait catches it."""
    groups = tuple({"id": name, "condition": asked} for name, asked in segments.items())
    out = {"exits": ({"id": "out", "condition": condition},), "segments": groups}
    mailing = (on("in"), step("sms", "m"))
    leaving = journey("t>m>w", *mailing, wait("P3D"), id="a", **out)
    waiting: Journey = journey(
        "t>m>w",
        *mailing,
        step("wait_event", "w", branches=({"id": "p", "condition": condition},), timeout="P3D"),
        id="b",
        segments=groups,
    )
    return story((leaving, waiting), people(ROWS), "exited", "caught")


@pytest.mark.parametrize(
    ("condition", "instant"),
    [
        (asks("average", "greater", of="amount", value=6), HOUR),
        (asks("minimum", "at_least", of="amount", value=7), HOUR),
        (asks("maximum", "is_missing", of="amount"), 1_800 + HOUR),
        (asks("sum", "is", of="amount", value=7), HOUR),
        (asks("distinct", "is", of="size", value=0), 1_800 + HOUR),
        (asks("first", "is", of="size", value="M"), HOUR),
        (asks("first", "longer_ago", value="PT50M"), 3_000),
        (asks("last", "is_missing"), 1_800 + HOUR),
        ({**UNFOLLOWED, "gap": "PT2H", "since": "entry"}, 1_800 + 2 * HOUR),
        ({**UNFOLLOWED, "gap": "PT15M"}, 1_800 + 900),
        ({"kind": "not", "of": {**FOLLOWED, "within": "PT1H"}}, HOUR),
        ({**SENT, "operator": "longer_ago", "value": "PT2H"}, 600 + 2 * HOUR),
        (
            {
                "kind": "context",
                "name": "session.started",
                "operator": "longer_ago",
                "value": "P1D",
            },
            24 * HOUR,
        ),
    ],
)
def test_r215_what_time_makes_true_acts_at_that_very_second(
    condition: dict[str, Any], instant: int
) -> None:
    # A handling at that instant would have it asked anyway; there is none here.
    assert told(condition) == [
        (instant, "w", "exited", "out"),
        (instant, "w", "caught", "p", None, False),
    ]


def test_r215_and_r209_a_segment_is_asked_again_as_what_it_asks_is() -> None:
    outer = {"kind": "segment", "segment": "inner"}
    found = told(
        {"kind": "segment", "segment": "outer"}, outer=outer, inner=asks("count", "is", value=0)
    )
    assert found == [
        (1_800 + HOUR, "w", "exited", "out"),
        (1_800 + HOUR, "w", "caught", "p", None, False),
    ]
