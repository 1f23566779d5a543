"""The page of results fits: no text is cut, all of it can be read, and all of it has a name."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from journeys.values import evolve
from tests.widgets.results.panels import Panels, offer
from tests.widgets.results.runs import Run, clipped, run_of, unnamed
from tests.widgets.results.showing import HIGH, REFUSED, UNDER_WAY, shown
from tests.widgets.test_theme import READABLE, contrast
from widgets.results.bars import strength
from widgets.results.look import ROW_EDGE
from widgets.results.overview import Overview
from widgets.theme import DARK, LIGHT, Theme


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("width", [480, 664, 1_000])
def test_no_text_is_cut_off(
    overview: Overview, run: Run, width: int, theme: Theme, qtbot: QtBot
) -> None:
    overview.set_theme(theme)
    shown(overview, run, qtbot, width)
    qtbot.wait(10)
    assert clipped(overview) == []
    overview.show_refused(REFUSED)
    qtbot.wait(10)
    assert clipped(overview.banner) == []


def test_every_control_says_what_it_is(overview: Overview, run: Run, qtbot: QtBot) -> None:
    shown(overview, run, qtbot)
    assert unnamed(overview) == []
    overview.show_running(UNDER_WAY)
    assert unnamed(overview) == []
    overview.show_nothing()
    assert unnamed(overview) == []


def test_the_colours_follow_the_theme(overview: Overview, qtbot: QtBot) -> None:
    shown(overview, run_of("welcome"), qtbot)
    ends = {}
    for theme in (DARK, LIGHT):
        overview.set_theme(theme)
        picture = overview.grab().toImage()
        ends[theme.name] = picture.pixelColor(4, picture.height() - 4).name().upper()
    assert ends == {"dark": DARK.panel, "light": LIGHT.panel}


def test_a_text_that_is_cut_off_is_found(overview: Overview, qtbot: QtBot) -> None:
    shown(overview, run_of("welcome"), qtbot)
    overview.banner.what.setFixedWidth(20)
    overview.page.funnel.title.setFixedSize(60, 16)
    qtbot.wait(5)
    assert {"Test run", "How far people get"} <= set(clipped(overview))


def test_long_titles_need_no_wider_panel(overview: Overview, qtbot: QtBot) -> None:
    run = run_of("shop_rescue")
    long = "Averyveryverylongword" * 5 + " and some more words of a title"
    nodes = tuple(evolve(node, title=long) for node in run.journey.nodes)
    goals = tuple(evolve(goal, title=long) for goal in run.journey.goals)
    journey = evolve(run.journey, nodes=nodes, goals=goals)
    overview.show_result({**run.result, "assumptions": [long] * 4}, journey, 0.8, "of the shop")
    overview.show_days(run.days)
    overview.resize(480, HIGH)
    qtbot.wait(10)
    assert overview.page.width() <= 480
    assert clipped(overview) == []


def blended(over: str, under: str, part: float) -> str:
    pairs = [(int(over[at : at + 2], 16), int(under[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(part * a + (1 - part) * b):02X}" for a, b in pairs)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_counts_on_bars_and_words_on_the_banner_can_be_read(theme: Theme) -> None:
    for place in range(8):
        bar = blended(theme.accent, theme.track, strength(place))
        assert contrast(theme.on_accent, bar) >= READABLE
    for ink in (theme.ink, theme.second_ink, theme.accent):
        assert contrast(ink, theme.accent_soft) >= READABLE
    assert contrast(theme.bad, theme.bad_ground) >= READABLE


def test_the_words_of_tables_stand_under_their_titles(overview: Overview, qtbot: QtBot) -> None:
    shown(overview, run_of("shop_rescue"), qtbot)
    page = overview.page
    inside = page.sent.buttons[0].contentsRect().translated(ROW_EDGE, 0)
    words = page.sent.buttons[0].mapTo(page, inside.topLeft()).x()
    assert words == page.messages.title.mapTo(page, QPoint(0, 0)).x()
    page.dates.switch.setChecked(True)
    table = page.dates.table
    assert table is not None
    for column in range(table.columnCount()):
        heading, cell = table.horizontalHeaderItem(column), table.item(0, column)
        assert heading is not None
        assert cell is not None
        assert heading.textAlignment() == cell.textAlignment()
    wide = sum(table.columnWidth(column) for column in range(table.columnCount()))
    assert wide == table.viewport().width()


@pytest.mark.parametrize("high", [370, 500, 700])
def test_lists_of_customers_give_way_to_each_other_in_a_low_window(
    panels: Panels, high: int, qtbot: QtBot
) -> None:
    customers = panels.explain.customers
    offer(panels.explain, run_of("shop_rescue"))
    customers.people.setCurrentIndex(customers.model.index(6))
    panels.resize(panels.width(), high)
    qtbot.waitUntil(lambda: panels.height() == high)
    qtbot.wait(10)
    parts = (customers.search, customers.groups, customers.heading, customers.people)
    for above, below in pairwise(parts):
        assert above.geometry().bottom() < below.geometry().top()
    chosen = customers.people.visualRect(customers.people.currentIndex())
    assert customers.people.viewport().rect().contains(chosen.center())
