"""The census of one message counts each person once, with the words there are now."""

import pytest

from app.delivery.due import due_to
from app.delivery.message import Failed
from app.delivery.renderer import Renderer
from app.delivery.survey import Survey, survey
from journeys.document.journey import Journey
from journeys.people.population import Content, Customer, Event, Population
from journeys.simulation.compiler import compile_program
from journeys.simulation.dataset import Dataset
from journeys.simulation.encoding import encode
from journeys.simulation.program import Program
from journeys.simulation.settings import RunSettings
from journeys.values import evolve
from tests.oracle.worked import held, journey, on, step

CUSTOMERS = 120
MAIL = step("email", "m", subject="{{ event.item|default('it') }}", text="{{ event.price }}")
DRAWING: Journey = journey("t>m", on("add"), MAIL)


@pytest.fixture(scope="module")
def run() -> tuple[Program, Dataset]:
    """Return a run in which some lack an item, others a price, and some come twice."""
    rows = []
    for at in range(CUSTOMERS):
        for time in range(1 + at % 2):
            item: dict[str, Content] = {"item": f"i{at % 10}"} if at % 7 else {}
            price: dict[str, Content] = {"price": at} if at % 5 else {}
            rows.append(Event(f"c{at}", 1_000_000 * time + at, "add", item | price))
    customers = tuple(Customer(f"c{at}", {}) for at in range(CUSTOMERS))
    held_ = held([{"item": "i", "price": 2}])
    dataset = encode(Population(held_, held([]), customers, tuple(rows)))
    return compile_program([DRAWING], dataset, RunSettings()), dataset


def surveyed(run: tuple[Program, Dataset], drawing: Journey = DRAWING, most: int = 500) -> Survey:
    work = survey(*run, drawing, "m", most)
    while True:
        try:
            next(work)
        except StopIteration as end:
            found = end.value
            assert isinstance(found, Survey)
            return found


def test_who_lacks_what_it_is_only_for_gets_none_r177(run: tuple[Program, Dataset]) -> None:
    mail = evolve(MAIL, text="Hello", only_with=("event.price",))
    said = surveyed(run, evolve(DRAWING, nodes=(DRAWING.node("t"), mail))).said
    (lacking,) = said.lacking
    without = {f"c{at}" for at in range(0, CUSTOMERS, 5)}
    assert (lacking.name, set(lacking.behind.first)) == ("event.price", without)
    assert said.sent.customers == CUSTOMERS - len(without)
    assert said.faults == ()


def test_each_person_counts_once_and_is_named(run: tuple[Program, Dataset]) -> None:
    found = surveyed(run)
    said = found.said
    (lacking,) = said.lacking
    without = tuple(f"c{at}" for at in range(0, CUSTOMERS, 5))
    assert (lacking.name, lacking.behind.customers) == ("event.price", len(without))
    assert sorted(lacking.behind.first) == sorted(without)
    assert said.sent.customers == CUSTOMERS - len(without)
    (fallback,) = said.fallbacks
    assert set(fallback.behind.first) == {f"c{at}" for at in range(0, CUSTOMERS, 7) if at % 5}
    assert said.distinct == len(found.examples) == CUSTOMERS - len(without)
    assert not said.faults
    assert not found.is_cut


def test_the_worst_come_first(run: tuple[Program, Dataset]) -> None:
    found = surveyed(run)
    ids = run[1].ids
    worst = [ids[place] for place in found.worst]
    lacking = len(range(0, CUSTOMERS, 5))
    assert {int(id_[1:]) % 5 for id_ in worst[:lacking]} == {0}
    assert int(worst[lacking][1:]) % 7 == 0


def test_it_is_the_words_of_now_that_count(run: tuple[Program, Dataset]) -> None:
    written = evolve(DRAWING.node("m"), text="{{ event.price|default('none') }}")
    found = surveyed(run, DRAWING.with_node("m", lambda _: written))
    assert not found.said.lacking
    assert found.said.sent.customers == CUSTOMERS
    with Renderer(1) as renderer:
        for place in found.worst[:20]:
            due = next(due_to(*run, place), None)
            assert due is None or not isinstance(renderer.render(due.job), Failed)


def test_no_more_than_asked_for_are_counted(run: tuple[Program, Dataset]) -> None:
    found = surveyed(run, most=40)
    assert len(found.places) == 40
    assert found.is_cut
    lacking = sum(each.behind.customers for each in found.said.lacking)
    assert found.said.sent.customers + lacking == 40


def test_it_may_be_given_up_at_any_time(run: tuple[Program, Dataset]) -> None:
    work = survey(*run, DRAWING, "m")
    for _ in range(3):
        next(work)
    work.close()
    assert surveyed(run).said.sent.customers
