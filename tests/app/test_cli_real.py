"""The sample journey on a real shop's customers: the counts are right, and stay the same."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.app.speaking import Said, said

JOURNEY = "shop_rescue"
ENTRIES = """
WITH RECURSIVE
happened AS (
    SELECT user_id AS who, event, epoch(timestamp)::BIGINT AS moment, lower(platform) AS platform
    FROM read_csv($file)
),
asked AS (
    SELECT who, moment FROM happened
    WHERE event = 'add_to_cart' AND list_contains($on, platform)
),
entry AS (
    SELECT who, min(moment) AS moment FROM asked GROUP BY who
    UNION ALL
    SELECT asked.who, min(asked.moment) FROM entry
    JOIN asked ON asked.who = entry.who AND asked.moment >= entry.moment + 86400
    GROUP BY asked.who, entry.moment
),
turned AS (
    SELECT asked.who, asked.moment, max(entry.moment) AS last
    FROM asked JOIN entry ON entry.who = asked.who AND entry.moment <= asked.moment
    GROUP BY asked.who, asked.moment
)
"""
COUNTED = f"""
{ENTRIES}
SELECT
    (SELECT count(*) FROM entry) AS entries,
    (SELECT count(*) FROM happened WHERE event = 'add_to_cart' AND NOT list_contains($on, platform))
        AS filtered,
    (SELECT count(*) FROM asked) - (SELECT count(*) FROM entry) AS too_soon,
    (SELECT count(*) FROM turned WHERE moment > last + 3600) AS paused,
    (SELECT count(*) FROM entry WHERE EXISTS (
        SELECT 1 FROM happened WHERE happened.who = entry.who AND happened.event = 'purchase'
        AND happened.moment > entry.moment AND happened.moment <= entry.moment + 3600
    )) AS bought
"""  # noqa: S608 our own text


@pytest.fixture(scope="module")
def source(shared: Path) -> Path:
    """Return the file of the real shop."""
    return shared / "cases" / "ecommerce_events.csv"


@pytest.fixture(scope="module")
def runs(source: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the results of runs that differ in mode and seed, and of one that does not."""
    folder = tmp_path_factory.mktemp("runs")
    asked = {
        "backtest": ("backtest", 0),
        "again": ("backtest", 0),
        "reseeded": ("backtest", 77),
        "mixed": ("mixed", 1),
        "mixed again": ("mixed", 1),
        "mixed reseeded": ("mixed", 2),
    }
    for name, (mode, seed) in asked.items():
        out = folder / name
        words: list[str | Path] = ["--mode", mode, "--seed", str(seed), "--json", out]
        assert said("simulate", JOURNEY, "--events", source, *words).code == 0
    return {name: (folder / name).read_bytes() for name in asked}


def read(content: bytes) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(content)
    return tree


def drawn(root: Path) -> dict[str, Any]:
    return read((root / "resources" / "samples" / f"{JOURNEY}.json").read_bytes())


def counted(source: Path, on: list[str]) -> dict[str, int]:
    """Count with SQL, from the rules alone, what the engine should count."""
    with duckdb.connect() as connection:
        asked = connection.execute(COUNTED, {"file": str(source), "on": on})
        names = [column[0] for column in asked.description or ()]
        return dict(zip(names, asked.fetchall()[0], strict=True))


def test_the_sample_is_the_journey_that_the_count_is_made_for(root: Path) -> None:
    plain = drawn(root)
    assert plain["entry"] == {"cooldown": "PT24H"}
    assert plain["nodes"]["hour"]["duration"] == "PT1H"
    assert plain["nodes"]["paid"]["branches"][0]["condition"] == {
        "event": "purchase",
        "kind": "behaviour",
        "operator": "at_least",
        "value": 1,
        "within": "PT1H",
    }


def test_entries_are_those_counted_with_sql(
    root: Path, source: Path, runs: dict[str, bytes]
) -> None:
    trigger = drawn(root)["nodes"]["cart"]
    assert (trigger["event"], trigger["where"]["name"]) == ("add_to_cart", "platform")
    expected = counted(source, trigger["where"]["value"])
    run = read(runs["backtest"])["journeys"][JOURNEY]
    refused = run["steps"]["cart"]["refused"]
    assert run["entries"] == expected["entries"] > 1_000
    assert refused["filter"] == expected["filtered"] > 0
    assert refused["active"] + refused["cooldown"] == expected["too_soon"] > 0
    assert refused["cooldown"] == expected["paused"] > 0
    assert run["steps"]["paid"]["ports"]["bought"] == expected["bought"] > 0


@pytest.mark.parametrize("name", ["backtest", "mixed"])
def test_every_entrant_and_every_step_is_accounted_for(name: str, runs: dict[str, bytes]) -> None:
    run = read(runs[name])["journeys"][JOURNEY]
    left = [of["left"] for rules in (run["goals"], run["exits"]) for of in rules.values()]
    ends = ("finished", "path_ended", "restarted", "too_many", "waiting")
    assert run["entries"] == sum(run[end] for end in ends) + sum(left)
    for step in run["steps"].values():
        assert step["reached"] == sum(step["ports"].values()) + step["waiting"] + step["left"]
    targets: dict[str, int] = {}
    for edge in drawn(Path(__file__).parents[2])["edges"]:
        sent = run["steps"][edge["from"]]["ports"]
        names = ["sent", "not_sent", "failed"] if edge["port"] == "sent" else [edge["port"]]
        targets[edge["to"]] = targets.get(edge["to"], 0) + sum(sent[port] for port in names)
    assert {step: run["steps"][step]["reached"] for step in targets} == targets


def test_what_is_assumed_is_named(source: Path, runs: dict[str, bytes]) -> None:
    said_so = " ".join(read(runs["backtest"])["assumptions"])
    for words in ("Consent to e-mails", "Addresses for e-mails", "Time zones", "UTC", "nobody"):
        assert words in said_so
    shown = said("simulate", JOURNEY, "--events", source)
    for words in read(runs["backtest"])["assumptions"]:
        assert words in " ".join(shown.out.split())


def test_one_seed_gives_the_same_bytes(runs: dict[str, bytes]) -> None:
    assert runs["backtest"] == runs["again"]
    assert runs["mixed"] == runs["mixed again"]
    assert runs["backtest"].endswith(b"}\n")
    tree = read(runs["backtest"])
    again = json.dumps(tree, indent=2, sort_keys=True, ensure_ascii=False)
    assert runs["backtest"].decode() == f"{again}\n"


def test_in_a_backtest_another_seed_changes_the_seeds_own_field_alone(
    runs: dict[str, bytes],
) -> None:
    assert list(differing(read(runs["backtest"]), read(runs["reseeded"]))) == ["seed"]


def test_in_mixed_mode_another_seed_changes_what_is_drawn_and_what_follows(
    runs: dict[str, bytes],
) -> None:
    """Drawn are reactions and purchases after a click; a purchase may turn later ways at 'paid'."""
    first, second = read(runs["mixed"]), read(runs["mixed reseeded"])
    changed = set(differing(first, second))
    begin = f"journeys/{JOURNEY}"
    reactions = {
        f"{begin}/steps/{step}/{what}"
        for step in ("offer", "reminder")
        for what in ("opened", "clicked", "goal_drawn")
    }
    assert changed & reactions
    assert "seed" in changed
    followers = (f"{begin}/goals/", f"{begin}/steps/", "experiments/", "seed")
    assert {path for path in changed if not path.startswith(followers)} == set()
    before = (f"{begin}/steps/cart", f"{begin}/steps/hour", f"{begin}/steps/paid/reached")
    assert {path for path in changed if path.startswith(before)} == set()
    assert first["journeys"][JOURNEY]["entries"] == second["journeys"][JOURNEY]["entries"]


def differing(one: Any, other: Any, path: str = "") -> Iterator[str]:  # noqa: ANN401 JSON
    """Yield the places where two trees of JSON differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        assert one.keys() == other.keys()
        for name in one:
            yield from differing(one[name], other[name], f"{path}/{name}".lstrip("/"))
    elif one != other:
        yield path


def stories(ended: Said) -> dict[str, list[dict[str, Any]]]:
    assert ended.code == 0
    return {one["customer"]: one["story"] for one in json.loads(ended.out)["customers"]}


def test_single_stories_hold_what_the_whole_run_counts(source: Path) -> None:
    """Alone, each of some customers enters exactly as often as SQL counts for them."""
    with source.open() as rows:
        names = sorted({row["user_id"] for row in csv.DictReader(rows)})[:25]
    told = stories(said("trace", JOURNEY, "--events", source, "--json", "--customer", *names))
    entries = {
        who: sum(step["reason"] == "entered" for step in story) for who, story in told.items()
    }
    with duckdb.connect() as connection:
        found = connection.execute(
            f"{ENTRIES} SELECT who, count(*) FROM entry GROUP BY who",  # noqa: S608 our own text
            {"file": str(source), "on": ["desktop", "mobile"]},
        ).fetchall()
    assert entries == {who: dict(found).get(who, 0) for who in names}


def test_in_mixed_mode_the_seed_leaves_every_arm_alone(source: Path) -> None:
    names = [f"user_{number:04d}" for number in range(25)]
    words: list[str | Path] = [
        "--events",
        source,
        "--mode",
        "mixed",
        "--json",
        "--customer",
        *names,
    ]
    arms = [
        {
            (who, step["operands"][0])
            for who, story in stories(said("trace", JOURNEY, *words, "--seed", seed)).items()
            for step in story
            if step["reason"] == "arm_assigned"
        }
        for seed in ("1", "2")
    ]
    assert arms[0]
    assert {arm for who, arm in arms[0]} == {"plain", "delivery", "holdout"}
    both = {who for who, _ in arms[0]} & {who for who, _ in arms[1]}
    assert {pair for pair in arms[0] if pair[0] in both} == {
        pair for pair in arms[1] if pair[0] in both
    }


def test_the_funnel_says_that_all_are_accounted_for_and_what_to_do_next(source: Path) -> None:
    ended = said("simulate", JOURNEY, "--events", source)
    assert ended.code == 0
    assert ended.err == ""
    assert "600 customers, 31,106 events, 4 Jan 2024 to 29 Jun 2024 (UTC)" in ended.out
    assert "1,053 of 1,053 entries accounted for" in ended.out
    assert ended.out.splitlines()[-1].startswith(f"  python3 -m app trace {JOURNEY} --events")


def test_json_on_stdout_is_nothing_but_the_result(source: Path, runs: dict[str, bytes]) -> None:
    ended = said("simulate", JOURNEY, "--events", source, "--json")
    assert ended.out.encode() == runs["backtest"]
