"""The palette: what hangs at the mouse hides nothing under it, and words are whole or not there."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from journeys.document.kinds import kinds
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


def test_every_kind_says_in_a_plain_sentence_what_it_does(qtbot: QtBot) -> None:
    palette = Palette(LIGHT)
    qtbot.addWidget(palette)
    said = {row.of.kind: row.toolTip() for row in palette.rows}
    assert said.keys() == kinds().keys()
    for kind, words in said.items():
        assert words.endswith("."), kind
        assert words != row_title(palette, kind), kind
        assert not set("`()[]{}_") & set(words), f"{kind}: no rules and no names of fields"


def row_title(palette: Palette, kind: str) -> str:
    """Return what a kind is called in the palette."""
    return next(row.of.title for row in palette.rows if row.of.kind == kind)


@pytest.mark.parametrize("high", range(200, 800, 25))
def test_the_hint_is_there_as_a_whole_or_not_at_all(qtbot: QtBot, high: int) -> None:
    palette = Palette(LIGHT)
    qtbot.addWidget(palette)
    palette.resize(224, high)
    palette.show()
    (area,) = palette.findChildren(QScrollArea)
    left, around = 16, 12 + 16
    tall = palette.hint.heightForWidth(palette.width() - around)
    kinds = area.widget()
    assert kinds is not None
    room = palette.height() - area.y() - kinds.sizeHint().height()
    assert palette.hint.isVisible() == (tall + 8 + 16 <= room)
    if palette.hint.isVisible():
        qtbot.waitUntil(lambda: palette.hint.height() >= tall)
        assert palette.rect().contains(palette.hint.geometry())
        assert palette.hint.x() == left, "it begins where the titles of the groups begin"
        assert area.verticalScrollBar().maximum() == 0


def test_the_hint_comes_with_the_room_that_a_search_leaves(qtbot: QtBot) -> None:
    palette = Palette(LIGHT)
    qtbot.addWidget(palette)
    palette.resize(224, 400)
    palette.show()
    assert palette.hint.isHidden()
    QTest.keyClicks(palette.search, "wait")
    assert palette.hint.isVisible()
    palette.search.selectAll()
    QTest.keyClick(palette.search, Qt.Key.Key_Delete)
    assert palette.hint.isHidden()
