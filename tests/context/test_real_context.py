"""What is known of the real shop's customers is what stands in its file."""

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from journeys.context.past import Past, seen
from journeys.context.story import arrivals, known
from journeys.document.journey import Journey
from journeys.program.reasons import Reason
from journeys.program.roles import roles
from journeys.simulation.compiler import compile_program
from journeys.simulation.dataset import Dataset
from journeys.simulation.settings import RunSettings
from journeys.simulation.story import stories
from storage.importing.bring import import_files
from tests.oracle.worked import journey, on, step, wait
from tests.storage.bringing import finished

DRAWING: Journey = journey(
    "t>w>m>f",
    on("add_to_cart"),
    wait("PT1S"),
    step("email", "m"),
    step("finish", "f"),
)


@pytest.fixture(scope="module")
def shop(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Dataset, Path]:
    source = shared / "cases" / "ecommerce_events.csv"
    return finished(
        import_files([source], [], None, tmp_path_factory.mktemp("shop"))
    ).dataset, source


def test_session_trail_and_event_of_every_entrant_are_those_of_the_file_r70_r149(
    shop: tuple[Dataset, Path],
) -> None:
    dataset, source = shop
    lines: dict[str, list[dict[str, str]]] = {}
    with source.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            lines.setdefault(line["user_id"], []).append(line)
    for own in lines.values():
        own.sort(key=lambda line: line["timestamp"])
    program = compile_program([DRAWING], dataset, RunSettings())
    parts = roles(dataset.vocabulary)
    entrants = without = 0
    for told in stories(program, dataset, 0, dataset.customers):
        past = Past(dataset, told)
        own = lines[past.id]
        for arrival in arrivals({DRAWING.id: DRAWING}, told):
            if arrival.telling.node != "m":
                continue
            there = known(arrival, past, parts, DRAWING)
            entrants += 1
            entry = own[arrival.event]
            assert entry["event"] == "add_to_cart"
            instant = datetime.fromisoformat(entry["timestamp"]).replace(tzinfo=UTC)
            assert seen(there, "event.at") == instant
            assert seen(there, "event.platform") == entry["platform"]
            until = own[: arrival.event + 1]
            session = [line for line in until if line["session_id"] == entry["session_id"]]
            assert seen(there, "session.source") == session[0]["acquisition_channel"]
            views = [line for line in until[:-1] if line["event"] == "product_view"]
            newest = views[-1] if views else None
            without += newest is None
            shown = seen(there, "before.product_view[0].at")
            assert shown == (
                newest and datetime.fromisoformat(newest["timestamp"]).replace(tzinfo=UTC)
            )
            lifecycle = [line["user_lifecycle"] for line in until if line["user_lifecycle"]]
            assert seen(there, "customer.user_lifecycle") == lifecycle[-1]
    assert entrants > 1_000
    assert without > 0


def test_who_lacks_what_words_need_is_told_by_the_file_alone_r177(
    shop: tuple[Dataset, Path],
) -> None:
    dataset, source = shop
    lines: dict[str, list[dict[str, str]]] = {}
    with source.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            lines.setdefault(line["user_id"], []).append(line)
    for own in lines.values():
        own.sort(key=lambda line: line["timestamp"])
    text = "{{ before.purchase[0].at }}{{ before.add_to_cart[1].platform }}"
    drawing = journey("t>m>f", on("add_to_cart"), step("sms", "m", text=text), step("finish", "f"))
    program = compile_program([drawing], dataset, RunSettings())
    found: dict[str, list[str]] = {}
    for told in stories(program, dataset, 0, dataset.customers):
        said = [each for each in told.tellings if each.node == "m"]
        found[dataset.ids[told.customer]] = [
            str(each.operands[0]) if each.reason is Reason.WORDS_MISSING else "" for each in said
        ]
    wanted = {name: list(by_hand(own)) for name, own in lines.items()}
    assert found == {name: outcomes for name, outcomes in wanted.items() if outcomes}
    met = Counter(each for outcomes in found.values() for each in outcomes)
    assert min(met[each] for each in ("", "before.purchase[0].at")) > 100, met
    assert len(met) == 3


def by_hand(own: list[dict[str, str]]) -> Iterator[str]:
    for place, line in enumerate(own):
        if line["event"] == "add_to_cart":
            before = [each["event"] for each in own[:place]]
            if "purchase" not in before:
                yield "before.purchase[0].at"
            elif before.count("add_to_cart") < 2:
                yield "before.add_to_cart[1].platform"
            else:
                yield ""
