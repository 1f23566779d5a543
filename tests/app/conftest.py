"""A window with a journey of a file in it, where a test says nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.data import SampleShop
from app.desktop import Desktop
from journeys.samples import samples
from tests.app.windows import Answers


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, answers: Answers) -> Iterator[Desktop]:
    made = Desktop(tmp_path / "own", answers, SampleShop(50))
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.rescuing.end()
    made.stop()


@pytest.fixture
def path(desktop: Desktop, tmp_path: Path) -> Path:
    """Return the file of the journey that is open."""
    path = tmp_path / "welcome.json"
    path.write_bytes(samples()["welcome"])
    desktop.hearing.open_file(path)
    return path
