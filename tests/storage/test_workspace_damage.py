"""Damaged workspaces: a message and never a traceback, and no wrong journey passed off as right."""

import random
from pathlib import Path

import pytest

from journeys.errors import ThroughlineError
from storage.journeys import SavedJourney
from storage.runs import NewRun, SavedRun, Version
from storage.workspace import FILE, Workspace
from tests.storage.test_workspace import dataset_in

CASES = 500


def contents(folder: Path) -> tuple[tuple[SavedJourney, ...], tuple[SavedRun, ...], str]:
    """Return everything a workspace says."""
    with Workspace.open(folder) as workspace:
        return workspace.journeys.all(), workspace.runs.all(), workspace.settings.zone


def spoiled(whole: bytes, draw: random.Random) -> bytes:
    """Return a file with its end torn off, some bits turned over, or a stretch of it emptied."""
    found = bytearray(whole)
    match draw.randrange(3):
        case 0:
            return bytes(found[: draw.randrange(len(found))])
        case 1:
            for _ in range(draw.randrange(1, 9)):
                found[draw.randrange(len(found))] ^= 1 << draw.randrange(8)
        case _:
            first = draw.randrange(len(found))
            found[first : first + 64] = bytes(len(found[first : first + 64]))
    return bytes(found)


def test_500_spoiled_workspaces_are_whole_or_refused_in_words(tmp_path: Path) -> None:
    with Workspace.create(tmp_path, name="Shop", zone="Europe/Berlin") as workspace:
        for number in range(12):
            document = (f'{{"number": {number}}}' * 90).encode()
            saved = SavedJourney(f"j{number}", f"Journey {number}", f"c{number}", document, number)
            workspace.journeys.save(saved)
        dataset = dataset_in(workspace)
        for number in range(5):
            run = NewRun(dataset, (Version("j1", f"c{number}", b"{}"),), "{}", "{}", number)
            workspace.runs.save(run)
    right, whole, draw = contents(tmp_path), (tmp_path / FILE).read_bytes(), random.Random(20)
    told, untouched = list[str](), True
    for _ in range(CASES):
        harmed = spoiled(whole, draw)
        (tmp_path / FILE).write_bytes(harmed)
        try:
            assert contents(tmp_path) == right
        except ThroughlineError as error:
            told.append(error.attempt)
            untouched = untouched and (tmp_path / FILE).read_bytes() == harmed
        for left in tmp_path.glob(f"{FILE}-*"):
            left.unlink()
    assert untouched
    assert len(told) > CASES // 3
    assert all(told)


def test_a_damaged_workspace_names_the_copy_that_is_there(tmp_path: Path) -> None:
    with Workspace.create(tmp_path, name="Shop", zone="UTC") as workspace:
        workspace.back_up("monday")
    (tmp_path / FILE).write_bytes((tmp_path / FILE).read_bytes()[:5_000])
    with pytest.raises(ThroughlineError, match=r"backups/monday\.sqlite"):
        Workspace.open(tmp_path)
    (tmp_path / "backups" / "monday.sqlite").replace(tmp_path / FILE)
    with Workspace.open(tmp_path) as workspace:
        assert workspace.settings.name == "Shop"
