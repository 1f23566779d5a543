"""Longer work says how far it is and can be given up; then all is as it was before."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, active_count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.data import Brought, SampleShop
from app.desktop import Desktop
from journeys.progress import Progress
from tests.app.windows import Answers, drop, opened
from widgets.shell.buttons import Button
from widgets.shell.notices import NoticeCard
from widgets.task import Task

LEFT = Qt.MouseButton.LeftButton


@dataclass(frozen=True)
class Slow:
    """Customers that come when they are let; it counts how often it is asked to go on."""

    let: Event = field(default_factory=Event)
    closed: Event = field(default_factory=Event)
    name: str = "slow customers"

    def bringing(self) -> Generator[Progress, None, Brought]:
        try:
            while not self.let.wait(0.01):
                yield Progress(3, 10, "Reading slowly")
        finally:
            self.closed.set()
        return (yield from SampleShop(20).bringing())


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    monkeypatch.setattr("app.waiting.PATIENCE", 20)
    with opened(qtbot, tmp_path, Answers()) as made:
        made.begin()
        qtbot.waitUntil(lambda: made.data.brought is not None, timeout=20_000)
        made.hearing.open_ready_made("shop_rescue")
        yield made


def waiting(desktop: Desktop) -> list[NoticeCard]:
    return [card for card in desktop.window.notices.shown if card.bar.isVisible()]


def test_longer_work_shows_how_far_it_is_and_goes_when_it_is_done(
    qtbot: QtBot, desktop: Desktop
) -> None:
    source = Slow()
    desktop.data.use(source)
    qtbot.waitUntil(lambda: len(waiting(desktop)) == 1)
    (card,) = waiting(desktop)
    qtbot.waitUntil(lambda: card.bar.value() == 3)
    assert (card.what.text(), card.bar.maximum()) == ("Reading slowly", 10)
    source.let.set()
    qtbot.waitUntil(lambda: waiting(desktop) == [])
    assert desktop.data.source is source


def test_an_import_that_is_given_up_leaves_the_customers_that_were_there(
    qtbot: QtBot, desktop: Desktop
) -> None:
    before = desktop.data.source, desktop.data.brought
    source = Slow()
    desktop.data.use(source)
    qtbot.waitUntil(lambda: len(waiting(desktop)) == 1)
    cancel = waiting(desktop)[0].findChild(Button)
    assert cancel is not None
    QTest.mouseClick(cancel, LEFT)
    assert (desktop.data.source, desktop.data.brought) == before
    assert waiting(desktop) == []
    assert source.closed.wait(5)


def test_files_that_cannot_be_read_leave_the_customers_that_were_there(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path
) -> None:
    before = desktop.data.source, desktop.data.brought
    (tmp_path / "events.csv").write_bytes(b"\x00\x01\x02")
    with qtbot.waitSignal(desktop.workbench.noticed, timeout=20_000):
        drop(desktop.window, tmp_path / "events.csv")
    assert (desktop.data.source, desktop.data.brought) == before


def test_customers_asked_for_last_are_in_use_whoever_comes_first(
    qtbot: QtBot, desktop: Desktop
) -> None:
    slow, quick = Slow(), SampleShop(30)
    desktop.data.use(slow)
    with qtbot.waitSignal(desktop.showing.brought, timeout=20_000) as brought:
        desktop.data.use(quick)
    slow.let.set()
    assert slow.closed.wait(5)
    with qtbot.assertNotEmitted(desktop.showing.brought, wait=100):
        pass
    assert brought.args is not None
    assert brought.args[0].dataset.customers == 30
    assert desktop.data.brought is brought.args[0]


def test_a_run_that_is_stopped_leaves_the_result_that_was_there(
    qtbot: QtBot, desktop: Desktop
) -> None:
    running = desktop.workbench.running
    with qtbot.waitSignal(running.finished, timeout=20_000):
        desktop.workbench.run()
    before = running.outcome
    desktop.workbench.run()
    running.stop()
    assert running.outcome is before


def test_no_thread_outlives_the_window(qtbot: QtBot, desktop: Desktop) -> None:
    threads = active_count()
    tasks = [Task(Slow().bringing(), desktop) for _ in range(3)]
    for task in tasks:
        task.start()
    desktop.live.count()
    desktop.workbench.run()
    assert active_count() > threads
    for task in tasks:
        task.stop()
    desktop.stop()
    qtbot.waitUntil(lambda: active_count() <= threads)


def test_nothing_is_heard_of_work_that_was_stopped(qtbot: QtBot, desktop: Desktop) -> None:
    source = Slow()
    task = Task(source.bringing(), desktop)
    heard: list[object] = []
    for signal in (task.finished, task.refused, task.crashed):
        signal.connect(heard.append)
    with qtbot.waitSignal(task.ended):
        task.start()
        task.stop()
    source.let.set()
    task.wait()
    with qtbot.assertNotEmitted(task.finished, wait=20):
        pass
    assert heard == []
