"""An exported picture is what the canvas shows: the journey by name, its counts, the thread."""

import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pytestqt.qtbot import QtBot

from app.counting import counts
from app.desktop import Desktop
from journeys.document.edits.steps import ChangeNode
from journeys.document.format import loads
from journeys.document.journey import Journey
from journeys.durations import Duration
from journeys.samples import samples
from journeys.values import evolve
from tests.widgets.pages import read_page
from widgets.canvas.tags import tag_on

LONG = 60_000
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def ran(qtbot: QtBot, desktop: Desktop) -> Desktop:
    """Return a window in which the sample journey ran."""
    desktop.workbench.put(loads(samples()["shop_rescue"]))
    with qtbot.waitSignal(desktop.workbench.running.finished, timeout=LONG):
        desktop.workbench.run()
    qtbot.waitUntil(lambda: not desktop.live.is_counting, timeout=LONG)
    desktop.front.show_room("design")
    return desktop


def said(desktop: Desktop, path: Path) -> list[str]:
    """Return the texts of an exported drawing, in their order."""
    desktop.workbench.export(path)
    tree = ET.fromstring(path.read_bytes())  # noqa: S314  our own file
    return [text.text or "" for text in tree.iter(f"{SVG}text")]


def on_canvas(desktop: Desktop) -> list[str]:
    """Return the counts that stand on paths and cards."""
    scene = desktop.window.canvas.scene
    assert scene.settle(LONG)
    tags = [tag_on(scene, pair) for pair in scene.ways.ports]
    figures = [figure for name in scene.steps.names for figure in scene.step(name).figures]
    numbers = [number for figure in figures for number in figure.split(" ", 1)]
    return [tag.count for tag, _ in filter(None, tags)] + numbers


def wait_longer(journey: Journey) -> ChangeNode:
    return ChangeNode(evolve(journey.by_id["hour"], duration=Duration(seconds=7_200)))


def test_the_counts_of_a_run_are_in_the_picture_as_on_the_canvas(
    ran: Desktop, tmp_path: Path
) -> None:
    texts = said(ran, tmp_path / "carts.svg")
    shown = on_canvas(ran)
    assert len(shown) > len(ran.workbench.document.journey.edges)
    assert Counter(shown) - Counter(texts) == Counter()
    outcome = ran.workbench.running.outcome
    assert outcome is not None
    entered = counts(outcome.ran.result, outcome.journey).entered
    line = " ".join(texts)
    assert texts[0] == "Rescue left carts"
    assert f"{entered:,} entries in a test run on" in line
    assert f"{outcome.brought.dataset.customers:,} customers of the sample shop," in line
    assert "Nothing was sent. (Chance 0)" in line
    assert "Taken for granted: Reactions to messages fall by chance" in line
    ran.workbench.export(tmp_path / "carts.pdf")
    page = read_page((tmp_path / "carts.pdf").read_bytes()).runs
    assert Counter(shown) - Counter(page) == Counter()
    assert "Rescue left carts" in page


def test_counts_of_another_journey_are_in_no_picture(
    qtbot: QtBot, ran: Desktop, tmp_path: Path
) -> None:
    ran.workbench.do(wait_longer(ran.workbench.document.journey))
    assert ran.live.is_counting
    line = " ".join(said(ran, tmp_path / "carts.svg"))
    assert "entries in a test run" not in line
    assert not re.search(r"\d% ?opened|\d sent", line)
    assert "Everyone else" in line
    qtbot.waitUntil(lambda: not ran.live.is_counting, timeout=LONG)
    assert "entries in a test run" in " ".join(said(ran, tmp_path / "carts.svg"))


def test_a_thread_on_the_canvas_is_in_the_picture_and_named(ran: Desktop, tmp_path: Path) -> None:
    without = said(ran, tmp_path / "carts.svg")
    name = "customer.first_name"
    ran.front.threads.follow(name)
    texts = said(ran, tmp_path / "carts.svg")
    assert f"The thick line follows {name}: solid" in " ".join(texts)
    assert {name, "starts here, for some", "Sometimes"} <= set(texts) - set(without)
    ran.front.threads.follow("")
    assert said(ran, tmp_path / "carts.svg") == without
