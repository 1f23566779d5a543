"""Bad grammar of a journey, named by every command: where, what is wrong, and what mends it."""

import json
from pathlib import Path

import pytest

from tests.app.bad_grammar import BESIDE, CUSTOMERS, ERRORS, EVENTS, SLOW, UNREADABLE, VAIN
from tests.app.speaking import Said, is_refused, put_drawing, said


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> tuple[str | Path, ...]:
    folder = tmp_path_factory.mktemp("data")
    (folder / "events.csv").write_text(EVENTS)
    (folder / "customers.csv").write_text(CUSTOMERS)
    return ("--events", folder / "events.csv", "--customers", folder / "customers.csv")


def flat(words: str) -> str:
    return " ".join(words.split())


def is_listed(ended: Said, place: str, words: str, fix: str, weight: str = "Error") -> bool:
    """Say whether `check` lists a problem with its place, its words and its fix."""
    told = flat(ended.out)
    where = f"{weight} at {place}" if place.startswith("'") else weight
    mends = f"To mend it: {fix}." if fix else ""
    parts = (where, place, words, mends)
    return "Traceback" not in ended.err and all(part in told for part in parts)


@pytest.mark.parametrize("what", ERRORS)
def test_what_is_wrong_without_data_is_named_by_every_command(
    what: str, tmp_path: Path, data: tuple[str | Path, ...]
) -> None:
    changes, place, words, fix = ERRORS[what]
    path = put_drawing(tmp_path / "carts.json", **changes)
    for more in ((), data):
        checked = said("check", path, *more)
        assert checked.code == 1
        assert is_listed(checked, place, words, fix)
    told = json.loads(said("check", path, "--json").out)["problems"][str(path)]
    (found,) = [each for each in told if words in each["words"]]
    assert (found["severity"], found["fix"]) == ("error", fix or None)
    for command in (("simulate",), ("trace", "--customer", "ann"), ("census",)):
        ended = said(command[0], path, *data, *command[1:])
        assert (ended.code, ended.out) == (1, "")
        assert "Carts cannot run." in ended.err
        assert is_listed(Said(1, ended.err, ""), place, words, fix)
        assert "python3 -m app check" in ended.err


@pytest.mark.parametrize("what", BESIDE)
def test_what_is_wrong_beside_data_is_listed_and_keeps_the_journey_from_running(
    what: str, tmp_path: Path, data: tuple[str | Path, ...]
) -> None:
    changes, place, words, fix = BESIDE[what]
    path = put_drawing(tmp_path / "carts.json", **changes)
    assert said("check", path).code == 0
    checked = said("check", path, *data)
    assert checked.code == 1
    assert is_listed(checked, place, words, fix)
    for command in (("simulate",), ("trace", "--customer", "ann")):
        assert is_refused(said(command[0], path, *data, *command[1:]), "Carts: ")


@pytest.mark.parametrize("what", VAIN)
def test_what_an_event_never_has_is_a_warning_and_the_journey_runs(
    what: str, tmp_path: Path, data: tuple[str | Path, ...]
) -> None:
    changes, words, fix = VAIN[what]
    path = put_drawing(tmp_path / "carts.json", **changes)
    assert words not in flat(said("check", path).out)
    checked = said("check", path, *data)
    assert checked.code == 0
    assert is_listed(checked, "", words, fix, "Warning")
    ran = said("simulate", path, *data)
    assert (ran.code, "Traceback" in ran.err) == (0, False)


@pytest.mark.parametrize("what", UNREADABLE)
@pytest.mark.parametrize("command", ["check", "simulate"])
def test_what_no_journey_can_hold_is_refused_with_its_place(
    command: str, what: str, tmp_path: Path, data: tuple[str | Path, ...]
) -> None:
    changes, place, words = UNREADABLE[what]
    path = put_drawing(tmp_path / "carts.json", **changes)
    assert is_refused(said(command, path, *data), "carts.json", place, words)


def test_a_pattern_that_tries_many_ways_elsewhere_runs_as_any_other(tmp_path: Path) -> None:
    path = put_drawing(tmp_path / "carts.json", **SLOW)
    rows = [f"c{place},add_to_cart,2026-01-05,{'a' * 900}b\n" for place in range(3)]
    rows.append(f"d,add_to_cart,2026-01-05,{'a' * 900}\n")
    events = tmp_path / "events.csv"
    events.write_text("user_id,event,timestamp,platform\n" + "".join(rows))
    ended = said("simulate", path, "--events", events, "--json", "-")
    assert ended.code == 0
    assert json.loads(ended.out)["journeys"]["carts"]["entries"] == 1
