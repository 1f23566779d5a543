"""The census counts what really was rendered, for whom, and is the same whatever happens to it."""

import os
import signal
from collections import Counter, defaultdict
from collections.abc import Generator
from typing import TypeVar

import pytest

from app.delivery.census import Behind, Census
from app.delivery.due import due_to_all
from app.delivery.message import Failed, Rendered
from app.delivery.renderer import Renderer
from app.delivery.tally import FIRST, SHOWN, census
from journeys.document.journey import Journey
from journeys.people.population import Content, Customer, Event, Population
from journeys.progress import Progress
from journeys.simulation.compiler import compile_program
from journeys.simulation.dataset import Dataset
from journeys.simulation.encoding import encode
from journeys.simulation.program import Program
from journeys.simulation.settings import RunSettings
from tests.oracle.worked import held, journey, on, step

R = TypeVar("R")
CUSTOMERS = 900
MAIL = step(
    "email",
    "m",
    subject="{{ event.item|default('it') }}\n!",
    text="{{ event.note|default('') }}{% if event.size %}{{ event.size / event.by }}{% endif %}",
)
DRAWING: Journey = journey("t>m>n", on("add"), MAIL, step("sms", "n"))


def population() -> Population:
    """Return customers with one or two carts each, some lacking a note, some that divide by 0."""
    rows = []
    for at in range(CUSTOMERS):
        for time in range(1 + at % 2):
            item: dict[str, Content] = {"item": f"i{(at + time) % 40}"} if at % 7 else {}
            note: dict[str, Content] = {"note": "n"} if at % 5 else {}
            size: dict[str, Content] = {"by": at % 3} if at % 13 else {}
            size |= {} if at % 11 else {"size": 4}
            rows.append(Event(f"c{at}", 1_000 * time + at, "add", item | note | size))
    customers = tuple(Customer(f"c{at}", {}) for at in range(CUSTOMERS))
    columns = held([{"item": "i", "note": "n", "size": 4, "by": 2}])
    return Population(columns, held([]), customers, tuple(rows))


@pytest.fixture(scope="module")
def run() -> tuple[Program, Dataset]:
    dataset = encode(population())
    return compile_program([DRAWING], dataset, RunSettings()), dataset


def finished(work: Generator[Progress, None, R]) -> tuple[R, list[Progress]]:
    seen = []
    while True:
        try:
            seen.append(next(work))
        except StopIteration as end:
            value: R = end.value
            return value, seen


@pytest.fixture(scope="module")
def taken(run: tuple[Program, Dataset], renderer: Renderer) -> Census:
    return finished(census(*run, renderer, 2 * CUSTOMERS))[0]


def behind(who: list[str]) -> Behind:
    """Return what stands behind something, counted a second time."""
    return Behind(len(who), len(set(who)), tuple(dict.fromkeys(who))[:FIRST])


def test_what_is_counted_is_what_each_message_says_by_itself(
    run: tuple[Program, Dataset], renderer: Renderer, taken: Census
) -> None:
    outputs: dict[tuple[tuple[str, str], ...], list[str]] = defaultdict(list)
    fallbacks: dict[str, list[str]] = defaultdict(list)
    blanks: dict[str, list[str]] = defaultdict(list)
    faults: dict[tuple[str, str, int], list[str]] = defaultdict(list)
    sent: dict[str | None, list[str]] = defaultdict(list)
    for due in due_to_all(*run):
        sent[due.arrival.telling.node].append(due.customer)
        if due.arrival.telling.node == "n":
            continue
        outcome = renderer.render(due.job)
        if isinstance(outcome, Failed):
            faults[outcome.reason, outcome.part, outcome.line].append(due.customer)
            continue
        outputs[outcome.parts].append(due.customer)
        for path, _ in outcome.fallbacks:
            fallbacks[path].append(due.customer)
        for path in outcome.blanks:
            blanks[path].append(due.customer)
    mail, sms = taken.steps
    assert (mail.journey, mail.step, mail.sent) == ("j", "m", behind(sent["m"]))
    assert (sms.step, sms.sent, sms.distinct) == ("n", behind(sent["n"]), 0)
    assert mail.distinct == len(outputs) > SHOWN
    shown = [(each.parts, each.behind) for each in mail.outputs]
    most = sorted(outputs.items(), key=lambda pair: -len(pair[1]))[:SHOWN]
    assert shown == [(parts, behind(who)) for parts, who in most]
    assert {each.name: each.behind for each in mail.fallbacks} == {
        path: behind(who) for path, who in fallbacks.items()
    }
    assert {each.name: each.behind for each in mail.blanks} == {
        path: behind(who) for path, who in blanks.items()
    }
    assert {
        (each.failed.reason, each.failed.part, each.failed.line): each.behind
        for each in mail.faults
    } == {place: behind(who) for place, who in faults.items()}
    assert taken.faults == sum(map(len, faults.values())) > 0
    lacking = [row.customer for row in population().events if "by" not in row.properties]
    assert [(each.name, each.behind) for each in mail.lacking] == [("event.by", behind(lacking))]
    assert set(fallbacks) == {"event.item", "event.note"}
    assert set(blanks) == {"event.note"}


@pytest.mark.parametrize("ending", ["SIGTERM", "SIGKILL"])
def test_workers_killed_in_the_middle_change_nothing(
    run: tuple[Program, Dataset], renderer: Renderer, taken: Census, ending: str
) -> None:
    killed: Counter[int] = Counter()

    def disturbed() -> Generator[Progress, None, Census]:
        work = census(*run, renderer, 2 * CUSTOMERS)
        step = 0
        while True:
            try:
                progress = next(work)
            except StopIteration as end:
                found: Census = end.value
                return found
            step += 1
            if step in (2, 5, 9):
                for process in renderer.process_ids:
                    os.kill(process, getattr(signal, ending, signal.SIGTERM))
                    killed[process] += 1
            yield progress

    assert finished(disturbed())[0] == taken
    assert len(killed) > 2


def test_it_tells_how_far_it_has_come_and_can_be_stopped(
    run: tuple[Program, Dataset], renderer: Renderer, taken: Census
) -> None:
    total = taken.steps[0].sent.messages
    work = census(*run, renderer, total)
    for progress in work:
        if progress.done:
            break
    work.close()
    assert 0 < progress.done < total
    found, seen = finished(census(*run, renderer, total))
    assert found == taken
    assert max(each.done for each in seen) == total == seen[0].total


def test_words_that_are_joined_otherwise_are_not_the_same(renderer: Renderer) -> None:
    text = "{{ event.a|default('') }}"
    two = step("push", "p", heading=text, text="{{ event.b|default('') }}")
    drawing = journey("t>p", on("add"), two)
    rows = tuple(
        Event("c", at, "add", {"a": a, "b": b})
        for at, (a, b) in enumerate((("xy", "z"), ("x", "yz"), ("x", "yz")))
    )
    columns = held([{"a": "x", "b": "y"}])
    dataset = encode(Population(columns, held([]), (Customer("c", {}),), rows))
    program = compile_program([drawing], dataset, RunSettings())
    (said,) = finished(census(program, dataset, renderer, 3))[0].steps
    assert [(dict(each.parts)["heading"], each.behind.messages) for each in said.outputs] == [
        ("x", 2),
        ("xy", 1),
    ]
    assert isinstance(renderer.render(next(due_to_all(program, dataset)).job), Rendered)
