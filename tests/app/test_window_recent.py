"""Recent files: renamed, copied, found again, taken off the list; nothing else comes of it."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QContextMenuEvent, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.desktop import Desktop
from app.memory import Memory
from journeys.document.edits.settings import RenameJourney
from journeys.document.format import dumps, loads
from journeys.samples import samples
from tests.app.windows import Answers, card_of, words_of
from widgets.inspector.pages.step import StepPage
from widgets.shell.home.cards import Card
from widgets.shell.home.renaming import Renaming

LEFT = Qt.MouseButton.LeftButton


def choose(card: Card, words: str) -> None:
    """Choose a line of a card's menu with the Menu key and the mouse."""
    QTest.keyClick(card, Qt.Key.Key_Menu)
    assert card.menu is not None
    (line,) = [line for line in card.menu.actions() if line.text() == words]
    QTest.mouseClick(card.menu, LEFT, pos=card.menu.actionGeometry(line).center())


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
    page = desktop.window.inspector.page
    assert isinstance(page, StepPage)
    assert page.head.title.line.placeholderText() == "Wait"
