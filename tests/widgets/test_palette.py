"""Dragging a step out of the palette: what hangs at the mouse hides nothing under it."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from widgets.shell.palette import Palette
from widgets.theme import DARK, LIGHT, Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_picture_of_a_dragged_step_is_small_and_beside_the_mouse(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, theme: Theme
) -> None:
    dragged: list[QDrag] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _: dragged.append(drag))
    palette = Palette(theme)
    qtbot.addWidget(palette)
    palette.resize(224, 700)
    palette.show()
    row = palette.rows[1]
    QTest.mousePress(row, LEFT, pos=QPoint(40, 20))
    QTest.mouseMove(row, QPoint(90, 60))
    (drag,) = dragged
    seen, at = drag.pixmap(), drag.hotSpot()
    size = seen.deviceIndependentSize().toSize()
    assert max(size.width(), size.height()) <= 32
    assert not QRect(QPoint(0, 0), size).adjusted(-12, -12, 12, 12).contains(at)
    assert 0 < seen.toImage().pixelColor(seen.rect().center()).alpha() < 255
