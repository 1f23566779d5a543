"""After a crash what was open is offered again: the last saved state or newer, never broken."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.recovery import Rescue, drop, left_behind
from journeys.document.edits.settings import RenameJourney
from journeys.document.format import dumps, loads
from journeys.document.journey import Journey
from journeys.samples import samples
from journeys.values import evolve
from tests import proofs

SECONDS, LEAST, FULL = 12.0, 10, 200
GONE = 2**22 + 1  # a number no process has

# Edits without a pause, each kept as the window keeps it; what is kept is told on stdout.
EDITING = """
import sys
from pathlib import Path
from app.recovery import Rescue
from journeys.document.edits.settings import RenameJourney
from journeys.document.format import loads
from journeys.samples import samples
rescue = Rescue(Path(sys.argv[1]))
journey = loads(samples()["welcome"])
for count in range(1_000_000):
    journey = RenameJourney(f"edit {count}").apply(journey)
    rescue.keep(journey, Path("welcome.json"))
    sys.stdout.write(f"{count}\\n")
    sys.stdout.flush()
"""


@pytest.fixture
def journey() -> Journey:
    return loads(samples()["shop_rescue"])


def leave(folder: Path, journey: Journey, path: Path | None = None) -> Path:
    """Keep a copy as a program that is gone has done."""
    rescue = Rescue(folder)
    rescue.keep(journey, path)
    about = rescue.copy.with_suffix(".about")
    about.write_text(json.dumps(json.loads(about.read_text()) | {"process": GONE}))
    return rescue.copy


def test_what_a_program_that_is_gone_left_behind_is_found(tmp_path: Path, journey: Journey) -> None:
    copy = leave(tmp_path, journey, tmp_path / "carts.json")
    (found,) = left_behind(tmp_path)
    assert (found.journey, found.path, found.copy) == (journey, tmp_path / "carts.json", copy)
    assert dumps(found.journey) == dumps(journey)


def test_the_newest_copy_is_offered_first(tmp_path: Path, journey: Journey) -> None:
    older = leave(tmp_path, journey)
    newer = leave(tmp_path, evolve(journey, title="Newer"))
    os.utime(older, (1, 1))
    assert [found.copy for found in left_behind(tmp_path)] == [newer, older]


def test_what_a_running_program_keeps_is_not_offered(tmp_path: Path, journey: Journey) -> None:
    rescue = Rescue(tmp_path)
    rescue.keep(journey, None)
    assert left_behind(tmp_path) == ()


def test_once_all_is_saved_nothing_is_left_behind(tmp_path: Path, journey: Journey) -> None:
    rescue = Rescue(tmp_path)
    rescue.keep(journey, None)
    rescue.drop()
    assert list((tmp_path / "rescue").iterdir()) == []
    rescue.keep(journey, None)
    assert {file.suffix for file in (tmp_path / "rescue").iterdir()} == {".json", ".about"}


def test_a_copy_that_was_taken_up_is_gone(tmp_path: Path, journey: Journey) -> None:
    drop(leave(tmp_path, journey))
    assert left_behind(tmp_path) == ()


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b'{"format": "something else"}'])
def test_a_copy_that_cannot_be_read_stops_nothing(
    tmp_path: Path, journey: Journey, content: bytes
) -> None:
    leave(tmp_path, journey)
    leave(tmp_path, journey).write_bytes(content)
    assert [found.journey for found in left_behind(tmp_path)] == [journey]


@pytest.mark.parametrize("said", ["", "{}", "[]", '{"process": "x", "path": 3}', "null"])
def test_a_copy_of_unknown_origin_is_still_offered(
    tmp_path: Path, journey: Journey, said: str
) -> None:
    leave(tmp_path, journey).with_suffix(".about").write_text(said)
    assert [found.journey for found in left_behind(tmp_path)] == [journey]


@pytest.mark.skipif(os.name == "nt", reason="programs are killed with a signal")
@pytest.mark.long("recovery")
def test_after_a_kill_the_journey_is_the_last_one_kept_or_newer(root: Path, tmp_path: Path) -> None:
    is_full = proofs.long_run("recovery")
    chance = random.Random(7)
    until = time.monotonic() + SECONDS
    kills = 0
    while kills < (FULL if is_full else LEAST) or (not is_full and time.monotonic() < until):
        folder = tmp_path / str(kills)
        folder.mkdir()
        command = [sys.executable, "-c", EDITING, str(folder)]
        with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as program:
            assert program.stdout is not None
            program.stdout.readline()
            time.sleep(chance.random() * 0.08)
            program.send_signal(signal.SIGKILL)
            told = program.stdout.read().split()
        last = int(told[-1]) if told else 0
        (found,) = left_behind(folder)
        edit = int(found.journey.title.removeprefix("edit "))
        assert last <= edit <= last + 1
        expected = RenameJourney(found.journey.title).apply(loads(samples()["welcome"]))
        assert dumps(found.journey) == dumps(expected)
        kills += 1
    assert kills >= LEAST
