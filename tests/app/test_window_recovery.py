"""After a crash what was open is offered again: the last saved state or newer, never broken."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli.bar import drive
from app.recovery import Fate, Origin, Rescue, Rescued, Unread, drop, left_behind
from journeys.document.format import dumps, loads
from journeys.document.journey import Journey
from journeys.errors import NewerFileError
from journeys.samples import samples
from journeys.values import evolve
from storage.files import fingerprint

NOWHERE = Origin()


@pytest.fixture
def journey() -> Journey:
    return loads(samples()["shop_rescue"])


def leave(folder: Path, journey: Journey, origin: Origin = NOWHERE) -> Path:
    """Keep a copy as a program that is gone has done."""
    rescue = Rescue(folder)
    rescue.keep(journey, origin)
    rescue.copy.with_suffix(".sign").unlink()  # no lock is held on what is not there
    return rescue.copy


def found(folder: Path) -> list[Rescued]:
    """Return the journeys that the next start offers; there is nothing else."""
    left = drive(left_behind(folder))
    assert all(isinstance(each, Rescued) for each in left)
    return [each for each in left if isinstance(each, Rescued)]


def test_what_a_program_that_is_gone_left_behind_is_found(tmp_path: Path, journey: Journey) -> None:
    copy = leave(tmp_path, journey)
    (rescued,) = found(tmp_path)
    assert (rescued.journey, rescued.copy, rescued.fate) == (journey, copy, Fate.NONE)
    assert dumps(rescued.journey) == dumps(journey)


def test_the_newest_copy_is_offered_first(tmp_path: Path, journey: Journey) -> None:
    older = leave(tmp_path, journey)
    newer = leave(tmp_path, evolve(journey, title="Newer"))
    os.utime(older, (1, 1))
    assert [rescued.copy for rescued in found(tmp_path)] == [newer, older]


def test_what_a_running_program_keeps_is_not_offered(tmp_path: Path, journey: Journey) -> None:
    rescue = Rescue(tmp_path)
    rescue.keep(journey, NOWHERE)
    assert found(tmp_path) == []
    assert {file.suffix for file in (tmp_path / "rescue").iterdir()} == {".json", ".about", ".sign"}
    rescue.drop()


def test_a_program_that_ended_lets_go_even_if_its_number_lives_on(
    root: Path, tmp_path: Path, journey: Journey
) -> None:
    path = tmp_path / "shop.json"
    path.write_bytes(dumps(journey))
    keep = (
        "import sys; from pathlib import Path; from app.recovery import Origin, Rescue;"
        "from app.wiring import read_journey; rescue = Rescue(Path(sys.argv[1]));"
        "rescue.keep(read_journey(Path(sys.argv[2])), Origin()); print('kept', flush=True);"
        "sys.stdin.read()"
    )
    command = [sys.executable, "-c", keep, str(tmp_path), str(path)]
    with subprocess.Popen(
        command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"kept\n"
        assert found(tmp_path) == []
        program.kill()
    assert [rescued.journey for rescued in found(tmp_path)] == [journey]


def test_once_all_is_saved_nothing_is_left_behind(tmp_path: Path, journey: Journey) -> None:
    rescue = Rescue(tmp_path)
    rescue.keep(journey, NOWHERE)
    rescue.drop()
    assert list((tmp_path / "rescue").iterdir()) == []
    rescue.keep(journey, NOWHERE)
    assert rescue.copy.exists()
    rescue.drop()


def test_a_copy_that_was_taken_up_is_gone(tmp_path: Path, journey: Journey) -> None:
    drop(leave(tmp_path, journey))
    assert found(tmp_path) == []


def test_what_a_kill_left_half_written_is_cleared_away_with_its_program(
    tmp_path: Path, journey: Journey
) -> None:
    rescue = Rescue(tmp_path)
    rescue.keep(journey, NOWHERE)
    folder = tmp_path / "rescue"
    living = folder / f".{rescue.copy.name}.abc.part"
    gone = folder / f".{'0' * 32}.json.abc.part"
    orphan = folder / f"{'1' * 32}.about"
    for file in (living, gone, orphan):
        file.write_bytes(b"{")
    assert found(tmp_path) == []
    assert living.exists()
    assert not gone.exists()
    assert not orphan.exists()
    rescue.drop()


@pytest.mark.parametrize(
    ("before", "after", "fate"),
    [
        (b"old", b"old", Fate.SAME),
        (b"old", b"other", Fate.CHANGED),
        (b"old", None, Fate.GONE),
        (None, b"other", Fate.CHANGED),
    ],
)
def test_an_offer_knows_what_became_of_its_file(
    tmp_path: Path, journey: Journey, before: bytes | None, after: bytes | None, fate: Fate
) -> None:
    path = tmp_path / "carts.json"
    leave(tmp_path, journey, Origin(path, fingerprint(before) if before is not None else None))
    if after is not None:
        path.write_bytes(after)
    (rescued,) = found(tmp_path)
    assert (rescued.fate, rescued.origin.path) == (fate, path)


def test_what_stands_in_its_file_already_is_not_offered(tmp_path: Path, journey: Journey) -> None:
    path = tmp_path / "carts.json"
    path.write_bytes(dumps(journey))
    copy = leave(tmp_path, journey, Origin(path))
    assert found(tmp_path) == []
    assert not copy.exists()
    assert path.read_bytes() == dumps(journey)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe", b'{"format": "something else"}', b"[" * 9_999]
)
def test_a_copy_that_cannot_be_read_stops_nothing(
    tmp_path: Path, journey: Journey, content: bytes
) -> None:
    leave(tmp_path, journey)
    broken = leave(tmp_path, journey)
    broken.write_bytes(content)
    (unread,) = [each for each in drive(left_behind(tmp_path)) if isinstance(each, Unread)]
    assert unread.error.what
    assert unread.copy.read_bytes() == content
    assert [rescued.journey for rescued in found(tmp_path)] == [journey]


def test_a_copy_of_a_newer_program_is_told_and_waits_for_it(
    tmp_path: Path, journey: Journey
) -> None:
    content = json.dumps(json.loads(dumps(journey)) | {"version": 99}).encode()
    copy = leave(tmp_path, journey)
    copy.write_bytes(content)
    for _ in range(2):
        (unread,) = drive(left_behind(tmp_path))
        assert isinstance(unread, Unread)
        assert isinstance(unread.error, NewerFileError)
        assert unread.copy == copy
        assert copy.read_bytes() == content


@pytest.mark.parametrize(
    "said",
    [
        "",
        "{}",
        "[]",
        '{"path": 3, "base": 3}',
        "null",
        "[" * 9_999,
        '{"path": "a\\u0000b"}',
        '{"path": ""}',
    ],
)
def test_a_copy_of_unknown_origin_is_still_offered(
    tmp_path: Path, journey: Journey, said: str
) -> None:
    leave(tmp_path, journey).with_suffix(".about").write_text(said)
    (rescued,) = found(tmp_path)
    assert (rescued.journey, rescued.origin) == (journey, NOWHERE)
