"""A run holds as long as the journey works as it did, whatever it is called."""

from pytestqt.qtbot import QtBot

from app.desktop import Desktop
from journeys.document.edits.settings import RenameJourney
from journeys.document.edits.steps import ChangeNode
from journeys.durations import Duration
from journeys.values import evolve
from tests.app.windows import choose


def test_a_run_still_holds_after_the_journey_is_called_otherwise(
    qtbot: QtBot, desktop: Desktop
) -> None:
    desktop.hearing.open_ready_made("shop_rescue")
    with qtbot.waitSignal(desktop.workbench.running.finished, timeout=60_000):
        choose(desktop, "run")
    ran = desktop.window.overview.banner.ran
    said = ran.text()
    desktop.workbench.do(RenameJourney("Otherwise"))
    assert ran.text() == said
    wait = desktop.workbench.document.journey.node("hour")
    desktop.workbench.do(ChangeNode(evolve(wait, duration=Duration(seconds=18_000))))
    assert ran.text() == "The journey changed since this run"
    desktop.workbench.document.undo()
    assert ran.text() == said, "what is undone has not changed"
