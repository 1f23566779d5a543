"""A test run that is stopped takes nothing away."""

from pytestqt.qtbot import QtBot

from app.desktop import Desktop

LONG = 30_000


def test_the_result_before_a_run_that_is_stopped_stays_in_view(
    qtbot: QtBot, desktop: Desktop
) -> None:
    desktop.hearing.open_ready_made("shop_rescue")
    workbench, overview = desktop.workbench, desktop.window.overview
    with qtbot.waitSignal(workbench.running.finished, timeout=LONG):
        workbench.run()
    outcome = workbench.running.outcome
    desktop.window.canvas.add("wait")
    said = overview.banner.ran.text()
    workbench.run()
    overview.cancel_asked.emit()
    assert not workbench.running.is_running
    assert workbench.running.outcome is outcome
    assert overview.page.isVisible()
    assert overview.banner.what.text() == "Test run"
    assert overview.banner.ran.text() == said == "The journey changed since this run"
