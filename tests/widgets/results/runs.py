"""Runs of the sample journeys on a small shop, and what every panel that shows them must keep."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from journeys.document.journey import Journey
from journeys.progress import Progress
from journeys.shop.shop import Shop
from journeys.simulation.compiler import compile_program
from journeys.simulation.dataset import Dataset
from journeys.simulation.days import Days, days
from journeys.simulation.follow import Followed, follow
from journeys.simulation.groups import Grouped, grouped
from journeys.simulation.program import Program
from journeys.simulation.results import result
from journeys.simulation.runner import simulate
from journeys.simulation.settings import Mode, RunSettings
from tests.shop.together import together
from widgets.results import words

R = TypeVar("R")
W = TypeVar("W", bound=QWidget)
ASKED = (QAbstractButton, QLineEdit, QAbstractItemView, QProgressBar)
OF_QT = "qt_"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of one journey, with all that can be known of it."""

    journey: Journey
    dataset: Dataset
    program: Program
    result: dict[str, Any]
    days: Days
    people: Grouped

    @property
    def counts(self) -> dict[str, Any]:
        """The counts of the journey."""
        found: dict[str, Any] = self.result["journeys"][self.journey.id]
        return found

    def followed(self, customer: str) -> Followed:
        """Return a customer's story."""
        return follow(self.program, self.dataset, customer)


def finished(work: Generator[Progress, None, R]) -> R:
    """Drive work to its end."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            value: R = end.value
            return value


@cache
def shop() -> Dataset:
    """Return a small shop."""
    return Shop(1_500, 3).dataset()


@cache
def run_of(name: str) -> Run:
    """Return a run of a sample journey."""
    (journey, *others), dataset = together(name), shop()
    journeys = [journey, *others]
    program = compile_program(journeys, dataset, RunSettings(mode=Mode.MIXED, seed=7))
    counted = dict(result(program, dataset, finished(simulate(program, dataset))))
    return Run(
        journey,
        dataset,
        program,
        counted,
        finished(days(program, dataset, journey=journey.id)),
        finished(grouped(program, dataset, journey=journey.id)),
    )


def visible(widget: QWidget, kind: type[W]) -> list[W]:
    """Return the parts of a kind that are in view."""
    return [each for each in widget.findChildren(kind) if each.isVisible()]


def unnamed(widget: QWidget) -> list[str]:
    """Return the controls in view that say nothing to a screen reader."""
    return [
        f"{type(each).__name__} {each.objectName()}"
        for kind in ASKED
        for each in visible(widget, kind)
        if not (each.accessibleName() or _is_of_qt(each))
    ]


def _is_of_qt(widget: QWidget) -> bool:
    """Say whether Qt put a control there itself, inside another one."""
    parent = widget.parentWidget()
    return widget.objectName().startswith(OF_QT) or isinstance(
        parent, (QLineEdit, QAbstractItemView)
    )


def clipped(widget: QWidget) -> list[str]:
    """Return the texts in view that their places are too small for."""
    return [*_clipped_labels(widget), *_clipped_buttons(widget)]


def _clipped_labels(widget: QWidget) -> Iterator[str]:
    for label in visible(widget, QLabel):
        if not label.text():
            continue
        if label.wordWrap():
            is_cut = label.heightForWidth(label.width()) > label.height()
            longest = max(label.text().replace(words.NO_WIDTH, " ").split(), key=len)
            is_cut |= label.fontMetrics().horizontalAdvance(longest) > label.width()
        else:
            lines = label.text().splitlines()
            widest = max(label.fontMetrics().horizontalAdvance(line) for line in lines)
            is_cut = widest > label.width() + 1
        if is_cut or not _is_inside(label):
            yield label.text()


def _clipped_buttons(widget: QWidget) -> Iterator[str]:
    for button in visible(widget, QPushButton):
        wide = button.fontMetrics().horizontalAdvance(button.text())
        if wide > button.width() or not _is_inside(button):
            yield button.text()


def _is_inside(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is None or parent.rect().contains(widget.geometry())
