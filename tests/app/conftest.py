"""A window on Home to try things in, with recent files of every sort."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.desktop import Desktop
from journeys.samples import samples
from journeys.simulation.jit import kernel
from tests.app.windows import Answers, opened

NAMES = ("shop_rescue", "welcome", "win_back")


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, answers: Answers) -> Iterator[Desktop]:
    kernel()  # made ready here: its loading cannot be broken off
    with opened(qtbot, tmp_path, answers) as made:
        made.window.activateWindow()
        made.begin()
        qtbot.waitUntil(lambda: "welcome" in made.window.home.cards, timeout=20_000)
        qtbot.waitUntil(lambda: bool(made.front.starts), timeout=20_000)
        yield made
        qtbot.waitUntil(lambda: not made.live.is_counting, timeout=20_000)


@pytest.fixture
def path(desktop: Desktop, tmp_path: Path) -> Path:
    """Return the file of the journey that is open."""
    path = tmp_path / "welcome.json"
    path.write_bytes(samples()["welcome"])
    desktop.hearing.open_file(path)
    return path


@pytest.fixture
def recent(qtbot: QtBot, desktop: Desktop, tmp_path: Path) -> dict[str, Path]:
    """Return recent files by name: three journeys, one that is gone, one that cannot be read."""
    files = {name: tmp_path / f"{name}.json" for name in NAMES}
    for name, path in files.items():
        path.write_bytes(samples()[name])
    files["broken"] = tmp_path / "broken.json"
    files["broken"].write_text('{\n  "format": oops')
    files["gone"] = tmp_path / "gone.json"
    for path in files.values():
        desktop.memory.remember(path)
    desktop.showing.greet()
    qtbot.waitUntil(lambda: len(desktop.window.home.content.recent) == len(files))
    return files
