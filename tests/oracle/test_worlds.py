"""What holds in every made-up world, and that the worlds are worth looking at."""

from collections.abc import Iterator
from dataclasses import replace

import networkx as nx

from journeys.document.journey import Journey
from journeys.people.population import Population
from tests.oracle.generation import world
from tests.oracle.made_waits import WAITS
from tests.oracle.moving import moving_world
from tests.oracle.patience import patient_world
from tests.oracle.rows import Row
from tests.oracle.run import run

ENTERED = "entered"
LEFT = frozenset({
    *("finished", "path_ended", "exited", "left_by_goal", "restarted", "stopped"),
    *("too_many_visits", "jumped", "too_many_jumps"),
})  # fmt: skip


def test_r1_a_customer_alone_meets_the_same_fate_as_in_the_crowd() -> None:
    for seed in range(40):
        drawings, crowd, settings = world(seed)
        together = run(drawings, crowd, settings)
        span = replace(settings, start=together.start, end=together.end)
        for customer in crowd.customers:
            alone = Population(
                crowd.columns,
                crowd.attributes,
                (customer,),
                tuple(row for row in crowd.events if row.customer == customer.id),
                tuple(row for row in crowd.changes if row.customer == customer.id),
            )
            assert run(drawings, alone, span).rows[customer.id] == together.rows[customer.id]


def test_a_world_is_the_same_for_the_same_seed_and_much_happens() -> None:
    assert [world(seed) for seed in range(5)] == [world(seed) for seed in range(5)]
    told = {
        row.reason
        for make in (world, patient_world, moving_world)
        for seed in range(150)
        for rows in run(*make(seed)).rows.values()
        for row in rows
    }
    # Every reason of the table is given.
    assert len(told) == 45


def test_every_step_is_in_order_and_every_loop_takes_time() -> None:
    for seed in range(200):
        for drawing in (*world(seed)[0], *patient_world(seed)[0], *moving_world(seed)[0]):
            assert [problem for node in drawing.nodes for problem in node.check()] == []
            assert nx.is_directed_acyclic_graph(without_waits(drawing))


def without_waits(drawing: Journey) -> nx.DiGraph:
    """Return the paths that take no time."""
    waits = {node.id for node in drawing.nodes if isinstance(node, WAITS)}
    pairs = [(edge.source, edge.target) for edge in drawing.edges]
    return nx.DiGraph([pair for pair in pairs if not waits & set(pair)])


def test_r6_whoever_enters_leaves_once_or_waits_at_the_end() -> None:
    for rows in all_rows(150):
        ends: dict[tuple[str, str | None], list[str]] = {}
        for row in rows:
            if row.reason == ENTERED:
                ends[row.journey, row.entry] = []
            elif row.reason in LEFT or row.reason == "waiting":
                ends[row.journey, row.entry].append(row.reason)
        assert all(len(reasons) == 1 for reasons in ends.values())


def test_time_never_goes_back() -> None:
    for rows in all_rows(150):
        times = [row.time for row in rows]
        assert times == sorted(times)


def all_rows(seeds: int) -> Iterator[tuple[Row, ...]]:
    """Yield the rows of every customer of the first worlds."""
    for seed in range(seeds):
        yield from run(*world(seed)).rows.values()
        yield from run(*patient_world(seed)).rows.values()
        yield from run(*moving_world(seed)).rows.values()
