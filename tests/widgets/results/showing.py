"""What tests of the page of results begin with."""

from pytestqt.qtbot import QtBot

from journeys.errors import InvalidJourneyError
from journeys.progress import Progress
from tests.widgets.results.runs import Run
from widgets.results.overview import Overview

REFUSED = InvalidJourneyError("Rescue left carts cannot run: nothing starts it.", "Add a start.")
UNDER_WAY = Progress(3_000, 10_000, "Walking customers through")
HIGH = 3_000


def shown(overview: Overview, run: Run, qtbot: QtBot, width: int = 664) -> None:
    """Show a run with its days, and wait until all of it stands there."""
    overview.show_result(run.result, run.journey, 0.8, "of the sample shop")
    overview.show_days(run.days)
    overview.resize(width, HIGH)
    qtbot.waitUntil(overview.page.dates.isVisible)
