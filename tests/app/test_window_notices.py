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
