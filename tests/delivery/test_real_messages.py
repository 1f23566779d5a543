"""What customers of the real shop are told is what stands in its file, read with `csv` alone."""

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.delivery.due import Due, due_to_all
from app.delivery.message import Outcome, Rendered
from app.delivery.renderer import Renderer
from app.delivery.worded import worded
from journeys.document.journey import Journey
from journeys.simulation.compiler import compile_program
from journeys.simulation.dataset import Dataset
from journeys.simulation.program import Program
from journeys.simulation.settings import RunSettings
from storage.importing.bring import import_files
from tests.oracle.worked import journey, on, step, wait
from tests.storage.bringing import finished

ZONE = "America/New_York"
VIEWED = "{{ before.product_view[0].at|date('iso')|default('nothing') }}"
DRAWING: Journey = journey(
    "t>w>m>f",
    on("add_to_cart"),
    wait("PT1S"),
    step(
        "email",
        "m",
        subject="On {{ event.platform }} at {{ event.at|date('time') }}",
        html=f"<p>From {{{{ session.source }}}}, after {VIEWED}</p>",
    ),
    step("finish", "f"),
)
Line = dict[str, str]

# By hand: who, which of their carts; what they are told; the lines of the file (the heading is 1)
# with the entry, with the first event of its session, and with the last view of a product.
BY_HAND = (
    ("user_0023", 0, "mobile", "16:17", "paid_search", "2024-05-25", 1187, 1172, 1185),
    ("user_0049", 0, "desktop", "11:21", "organic", "2024-06-07", 2463, 2458, 2460),
    ("user_0052", 0, "desktop", "10:46", "paid_search", "nothing", 2572, 2567, None),
    ("user_0152", 1, "desktop", "12:12", "email", "2024-04-21", 7804, 7802, 7796),
    ("user_0239", 1, "mobile", "17:21", "social", "2024-06-26", 12266, 12257, 12262),
    ("user_0249", 1, "mobile", "14:21", "paid_search", "2024-02-29", 12696, 12694, 12689),
    ("user_0342", 1, "desktop", "05:16", "organic", "2024-03-16", 17507, 17500, 17505),
    ("user_0444", 1, "tablet", "07:17", "paid_search", "2024-04-17", 22862, 22850, 22860),
    ("user_0504", 2, "tablet", "08:49", "organic", "2024-04-19", 25933, 25933, 25931),
    ("user_0582", 5, "mobile", "18:05", "social", "2024-04-22", 30169, 30144, 30133),
)


@pytest.fixture(scope="module")
def source(shared: Path) -> Path:
    return shared / "cases" / "ecommerce_events.csv"


@pytest.fixture(scope="module")
def shop(source: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Program, Dataset]:
    folder = tmp_path_factory.mktemp("shop")
    dataset = finished(import_files([source], [], None, folder)).dataset
    return compile_program([DRAWING], dataset, RunSettings(zone=ZONE)), dataset


@pytest.fixture(scope="module")
def sent(shop: tuple[Program, Dataset]) -> list[tuple[Due, Outcome]]:
    dues = list(due_to_all(*shop))
    outcomes: list[Outcome] = []
    with Renderer(2) as renderer:
        for _ in renderer.batch((due.job for due in dues), len(dues), outcomes.append):
            pass
    return list(zip(dues, outcomes, strict=True))


def told(platform: str, time: str, source: str, viewed: str) -> dict[str, str]:
    return {
        "subject": f"On {platform} at {time}",
        "html": f"<p>From {source}, after {viewed}</p>",
    }


def expected(rows: list[Line]) -> Iterator[dict[str, str]]:
    """Yield what each cart of one customer has to be told, from the lines of the file alone."""
    for at, row in enumerate(rows):
        if row["event"] != "add_to_cart":
            continue
        session = next(each for each in rows if each["session_id"] == row["session_id"])
        views = [each for each in rows[:at] if each["event"] == "product_view"]
        viewed = f"{local(views[-1]):%Y-%m-%d}" if views else "nothing"
        time = f"{local(row):%H:%M}"
        yield told(row["platform"], time, session["acquisition_channel"], viewed)


def local(row: Line) -> datetime:
    instant = datetime.fromisoformat(row["timestamp"]).replace(tzinfo=UTC)
    return instant.astimezone(ZoneInfo(ZONE))


def test_every_cart_of_the_file_is_told_what_stands_in_the_file(
    source: Path, sent: list[tuple[Due, Outcome]]
) -> None:
    with source.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: (row["user_id"], row["timestamp"]))
    wanted = [
        (who, words)
        for who, own in groupby(rows, key=lambda row: row["user_id"])
        for words in expected(list(own))
    ]
    assert len(wanted) == 1_346
    found = []
    fallbacks: Counter[tuple[str, str]] = Counter()
    for due, outcome in sent:
        assert isinstance(outcome, Rendered), (due.customer, outcome)
        found.append((due.customer, dict(outcome.parts)))
        fallbacks.update(outcome.fallbacks)
    assert sorted(found, key=str) == sorted(wanted, key=str)
    assert fallbacks == {("before.product_view[0].at", "nothing"): 31}
    assert {str(due.zone) for due, _ in sent} == {f"{ZONE}, the time zone in Settings"}


@pytest.mark.parametrize("row", BY_HAND, ids=lambda row: f"{row[0]}-{row[1]}")
def test_ten_customers_by_hand(
    row: tuple[str, int, str, str, str, str, int, int, int | None],
    sent: list[tuple[Due, Outcome]],
    shop: tuple[Program, Dataset],
) -> None:
    who, which, platform, time, channel, viewed, _, _, view = row
    own = [outcome for due, outcome in sent if due.customer == who]
    outcome = own[which]
    assert isinstance(outcome, Rendered)
    assert dict(outcome.parts) == told(platform, time, channel, viewed)
    assert bool(outcome.fallbacks) == (view is None)
    program, dataset = shop
    with Renderer(1) as renderer:
        alone = [*worded(program, dataset, dataset.place(who), renderer, ZoneInfo(ZONE)).values()]
    assert [each.outcome for each in alone] == own
    assert alone[which].plain()["zone"] == {"name": ZONE, "source": "the workspace's"}


@pytest.mark.parametrize("row", BY_HAND, ids=lambda row: f"{row[0]}-{row[1]}")
def test_the_lines_named_by_hand_are_the_right_ones(
    row: tuple[str, int, str, str, str, str, int, int, int | None], source: Path
) -> None:
    who, which, platform, time, channel, viewed, entry, began, view = row
    with source.open(encoding="utf-8", newline="") as file:
        lines = dict(enumerate(csv.DictReader(file), 2))
    own = {number: line for number, line in lines.items() if line["user_id"] == who}
    carts = [number for number, line in own.items() if line["event"] == "add_to_cart"]
    assert carts[which] == entry
    assert own[entry]["platform"] == platform
    assert f"{local(own[entry]):%H:%M}" == time
    session = own[entry]["session_id"]
    assert min(number for number in own if own[number]["session_id"] == session) == began
    assert own[began]["acquisition_channel"] == channel
    views = [each for each in own if each < entry and own[each]["event"] == "product_view"]
    assert max(views, default=None) == view
    assert viewed == (f"{local(own[view]):%Y-%m-%d}" if view else "nothing")
