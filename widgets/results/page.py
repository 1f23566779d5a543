"""The page of a result: figures, funnel, days, messages, experiments, goals and endings."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeys.content.message import Message
from journeys.document.journey import Journey
from journeys.program.reasons import Reason
from journeys.simulation.asking import because
from journeys.simulation.days import Days
from journeys.simulation.funnel import (
    Counts,
    Share,
    biggest,
    endings,
    in_order,
    stages,
    turned_away,
)
from widgets.results import words
from widgets.results.bars import Bars
from widgets.results.census import Census
from widgets.results.dates import Dates
from widgets.results.experiments import Experiments
from widgets.results.figures import Figure, Figures
from widgets.results.look import MARGIN, ROW_EDGE, paragraph
from widgets.results.section import Section
from widgets.results.table import Row, Table
from widgets.theme import BODY, Theme


class Page(QWidget):
    """Shows a whole result, top to bottom; `people_asked` carries (step, out) of a count."""

    people_asked = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("results_body")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.has_result = False
        self._entries = 0
        self.figures = Figures()
        self.funnel = Section(self.tr("How far people get"))
        self.people = paragraph(BODY, "second")
        self.bars = Bars(theme)
        self.dates = Dates(theme)
        self.messages = Section(self.tr("Messages"))
        self.sent = Table(
            (self.tr("Message"), self.tr("Came here"), self.tr("Sent"), self.tr("Not sent"),
             self.tr("Opened"), self.tr("Clicked")),
            ("", self.tr("Entries that came to this message, whether it was sent or not")),
        )  # fmt: skip
        self.experiments = Experiments()
        self.goals = Section(self.tr("Goals"))
        self.reached = Table(
            (
                self.tr("Goal"),
                self.tr("Entries"),
                self.tr("Entries that reached it"),
                self.tr("Share"),
            ),
            (
                "",
                self.tr("Entries whose time to reach the goal was over when the run ended"),
                self.tr("Those of them that reached the goal in time"),
            ),
        )
        self.ends = Section(self.tr("How it ended"))
        self.ended = Table(("", self.tr("Entries"), self.tr("Share")))
        self.refused = Section(self.tr("Who was not let in"))
        self.turned = Table(("", self.tr("Times")))
        self._place()
        self.bars.asked.connect(self._ask)

    def _place(self) -> None:
        self.funnel.put(self.figures)
        self.funnel.put(self.people)
        self.funnel.put(self.bars)
        self.funnel.rule.hide()
        self.messages.put(self.sent, ROW_EDGE)
        self.goals.put(self.reached, ROW_EDGE)
        self.ends.put(self.ended, ROW_EDGE)
        self.refused.put(self.turned, ROW_EDGE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, MARGIN)
        column.setSpacing(0)
        for part in (self.funnel, self.dates, self.messages, self.experiments, self.goals,
                     self.ends, self.refused):  # fmt: skip
            column.addWidget(part)
        column.addStretch(1)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The controls in the order in which they are read."""
        below = (self.sent, self.reached, self.ended, self.turned)
        rows = [button for table in below for button in table.buttons]
        return (*self.bars.losses, *self.dates.stops, *rows)

    def forget(self) -> None:
        """Show nothing of any result."""
        self.has_result = False

    def show_result(self, result: Mapping[str, Any], journey: Journey) -> None:
        """Show what came of a journey."""
        counts: Counts = result["journeys"][journey.id]
        found = stages(journey, counts)
        entries = counts["entries"]
        self.has_result = True
        self._entries = entries
        self.funnel.meta.setText(self.tr("of {0} entries").format(words.number(entries)))
        self.people.hide()
        self.bars.show_stages(found)
        self.funnel.say(words.breakable(biggest(found)))
        self.dates.forget()
        self._show_messages(journey, counts)
        self._show_goals(journey, counts)
        self.experiments.show_experiments(result["experiments"], journey)
        self._show_rows(self.ends, self.ended, endings(journey, counts), entries)
        self._show_rows(self.refused, self.turned, turned_away(journey, counts), None)
        self.ends.meta.setText(self.tr("all {0} entries").format(words.number(entries)))

    def show_people(self, people: Census) -> None:
        """Say how many customers the entries are of; each may come in more than once."""
        if people.is_whole:
            form = self.tr("of {0} entries by {1} customers")
            if people.entered == 1:
                form = self.tr("of {0} entries by 1 customer")
            entries = words.number(self._entries)
            self.funnel.meta.setText(form.format(entries, words.number(people.entered)))
        self.people.setText(people.said(has_messages=not self.messages.isHidden()))
        self.people.show()

    def show_days(self, days: Days) -> None:
        """Show the same run day by day."""
        self.dates.show_days(days)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme; the style sheet is the panel's."""
        self.bars.set_theme(theme)
        self.dates.set_theme(theme)

    def _show_messages(self, journey: Journey, counts: Counts) -> None:
        steps = [(node, counts["steps"][node.id]) for node in in_order(journey)]
        found = [(node, of) for node, of in steps if isinstance(node, Message)]
        sent = sum(of["ports"]["sent"] for _, of in found)
        unsent = sum(of["ports"]["not_sent"] + of["ports"]["failed"] for _, of in found)
        figures = [Figure(words.number(counts["entries"]), self.tr("entries"))]
        if found:
            figures += [
                Figure(words.number(sent), self.tr("messages sent")),
                Figure(words.number(unsent), self.tr("messages not sent")),
            ]
        figures.append(Figure(words.number(counts["waiting"]), self.tr("still waiting")))
        if counts["put_off"]:
            figures.append(Figure(words.number(counts["put_off"]), self.tr("waits put off")))
        self.figures.show_figures(*figures)
        self.messages.setVisible(bool(found))
        self.sent.show_rows(
            [
                Row(
                    node.name,
                    (
                        words.number(of["reached"]),
                        words.number(of["ports"]["sent"]),
                        words.number(of["ports"]["not_sent"] + of["ports"]["failed"]),
                        words.number(of["opened"]) if node.can_be_opened else words.DASH,
                        words.number(of["clicked"]),
                    ),
                    partial(self.people_asked.emit, node.id, "sent"),
                )
                for node, of in found
            ]
        )

    def _show_goals(self, journey: Journey, counts: Counts) -> None:
        rows: list[Row] = []
        cut = 0
        for goal in journey.goals:
            of = counts["goals"][goal.id]
            whole, part = of["watched"] - of["censored"], of["reached"] - of["reached_censored"]
            cut += of["censored"]
            rows.append(
                Row(
                    goal.name,
                    (words.number(whole), words.number(part), words.exact_share(part, whole)),
                    partial(self.people_asked.emit, "", because(Reason.GOAL_REACHED, goal.id)),
                )
            )
        self.goals.setVisible(bool(rows))
        self.reached.show_rows(rows)
        form = self.tr("{0} more entries still had time to reach it when the run ended.")
        self.goals.say(form.format(words.number(cut)) if cut else "")
        self.goals.line.setToolTip(
            self.tr("They are left out, as nobody knows yet whether they would have reached it.")
        )

    def _show_rows(
        self, section: Section, table: Table, shares: Sequence[Share], whole: int | None
    ) -> None:
        section.setVisible(bool(shares))
        parts = words.shares([each.count for each in shares], whole or 0)
        table.show_rows(
            [
                Row(
                    each.words[:1].upper() + each.words[1:],
                    (words.number(each.count),)
                    if whole is None
                    else (words.number(each.count), part),
                    partial(self._ask, each),
                )
                for each, part in zip(shares, parts, strict=True)
            ]
        )

    def _ask(self, share: Share) -> None:
        if share.place is not None:
            self.people_asked.emit(*share.place)
