"""What an import makes of files, rule by rule as the page has it."""

from pathlib import Path

import pytest

from journeys.errors import UnreadableFileError
from journeys.people.population import ColumnType
from storage.dataset import load, save
from storage.importing.bring import Imported, import_files
from storage.importing.guessing import Given
from storage.importing.mapping import Mapping, Typed
from tests.storage.bringing import both, events_of, finished, put_parquet

HEAD = "user_id,event,time,value\n"
WHEN = "2024-01-01T10:00:00Z"


def column_of(folder: Path, *cells: str, mapping: Mapping | None = None) -> Imported:
    """Import a CSV whose column `value` holds these cells."""
    rows = "".join(f"ann,view,{WHEN},{cell}\n" for cell in cells)
    return events_of(folder, HEAD + rows, mapping=mapping)


def kind(found: Imported) -> ColumnType:
    """Return the type of the property `value`."""
    words = found.dataset.vocabulary
    return words.columns[words.column_places["value"]].type


def known(found: Imported, attribute: int = 0) -> list[object]:
    """Return what is known of an attribute at the start, customer by customer."""
    words = found.dataset.vocabulary
    column = words.attributes[attribute]
    return [words.decode(column, int(number)) for number in found.dataset.attributes[attribute]]


def time_of(folder: Path, cell: str, zone: str = "Europe/Berlin") -> int:
    """Return the instant that a cell becomes."""
    content = f"user_id,event,time\nann,view,{cell}\nann,view,2023-01-01T00:00Z\n"
    return int(events_of(folder, content, mapping=Mapping(zone=zone)).dataset.time.max())


def test_r138_a_file_without_instants_does_not_reach_back_before_a_history(tmp_path: Path) -> None:
    events = f"user_id,event,time,user_plan\nann,view,{WHEN},free\nbob,view,{WHEN},\n"
    found = both(tmp_path, events, "user_id,user_plan\nann,paid\nbob,paid\n")
    assert known(found) == [None, "paid"]


def test_r139_an_empty_cell_in_a_dated_row_changes_nothing(tmp_path: Path) -> None:
    customers = "customer_id,updated_at,plan\nann,2024-01-02,paid\nann,2024-01-03,\n"
    found = both(tmp_path, f"user_id,event,time\nann,view,{WHEN}\n", customers)
    assert len(found.dataset.change_time) == 1
    assert found.report.rejected == ()


def test_r140_the_first_readable_row_of_a_customer_stays(tmp_path: Path) -> None:
    customers = "id,age\nann,old\nann,30\nann,40\n"
    mapping = Mapping(types=(Typed(name="age", type=ColumnType.WHOLE),))
    found = both(tmp_path, f"user_id,event,time\nann,view,{WHEN}\n", customers, mapping)
    assert known(found) == [30]
    assert [row.row for row in found.report.rejected] == [2, 4]


@pytest.mark.parametrize(("large", "type_"), [(1, ColumnType.WHOLE), (3, ColumnType.TEXT)])
def test_r141_a_column_with_too_many_large_numbers_is_text(
    tmp_path: Path, large: int, type_: ColumnType
) -> None:
    cells = [str(2**43)] * (200 - large) + [str(2**43 + 1)] * large
    found = column_of(tmp_path, *cells)
    assert kind(found) is type_
    assert len(found.report.rejected) == (large if type_ is ColumnType.WHOLE else 0)


def test_r142_texts_of_json_and_parquet_stay_texts_unless_declared(tmp_path: Path) -> None:
    line = f'{{"user_id": "ann", "event": "view", "time": "{WHEN}", "value": "12"}}\n'
    assert kind(events_of(tmp_path, line, "a.jsonl")) is ColumnType.TEXT
    instants = line.replace('"12"', '"2024-01-01"')
    assert kind(events_of(tmp_path, instants, "b.jsonl")) is ColumnType.INSTANT
    mapping = Mapping(types=(Typed(name="value", type=ColumnType.WHOLE),))
    assert kind(events_of(tmp_path, line, "c.jsonl", mapping)) is ColumnType.WHOLE
    query = f"SELECT 'ann' AS user_id, 'view' AS event, '{WHEN}' AS time, 'yes' AS value"
    path = put_parquet(tmp_path / "d.parquet", query)
    found = finished(import_files([path], [], None, tmp_path / "kept"))
    assert kind(found) is ColumnType.TEXT


def test_r143_a_date_is_midnight_in_the_zone_of_the_mapping(tmp_path: Path) -> None:
    assert time_of(tmp_path, "2024-01-15") == time_of(tmp_path, "2024-01-14T23:00:00Z")
    assert time_of(tmp_path, "2024-01-15 08:00") == time_of(tmp_path, "2024-01-15T07:00:00Z")


def test_r144_events_of_one_id_are_both_kept_and_reported(tmp_path: Path) -> None:
    rows = f"user_id,event,time,event_id\nann,view,{WHEN},7\nann,buy,{WHEN},7\nann,buy,{WHEN},8\n"
    found = events_of(tmp_path, rows)
    assert found.dataset.events == 3
    assert "1 events bear an id that another event bears, too; all are kept." in (
        found.report.assumptions
    )


def test_r145_a_local_time_in_a_gap_moves_on_by_the_gap(tmp_path: Path) -> None:
    """In Berlin the clock goes from 02:00 to 03:00 on 31 March, and back on 27 October."""
    assert time_of(tmp_path, "2024-03-31 02:30") == time_of(tmp_path, "2024-03-31T01:30:00Z")
    assert time_of(tmp_path, "2024-10-27 02:30") == time_of(tmp_path, "2024-10-27T00:30:00Z")


def test_r146_rows_columns_and_instants_have_limits(tmp_path: Path) -> None:
    fits, beyond = "x" * (200_000 - len(f"ann,view,{WHEN},")), "x" * 200_000
    found = column_of(tmp_path, fits, beyond)
    assert [row.row for row in found.report.rejected] == [3]
    wide = ",".join(f"c{place}" for place in range(1_998))
    with pytest.raises(UnreadableFileError, match="more than 2,000 columns"):
        events_of(tmp_path, f"user_id,event,time,{wide}\n")
    times = ["1899-12-31T23:59:59Z", "1900-01-01T00:00:00Z", "2200-01-01T00:00:00Z",
             "2200-01-01T00:00:01Z"]  # fmt: skip
    rows = "".join(f"ann,view,{time}\n" for time in times)
    late = events_of(tmp_path, f"user_id,event,time\n{rows}")
    assert [row.row for row in late.report.rejected] == [2, 5]


def test_r146_parquet_of_swollen_text_is_refused(tmp_path: Path) -> None:
    start = "SELECT 'ann' AS user_id, 'view' AS event, 1700000000 AS time"
    query = f"{start}, repeat('x', 4000) AS v FROM range(60000)"
    path = put_parquet(tmp_path / "bomb.parquet", query)
    with pytest.raises(UnreadableFileError, match="more than 100 times its size"):
        finished(import_files([path], [], None, tmp_path / "kept"))


def test_r147_a_time_that_is_a_number_tells_its_fineness_by_its_size(tmp_path: Path) -> None:
    second = 1_719_828_000
    fine = [second, second * 10**3 + 999, second * 10**6 + 999_999, second * 10**9 + 999_999_999]
    rows = "".join(f"ann,view,{time}\n" for time in (*fine, 10**11, 10**11 - 1))
    found = events_of(tmp_path, f"user_id,event,time\n{rows}")
    assert sorted(found.dataset.time.tolist()) == [10**8, *[second] * 4]
    assert [row.row for row in found.report.rejected] == [7], "as seconds that is the year 5138"


LATE = "user_id,event,time,received_at,user_plan\n"
AT = 1_704_103_200  # 2024-01-01T10:00:00Z


def test_r229_when_a_row_was_received_is_guessed_and_is_its_arrival(tmp_path: Path) -> None:
    rows = (
        f"ann,view,{WHEN},2024-01-01T12:00:00+01:00,\n"
        f"ann,buy,{WHEN},,\n"
        "ann,add,2024-01-01T10:30:00Z,1704105000,\n"
        "bob,view,2024-01-01T10:30:00Z,2024-01-01T10:00:00Z,\n"
        f"bob,buy,{WHEN},soon,\n"
    )
    found = events_of(tmp_path, LATE + rows)
    assert found.mapping.events is not None
    assert found.mapping.events.arrival == "received_at"
    data = found.dataset
    assert data.arrival is not None
    assert [data.vocabulary.events[code] for code in data.type] == ["buy", "add", "view", "view"]
    assert data.time.tolist() == [AT, AT + 1_800, AT, AT + 1_800]
    assert data.arrival.tolist() == [AT, AT + 1_800, AT + 3_600, AT + 1_800]
    assert "received_at" in data.vocabulary.column_places
    assert [(row.row, row.reason) for row in found.report.rejected] == [
        (6, 'received_at: "soon" is no date and time in ISO 8601 form from 1900 to 2199')
    ]
    told = " ".join(found.report.assumptions)
    assert "stands in 'received_at': 1 came later than it happened" in told
    assert "1 was received before it happened" in told
    assert "1 does not say when it was received" in told


def test_r229_where_no_row_came_late_there_are_no_arrivals(tmp_path: Path) -> None:
    found = events_of(tmp_path, LATE + f"ann,view,{WHEN},{WHEN},\nbob,view,{WHEN},,\n")
    assert found.dataset.arrival is None
    assert found.mapping.events is not None
    assert found.mapping.events.arrival == "received_at"


@pytest.mark.parametrize("name", ["arrival", "receivedAt", "ingested_at", "processed_at"])
def test_r229_json_lines_say_when_they_were_received(tmp_path: Path, name: str) -> None:
    row = f'{{"user_id": "ann", "event": "view", "time": "{WHEN}", "{name}": {AT + 60}}}\n'
    found = events_of(tmp_path, row, "events.jsonl")
    assert found.dataset.arrival is not None
    assert found.dataset.arrival.tolist() == [AT + 60]


def test_r229_a_change_that_came_late_is_held_against_what_was_known_as_it_came(
    tmp_path: Path,
) -> None:
    rows = (
        "ann,view,2024-01-01T10:00:00Z,2024-01-01T10:00:00Z,free\n"
        "ann,view,2024-01-01T11:00:00Z,2024-01-01T20:00:00Z,paid\n"
        "ann,view,2024-01-01T12:00:00Z,2024-01-01T12:00:00Z,paid\n"
    )
    data = events_of(tmp_path, LATE + rows).dataset
    texts = [data.vocabulary.texts[code] for code in data.change_value]
    assert texts == ["free", "paid"]
    assert data.change_time.tolist() == [AT, AT + 2 * 3_600]


def test_r229_a_kept_data_set_keeps_its_arrivals_and_the_guess_can_be_taken_back(
    tmp_path: Path,
) -> None:
    found = events_of(tmp_path, LATE + f"ann,view,{WHEN},2024-01-01T12:00:00Z,\n")
    save(found.dataset, tmp_path / "own")
    again = load(tmp_path / "own")
    assert again.arrival is not None
    assert again.arrival.tolist() == [AT + 2 * 3_600]
    work = import_files(
        [tmp_path / "events.csv"], [], None, tmp_path / "other", Given({"arrival": ""})
    )
    assert finished(work).dataset.arrival is None
    work = import_files([tmp_path / "events.csv"], [], None, tmp_path / "more", Given({"time": ""}))
    with pytest.raises(UnreadableFileError, match="the time"):
        finished(work)
