"""Preview, trace and census say the same to the same customer: byte for byte, one seed."""

import json
from collections import Counter
from collections.abc import Generator
from pathlib import Path
from typing import Any, TypeVar

import pytest

from app.data import Brought
from app.delivery.renderer import Renderer
from app.previewing import reached, reaching, rendering
from app.running import Outcome
from app.wiring import running
from journeys.document.format import loads
from journeys.progress import Progress
from journeys.shop.shop import Shop
from journeys.simulation.settings import Mode, RunSettings
from tests.app.speaking import drawing, put_drawing, said
from widgets.content.shown import Shown

R = TypeVar("R")
Parts = dict[str, str]

CUSTOMERS = 150
RUN = ("--shop", str(CUSTOMERS), "--mode", "mixed", "--seed", "4")
LETTER = {
    "kind": "email",
    "subject": "{{ customer.first_name|default('You') }}: {{ event.platform }}",
    "html": "<p>{{ customer.city|default('where you are') }} &amp; {{ session.source or '-' }}</p>",
    "text": "At {{ now|date('time') }}, {{ session.pages }} pages, {{ event.at|date('moment') }}",
}


def finished(work: Generator[Progress, None, R]) -> R:
    while True:
        try:
            next(work)
        except StopIteration as end:
            value: R = end.value
            return value


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    nodes = drawing()["nodes"] | {"letter": LETTER}
    return put_drawing(tmp_path_factory.mktemp("same") / "carts.json", nodes=nodes)


@pytest.fixture(scope="module")
def outcome(path: Path) -> Outcome:
    journey, dataset = loads(path.read_bytes()), Shop(customers=CUSTOMERS).dataset()
    settings = RunSettings(mode=Mode.MIXED, seed=4)
    return Outcome(journey, Brought(dataset), finished(running([journey], dataset, settings)))


@pytest.fixture(scope="module")
def traced(path: Path, outcome: Outcome) -> dict[str, list[Parts]]:
    """Return the words of each message to each customer, as a trace shows them."""
    ids = outcome.brought.dataset.ids
    told = said("trace", path, *RUN, "--customer", *ids, "--render", "--json")
    return {
        each["customer"]: [row["message"]["parts"] for row in each["story"] if "message" in row]
        for each in json.loads(told.out)["customers"]
    }


def test_the_preview_shows_what_the_trace_shows(
    outcome: Outcome, traced: dict[str, list[Parts]]
) -> None:
    ids, met = outcome.brought.dataset.ids, 0
    with Renderer(1) as renderer:
        for place in finished(reaching(outcome, "letter")):
            there = finished(reached(outcome, "letter", place))
            assert there is not None
            if there.arrival.telling.reason.word != "sent":
                continue
            shown = finished(rendering(renderer, outcome, outcome.journey, there))
            assert isinstance(shown, Shown)
            assert shown.parts in traced[ids[place]]
            met += 1
    assert met > 10


def test_the_census_counts_what_the_trace_shows(path: Path, traced: dict[str, list[Parts]]) -> None:
    found: Counter[str] = Counter()
    for parts in traced.values():
        found.update(json.dumps(each, sort_keys=True) for each in parts)
    counted: dict[str, Any] = json.loads(said("census", path, *RUN, "--json").out)
    (letter,) = counted["messages"]
    assert letter["sent"]["messages"] == sum(found.values()) > 20
    assert letter["distinct"] == len(found)
    for output in letter["outputs"]:
        assert found[json.dumps(output["parts"], sort_keys=True)] == output["messages"]
        assert all(output["parts"] in traced[customer] for customer in output["first"])
