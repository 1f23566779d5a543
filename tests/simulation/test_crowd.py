"""A customer alone meets the same fate as in the crowd, in any parts, on threads and processes."""

import multiprocessing
from collections.abc import Generator, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor

import pytest

from journeys.document.format import loads
from journeys.document.journey import Journey
from journeys.progress import Progress
from journeys.samples import samples
from journeys.shop.plain import as_population
from journeys.shop.shop import Shop
from journeys.simulation.compiler import compile_program
from journeys.simulation.dataset import Dataset, Int64
from journeys.simulation.program import Program
from journeys.simulation.runner import simulate
from journeys.simulation.settings import Mode, RunSettings
from journeys.simulation.trace import trace
from tests.proofs import long_run
from tests.simulation.comparing import compiled, counted, expected, implied, plain, said, stories

CUSTOMERS = 20_000 if long_run("crowd") else 400
STEP = 500
ZONE = "Europe/Zurich"


@pytest.fixture(scope="module")
def journeys() -> tuple[Journey, ...]:
    """Return the sample journeys."""
    return tuple(loads(document) for document in samples().values())


@pytest.fixture(scope="module")
def shop() -> Dataset:
    """Return a shop of customers."""
    return Shop(CUSTOMERS, 3).dataset()


def finished(work: Generator[Progress, None, Int64]) -> Int64:
    """Run a simulation to its end and return its tally."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            tally: Int64 = end.value
            return tally


@pytest.mark.long("crowd")
@pytest.mark.parametrize("mode", list(Mode))
def test_kernel_and_oracle_agree_on_the_sample_journeys(
    mode: Mode, journeys: tuple[Journey, ...], shop: Dataset
) -> None:
    """Path by path, reason by reason, for every customer of the shop; the counts follow."""
    settings = RunSettings(mode=mode, seed=7, zone=ZONE)
    whole = compile_program(journeys, shop, settings)
    span = RunSettings(mode=mode, seed=7, zone=ZONE, start=whole.start, end=whole.end)
    tally = finished(simulate(whole, shop))
    found = dict.fromkeys(counted(whole, tally), 0)
    for first in range(0, CUSTOMERS, STEP):
        part = shop.part(first, min(first + STEP, CUSTOMERS))
        program = compile_program(journeys, part, span)
        told = stories(program, part, compiled(program, part))
        assert told == expected((journeys, as_population(part), span))
        rows = [row for story in told.values() for row in story]
        for owner, count in implied(rows).items():
            found[owner] += count
        if first == 0:
            few = part.part(0, 60)
            slow = compile_program(journeys, few, span)
            assert stories(slow, few, plain(slow, few)).items() <= told.items()
    implied_owners = {owner: count for owner, count in found.items() if count}
    counts = counted(whole, tally)
    assert implied_owners == {owner: counts[owner] for owner in implied_owners}
    assert sum(count for owner, count in counts.items() if owner[-1] == "entries") > CUSTOMERS / 10


@pytest.fixture(scope="module")
def run(journeys: tuple[Journey, ...], shop: Dataset) -> tuple[Program, list[int]]:
    """Return a program and the tally of its run on one thread in one part."""
    program = compile_program(journeys, shop, RunSettings(mode=Mode.MIXED, zone=ZONE))
    with ThreadPoolExecutor(1) as one:
        return program, finished(simulate(program, shop, one, chunk=CUSTOMERS)).tolist()


@pytest.fixture(params=["threads", "processes"])
def executor(request: pytest.FixtureRequest) -> Iterator[Executor]:
    """Return two threads, then two processes."""
    if request.param == "threads":
        with ThreadPoolExecutor(2) as threads:
            yield threads
    else:
        spawn = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(2, mp_context=spawn) as processes:
            yield processes


def test_any_parts_on_any_executor_give_the_same_bits(
    run: tuple[Program, list[int]], shop: Dataset, executor: Executor
) -> None:
    program, tally = run
    for chunk in (CUSTOMERS, 171, 64):
        assert finished(simulate(program, shop, executor, chunk=chunk)).tolist() == tally


def test_a_customer_alone_meets_the_same_fate_as_in_the_crowd(
    run: tuple[Program, list[int]], shop: Dataset
) -> None:
    program, _ = run
    crowd = stories(program, shop, compiled(program, shop))
    for place in range(60):
        alone = [said(telling) for telling in trace(program, shop, place)]
        assert alone == crowd[shop.ids[place]]


def test_closing_a_run_cancels_it(run: tuple[Program, list[int]], shop: Dataset) -> None:
    program, _ = run
    work = simulate(program, shop, chunk=10)
    seen = [next(work) for _ in range(3)]
    work.close()
    assert seen[0].done == 0
    assert seen[-1].done < seen[-1].total == shop.customers
    with pytest.raises(StopIteration):
        next(work)


def test_one_seed_gives_the_same_run_and_another_only_draws_anew(
    journeys: tuple[Journey, ...], shop: Dataset
) -> None:
    """R54, R55: a backtest draws nothing, so its seed changes nothing."""
    told = {
        (mode, seed, time): finished(
            simulate(
                compile_program(journeys, shop, RunSettings(mode=mode, seed=seed, zone=ZONE)), shop
            )
        ).tolist()
        for mode in (Mode.BACKTEST, Mode.MIXED)
        for seed in (1, 2)
        for time in (1, 2)
    }
    assert told[Mode.BACKTEST, 1, 1] == told[Mode.BACKTEST, 2, 1]
    assert told[Mode.MIXED, 1, 1] == told[Mode.MIXED, 1, 2]
    assert told[Mode.MIXED, 1, 1] != told[Mode.MIXED, 2, 1]
