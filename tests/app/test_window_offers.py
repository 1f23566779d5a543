"""What a crash left behind is offered in words; two windows do not offer each other's work."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.data import SampleShop
from app.desktop import Desktop
from journeys.document.edits.settings import RenameJourney
from journeys.document.format import loads
from journeys.samples import samples
from journeys.values import evolve
from tests.app.test_window_recovery import leave
from tests.app.windows import Answers, choose, edit, notices, opened


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, answers: Answers) -> Iterator[Desktop]:
    with opened(qtbot, tmp_path, answers) as made:
        yield made


OTHER = b'{"by": "somebody else"}'


def test_a_copy_is_never_older_than_the_file_it_belongs_to(
    desktop: Desktop, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited = edit(desktop)
    seen: list[bytes] = []

    def look(name: Path, content: bytes) -> None:
        seen.extend(copy.read_bytes() for copy in (tmp_path / "own" / "rescue").glob("*.json"))
        name.write_bytes(content)

    monkeypatch.setattr("app.workbench.write_whole", look)
    choose(desktop, "save")
    assert seen == [edited]
    assert path.read_bytes() == edited


@pytest.mark.parametrize(
    "told",
    [
        (samples()["welcome"], "only undo starts afresh"),
        (OTHER, "Somebody has changed its file 'welcome.json' since"),
        (None, "Its file 'welcome.json' is no longer there"),
    ],
)
def test_an_offer_says_what_became_of_the_file_meanwhile(
    qtbot: QtBot, desktop: Desktop, answers: Answers, path: Path, told: tuple[bytes | None, str]
) -> None:
    now, said = told
    own = desktop.memory.folder
    origin = desktop.workbench.origin
    desktop.workbench.put_new()
    rescued = evolve(loads(samples()["welcome"]), title="Rescued")
    copy = leave(own, rescued, origin)
    path.unlink()
    if now is not None:
        path.write_bytes(now)
    with qtbot.waitSignal(desktop.offering.looked):
        desktop.offering.look()
    (card,) = desktop.window.notices.shown
    assert said in card.attempt.text()
    card.close_button.click()
    assert copy.exists()  # closed, not thrown away
    card.asked.emit()
    assert desktop.workbench.document.journey == rescued
    choose(desktop, "save")
    assert ("overwriting" in answers.asked) == (now == OTHER)
    assert now != OTHER or path.read_bytes() == OTHER


def test_a_copy_that_cannot_be_read_is_told_and_kept(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path
) -> None:
    leave(tmp_path / "own", loads(samples()["welcome"])).write_bytes(b"{")
    for times in (1, 0):  # told at the next start, and not at every one
        desktop.window.notices.clear()
        with qtbot.waitSignal(desktop.offering.looked):
            desktop.offering.look()
        assert len(desktop.window.notices.shown) == times
    (kept,) = (tmp_path / "own" / "rescue").glob("*.unreadable")
    assert kept.read_bytes() == b"{"


def test_what_another_window_has_opened_already_is_not_opened_twice(
    qtbot: QtBot, desktop: Desktop, path: Path, tmp_path: Path
) -> None:
    del path
    copy = leave(tmp_path / "own", loads(samples()["win_back"]))
    with qtbot.waitSignal(desktop.offering.looked):
        desktop.offering.look()
    (card,) = desktop.window.notices.shown
    copy.unlink()
    before = desktop.workbench.document.journey
    card.asked.emit()
    assert desktop.workbench.document.journey is before
    assert "Another window" in notices(desktop)


def test_a_rescued_journey_whose_copy_cannot_be_kept_anew_keeps_the_old_one(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = leave(tmp_path / "own", loads(samples()["win_back"]))
    with qtbot.waitSignal(desktop.offering.looked):
        desktop.offering.look()
    (card,) = desktop.window.notices.shown

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("os.fsync", full)
    card.asked.emit()
    assert copy.exists()
    assert "The disk is full" in notices(desktop)
    monkeypatch.undo()


def test_two_windows_do_not_offer_each_others_work(
    qtbot: QtBot, desktop: Desktop, path: Path, tmp_path: Path
) -> None:
    del path
    with qtbot.waitSignal(desktop.rescuing.kept):
        edit(desktop)
    second = Desktop(tmp_path / "own", Answers(), SampleShop(50))
    qtbot.addWidget(second.window)
    with qtbot.waitSignal(second.offering.looked) as found:
        second.offering.look()
    assert found.args == [()]
    second.stop()


def test_continuous_editing_cannot_put_off_the_copy(
    qtbot: QtBot, desktop: Desktop, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del path
    timer, settings = desktop.rescuing.timer, list[int]()
    start = timer.start

    def count(pause: int) -> None:
        settings.append(pause)
        start(pause)

    monkeypatch.setattr(timer, "start", count)
    for turn in range(3):
        settings.clear()
        for number in range(50):
            desktop.workbench.do(RenameJourney(f"{turn} {number}"))
            assert len(settings) <= 1, "an edit drew the pause out"
        assert timer.isActive()
        assert timer.interval() <= 500
        with qtbot.waitSignal(desktop.rescuing.kept) as kept:
            timer.timeout.emit()
            timer.stop()
        assert kept.args == [desktop.workbench.document.journey]
