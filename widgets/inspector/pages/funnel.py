"""How far people get in the journey as it stands now: a bar a stage, counted anew by each edit."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journeys.simulation.funnel import Stage
from widgets.inspector.look import label
from widgets.inspector.speech import translate
from widgets.results.bars import Bar, strength
from widgets.results.words import number, share
from widgets.theme import BODY, CARD_TITLE, FIGURES, SECONDARY, Theme

GAP, BELOW_TITLE = 14, 4


@dataclass(frozen=True)
class Row:
    """Owns the parts of one stage: its title, its share, its bar, and who was lost after it."""

    box: QWidget
    title: QLabel
    percent: QLabel
    bar: Bar
    lost: QLabel


class Funnel(QWidget):
    """Shows stages beneath each other; the bars stay where they are while they change."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: list[Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        heading = QVBoxLayout()
        heading.setSpacing(BELOW_TITLE)
        heading.addWidget(label(translate("Inspector", "How far people get"), CARD_TITLE))
        self.ground = label("", SECONDARY, "second", wraps=True)
        heading.addWidget(self.ground)
        self._column.addLayout(heading)

    def show_stages(self, ground: str, stages: Sequence[Stage]) -> None:
        """Show these stages; `ground` says on whom they were counted."""
        self.ground.setText(ground)
        while len(self.rows) < len(stages):
            self.rows.append(self._row())
        while len(self.rows) > len(stages):
            gone = self.rows.pop()
            gone.box.hide()
            gone.box.deleteLater()
        whole = stages[0].count if stages else 0
        for place, (row, stage) in enumerate(zip(self.rows, stages, strict=True)):
            row.title.setText(stage.title)
            row.percent.setText(share(stage.count, whole))
            row.bar.show_count(stage.title, stage.count, whole, strength(place))
            said = [f"\u2212{number(loss.count)} {loss.words}" for loss in stage.losses]
            row.lost.setText(", ".join(said))
            row.lost.setVisible(bool(said))

    def _row(self) -> Row:
        box = QWidget()
        made = Row(
            box,
            label("", BODY),
            label("", FIGURES),
            Bar(self._theme),
            label("", SECONDARY, "second", wraps=True),
        )
        made.lost.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BELOW_TITLE)
        line = QHBoxLayout()
        line.addWidget(made.title, 1)
        line.addWidget(made.percent)
        column.addLayout(line)
        column.addWidget(made.bar)
        column.addWidget(made.lost)
        self._column.addWidget(box)
        return made
