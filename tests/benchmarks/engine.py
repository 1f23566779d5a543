"""The engine: against a SimPy process a customer, and against itself on ten times the customers."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from journeys.document.format import loads
from journeys.hashing import stable_hash
from journeys.people.population import Event
from journeys.samples import samples
from journeys.shop.plain import as_population
from journeys.shop.shop import Shop
from journeys.simulation.compiler import compile_program
from journeys.simulation.dataset import Dataset, Int64
from journeys.simulation.packing import pack
from journeys.simulation.program import Program
from journeys.simulation.runner import simulate
from journeys.simulation.scratch import Machine
from journeys.simulation.settings import RunSettings
from tests.benchmarks import histories
from tests.benchmarks.line import Line, paired
from tests.benchmarks.simpy_peer import Rescue, Shopper

TEN = 10
LINEAR_LIMIT = 12.0


def lines(*, is_quick: bool) -> Iterator[Line]:
    """Yield the cases: SimPy, then how time grows with events, and with 1e5 to 1e6 customers."""
    repetitions = 3 if is_quick else 5
    dataset = Shop(10_000, 1).dataset()
    yield first(dataset, repetitions)
    yield laid_out(dataset, repetitions)
    yield from histories.lines(repetitions)
    yield linear(10_000 if is_quick else 100_000, repetitions)


def compiled(dataset: Dataset) -> Program:
    """Return the cart rescue for a data set, as a backtest."""
    return compile_program([loads(samples()["shop_rescue"])], dataset, RunSettings())


def first(dataset: Dataset, repetitions: int) -> Line:
    """Run 10,000 customers from the data set to the counts, on one thread, and with SimPy.

    SimPy gets the customers' events as lists for nothing, and its processes walk through all of
    them, as the kernel has to look at all of them to lay out those that matter.
    """
    program = compiled(dataset)

    def kernel() -> Int64:
        machine = Machine(program.numbers, program.counted, pack(program.numbers, dataset))
        machine.run(0, machine.customers, program.end)
        return machine.tally

    case = "engine-first: shop_rescue, 10,000 customers, all events, one thread"
    return _against_simpy(case, program, lives(dataset, is_whole=True), kernel, repetitions)


def laid_out(dataset: Dataset, repetitions: int) -> Line:
    """Run them once more with only the events that matter, laid out beforehand for both."""
    program = compiled(dataset)
    customers = pack(program.numbers, dataset)

    def kernel() -> Int64:
        machine = Machine(program.numbers, program.counted, customers)
        machine.run(0, machine.customers, program.end)
        return machine.tally

    case = "laid out: shop_rescue, 10,000 customers, events that matter, one thread"
    return _against_simpy(case, program, lives(dataset, is_whole=False), kernel, repetitions)


def _against_simpy(
    case: str,
    program: Program,
    people: list[Shopper],
    kernel: Callable[[], Int64],
    repetitions: int,
) -> Line:
    counted: list[Rescue] = []

    def peer() -> None:
        fresh = [Shopper(each.events, each.unit, each.may_get_mail) for each in people]
        counted.append(Rescue(fresh, stable_hash("rescue-words"), program.start, program.end))

    tally = kernel()
    mine, theirs = paired(kernel, peer, repetitions)
    agree(program, tally, counted[-1])
    return Line(
        benchmark="engine",
        case=case,
        subject="kernel",
        value=len(people) / mine,
        unit="customers/s",
        against="SimPy, a process a customer",
        against_value=len(people) / theirs,
        ratio=theirs / mine,
    )


def lives(dataset: Dataset, *, is_whole: bool) -> list[Shopper]:
    """Return the customers with all their events, or those that matter, for SimPy's processes."""
    population = as_population(dataset)
    events: dict[str, list[Event]] = {}
    for event in population.events:
        if is_whole or event.name in ("add_to_cart", "purchase"):
            events.setdefault(event.customer, []).append(event)
    found = []
    for customer in population.customers:
        known = customer.attributes
        rows = [
            (event.time, event.name, _text(event.properties.get("platform")))
            for event in events.get(customer.id, [])
        ]
        may = known.get("consent.email") is True and bool(known.get("address.email"))
        found.append(Shopper(rows, stable_hash(customer.id), may))
    return found


def _text(content: object) -> str | None:
    return content if isinstance(content, str) else None


def agree(program: Program, tally: Int64, peer: Rescue) -> None:
    """Raise AssertionError unless both counted the same."""

    def count(*owner: str, name: str) -> int:
        place, names = program.counts[owner]
        return int(tally[place + names.index(name)])

    steps = ("node", "shop_rescue")
    mine = {
        "entries": count("journey", "shop_rescue", name="entries"),
        "filter": count(*steps, "cart", name="refused_filter"),
        "active": count(*steps, "cart", name="refused_active"),
        "cooldown": count(*steps, "cart", name="refused_cooldown"),
        "bought": count(*steps, "paid", name="port:bought"),
        "goals": count("goal", "shop_rescue", "bought", name="reached"),
        **{
            arm: count(*steps, "words", name=f"port:{arm}")
            for arm in ("plain", "delivery", "holdout")
        },
    }
    theirs = {name: peer.counts[name] for name in mine}
    if mine != theirs:
        raise AssertionError(f"the peer does something else: {mine} against {theirs}")


def linear(customers: int, repetitions: int) -> Line:
    """Time ten times the customers against the customers, on all cores."""
    small = Shop(customers, 1).dataset()
    large = repeated(small, TEN)
    programs = compiled(small), compiled(large)

    def walk(program: Program, dataset: Dataset) -> None:
        for _ in simulate(program, dataset):
            pass

    walk(programs[0], small)
    much, little = paired(
        lambda: walk(programs[1], large), lambda: walk(programs[0], small), repetitions
    )
    return Line(
        benchmark="engine",
        case=f"linear: {TEN * customers:,} customers against {customers:,}, all cores",
        subject="time of ten times the customers",
        value=much / little,
        unit="times",
        against="limit",
        against_value=LINEAR_LIMIT,
        ratio=LINEAR_LIMIT / (much / little),
    )


def repeated(dataset: Dataset, times: int) -> Dataset:
    """Return a data set of the same customers again and again, each under another id."""
    counts = np.diff(dataset.offset)
    changes = np.diff(dataset.change_offset)
    zero = np.zeros(1, np.int64)
    return replace(
        dataset,
        ids=tuple(f"{name}-{again}" for again in range(times) for name in dataset.ids),
        customer_hash=np.concatenate([dataset.customer_hash + again for again in range(times)]),
        offset=np.concatenate([zero, np.cumsum(np.tile(counts, times))]),
        time=np.tile(dataset.time, times),
        type=np.tile(dataset.type, times),
        narrow=np.tile(dataset.narrow, (1, times)),
        wide=np.tile(dataset.wide, (1, times)),
        event_hash=np.tile(dataset.event_hash, times),
        raw=np.tile(dataset.raw, times),
        attributes=np.tile(dataset.attributes, (1, times)),
        change_offset=np.concatenate([zero, np.cumsum(np.tile(changes, times))]),
        change_time=np.tile(dataset.change_time, times),
        change_row=np.tile(dataset.change_row, times),
        change_attribute=np.tile(dataset.change_attribute, times),
        change_value=np.tile(dataset.change_value, times),
    )
