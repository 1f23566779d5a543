"""Home: it goes on, begins, previews, renames and brings in, by mouse and by keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, Qt, QUrl, Slot
from PySide6.QtGui import QContextMenuEvent, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.data import EventFiles, SampleShop
from app.desktop import Desktop
from app.memory import Memory
from journeys.document.edits.settings import RenameJourney
from journeys.document.format import dumps, loads
from journeys.nodes.event_trigger import EventTrigger
from journeys.samples import samples
from journeys.simulation.jit import kernel
from tests.app.windows import Answers, drag, drag_away, use_ready_made
from widgets.shell.home.cards import Card
from widgets.shell.home.content import HomeContent
from widgets.shell.home.picture import DottedField, JourneyPicture
from widgets.shell.home.preview import Preview
from widgets.shell.home.renaming import Renaming

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
CONTROL = Qt.KeyboardModifier.ControlModifier
NAMES = ("shop_rescue", "welcome", "win_back")


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, answers: Answers) -> Iterator[Desktop]:
    kernel()  # made ready here: its loading cannot be broken off
    made = Desktop(tmp_path / "own", answers, SampleShop(50))
    qtbot.addWidget(made.window)
    made.window.show()
    made.window.activateWindow()
    made.begin()
    qtbot.waitUntil(lambda: "welcome" in made.window.home.cards, timeout=20_000)
    qtbot.waitUntil(lambda: bool(made.front.starts), timeout=20_000)
    yield made
    qtbot.waitUntil(lambda: not made.live.is_counting, timeout=20_000)
    made.rescuing.end()
    made.stop()


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


def card_of(desktop: Desktop, path: Path) -> Card:
    """Return the card or the line of a recent file."""
    home = desktop.window.home
    return home.cards.get(str(path)) or home.lines[str(path)]


def choose(card: Card, words: str) -> None:
    """Choose a line of a card's menu with the Menu key and the mouse."""
    QTest.keyClick(card, Qt.Key.Key_Menu)
    assert card.menu is not None
    (line,) = [line for line in card.menu.actions() if line.text() == words]
    QTest.mouseClick(card.menu, LEFT, pos=card.menu.actionGeometry(line).center())


def words_of(card: QWidget) -> str:
    """Return all words in view on a card."""
    return " ".join(
        str(part.property("text")) for part in card.findChildren(QWidget) if part.property("text")
    )


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
    assert by_id["page_view"].endswith(" customers")
    QTest.keyClicks(start.field, "add_to")
    QTest.keyClick(start, Qt.Key.Key_Return)
    (trigger,) = desktop.workbench.document.journey.nodes
    assert isinstance(trigger, EventTrigger)
    assert trigger.event == "add_to_cart"
    assert desktop.window.room == "design"
    assert desktop.window.canvas.selection == (trigger.id,)
    desktop.workbench.document.undo()
    assert desktop.workbench.document.journey.nodes == ()


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


def test_a_card_is_renamed_in_place_and_its_file_with_it(
    qtbot: QtBot, desktop: Desktop, recent: dict[str, Path]
) -> None:
    card = card_of(desktop, recent["win_back"])
    choose(card, "Rename")
    (line,) = card.findChildren(Renaming)
    QTest.keyClicks(line, "Spring")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert recent["win_back"].read_bytes() == samples()["win_back"]
    choose(card_of(desktop, recent["win_back"]), "Rename")
    (line,) = [each for each in card.findChildren(Renaming) if each.isVisible()]
    QTest.keyClicks(line, "Spring")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert loads(recent["win_back"].read_bytes()).title == "Spring"
    qtbot.waitUntil(lambda: card_of(desktop, recent["win_back"]).accessibleName() == "Spring")


def test_renaming_the_open_journey_keeps_what_is_not_saved(
    desktop: Desktop, recent: dict[str, Path]
) -> None:
    desktop.hearing.open_file(recent["welcome"])
    desktop.window.canvas.add("wait")
    desktop.hearing.filing.rename(recent["welcome"], "Hello")
    document = desktop.workbench.document
    assert document.journey.title == "Hello"
    assert not desktop.workbench.is_saved
    kept = loads(recent["welcome"].read_bytes())
    assert kept.title == "Hello"
    assert len(kept.nodes) == len(document.journey.nodes) - 1


def test_a_journey_that_is_renamed_while_it_is_counted_still_gets_its_counts(
    qtbot: QtBot, desktop: Desktop
) -> None:
    desktop.hearing.open_ready_made("shop_rescue")
    assert desktop.live.is_counting
    with qtbot.waitSignal(desktop.live.counted, timeout=20_000):
        desktop.workbench.do(RenameJourney("Otherwise"))
    assert not desktop.live.is_counting


def test_a_card_is_duplicated_and_taken_off_and_its_file_stays(
    qtbot: QtBot, desktop: Desktop, recent: dict[str, Path], tmp_path: Path
) -> None:
    choose(card_of(desktop, recent["win_back"]), "Duplicate")
    copy = tmp_path / "win_back 2.json"
    was, now = loads(samples()["win_back"]), loads(copy.read_bytes())
    assert now.nodes == was.nodes
    assert (now.id, now.title) != (was.id, was.title)
    assert desktop.memory.recent[0] == copy
    qtbot.waitUntil(lambda: str(copy) in desktop.window.home.cards)
    choose(card_of(desktop, copy), "Take off this list")
    assert copy.exists()
    assert copy not in desktop.memory.recent
    qtbot.waitUntil(lambda: str(copy) not in desktop.window.home.cards)


def test_a_right_click_offers_the_same_and_shows_the_folder(
    desktop: Desktop, recent: dict[str, Path], tmp_path: Path
) -> None:
    card = card_of(desktop, recent["win_back"])
    middle = card.rect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, middle, card.mapToGlobal(middle), Qt.KeyboardModifier(0)
    )
    QApplication.sendEvent(card, event)
    assert card.menu is not None
    assert [line.text() for line in card.menu.actions()] == [
        "Open", "Rename", "Duplicate", "Show in its folder", "Take off this list",
    ]  # fmt: skip
    card.menu.close()
    shown = Shown()
    QDesktopServices.setUrlHandler("file", shown, "take")  # type: ignore[arg-type]  # its stub names bytes
    choose(card, "Show in its folder")
    QDesktopServices.unsetUrlHandler("file")
    assert shown.folders == [tmp_path]


class Shown(QObject):
    """Takes the folders that would be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.folders: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.folders.append(Path(url.toLocalFile()))


def test_a_file_that_is_gone_is_found_again_or_removed(
    qtbot: QtBot, desktop: Desktop, answers: Answers, recent: dict[str, Path], tmp_path: Path
) -> None:
    card = card_of(desktop, recent["gone"])
    assert "Moved or deleted" in words_of(card)
    moved = tmp_path / "elsewhere.json"
    moved.write_bytes(samples()["welcome"])
    answers.file = moved
    (find,) = [b for b in card.findChildren(QWidget) if b.accessibleName() == "Find"]
    QTest.mouseClick(find, LEFT)
    assert desktop.memory.recent[0] == moved
    assert recent["gone"] not in desktop.memory.recent
    qtbot.waitUntil(lambda: str(moved) in desktop.window.home.cards)
    broken = card_of(desktop, recent["broken"])
    assert "line 2" in words_of(broken)
    (remove,) = [b for b in broken.findChildren(QWidget) if b.accessibleName() == "Remove"]
    QTest.mouseClick(remove, LEFT)
    assert recent["broken"] not in desktop.memory.recent


def test_a_journey_with_problems_says_so_in_words_and_figures(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path
) -> None:
    path = tmp_path / "half.json"
    whole = loads(samples()["shop_rescue"])
    path.write_bytes(dumps(type(whole)(id="half", nodes=whole.nodes[:1])))
    desktop.memory.remember(path)
    desktop.showing.greet()
    qtbot.waitUntil(lambda: str(path) in desktop.window.home.cards)
    (found,) = desktop.window.home.content.recent
    assert found.problems > 0
    assert f"{found.problems}" in words_of(card_of(desktop, path))
    assert "problem" in words_of(card_of(desktop, path))


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


def test_opening_goes_on_at_the_step_that_was_changed_last(
    qtbot: QtBot, desktop: Desktop, recent: dict[str, Path], tmp_path: Path
) -> None:
    desktop.hearing.open_file(recent["welcome"])
    added = desktop.window.canvas.add("wait")
    desktop.front.menus.run("save")
    assert Memory(tmp_path / "own").step(recent["welcome"]) == added
    desktop.front.menus.run("home")
    qtbot.waitUntil(lambda: desktop.window.home.content.recent[0].at == added)
    QTest.mouseClick(card_of(desktop, recent["welcome"]), LEFT)
    assert desktop.window.canvas.selection == (added,)


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
    desktop.data.use(EventFiles((tmp_path / "none.csv",)))
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
