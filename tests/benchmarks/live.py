"""Live counts: what the kernel needs for 10,000 customers, and how soon after an edit they show."""

import sys
import time
from collections.abc import Iterator
from statistics import median, quantiles

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from app.counting import counts
from app.data import Brought, Data, SampleShop
from app.live import SAMPLE, Counted, Live
from app.running import run_settings
from journeys.document.edits.steps import AddNode, ChangeNode
from journeys.document.format import loads
from journeys.document.journey import Journey
from journeys.document.kinds import kinds
from journeys.durations import Duration
from journeys.samples import samples
from journeys.shop.shop import Shop
from journeys.simulation.compiler import compile_program
from journeys.simulation.dataset import Dataset
from journeys.simulation.packing import pack
from journeys.simulation.scratch import Machine
from journeys.values import evolve
from tests.benchmarks.line import Line, seconds
from widgets.application import ready_to_paint
from widgets.canvas.view import CanvasView
from widgets.document import Document
from widgets.theme import LIGHT

KERNEL_LIMIT, EDIT_LIMIT = 5.0, 60.0
STEPS = 60
CHANGED = "hour"
SIZE = (1600, 1000)


def lines(*, is_quick: bool) -> Iterator[Line]:
    """Yield the kernel's part for the cart rescue, and an edit to painted counts of 60 steps."""
    dataset = Shop(SAMPLE).dataset()
    yield kernel(dataset, 15 if is_quick else 101)
    yield edited(dataset, 60 if is_quick else 300)


def kernel(dataset: Dataset, repetitions: int) -> Line:
    """Time the walk of customers who are laid out already, on one thread."""
    journey = loads(samples()["shop_rescue"])
    program = compile_program([journey], dataset, run_settings("UTC"))
    machine = Machine(program.numbers, program.counted, pack(program.numbers, dataset))

    def walk() -> None:
        machine.run(0, machine.customers, program.end)

    walk()
    took = 1_000 * median(seconds(walk) for _ in range(repetitions))
    return Line(
        benchmark="live",
        case=f"kernel: shop_rescue, {SAMPLE:,} customers, one thread, median of {repetitions}",
        subject="kernel",
        value=took,
        unit="ms",
        against="limit",
        against_value=KERNEL_LIMIT,
        ratio=KERNEL_LIMIT / took,
    )


def edited(dataset: Dataset, edits: int) -> Line:
    """Time edits one after the other: each until the canvas has painted the new counts."""
    ready_to_paint()
    document = Document(long_journey(STEPS))
    data = Data(SampleShop())
    data.use(SampleShop(), Brought(dataset))
    canvas = CanvasView(document, LIGHT)
    canvas.resize(*SIZE)
    canvas.show()
    live = Live(document, data, run_settings("UTC"))
    shown = QEventLoop()

    def show(counted: Counted) -> None:
        if counted.result is None:
            raise AssertionError("the journey did not run")
        canvas.show_counts(counts(counted.result, counted.journey))
        canvas.repaint()
        shown.quit()

    live.counted.connect(show)
    live.count()
    shown.exec()
    took = []
    for count in range(edits):
        wait = document.journey.node(CHANGED)
        longer = evolve(wait, duration=Duration(seconds=3_600 + 60 * (count + 1)))
        start = time.perf_counter()
        document.do(ChangeNode(longer))
        shown.exec()
        took.append(1_000 * (time.perf_counter() - start))
    canvas.close()
    application = QApplication.instance()
    if application is not None:
        application.processEvents()
    worst = quantiles(took, n=20)[-1]
    sys.stderr.write(f"median {median(took):.1f} ms\n")
    return Line(
        benchmark="live",
        case=f"edit to painted counts: {STEPS} steps, {SAMPLE:,} customers, "
        f"95th percentile of {edits}",
        subject="edit to counts",
        value=worst,
        unit="ms",
        against="limit",
        against_value=EDIT_LIMIT,
        ratio=EDIT_LIMIT / worst,
    )


def long_journey(steps: int) -> Journey:
    """Return the cart rescue with waits and e-mails put in, until it has so many steps."""
    journey = loads(samples()["shop_rescue"])
    after = (CHANGED, "next")
    while len(journey.nodes) < steps:
        count = len(journey.nodes)
        kind = ("wait", "email")[count % 2]
        node = kinds()[kind].fresh(f"more-{count}")
        journey = AddNode(node, 0, 90 * count, after).apply(journey)
        after = (node.id, node.ports()[0].id)
    return journey
