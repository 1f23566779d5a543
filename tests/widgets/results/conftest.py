"""The page of results, and runs of the sample journeys to show on it."""

import pytest
from pytestqt.qtbot import QtBot

from journeys.samples import samples
from tests.widgets.results.panels import Panels
from tests.widgets.results.runs import Run, run_of
from tests.widgets.results.showing import HIGH
from widgets.results.explain import Explain
from widgets.results.overview import Overview
from widgets.theme import LIGHT


@pytest.fixture
def overview(qtbot: QtBot) -> Overview:
    """Return a page without a result."""
    made = Overview(LIGHT)
    qtbot.addWidget(made)
    made.resize(664, HIGH)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture(params=sorted(samples()))
def run(request: pytest.FixtureRequest) -> Run:
    """Return a run of each sample journey."""
    return run_of(request.param)


@pytest.fixture
def panels(qtbot: QtBot) -> Panels:
    """Return the parts of Explain, without a run."""
    made = Panels()
    qtbot.addWidget(made)
    made.resize(248 + 420 + 464, 900)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def explain(panels: Panels) -> Explain:
    """Return Explain with its parts in view."""
    return panels.explain
