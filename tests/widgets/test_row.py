"""Cards of a row end where those of the row above end, however many stand in a line."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from widgets.shell.home.row import AROUND, Row
from widgets.theme import LIGHT

LIMITS, GAP = (190, 280), 20


def ends(qtbot: QtBot, count: int, wide: int) -> int:
    page = QWidget()
    qtbot.addWidget(page)
    cards = [QWidget() for _ in range(count)]
    row = Row(cards, LIMITS, GAP, LIGHT, page)
    page.resize(wide, 900)
    row.resize(wide, 400)
    page.show()
    return max(card.geometry().x() + card.width() for card in cards)


@pytest.mark.parametrize("wide", [700, 900, 1_050, 1_200, 1_300])
def test_lines_that_are_full_fill_the_room(qtbot: QtBot, wide: int) -> None:
    assert ends(qtbot, 6, wide) == pytest.approx(wide - AROUND, abs=1)


def test_a_few_cards_stay_small(qtbot: QtBot) -> None:
    assert ends(qtbot, 2, 1_200) <= AROUND + 2 * LIMITS[1] + GAP
