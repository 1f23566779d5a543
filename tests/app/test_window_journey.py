"""A journey in the window: begun, changed, kept, opened again; nothing is lost unasked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desktop import Desktop
from app.memory import Memory
from app.recovery import Origin
from journeys.document.format import dumps, loads
from journeys.samples import samples
from tests.app.test_window_recovery import leave
from tests.app.windows import Answers, begin_empty, choose, drop, notices, opened, use_ready_made
from widgets.shell.asking import Leaving
from widgets.shell.notices import NoticeCard

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
TITLE = "Carts come back"


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, answers: Answers) -> Iterator[Desktop]:
    with opened(qtbot, tmp_path, answers, 300) as made:
        made.begin()
        qtbot.waitUntil(lambda: made.data.brought is not None, timeout=20_000)
        qtbot.waitUntil(lambda: "shop_rescue" in made.window.home.cards)
        yield made


def rename(desktop: Desktop, title: str) -> None:
    """Call the journey something else, as it is typed."""
    name = desktop.window.bar.name
    name.setFocus()
    name.selectAll()
    QTest.keyClicks(name, title)
    QTest.keyClick(name, Qt.Key.Key_Return)


def test_a_ready_made_journey_is_opened_changed_kept_and_opened_again(
    desktop: Desktop, answers: Answers, tmp_path: Path
) -> None:
    use_ready_made(desktop, "shop_rescue")
    assert desktop.window.room == "design"
    rename(desktop, TITLE)
    assert desktop.workbench.document.journey.title == TITLE
    assert "Not saved" in desktop.window.bar.kept.text()
    answers.file = tmp_path / "carts.json"
    choose(desktop, "save")
    assert desktop.workbench.is_saved
    kept = answers.file.read_bytes()
    assert kept == dumps(desktop.workbench.document.journey)
    begin_empty(desktop)
    assert desktop.workbench.document.journey.nodes == ()
    choose(desktop, "open")
    assert dumps(desktop.workbench.document.journey) == kept
    assert answers.asked == ["where", "journey"]
    assert Memory(tmp_path / "own").recent == (answers.file,)


def test_nothing_is_selected_in_a_journey_that_was_just_opened(desktop: Desktop) -> None:
    for _ in range(2):
        desktop.hearing.open_ready_made("shop_rescue")
        assert desktop.window.canvas.selection == ()
        desktop.window.canvas.select(("words",))


def test_undo_takes_back_to_the_byte_and_redo_brings_it_again(desktop: Desktop) -> None:
    use_ready_made(desktop, "welcome")
    rename(desktop, TITLE)
    changed = dumps(desktop.workbench.document.journey)
    assert "Rename" in desktop.window.bar.undo.toolTip()
    QTest.mouseClick(desktop.window.bar.undo, LEFT)
    assert dumps(desktop.workbench.document.journey) == samples()["welcome"]
    assert desktop.workbench.is_saved
    QTest.mouseClick(desktop.window.bar.redo, LEFT)
    assert dumps(desktop.workbench.document.journey) == changed


def test_changes_are_not_given_up_unasked(
    desktop: Desktop, answers: Answers, tmp_path: Path
) -> None:
    desktop.hearing.open_ready_made("welcome")
    rename(desktop, TITLE)
    begin_empty(desktop)
    assert desktop.workbench.document.journey.title == TITLE
    assert not desktop.window.close()
    answers.leave, answers.file = Leaving.SAVE, tmp_path / "kept.json"
    begin_empty(desktop)
    assert loads((tmp_path / "kept.json").read_bytes()).title == TITLE
    assert desktop.workbench.document.journey.nodes == ()
    assert answers.asked == ["leaving", "leaving", "leaving", "where"]


def test_a_journey_that_is_dropped_on_the_window_opens(desktop: Desktop, tmp_path: Path) -> None:
    path = tmp_path / "dropped.json"
    path.write_bytes(samples()["win_back"])
    drop(desktop.window, path)
    assert dumps(desktop.workbench.document.journey) == samples()["win_back"]
    assert desktop.window.room == "design"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("notes.docx", b"PK", "'notes.docx' is neither a journey nor a file of events"),
        ("broken.json", b"{", "broken.json: "),
        ("gone.json", None, "There is no file"),
    ],
)
def test_a_file_that_cannot_be_opened_is_refused_in_words(
    desktop: Desktop, tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    before = desktop.workbench.document.journey
    drop(desktop.window, path)
    assert said in notices(desktop)
    assert desktop.workbench.document.journey is before


def test_a_picture_is_written_where_it_was_asked_for(
    desktop: Desktop, answers: Answers, tmp_path: Path
) -> None:
    desktop.hearing.open_ready_made("shop_rescue")
    answers.file = tmp_path / "carts.png"
    choose(desktop, "picture")
    assert answers.file.read_bytes().startswith(b"\x89PNG")
    assert "The picture is saved in" in notices(desktop)


def test_within_a_second_of_an_edit_a_copy_is_kept_and_once_saved_it_is_gone(
    qtbot: QtBot, desktop: Desktop, answers: Answers, tmp_path: Path
) -> None:
    folder = tmp_path / "own" / "rescue"
    desktop.hearing.open_ready_made("welcome")
    rename(desktop, TITLE)
    qtbot.waitUntil(lambda: len(list(folder.glob("*.json"))) == 1, timeout=1_000)
    (copy,) = folder.glob("*.json")
    qtbot.waitUntil(lambda: loads(copy.read_bytes()).title == TITLE, timeout=1_000)
    answers.file = tmp_path / "welcome.json"
    choose(desktop, "save")
    qtbot.waitUntil(lambda: list(folder.iterdir()) == [], timeout=1_000)


def test_what_a_crash_left_behind_is_offered_and_opens_unsaved(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path
) -> None:
    journey = loads(samples()["win_back"])
    copy = leave(tmp_path / "own", journey, Origin(tmp_path / "old.json"))
    with qtbot.waitSignal(desktop.offering.looked):
        desktop.offering.look()
    (card,) = desktop.window.notices.shown
    assert isinstance(card, NoticeCard)
    assert "'Thank, and win back' was open when Throughline ended" in card.accessibleName()
    card.asked.emit()
    assert desktop.workbench.document.journey == journey
    assert desktop.workbench.filed_as.path == tmp_path / "old.json"
    assert not desktop.workbench.is_saved
    assert not copy.exists()
    qtbot.waitUntil(lambda: len(list((tmp_path / "own" / "rescue").glob("*.json"))) == 1)


def test_a_recent_file_that_is_gone_is_shown_as_such(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path
) -> None:
    desktop.memory.remember(tmp_path / "gone.json")
    desktop.showing.greet()
    home = desktop.window.home
    qtbot.waitUntil(lambda: len(home.content.recent) == 1)
    assert home.content.recent[0].wrong == "Moved or deleted"


def test_a_memory_that_cannot_be_read_is_as_good_as_none(tmp_path: Path) -> None:
    (tmp_path / "memory.json").write_bytes(b'{"recent": 3}')
    memory = Memory(tmp_path)
    assert memory.recent == ()
    memory.remember(tmp_path / "a.json")
    assert Memory(tmp_path).recent == (tmp_path / "a.json",)
    memory.forget(tmp_path / "a.json")
    assert Memory(tmp_path).recent == ()
