"""Long work beside the window: what it sends, and what it never sends any more."""

import sys
from collections.abc import Generator, Iterator
from threading import Event

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from journeys.progress import Progress
from widgets.task import Task, wait_for_all


def held(begun: Event, goes_on: Event) -> Generator[Progress, None, str]:
    begun.set()
    goes_on.wait(10)
    yield Progress(1, 2, "halfway")
    return "done"


def brief() -> Generator[Progress, None, str]:
    yield Progress(1, 1, "all of it")
    return "done"


@pytest.fixture
def restless() -> Iterator[None]:
    """Let threads take turns as often as can be, so that what may meet in time does meet."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_a_task_sends_what_its_work_came_to(qtbot: QtBot) -> None:
    begun, goes_on = Event(), Event()
    task = Task(held(begun, goes_on))
    goes_on.set()
    with qtbot.waitSignal(task.finished) as heard:
        task.start()
    assert heard.args == ["done"]


@pytest.mark.usefixtures("qtbot")
def test_a_task_that_goes_with_its_owner_ends_in_silence() -> None:
    """An exception in a thread fails the test, so that an attempt to send would be heard."""
    begun, goes_on = Event(), Event()
    owner = QObject()
    task = Task(held(begun, goes_on), owner)
    task.start()
    assert begun.wait(10)
    shiboken6.delete(owner)
    goes_on.set()
    wait_for_all()
    assert not shiboken6.isValid(task)


@pytest.mark.usefixtures("restless")
def test_a_task_may_be_deleted_as_soon_as_it_has_finished(qtbot: QtBot) -> None:
    """Its thread is then about to say that it ended; an exception there fails the test."""
    for _ in range(1000):
        task = Task(brief())
        task.finished.connect(task.deleteLater)
        with qtbot.waitSignal(task.destroyed):
            task.start()
    assert wait_for_all()
