"""Experiments arm by arm: how many were counted for each, and how many reached the goal."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeys.document.journey import Journey
from journeys.experiments.told import reported, said
from journeys.nodes.experiment import Experiment
from widgets.results import words
from widgets.results.look import ROW_EDGE
from widgets.results.section import Section
from widgets.results.table import Row, Table


class Experiments(QWidget):
    """Shows a table for each experiment of a journey."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.tables: dict[str, Table] = {}

    def show_experiments(self, results: Mapping[str, Any], journey: Journey) -> None:
        """Show the arms of the experiments that this journey has a step for."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.tables = {}
        steps = [node for node in journey.nodes if isinstance(node, Experiment)]
        for node in steps:
            if node.experiment in results and node.experiment not in self.tables:
                self._column.addWidget(self._section(node, results[node.experiment]))
        self.setVisible(bool(self.tables))

    def _section(self, node: Experiment, arms: Mapping[str, Mapping[str, int]]) -> Section:
        section = Section(words.breakable(node.name))
        section.meta.setText(self.tr("customers, each once"))
        table = Table(
            (
                self.tr("Version"),
                self.tr("Customers"),
                self.tr("Customers who reached it"),
                self.tr("Share"),
            ),
            (
                "",
                self.tr("Customers in this arm whose time to reach the goal was over in the run"),
                self.tr("Those of them who reached the goal in time"),
                self.tr("How many of these customers reached the goal"),
            ),
        )
        titles = {port.id: port.title for port in node.ports()}
        rows: list[Row] = []
        for arm, of in arms.items():
            whole, part = of["exposed"] - of["censored"], of["converted"] - of["converted_censored"]
            counted = (words.number(whole), words.number(part), words.exact_share(part, whole))
            rows.append(Row(titles.get(arm) or arm, counted))
        table.show_rows(rows)
        section.put(table, ROW_EDGE)
        found = reported(arms, node.dealt)
        told = list(said(found)) if found else []
        open_still = [
            f"{titles.get(arm) or arm} {words.number(of['censored'])}"
            for arm, of in arms.items()
            if of["censored"]
        ]
        if open_still:
            form = self.tr(
                "Customers not counted yet, as they still had time when the run ended: {0}."
            )
            told.append(form.format(", ".join(open_still)))
        section.say(words.breakable("\n".join(told)))
        self.tables[node.experiment] = table
        return section
