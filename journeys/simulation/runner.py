"""Runs a program over all customers, on threads, processes or a cluster; can be cancelled."""

import os
from collections.abc import Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager

import numpy as np

from journeys.progress import Progress
from journeys.simulation.dataset import Dataset, Int64
from journeys.simulation.packing import pack
from journeys.simulation.program import Program
from journeys.simulation.scratch import Machine

CHUNK = 10_000
AHEAD = 4


def simulate(
    program: Program,
    dataset: Dataset,
    executor: Executor | None = None,
    chunk: int = CHUNK,
) -> Generator[Progress, None, Int64]:
    """Run every customer and return the tally, int64[program.counted].

    The work is cut into parts of `chunk` customers for any executor; the sums are the same bits in
    whatever parts and order. Without one, a thread a core is used. Closing the generator cancels.
    """
    total = dataset.customers
    words = "Walking customers through"
    tally = np.zeros(program.counted, np.int64)
    done = 0
    starts = iter(range(0, total, chunk))
    yield Progress(0, total, words)
    with _executor(executor) as pool:
        running: dict[Future[Int64], int] = {}
        try:
            while True:
                for start in starts:
                    last = min(start + chunk, total)
                    customers = pack(program.numbers, dataset.part(start, last))
                    task = pool.submit(
                        run_part, program.numbers, program.counted, customers, program.end
                    )
                    running[task] = last - start
                    if len(running) >= AHEAD:
                        break
                if not running:
                    return tally
                for task in wait(running, return_when=FIRST_COMPLETED).done:
                    tally += task.result()
                    done += running.pop(task)
                yield Progress(done, total, words)
        finally:
            for task in running:
                task.cancel()


def run_part(numbers: Int64, counted: int, customers: Int64, over: int) -> Int64:
    """Run the customers of one part and return their tally, int64[counted]."""
    machine = Machine(numbers, counted, customers)
    machine.run(0, machine.customers, over)
    return machine.tally


@contextmanager
def _executor(given: Executor | None) -> Iterator[Executor]:
    if given is not None:
        yield given
        return
    with ThreadPoolExecutor(os.cpu_count() or 1, thread_name_prefix="simulate") as own:
        yield own
