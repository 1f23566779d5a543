"""What an import makes of files, rule by rule as the page has it."""

from pathlib import Path

import pytest

from journeys.errors import UnreadableFileError
from journeys.people.population import ColumnType
from storage.importing.bring import Imported, import_files
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
