"""What holds of worlds of everything, and of the tables that say what everything is."""

import networkx as nx

from journeys.document.kinds import kinds
from journeys.document.problems import Severity
from journeys.simulation.settings import RunSettings
from tests.oracle.coverage import all_items, reasons
from tests.oracle.covered import covered, share, table
from tests.oracle.everything import everything_world
from tests.oracle.run import run
from tests.oracle.test_worlds import ENTERED, LEFT, without_waits
from tests.oracle.worked import branch, event, journey, on, outcome, people, step


def test_a_world_of_everything_is_the_same_for_the_same_seed_and_in_order() -> None:
    for seed in range(20):
        drawings = everything_world(seed)[0]
        assert everything_world(seed)[0] == drawings
        for drawing in drawings:
            problems = [problem for node in drawing.nodes for problem in node.check()]
            assert [one for one in problems if one.severity is Severity.ERROR] == []
            assert nx.is_directed_acyclic_graph(without_waits(drawing))


def test_r6_whoever_enters_leaves_once_or_waits_at_the_end_of_everything() -> None:
    for seed in range(20):
        for rows in run(*everything_world(seed)).rows.values():
            ends: dict[tuple[str, str | None], int] = {}
            for row in rows:
                if row.reason == ENTERED:
                    ends[row.journey, row.entry] = 0
                elif row.reason in LEFT or row.reason == "waiting":
                    ends[row.journey, row.entry] += 1
            assert set(ends.values()) <= {1}


def test_everything_has_each_kind_each_reason_and_each_way_out() -> None:
    known = all_items()
    assert {item[1] for item in known if item[0] == "step"} == {*kinds()}
    assert {("reason", reason) for reason, _ in reasons()} <= known
    assert {("way out", "wait_date", way) for way in ("next", "past", "missing")} <= known
    assert ("way out", "branch", "one of its own") in known
    assert ("question", "arm", "contains", "true") not in known
    assert ("reason at", "event_trigger", "context_updated") in known
    assert ("reason at", "date_trigger", "context_updated") not in known


def test_what_one_customer_shows_is_what_happened_and_no_more() -> None:
    asks = branch({"kind": "entry", "name": "colour", "operator": "is", "value": "red"})
    drawn = journey(
        "t>b b.yes>f b.else>g", on("in"), asks, step("finish", "f"), step("finish", "g")
    )
    population = people([event(0, "in", colour="red")])
    found = outcome(drawn, population, end=10)
    shown = covered(((drawn,), population, RunSettings()), found.rows["c"])
    assert {item for item in shown & all_items() if item[0] != "field"} == {
        ("mode", "backtest"),
        *(("step", kind) for kind in ("event_trigger", "branch", "finish")),
        *(("reason", reason) for reason in ("entered", "leaf", "branch_taken", "finished")),
        ("reason at", "event_trigger", "entered"),
        ("reason at", "branch", "leaf"),
        ("reason at", "branch", "branch_taken"),
        ("reason at", "finish", "finished"),
        ("way out", "event_trigger", "next"),
        ("way out", "branch", "one of its own"),
        ("question", "entry", "is", "true"),
    }
    assert ("field", "EventTrigger", "where", "none") in shown
    assert 0 < share(shown) < 0.1
    assert "not shown: step, jump" in [*table(shown)]
