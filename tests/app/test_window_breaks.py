"""Pauses of test runs, set in the window: they act, are remembered, and stay out of the journey."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop import Desktop
from app.memory import Memory
from journeys.document.format import dumps
from journeys.schedules import WallTime
from journeys.simulation.breaks import Break
from journeys.simulation.settings import Policy
from tests.app.mouse import Mouse
from tests.app.windows import Answers, choose, opened
from widgets.breaks.row import BreakCard
from widgets.breaks.sheet import BreakSheet
from widgets.inspector.controls.line import Line
from widgets.inspector.controls.picker import Picker

CUSTOMERS = 300
LONG = 30_000
OWN = "shop_rescue"


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    with opened(qtbot, tmp_path, Answers(), CUSTOMERS) as made:
        made.begin()
        qtbot.waitUntil(lambda: made.data.brought is not None, timeout=LONG)
        made.hearing.open_ready_made(OWN)
        qtbot.waitUntil(lambda: not made.live.is_counting, timeout=LONG)
        yield made


def asked(desktop: Desktop, qtbot: QtBot) -> BreakSheet:
    """Open the sheet from the menu."""
    choose(desktop, "breaks")
    (sheet,) = desktop.window.findChildren(BreakSheet)
    qtbot.waitUntil(sheet.isVisible)
    return sheet


def write(line: Line, text: str) -> None:
    """Write over what stands in a line, with the keys."""
    Mouse().click(line)
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, text)


def pick(picker: Picker, downs: int) -> None:
    """Open a list with a click, go down with the keys, and pick with Enter."""
    Mouse().click(picker)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    focused = QApplication.focusWidget()
    assert focused is not None
    for _ in range(downs):
        QTest.keyClick(focused, Qt.Key.Key_Down)
    QTest.keyClick(focused, Qt.Key.Key_Return)


def span(card: BreakCard, start: str, end: str) -> None:
    write(card.start.day.line, start)
    write(card.end.day.line, end)


def ran(desktop: Desktop, qtbot: QtBot) -> dict[str, Any]:
    with qtbot.waitSignal(desktop.workbench.running.finished, timeout=LONG):
        Mouse().click(desktop.window.bar.run)
    assert desktop.workbench.running.outcome is not None
    return desktop.workbench.running.outcome.ran.result


def test_a_pause_set_by_mouse_and_keys_acts_on_the_test_run_and_its_counts(
    qtbot: QtBot, desktop: Desktop
) -> None:
    before = dumps(desktop.workbench.document.journey)
    sheet = asked(desktop, qtbot)
    Mouse().click(sheet.add)
    (card,) = sheet.cards
    assert card.what.text() == "\u201cRescue left carts\u201d is paused"
    span(card, "2026-01-10", "2026-01-12")
    write(card.end.time.line, "9")
    pick(card.policy, 1)
    with qtbot.waitSignal(desktop.live.counted, timeout=LONG) as counted:
        Mouse().click(sheet.add)
    span(sheet.cards[1], "2026-01-20", "2026-01-21")
    pick(sheet.cards[1].what, 1)
    assert sheet.cards[1].policy.isHidden()
    assert counted.args[0].result["pauses"]
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert desktop.workbench.memory.breaks == (
        Break(
            journey=OWN,
            start=WallTime.parse("2026-01-10T00:00"),
            end=WallTime.parse("2026-01-12T09:00"),
            policy=Policy.CATCH_UP,
        ),
        Break(start=WallTime.parse("2026-01-20T00:00"), end=WallTime.parse("2026-01-21T00:00")),
    )
    result = ran(desktop, qtbot)
    assert result["pauses"] == [
        {
            "journey": OWN,
            "from": "2026-01-10T00:00:00Z",
            "to": "2026-01-12T09:00:00Z",
            "policy": "catch_up",
        }
    ]
    assert result["asleep"] == [{"from": "2026-01-20T00:00:00Z", "to": "2026-01-21T00:00:00Z"}]
    assert result["journeys"][OWN]["steps"]["cart"]["refused"]["paused"] > 0
    said = " ".join(desktop.window.overview.banner.ground)
    assert "is paused from 10 Jan 2026, 00:00:00 to 12 Jan 2026, 09:00:00" in said
    assert "Nothing ran from 20 Jan 2026" in said
    assert dumps(desktop.workbench.document.journey) == before


def test_what_cannot_be_is_told_beneath_it_and_the_last_that_could_be_holds(
    qtbot: QtBot, desktop: Desktop
) -> None:
    kept = Break(journey=OWN, start=WallTime(0), end=WallTime(86_400))
    desktop.workbench.take_breaks((kept,))
    sheet = asked(desktop, qtbot)
    (card,) = sheet.cards
    write(card.end.day.line, "1969-12-24")
    assert card.wrong.text() == "It would end before it begins. Choose a later end."
    assert desktop.workbench.memory.breaks == (kept,)
    write(card.end.day.line, "some day")
    assert card.end.day.said == "A day is written like 2026-12-24."
    write(card.end.day.line, "1970-01-03")
    assert not card.wrong.text()
    Mouse().click(sheet.add)
    span(sheet.cards[1], "1970-01-03", "1970-01-05")
    assert "overlaps or touches another pause" in sheet.cards[1].wrong.text()
    Mouse().click(sheet.cards[1].remove)
    assert [each.end for each in desktop.workbench.memory.breaks] == [WallTime(2 * 86_400)]
    Mouse().click(sheet.close_button)
    qtbot.waitUntil(lambda: not desktop.window.findChildren(BreakSheet))


def test_pauses_are_remembered_and_those_of_other_journeys_stay_and_do_not_act(
    qtbot: QtBot, desktop: Desktop
) -> None:
    other = Break(journey="elsewhere", start=WallTime(0), end=WallTime(3_600))
    desktop.memory.take_breaks((other,))
    sheet = asked(desktop, qtbot)
    assert not sheet.cards
    assert not sheet.findChildren(BreakCard)
    qtbot.waitUntil(sheet.add.hasFocus)
    QTest.keyClick(sheet.add, Qt.Key.Key_Return)
    assert [each.journey for each in desktop.memory.breaks] == ["elsewhere", OWN]
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    again = Memory(desktop.memory.folder)
    assert again.breaks == desktop.memory.breaks
    assert [each["journey"] for each in ran(desktop, qtbot)["pauses"]] == [OWN]
