"""The real shop's file is understood without a word of help."""

from datetime import UTC, datetime
from pathlib import Path

import duckdb
import numpy as np
import pytest

from journeys.people.population import ColumnType
from storage.importing.bring import RAW, Imported, import_files
from storage.importing.mapping import EventMapping, Named
from tests.storage.bringing import finished


@pytest.fixture(scope="module")
def shop(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Imported, Path]:
    """Return the imported shop and the folder of its raw events."""
    folder = tmp_path_factory.mktemp("shop")
    source = shared / "cases" / "ecommerce_events.csv"
    return finished(import_files([source], [], None, folder)), folder


def test_every_column_of_the_shop_is_guessed(shop: tuple[Imported, Path]) -> None:
    assert shop[0].mapping.events == EventMapping(
        customer="user_id",
        event="event",
        time="timestamp",
        session="session_id",
        source="acquisition_channel",
        attributes=(
            Named(column="user_cohort", name="user_cohort"),
            Named(column="user_lifecycle", name="user_lifecycle"),
        ),
    )
    words = shop[0].dataset.vocabulary
    assert [column.name for column in words.columns] == [
        "session_id",
        "platform",
        "acquisition_channel",
    ]
    assert {column.type for column in (*words.columns, *words.attributes)} == {ColumnType.TEXT}


def test_nobody_and_nothing_of_the_shop_is_lost(shop: tuple[Imported, Path]) -> None:
    dataset, report = shop[0].dataset, shop[0].report
    assert (dataset.customers, dataset.events, report.rejected) == (600, 31_106, ())
    codes = dataset.vocabulary.event_codes
    assert int((dataset.type == codes["add_to_cart"]).sum()) == 1_346
    assert int((dataset.type == codes["purchase"]).sum()) == 470
    first, last = int(dataset.time.min()), int(dataset.time.max())
    assert first == datetime(2024, 1, 4, 11, 45, 38, tzinfo=UTC).timestamp()
    assert last == datetime(2024, 6, 29, 22, 2, 40, tzinfo=UTC).timestamp()
    assert len(np.unique(dataset.event_hash)) == 31_106


def test_the_lifecycle_has_a_history_in_568_of_600_customers(shop: tuple[Imported, Path]) -> None:
    varying = {history.name: history.customers for history in shop[0].report.histories}
    assert varying == {"user_lifecycle": 568, "user_cohort": 0}
    assert (shop[0].dataset.attributes == -1).all()


def test_what_is_unknown_of_the_shop_is_said(shop: tuple[Imported, Path]) -> None:
    said = " ".join(shop[0].report.assumptions)
    for words in ("agreed to e-mail, SMS or push", "reached by e-mail, SMS or push", "read as UTC"):
        assert words in said


def test_a_raw_event_is_found_whole_by_its_row(shop: tuple[Imported, Path]) -> None:
    dataset, folder = shop[0].dataset, shop[1]
    with duckdb.connect() as connection:
        rows = connection.execute(
            'SELECT user_id, event, timestamp, user_lifecycle, "row number" FROM read_parquet(?)',
            [str(folder / RAW)],
        ).fetchall()
    assert len(rows) == 31_106
    owners = np.repeat(np.arange(dataset.customers), np.diff(dataset.offset))
    for event in range(0, dataset.events, 997):
        row = rows[dataset.raw[event]]
        assert row[0] == dataset.ids[owners[event]]
        assert row[1] == dataset.vocabulary.events[dataset.type[event]]
        moment = datetime.fromisoformat(row[2]).replace(tzinfo=UTC)
        assert moment.timestamp() == dataset.time[event]
        assert row[4] == dataset.raw[event] + 2
