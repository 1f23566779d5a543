"""Notices in the window: what went wrong stays in view and covers nothing."""

from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.app.windows import Answers, opened


def test_what_went_wrong_covers_nothing_and_goes_when_it_was_read(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with opened(qtbot, tmp_path, Answers()) as desktop:
        window = desktop.window
        desktop.front.show_room("design")
        before = window.bench.height()
        desktop.reporting.tell("A report")
        (card,) = [card for card in window.notices.shown if card.stays]

        def area(part: QWidget) -> QRect:
            return QRect(part.mapTo(window, QPoint()), part.size())

        qtbot.waitUntil(lambda: window.bench.height() < before)
        assert not area(card).intersects(area(window.bench))
        assert not area(card).intersects(area(window.bar))
        QTest.mouseClick(card.close_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: window.bench.height() == before)


def test_undo_says_why_there_is_nothing_to_undo_after_a_journey_was_opened(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with opened(qtbot, tmp_path, Answers()) as desktop:
        undo = desktop.window.bar.undo
        desktop.front.show_room("design")
        desktop.window.canvas.add("wait")
        assert undo.toolTip().startswith("Undo: ")
        path = tmp_path / "mine.json"
        assert desktop.workbench.save(path)
        assert desktop.workbench.open_file(path)
        assert not undo.isEnabled()
        assert undo.toolTip().startswith("Nothing to undo: opening a journey starts afresh")
