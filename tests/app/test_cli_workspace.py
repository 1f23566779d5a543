"""A workspace at the command line: what goes in comes out, and runs over and over the same."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.workspace import FILE, Workspace
from tests.app.speaking import is_refused, put_drawing, put_events, said


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Return a workspace with three customers and a journey."""
    events = put_events(tmp_path / "events.csv")
    folder = tmp_path / "shop"
    drawn = put_drawing(tmp_path / "carts.json")
    assert said("import", events, drawn, "--workspace", folder).code == 0
    return folder


def test_an_import_shows_what_it_took_every_column_for(tmp_path: Path) -> None:
    events = put_events(tmp_path / "events.csv")
    ended = said("import", events, "--workspace", tmp_path / "shop")
    assert ended.code == 0
    assert ended.out.startswith("3 customers, 6 events,")
    lines = [line.split() for line in ended.out.splitlines()]
    assert ["event:", "customer", "user_id", "text"] in lines
    assert ["event:", "time", "timestamp", "instant"] in lines
    assert ["property", "of", "the", "event", "platform", "text"] in lines
    assert "Taken for granted" in ended.out
    assert "python3 -m app simulate" in ended.out.splitlines()[-1]


def test_a_guess_can_be_overruled(tmp_path: Path) -> None:
    source = tmp_path / "odd.csv"
    source.write_text("who,what,when,event\nann,add_to_cart,2026-01-05 09:00:00,x\n")
    folder = tmp_path / "shop"
    assert is_refused(said("import", source, "--workspace", folder), "No column looks like")
    assert not folder.exists()
    words = ("--map", "customer=who", "event=what", "time=when", "--zone", "Europe/Berlin")
    ended = said("import", source, "--workspace", folder, *words, "--json")
    assert ended.code == 0
    mapping = json.loads(ended.out)["mapping"]
    assert (mapping["events"]["customer"], mapping["events"]["event"]) == ("who", "what")
    with Workspace.open(folder) as workspace:
        assert workspace.settings.zone == "Europe/Berlin"
        dataset = workspace.datasets.load(workspace.datasets.all()[0].id)
    assert dataset.time.tolist() == [1_767_600_000]


def test_a_column_that_is_not_there_is_refused(tmp_path: Path) -> None:
    events = put_events(tmp_path / "events.csv")
    ended = said("import", events, "--workspace", tmp_path / "w", "--map", "customer=uid")
    assert is_refused(ended, "'uid'", "user_id")
    ended = said("import", events, "--workspace", tmp_path / "w", "--map", "boss=user_id")
    assert is_refused(ended, "'boss'", "customer, event, time")


def test_customers_come_with_their_attributes(tmp_path: Path) -> None:
    people = tmp_path / "customers.csv"
    people.write_text("user_id,email,tier\nann,ann@example.org,gold\neve,,silver\n")
    events = put_events(tmp_path / "events.csv")
    ended = said("import", events, "--customers", people, "--workspace", tmp_path / "w", "--json")
    assert json.loads(ended.out)["report"]["customers"] == 4
    shown = said("import", events, "--customers", people, "--workspace", tmp_path / "w")
    assert "attribute address.email" in shown.out


def test_an_export_has_the_bytes_that_were_imported(shop: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    ended = said("export", "carts", "--workspace", shop, out)
    assert ended.code == 0
    assert out.read_bytes() == (tmp_path / "carts.json").read_bytes()
    assert said("export", "carts", "--workspace", shop, "-").out.encode() == out.read_bytes()
    told = json.loads(said("export", "carts", "--workspace", shop, out, "--json").out)
    assert (told["journey"], told["file"]) == ("carts", str(out))


def test_a_journey_that_is_not_there_is_refused_with_those_that_are(
    shop: Path, tmp_path: Path
) -> None:
    assert is_refused(said("export", "cart", "--workspace", shop, tmp_path / "o.json"), "'cart'")
    assert is_refused(said("simulate", "cart", "--workspace", shop), "'cart'", "carts")
    assert not (tmp_path / "o.json").exists()


def test_a_journey_imported_again_replaces_the_one_that_was_there(
    shop: Path, tmp_path: Path
) -> None:
    other = put_drawing(tmp_path / "other.json", title="Baskets")
    ended = said("import", other, "--workspace", shop)
    assert "Baskets, in place of the one that was there" in ended.out
    again = said("import", other, "--workspace", shop)
    assert "in place of" not in again.out
    assert "Baskets: no problems" in said("check", "carts", "--workspace", shop).out


def test_a_run_of_the_workspace_is_kept_with_the_journeys_it_ran(
    shop: Path, tmp_path: Path
) -> None:
    ended = said("simulate", "--all", "--workspace", shop, "--json", tmp_path / "r.json")
    assert ended.code == 0
    assert "Kept as run 1 of shop." in ended.err
    assert "3 entries" not in ended.out
    assert "4 entries" in ended.out
    with Workspace.open(shop) as workspace:
        (kept,) = workspace.runs.all()
        document = workspace.runs.document(kept.versions[0][1])
    assert document == (tmp_path / "carts.json").read_bytes()
    assert json.loads(kept.results) == json.loads((tmp_path / "r.json").read_text())


def test_a_trace_tells_what_the_run_counts(shop: Path) -> None:
    ended = said("trace", "carts", "--workspace", shop, "--customer", "ann", "bob", "--json")
    stories = json.loads(ended.out)["customers"]
    assert [story["customer"] for story in stories] == ["ann", "bob"]
    entered = [step for story in stories for step in story["story"] if step["reason"] == "entered"]
    assert len(entered) == 3
    told = said("trace", "carts", "--workspace", shop, "--customer", "bob").out
    assert "Carts, entry 2" in told
    assert "Waits 1 hour, until 6 Jan 2026, 11:00:00." in told


def test_a_trace_says_which_event_an_exit_rule_acted_on(shop: Path, tmp_path: Path) -> None:
    exits = [{"id": "paid", "event": "purchase"}]
    other = put_drawing(tmp_path / "other.json", exits=exits)
    told = said("trace", other, "--workspace", shop, "--customer", "ann").out
    assert "Leaves by the exit rule 'paid', because of purchase at 09:30." in " ".join(told.split())


def test_who_does_nothing_that_matters_is_told_so(shop: Path, tmp_path: Path) -> None:
    nodes = {"seen": {"kind": "event_trigger", "event": "purchase"}}
    other = put_drawing(tmp_path / "other.json", nodes=nodes, edges=[])
    ended = said("trace", other, "--workspace", shop, "--customer", "cid")
    assert "Nothing that this customer did leads into a journey of the run." in ended.out


def test_the_zone_is_the_workspaces_and_no_other(shop: Path) -> None:
    ended = said("simulate", "carts", "--workspace", shop, "--zone", "Europe/Berlin")
    assert is_refused(ended, "Leave --zone out")


def test_an_empty_workspace_says_what_is_missing(tmp_path: Path) -> None:
    drawn = put_drawing(tmp_path / "carts.json")
    with Workspace.create(tmp_path / "shop", name="shop", zone="UTC"):
        pass
    ended = said("simulate", "--all", "--workspace", tmp_path / "shop")
    assert is_refused(ended, "no journeys", "python3 -m app import")
    ended = said("simulate", drawn, "--workspace", tmp_path / "shop")
    assert is_refused(ended, "no data", "python3 -m app import")


def test_what_is_no_workspace_is_refused(tmp_path: Path) -> None:
    drawn = put_drawing(tmp_path / "carts.json")
    assert is_refused(said("simulate", drawn, "--workspace", tmp_path), "no workspace")
    (tmp_path / FILE).write_text("scribble")
    for words in (["simulate", drawn], ["import", drawn], ["check", drawn], ["export", "c", "-"]):
        assert is_refused(said(*words, "--workspace", tmp_path), "damaged")
    assert (tmp_path / FILE).read_text() == "scribble"


def test_a_truncated_workspace_is_refused_and_left_alone(shop: Path) -> None:
    whole = (shop / FILE).read_bytes()
    (shop / FILE).write_bytes(whole[: len(whole) // 2])
    assert is_refused(said("simulate", "--all", "--workspace", shop), "shop")
    assert (shop / FILE).read_bytes() == whole[: len(whole) // 2]


def test_a_newer_workspace_is_refused_and_left_alone(shop: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(shop / FILE)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = (shop / FILE).read_bytes()
    for words in (["simulate", "--all"], ["import", tmp_path / "carts.json"], ["check", "carts"]):
        ended = said(*words, "--workspace", shop)
        assert is_refused(ended, "newer Throughline", "Update Throughline")
    assert (shop / FILE).read_bytes() == before


def test_a_run_never_writes_over_what_it_reads(shop: Path, tmp_path: Path) -> None:
    drawn = tmp_path / "carts.json"
    before = drawn.read_bytes()
    ended = said("simulate", drawn, "--workspace", shop, "--json", drawn)
    assert is_refused(ended, "carts.json", "another name")
    assert drawn.read_bytes() == before
