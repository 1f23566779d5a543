"""The very first look: one command shows a journey at work, and leaves something to look at."""

import json
from pathlib import Path

import pytest

from app import libraries
from app.cli import first, sources
from app.cli.painting import paint
from tests.app.speaking import is_refused, put_drawing, put_events, said


@pytest.fixture(scope="module")
def look(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """Return what the first look printed, and the folder it was taken in."""
    folder = tmp_path_factory.mktemp("first")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        ended = said()
    assert ended.code == 0
    return ended.out, folder


def test_the_counts_of_the_first_look_add_up(look: tuple[str, Path]) -> None:
    tree = json.loads((look[1] / "shop_rescue.result.json").read_text())
    run = tree["journeys"]["shop_rescue"]
    assert tree["customers"] == 10_000
    assert run["entries"] == run["finished"] + run["waiting"] + run["path_ended"] > 1_000
    assert f"{run['entries']:,} of {run['entries']:,} entries accounted for" in look[0]


def test_the_first_look_explains_a_customer_with_a_message_and_a_goal(
    look: tuple[str, Path],
) -> None:
    told = look[0].split("One of them, explained")[1]
    assert "Customer customer-00" in told
    assert "Enters on add to cart." in told
    assert "Sent the e-mail" in told
    assert "Reaches the goal 'Buys within a week'" in told


def test_the_first_look_says_where_everything_is_and_what_to_do_next(
    look: tuple[str, Path],
) -> None:
    out, folder = look
    for name in ("shop_rescue.result.json", "shop_rescue.png"):
        if (folder / name).exists():
            assert str(folder / name) in out
    assert (folder / "shop_rescue.result.json").exists()
    assert "python3 -m app simulate shop_rescue --events events.csv" in out


def test_a_picture_is_painted_or_the_line_that_makes_it_possible_is_named(tmp_path: Path) -> None:
    drawn = put_drawing(tmp_path / "carts.json")
    for name, begin in (("out.png", b"\x89PNG"), ("out.SVG", b"<?xml")):
        ended = said("picture", drawn, tmp_path / name, "--theme", "dark")
        assert ended.code == 0
        if libraries.missing_system_packages():
            assert "apt-get install -y lib" in ended.err
            assert not (tmp_path / name).exists()
        else:
            assert (tmp_path / name).read_bytes().startswith(begin)
            assert name in ended.out


def test_a_picture_has_the_name_of_the_journey_above(tmp_path: Path) -> None:
    if libraries.missing_system_packages():
        pytest.skip("this system cannot paint")
    drawn = put_drawing(tmp_path / "carts.json", title="Carts that were left")
    assert said("picture", drawn, tmp_path / "out.svg").code == 0
    assert ">Carts that were left</text>" in (tmp_path / "out.svg").read_text()


def test_the_picture_of_the_first_look_has_the_counts_of_its_run(look: tuple[str, Path]) -> None:
    if libraries.missing_system_packages():
        pytest.skip("this system cannot paint")
    ended = said("picture", first.SAMPLE, look[1] / "alone.png")
    assert ended.code == 0
    counted, alone = ((look[1] / name).read_bytes() for name in ("shop_rescue.png", "alone.png"))
    said("picture", first.SAMPLE, look[1] / "again.png", "--shop", str(first.CUSTOMERS))
    assert (look[1] / "again.png").read_bytes() == counted != alone


def test_a_picture_has_the_counts_of_a_run_on_the_data_that_is_named(tmp_path: Path) -> None:
    if libraries.missing_system_packages():
        pytest.skip("this system cannot paint")
    drawn, events = put_drawing(tmp_path / "carts.json"), put_events(tmp_path / "events.csv")
    assert said("picture", drawn, tmp_path / "out.svg", "--events", events).code == 0
    words = (tmp_path / "out.svg").read_text()
    assert "4 entries in a test run on 3 customers of events.csv" in words.replace("\n", " ")


def test_a_picture_of_a_journey_that_cannot_run_has_no_counts(tmp_path: Path) -> None:
    if libraries.missing_system_packages():
        pytest.skip("this system cannot paint")
    alone = {"hour": {"kind": "wait", "duration": "PT1H"}}
    drawn = put_drawing(tmp_path / "carts.json", nodes=alone, edges=[])
    ended = said("picture", drawn, tmp_path / "out.svg", "--shop", "5")
    assert ended.code == 1
    assert "cannot run" in ended.err
    assert "entries" not in (tmp_path / "out.svg").read_text()


def test_without_the_libraries_of_qt_the_line_that_installs_them_is_named(tmp_path: Path) -> None:
    missing = {"libnowhere-to-be-found.so.7": "libnowhere7"}
    told = paint(sources.one(first.SAMPLE), tmp_path / "out.png", "light", needed=missing)
    assert "apt-get install -y libnowhere7" in " ".join(told)
    assert not (tmp_path / "out.png").exists()


def test_a_picture_that_cannot_be_kept_is_refused(tmp_path: Path) -> None:
    drawn = put_drawing(tmp_path / "carts.json")
    if libraries.missing_system_packages():
        pytest.skip("this system cannot paint")
    assert is_refused(said("picture", drawn, tmp_path / "nowhere" / "out.png"), "out.png")


def test_the_sample_of_the_first_look_is_one_that_there_is() -> None:
    assert said("check", first.SAMPLE).code == 0
