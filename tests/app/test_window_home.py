"""Home: it goes on, begins, previews, renames and brings in, by mouse and by keyboard alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.data import EventFiles, SampleShop
from app.desktop import Desktop
from journeys.document.format import dumps, loads
from journeys.nodes.event_trigger import EventTrigger
from journeys.samples import samples
from tests.app.mouse import Mouse
from tests.app.speaking import put_events
from tests.app.typing import focused, press
from tests.app.windows import Answers, drag, drag_away, use_ready_made, words_of
from widgets.shell.home.content import HomeContent
from widgets.shell.home.picture import DottedField, JourneyPicture
from widgets.shell.home.preview import Preview

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_the_search_field_opens_the_list_which_also_finds_journeys(
    qtbot: QtBot, desktop: Desktop, recent: dict[str, Path]
) -> None:
    QTest.mouseClick(desktop.window.bar.finder, LEFT)
    commands = desktop.front.commands
    assert commands.isVisible()
    QTest.keyClicks(commands.field, "welcome")
    assert {entry.beside for entry in commands.shown} == {"Recent", "Ready-made"}
    QTest.keyClick(commands, Qt.Key.Key_Return)
    assert desktop.window.room == "design"
    assert desktop.workbench.filed_as.path == recent["welcome"]
    desktop.front.menus.run("home")
    QTest.keyClick(desktop.window, Qt.Key.Key_K, CONTROL)
    QTest.keyClicks(commands.field, "newcomers")
    QTest.keyClick(commands, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(desktop.window.findChildren(Preview)))


def test_a_ready_made_journey_is_looked_at_before_a_copy_is_opened(
    qtbot: QtBot, desktop: Desktop
) -> None:
    before = desktop.workbench.document.journey
    QTest.mouseClick(desktop.window.home.cards["second_order"], LEFT)
    (preview,) = desktop.window.findChildren(Preview)
    said = words_of(preview)
    assert loads(samples()["second_order"]).description in said
    assert all(word in said for word in ("Pays for a cart", "E-mail", "SMS", "9 STEPS"))
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not desktop.window.findChildren(Preview))
    assert desktop.workbench.document.journey is before
    use_ready_made(desktop, "second_order")
    assert dumps(desktop.workbench.document.journey) == samples()["second_order"]
    assert desktop.workbench.filed_as.path is None
    assert desktop.window.room == "design"


def test_a_new_journey_asks_who_starts_and_places_that_trigger(desktop: Desktop) -> None:
    QTest.mouseClick(desktop.window.home.new_button, LEFT)
    start = desktop.front.start
    by_id = {entry.title: entry.beside for entry in start.shown}
    assert by_id["page view"].endswith(" customers")
    QTest.keyClicks(start.field, "add_to")
    QTest.keyClick(start, Qt.Key.Key_Return)
    (trigger,) = desktop.workbench.document.journey.nodes
    assert isinstance(trigger, EventTrigger)
    assert trigger.event == "add_to_cart"
    assert desktop.window.room == "design"
    assert desktop.window.canvas.selection == (trigger.id,)
    desktop.workbench.document.undo()
    assert desktop.workbench.document.journey.nodes == ()


def test_a_new_journey_may_start_by_the_clock(desktop: Desktop) -> None:
    QTest.mouseClick(desktop.window.home.new_button, LEFT)
    QTest.keyClicks(desktop.front.start.field, "schedule")
    QTest.keyClick(desktop.front.start, Qt.Key.Key_Return)
    (trigger,) = desktop.workbench.document.journey.nodes
    assert trigger.kind == "schedule_trigger"
    assert desktop.window.canvas.selection == (trigger.id,)


def test_who_starts_can_be_decided_later_or_not_at_all(desktop: Desktop) -> None:
    before = desktop.workbench.document.journey
    QTest.keyClick(desktop.window, Qt.Key.Key_N, CONTROL)
    QTest.keyClick(desktop.front.start, Qt.Key.Key_Escape)
    assert desktop.workbench.document.journey is before
    QTest.keyClick(desktop.window, Qt.Key.Key_N, CONTROL)
    QTest.mouseClick(desktop.front.start.otherwise, LEFT)
    assert desktop.window.room == "design"
    assert desktop.workbench.document.journey.nodes == ()
    assert desktop.workbench.document.journey is not before


def test_the_customers_counted_for_a_start_are_those_who_did_it(desktop: Desktop) -> None:
    brought = desktop.data.brought
    assert brought is not None
    dataset = brought.dataset
    for event, count in desktop.front.starts:
        code = dataset.vocabulary.events.index(event)
        who = {
            customer
            for customer in range(dataset.customers)
            if code in dataset.type[dataset.offset[customer] : dataset.offset[customer + 1]]
        }
        assert count == len(who), event
    assert [count for _, count in desktop.front.starts] == sorted(
        (count for _, count in desktop.front.starts), reverse=True
    )


@pytest.mark.usefixtures("recent")
def test_the_keyboard_goes_from_row_to_row_with_tab_and_along_a_row_with_arrows(
    qtbot: QtBot, desktop: Desktop
) -> None:
    window = desktop.window
    with qtbot.waitActive(window):
        window.activateWindow()
    cards = list(window.home.cards.values())
    cards[0].setFocus()
    QTest.keyClick(cards[0], Qt.Key.Key_Right)
    assert cards[1].hasFocus()
    QTest.keyClick(cards[1], Qt.Key.Key_End)
    assert cards[2].hasFocus()
    QTest.keyClick(cards[2], Qt.Key.Key_Right)
    assert cards[2].hasFocus(), "a row ends where it ends"
    first_ready = window.home.cards[window.home.content.ready_made[0].name]
    for _ in range(6):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        if window.focusWidget() is first_ready:
            break
    assert first_ready.hasFocus(), "Tab leads to the next row"
    QTest.keyClick(first_ready, Qt.Key.Key_Tab)
    assert window.focusWidget() not in window.home.cards.values(), "not to the next card"
    first_ready.setFocus()
    QTest.keyClick(first_ready, Qt.Key.Key_Return)
    assert desktop.window.findChildren(Preview)


def test_a_card_half_out_of_view_is_clicked_where_it_is_and_keys_bring_it_into_view(
    qtbot: QtBot, desktop: Desktop
) -> None:
    home = desktop.window.home
    desktop.window.resize(900, 500)
    card, bar = next(iter(home.cards.values())), home.verticalScrollBar()
    qtbot.waitUntil(lambda: card.mapTo(home.viewport(), QPoint()).y() + 20 > home.height())
    bar.setValue(bar.value() + card.mapTo(home.viewport(), QPoint(0, 30)).y() - home.height())
    scrolled = bar.value()
    Mouse().click(card, QPoint(40, 10))
    (preview,) = desktop.window.findChildren(Preview)
    assert bar.value() == scrolled
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    qtbot.waitUntil(desktop.window.isActiveWindow)
    home.new_button.setFocus()
    while focused() is not card:
        press(Qt.Key.Key_Tab)
    assert card.visibleRegion().boundingRect() == card.rect()


def test_formats_ask_for_files_of_that_kind_and_a_dragged_file_lights_the_zone_up(
    desktop: Desktop, answers: Answers, tmp_path: Path
) -> None:
    bring = desktop.window.home.bring
    for button in bring.formats.values():
        QTest.mouseClick(button, LEFT)
    QTest.mouseClick(bring.zone, LEFT)
    QTest.keyClick(bring.zone, Qt.Key.Key_Return)
    assert answers.asked == ["events csv", "events jsonl", "events parquet", "events", "events"]
    carried = drag(desktop.window, tmp_path / "orders.csv")
    assert bring.zone.property("is_over") == "yes"
    assert carried.hasUrls()
    drag_away(desktop.window)
    assert not bring.zone.property("is_over")


def test_an_empty_home_offers_the_shop_and_one_click_shows_what_to_try_there(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path
) -> None:
    assert not desktop.window.home.content.recent
    said = words_of(desktop.window.home)
    assert "Try the sample shop" in said
    assert "Continue where you left off" not in said
    desktop.data.use(EventFiles((put_events(tmp_path / "events.csv"),)))
    qtbot.waitUntil(lambda: not desktop.window.home.content.is_sample_shop)
    button = next(
        part
        for part in desktop.window.home.findChildren(QWidget)
        if part.accessibleName() == "Open a journey there"
    )
    QTest.mouseClick(button, LEFT)
    assert isinstance(desktop.data.source, SampleShop)
    assert desktop.window.findChildren(Preview)


def test_what_is_still_to_come_is_a_field_of_dots(desktop: Desktop) -> None:
    home = desktop.window.home
    home.show_content(HomeContent(is_read=False))
    assert len(home.findChildren(DottedField)) > 0
    assert home.findChildren(JourneyPicture) == []


@pytest.mark.usefixtures("recent")
@pytest.mark.parametrize("size", [(640, 400), (800, 500), (1_280, 800), (1_600, 1_000)])
def test_nothing_on_home_overlaps_or_sticks_out_at_any_size(
    qtbot: QtBot, desktop: Desktop, size: tuple[int, int]
) -> None:
    desktop.window.resize(*size)
    qtbot.waitUntil(lambda: desktop.window.width() == size[0])
    home = desktop.window.home
    page = home.widget()
    assert page is not None
    room = home.viewport().width()
    frames = []
    for card in home.cards.values():
        frame = QRect(card.mapTo(page, QPoint(0, 0)), card.size())
        assert 0 <= frame.left() < frame.right() <= room, (card.accessibleName(), frame)
        for part in card.findChildren(QWidget):
            inside = QRect(part.mapTo(card, QPoint(0, 0)), part.size())
            assert not part.isVisible() or card.rect().contains(inside), part
        frames.append(frame)
    for place, frame in enumerate(frames):
        assert not any(frame.intersects(other) for other in frames[place + 1 :])
    bar = desktop.window.bar
    parts = [bar.logo, bar.product, bar.finder, bar.more]
    shown = [QRect(part.pos(), part.size()) for part in parts if part.isVisible()]
    assert bar.finder.isVisible()
    for place, frame in enumerate(shown):
        assert not any(frame.intersects(other) for other in shown[place + 1 :])


@pytest.mark.parametrize("name", samples())
def test_the_whole_journey_fits_its_picture(desktop: Desktop, name: str) -> None:
    (picture,) = desktop.window.home.cards[name].findChildren(JourneyPicture)
    assert picture.rect().toRectF().contains(picture.covered)


def test_there_is_always_a_way_to_import_in_sight(
    qtbot: QtBot, desktop: Desktop, recent: dict[str, Path], answers: Answers, tmp_path: Path
) -> None:
    home = desktop.window.home
    qtbot.waitUntil(lambda: len(home.content.recent) == len(recent))
    for size in ((640, 400), (1_280, 720)):
        desktop.window.resize(*size)
        qtbot.waitUntil(lambda: desktop.window.width() == size[0])  # noqa: B023
        qtbot.waitUntil(home.import_button.isVisible)
    button = home.import_button
    assert button.visibleRegion().boundingRect().size() == button.size()
    answers.files = (put_events(tmp_path / "events.csv"),)
    with qtbot.waitSignal(desktop.showing.brought, timeout=20_000):
        QTest.mouseClick(button, LEFT)
    assert desktop.data.source == EventFiles(answers.files)
