"""Files in the window: odd ones are refused in words, nobody's work is written over unasked."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app.cli.bar import drive
from app.desktop import Desktop
from app.memory import Memory
from app.recovery import left_behind
from journeys.document.edits.settings import RenameJourney
from journeys.document.format import loads
from journeys.document.parsing import LARGEST_FILE
from journeys.samples import samples
from tests.app.windows import Answers, choose, drop, edit, notices, opened
from widgets.shell.asking import Dialogs, Leaving, Overwriting


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, answers: Answers) -> Iterator[Desktop]:
    with opened(qtbot, tmp_path, answers) as made:
        yield made


OTHER = b'{"by": "somebody else"}'


@pytest.mark.parametrize("said", list(Overwriting))
def test_what_somebody_else_wrote_is_not_written_over_unasked(
    desktop: Desktop, answers: Answers, path: Path, said: Overwriting
) -> None:
    edited = edit(desktop)
    path.write_bytes(OTHER)
    answers.overwrite, answers.file = said, path.with_name("mine.json")
    choose(desktop, "save")
    assert answers.asked[0] == "overwriting"
    assert path.read_bytes() == (edited if said is Overwriting.OVERWRITE else OTHER)
    assert desktop.workbench.is_saved == (said is not Overwriting.STAY)
    assert (said is Overwriting.ELSEWHERE) == answers.file.exists()


def test_a_file_that_is_as_it_was_or_gone_is_written_without_a_question(
    desktop: Desktop, answers: Answers, path: Path
) -> None:
    for is_there in (True, False):
        edited = edit(desktop)
        if is_there:
            os.utime(path)
        else:
            path.unlink()
        choose(desktop, "save")
        assert path.read_bytes() == edited
    assert answers.asked == []


def test_leaving_with_changes_offers_to_save_to_leave_or_to_stay(
    desktop: Desktop, answers: Answers, path: Path
) -> None:
    edited = edit(desktop)
    assert not desktop.window.close()
    answers.leave, answers.overwrite = Leaving.SAVE, Overwriting.STAY
    path.write_bytes(OTHER)
    assert not desktop.window.close()  # to save was not possible without harm
    answers.overwrite = Overwriting.OVERWRITE
    assert desktop.window.close()
    assert path.read_bytes() == edited


def test_what_is_left_unsaved_on_purpose_is_not_offered_again(
    qtbot: QtBot, desktop: Desktop, answers: Answers, path: Path, tmp_path: Path
) -> None:
    with qtbot.waitSignal(desktop.rescuing.kept):
        edit(desktop)
    answers.leave = Leaving.DISCARD
    assert desktop.window.close()
    assert path.read_bytes() == samples()["welcome"]
    assert drive(left_behind(tmp_path / "own")) == ()


def test_a_window_whose_question_fails_stays_open_and_keeps_the_copy(
    qtbot: QtBot, desktop: Desktop, answers: Answers, path: Path, tmp_path: Path
) -> None:
    del path
    with qtbot.waitSignal(desktop.rescuing.kept):
        edit(desktop)
    answers.leaving = None  # type: ignore[assignment, method-assign]  # a bug in a dialog
    with qtbot.captureExceptions() as caught:
        assert not desktop.window.close()
    assert len(caught) == 1
    del answers.leaving
    assert len(list((tmp_path / "own" / "rescue").glob("*.json"))) == 1


@pytest.mark.parametrize(
    "kind", ["folder", "pipe", "long", "gone", "huge", "newer", "under a file"]
)
def test_what_is_no_journey_is_refused_in_words_and_changes_nothing(
    desktop: Desktop, path: Path, tmp_path: Path, kind: str
) -> None:
    odd = tmp_path / "odd.json"
    if kind == "folder":
        odd.mkdir()
    elif kind == "pipe":
        if not hasattr(os, "mkfifo"):
            pytest.skip("there are no pipes with a name here")
        os.mkfifo(odd)
    elif kind == "long":
        odd = tmp_path / f"{'x' * 300}.json"
    elif kind == "huge":
        with odd.open("wb") as file:
            file.truncate(LARGEST_FILE + 1)
    elif kind == "newer":
        odd.write_bytes(b'{"format": "throughline-journey", "version": 99}')
    elif kind == "under one":
        odd = path / "odd.json"
    before = desktop.workbench.document.journey
    drop(desktop.window, odd)
    assert len(desktop.window.notices.shown) == 1
    assert odd.name[:20] in notices(desktop) or str(odd) in notices(desktop)
    assert desktop.workbench.document.journey is before
    assert desktop.workbench.filed_as.path == path


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_a_disk_that_refuses_is_told_once_and_tried_again(
    qtbot: QtBot,
    desktop: Desktop,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    real = os.fsync
    monkeypatch.setattr("app.rescuing.AGAIN", 1)
    monkeypatch.setattr("os.fsync", refuse)
    with qtbot.waitSignal(desktop.workbench.noticed):
        edited = edit(desktop)
    choose(desktop, "save")
    assert not desktop.workbench.is_saved
    assert path.read_bytes() == samples()["welcome"]
    assert len(desktop.window.notices.shown) == 2  # of the copy, and of the file
    monkeypatch.setattr("os.fsync", real)
    with qtbot.waitSignal(desktop.rescuing.kept):
        pass  # without another edit
    choose(desktop, "save")
    assert path.read_bytes() == edited


def test_a_folder_that_cannot_be_written_is_told_in_words(
    desktop: Desktop, answers: Answers, path: Path
) -> None:
    edit(desktop)
    answers.file = path / "inside.json"
    choose(desktop, "save_as")
    assert "'inside.json' could not be kept" in notices(desktop)
    assert not desktop.workbench.is_saved
    assert desktop.workbench.filed_as.path == path


def test_a_name_that_is_completed_to_that_of_a_file_is_asked_about(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    there = tmp_path / "carts.json"
    there.write_bytes(OTHER)
    name = str(tmp_path / "carts")
    monkeypatch.setattr("widgets.shell.asking.QFileDialog.getSaveFileName", lambda *_: (name, ""))
    asked: list[str] = []

    def refuse() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        QTest.keyClick(box, Qt.Key.Key_Escape)

    QTimer.singleShot(0, over, refuse)
    assert Dialogs().where(over, there) is None
    assert asked == ["carts.json is there already."]
    QApplication.processEvents()


@pytest.mark.parametrize("said", list(Leaving))
def test_each_button_of_a_question_is_its_answer_and_escape_stays(
    desktop: Desktop, said: Leaving
) -> None:
    words = {Leaving.SAVE: "Save", Leaving.DISCARD: "Do not save", Leaving.STAY: ""}[said]

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert all(button.icon().isNull() for button in box.buttons())
        if not words:
            QTest.keyClick(box, Qt.Key.Key_Escape)
            return
        (button,) = [each for each in box.buttons() if each.text() == words]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, desktop.window, press)
    assert Dialogs().leaving(desktop.window, "Carts") is said


def test_a_file_is_looked_for_and_put_where_that_was_done_last(
    desktop: Desktop, answers: Answers, tmp_path: Path
) -> None:
    desktop.workbench.put(loads(samples()["welcome"]))
    desktop.front.show_room("design")
    desktop.workbench.do(RenameJourney("My cart rescue: 20 % off!"))
    answers.file = tmp_path / "mails" / "rescue.json"
    answers.file.parent.mkdir()
    for action in ("save", "picture", "open"):
        choose(desktop, action)
        answers.file = answers.file.with_suffix(".png")
    assert answers.offered[0].name == "my-cart-rescue-20-off.json"
    assert answers.offered[1] == tmp_path / "mails" / "my-cart-rescue-20-off.png"
    assert answers.offered[2] == tmp_path / "mails"
    assert Memory(tmp_path / "own").place == tmp_path / "mails"


def test_without_a_folder_used_before_it_is_the_one_of_documents(
    desktop: Desktop, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = tmp_path / "Documents"
    documents.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(documents))
    desktop.workbench.memory.remember_place(tmp_path / "gone")
    choose(desktop, "open")
    assert answers.offered == [documents]


def test_the_bar_tells_what_was_never_saved_from_what_was_changed_since(
    desktop: Desktop, path: Path
) -> None:
    kept = desktop.window.bar.kept
    assert kept.text() == "Saved in welcome.json"
    edit(desktop)
    assert kept.text() == "Unsaved changes in welcome.json"
    choose(desktop, "save")
    assert kept.text() == f"Saved in {path.name}"
    desktop.workbench.put_new()
    desktop.window.canvas.add("wait")
    assert kept.text() == "Not saved"


def test_a_journey_is_kept_where_one_was_kept_last_and_not_beside_the_imported_events(
    desktop: Desktop, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents, data, mails = (tmp_path / name for name in ("Documents", "data", "mails"))
    for folder in (documents, data, mails):
        folder.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(documents))
    answers.files = (data / "events.csv",)
    desktop.front.ask_events()
    desktop.workbench.put(loads(samples()["welcome"]))
    desktop.front.show_room("design")
    name = "welcome-a-new-subscriber.json"
    desktop.workbench.do(RenameJourney("Welcome a new subscriber"))
    answers.file = mails / name
    answers.offered.clear()
    choose(desktop, "save_as")
    assert answers.offered == [documents / name]
    desktop.front.ask_events()
    answers.offered.clear()
    choose(desktop, "save_as")
    assert answers.offered == [mails / name]
