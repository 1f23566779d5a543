"""Explain with all its parts in view, on runs of the sample journeys."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeys.simulation.known import Known
from tests.widgets.results.runs import Run
from widgets.results.explain import Explain
from widgets.theme import LIGHT


class Panels(QWidget):
    """Explain with its parts side by side, as a window places them around its canvas."""

    def __init__(self) -> None:
        super().__init__()
        self.explain = Explain(LIGHT, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.explain.customers.setFixedWidth(248)
        row.addWidget(self.explain.customers)
        row.addWidget(self.explain.player)
        row.addWidget(self.explain.right, 1)


def offer(explain: Explain, run: Run) -> None:
    """Show a run's customers, and the story of whom is chosen, as the application does."""
    known = Known(run.dataset, run.program.settings)
    explain.set_customers(None, run.people.groups, run.people.lines, known.name)
    explain.customer_chosen.connect(
        lambda customer: explain.show_story(run.followed(customer), [run.journey])
    )


def tell(explain: Explain, run: Run, row: int = 0) -> None:
    """Tell the story of one of those who entered."""
    offer(explain, run)
    explain.customers.choose(run.people.groups[0].ids[row])
