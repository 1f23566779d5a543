"""What a cell becomes, and which rows are rejected, with file, number and reason."""

from pathlib import Path

import pytest

from journeys.people.population import ColumnType, Held
from journeys.program.vocabulary import Column
from storage.importing.bring import Imported
from storage.importing.mapping import Mapping, Typed
from tests.storage.bringing import both, events_of

HEAD = "user_id,event,time,value\n"
WHEN = "2024-01-01T10:00:00Z"


def values(found: Imported, name: str = "value") -> list[object]:
    """Return a property of every event, decoded, in the order of the data set."""
    words = found.dataset.vocabulary
    place = words.column_places[name]
    block = [*found.dataset.narrow, *found.dataset.wide][place]
    return [words.decode(words.columns[place], int(number)) for number in block]


def held(found: Imported, name: str = "value") -> Held:
    """Return how a property is kept."""
    column: Column = found.dataset.vocabulary.columns[found.dataset.vocabulary.column_places[name]]
    return Held(column.type, column.scale)


def column_of(folder: Path, *cells: str, mapping: Mapping | None = None) -> Imported:
    """Import a CSV whose column `value` holds these cells."""
    rows = "".join(f"ann,view,{WHEN},{cell}\n" for cell in cells)
    return events_of(folder, HEAD + rows, mapping=mapping)


@pytest.mark.parametrize(
    ("cells", "type_", "scale"),
    [
        (("true", "FALSE", "yes"), ColumnType.TRUTH, 0),
        (("1", "-20", "0"), ColumnType.WHOLE, 0),
        (("1", "2.5", "-.5", "1e3"), ColumnType.DECIMAL, 4),
        (("2024-01-01", "2024-01-01 10:00", "2024-01-01T10:00:00.5+02:00"), ColumnType.INSTANT, 0),
        (("007", "12"), ColumnType.TEXT, 0),
        (("1", "2", "n/a"), ColumnType.TEXT, 0),
        (("4006381333931234", "4006381333931235"), ColumnType.TEXT, 0),
        (("", ""), ColumnType.TEXT, 0),
    ],
)
def test_the_type_of_a_column_is_seen_in_its_cells(
    tmp_path: Path, cells: tuple[str, ...], type_: ColumnType, scale: int
) -> None:
    found = column_of(tmp_path, *cells)
    assert not found.report.rejected
    assert held(found) == Held(type_, scale)
    (typed,) = found.mapping.types
    assert (typed.name, typed.type) == ("value", type_)


def test_decimals_are_rounded_half_to_even_and_that_is_reported(tmp_path: Path) -> None:
    found = column_of(tmp_path, "0.00005", "0.00015", "-0.00025", "1.5", "2.00006")
    assert found.dataset.wide[0].tolist() == [0, 2, -2, 15_000, 20_001]
    (rounding,) = found.report.roundings
    assert (rounding.name, rounding.scale, rounding.count) == ("value", 4, 4)


def test_a_number_beyond_2_to_the_43_units_rejects_its_row(tmp_path: Path) -> None:
    fine = ["879609302.2208"] + ["1.5"] * 120
    found = column_of(tmp_path, "879609302.2209", *fine)
    assert found.dataset.events == len(fine)
    assert int(found.dataset.wide[0].max()) == 2**43
    (rejected,) = found.report.rejected
    assert (rejected.file, rejected.row) == ("events.csv", 2)
    assert rejected.reason == 'value: "879609302.2209" is no number of at most 879,609,302'


def test_cells_that_do_not_fit_a_declared_type_reject_their_rows(tmp_path: Path) -> None:
    mapping = Mapping(types=(Typed(name="value", type=ColumnType.WHOLE),))
    found = column_of(tmp_path, "1", "1.5", "", "many", mapping=mapping)
    assert values(found) == [1, None]
    assert [row.row for row in found.report.rejected] == [3, 5]
    assert "no whole number" in found.report.rejected[0].reason


def test_an_empty_cell_of_csv_is_missing_and_an_empty_text_of_json_is_not(tmp_path: Path) -> None:
    assert values(column_of(tmp_path, "a", "", '""')) == ["a", None, None]
    rows = ['"value": "a"', '"value": ""', '"value": null', '"other": 1']
    lines = "".join(f'{{"user_id": "ann", "event": "v", "time": "{WHEN}", {r}}}\n' for r in rows)
    assert values(events_of(tmp_path, lines, "events.jsonl")) == ["a", "", None, None]


def test_a_json_text_that_looks_like_a_number_stays_a_text(tmp_path: Path) -> None:
    lines = (
        f'{{"user_id": 7, "event": "v", "time": "{WHEN}", "zip": "10115", "cart": {{"n": 2}}}}\n'
    )
    found = events_of(tmp_path, lines, "events.jsonl")
    assert values(found, "zip") == ["10115"]
    assert values(found, "cart.n") == [2]
    assert found.dataset.ids == ("7",)


@pytest.mark.parametrize(
    ("cell", "seconds"),
    [
        ("2024-07-01T10:00:00Z", 1_719_828_000),
        ("2024-07-01 10:00:00.999", 1_719_820_800),
        ("2024-07-01T10:00", 1_719_820_800),
        ("2024-07-01T12:00:00+0530", 1_719_815_400),
        ("2024-10-27 02:30:00", 1_729_989_000),
        ("1719828000", 1_719_828_000),
        ("1719828000999", 1_719_828_000),
        ("-1000000000.5", -1_000_000_001),
    ],
)
def test_times_are_cut_to_seconds_and_those_without_a_zone_are_local(
    tmp_path: Path, cell: str, seconds: int
) -> None:
    content = f"user_id,event,time\nann,view,{cell}\n"
    mapping = Mapping(zone="Europe/Berlin")
    found = events_of(tmp_path, f"{content}ann,view,2024-01-01T00:00Z\n", mapping=mapping)
    assert seconds in found.dataset.time.tolist()


def test_every_rejected_row_has_its_number_as_an_editor_shows_it(tmp_path: Path) -> None:
    rows = [
        "ann,view,2024-01-01,1",
        "ann,view,2024-01-01",
        "ann,view,2024-01-01,1,2",
        ",view,2024-01-01,1",
        "ann,,2024-01-01,1",
        "ann,view,,1",
        "ann,view,yesterday,1",
        "ann,view,2024-02-30,1",
        "",
        'ann,view,2024-01-01,"two\nlines"',
        "ann,vi\0ew,2024-01-01,1",
        "ann,view,2024-01-01," + "9" * 300_000,
        'ann,view,2024-01-01,"open',
        "bob,view,2024-01-01,2",
    ]
    found = events_of(tmp_path, HEAD + "\n".join(rows) + "\n")
    reasons = {row.row: row.reason for row in found.report.rejected}
    assert list(reasons) == [3, 4, 13, 14, 15, 5, 6, 7, 8, 9]
    assert reasons[3] == "3 fields where the header names 4"
    assert reasons[4] == "5 fields where the header names 4"
    assert reasons[5] == "the row has no customer"
    assert reasons[6] == "the row has no name of an event"
    assert reasons[7] == "the row has no time"
    assert "no date and time" in reasons[8]
    assert "no date and time" in reasons[9]
    assert "NUL" in reasons[13]
    assert "longer than" in reasons[14]
    assert "never closed" in reasons[15]
    assert values(found) == ["1", "two\nlines", "2"]


def test_events_of_one_second_keep_the_order_of_the_files(tmp_path: Path) -> None:
    rows = "".join(f"ann,view,{WHEN},{number}\n" for number in range(500))
    assert values(events_of(tmp_path, HEAD + rows)) == list(range(500))


def test_a_column_of_the_customer_in_event_rows_is_kept_as_history(tmp_path: Path) -> None:
    rows = [("10", "new"), ("11", "new"), ("12", ""), ("13", "loyal"), ("14", "new")]
    content = "".join(f"ann,view,2024-01-01T{hour}:00Z,{stage}\n" for hour, stage in rows)
    dataset = events_of(tmp_path, "user_id,event,time,user_stage\n" + content).dataset
    assert dataset.change_row.tolist() == [0, 3, 4]
    texts = dataset.vocabulary.texts
    assert [texts[code] for code in dataset.change_value] == ["new", "loyal", "new"]
    assert dataset.attributes.tolist() == [[-1]]


def test_what_a_customer_file_says_does_not_reach_back_before_a_history(tmp_path: Path) -> None:
    events = "user_id,event,time,user_plan\nann,view,2024-01-01,free\nbob,view,2024-01-01,\n"
    dataset = both(tmp_path, events, "user_id,user_plan\nann,paid\nbob,paid\n").dataset
    texts = dataset.vocabulary.texts
    known = [texts[code] if code >= 0 else None for code in dataset.attributes[0]]
    assert known == [None, "paid"]
    assert [texts[code] for code in dataset.change_value] == ["free"]


def test_a_customer_file_with_instants_is_history(tmp_path: Path) -> None:
    customers = (
        "customer_id,updated_at,consent_email,zone\n"
        "ann,,no,Asia/Tokyo\nann,2024-01-02,yes,\nann,2024-01-03,yes,UTC\nbob,soon,yes,\n"
    )
    found = both(tmp_path, f"user_id,event,time\nann,view,{WHEN}\n", customers)
    dataset = found.dataset
    assert [column.name for column in dataset.vocabulary.attributes] == ["consent.email", "zone"]
    assert dataset.change_row.tolist() == [-1, -1]
    assert dataset.change_attribute.tolist() == [0, 1]
    assert [(row.file, row.row) for row in found.report.rejected] == [("customers.csv", 5)]


def test_a_customer_who_stands_twice_is_taken_over_once(tmp_path: Path) -> None:
    customers = "id,country\nann,DE\nbob,FR\nann,US\n"
    found = both(tmp_path, f"user_id,event,time\ncid,view,{WHEN}\n", customers)
    assert found.dataset.ids == ("ann", "bob", "cid")
    (rejected,) = found.report.rejected
    assert (rejected.file, rejected.row) == ("customers.csv", 4)
    assert "twice" in rejected.reason


def test_lines_that_are_no_objects_are_rejected_with_their_numbers(tmp_path: Path) -> None:
    good = f'"user_id": "ann", "event": "v", "time": "{WHEN}"'
    lines = [
        f"{{{good}}}",
        "nonsense",
        "[1]",
        f'{{{good}, "value": NaN}}',
        f'{{{good}, "value": "\\u0000"}}',
        f'{{{good}, "value": "\\ud800"}}',
        f'{{{good}, "event": "w"}}',
        '{"a": ' * 200 + "1" + "}" * 200,
        "",
        f'{{{good}, "value": ["\\u00e9", 1.50]}}',
    ]
    found = events_of(tmp_path, "\n".join(lines), "events.jsonl")
    assert [row.row for row in found.report.rejected] == [2, 3, 4, 5, 6, 7, 8]
    assert all(row.reason and row.file == "events.jsonl" for row in found.report.rejected)
    assert values(found) == [None, '["é",1.5]']
