"""Leads a way out of a step to another step: first which way is asked, then to where."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint

from app.window import Window
from app.workbench import Workbench
from journeys.document.edits.paths import Connect, Disconnect
from journeys.document.journey import Edge, Journey
from widgets.shell.finder import Entry, Finder
from widgets.theme import Theme
from widgets.wording import lines_beside, step_words

WIDTH = 480
translate = QCoreApplication.translate
NOWHERE = ""


class Connecting:
    """Asks with two lists; a way that leads somewhere can be led to nowhere as well."""

    def __init__(
        self, workbench: Workbench, window: Window, place: Callable[[int], QPoint]
    ) -> None:
        self._workbench = workbench
        self._place = place
        self._from = ("", "")
        self.ways = Finder(window.theme, translate("Connecting", "Which way out?"), window)
        self.steps = Finder(window.theme, translate("Connecting", "Lead it to which step?"), window)
        self.ways.chosen.connect(lambda port: self._ask_step(self._from[0], port))
        self.steps.chosen.connect(self._lead)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.ways.set_theme(theme)
        self.steps.set_theme(theme)

    def ask(self, step: str, port: str = "") -> None:
        """Ask where a way out of a step is to lead; which way, where it is not said."""
        journey = self._workbench.document.journey
        node = journey.by_id.get(step)
        ports = node.ways(journey.names) if node is not None else ()
        if port or len(ports) == 1:
            self._ask_step(step, port or ports[0].id)
        elif ports:
            self._from = (step, "")
            entries = tuple(
                Entry(each.id, each.title, _leads_to(journey, step, each.id)) for each in ports
            )
            self.ways.offer(entries, self._place(WIDTH), WIDTH)
        elif node is not None:
            said = translate("Connecting", "The journey ends with {}: no way leads on.").format(
                repr(step_words(node))
            )
            self._workbench.warn(said)

    def _ask_step(self, step: str, port: str) -> None:
        journey = self._workbench.document.journey
        self._from = (step, port)
        beside = lines_beside(journey, self._workbench.document.names)
        entries = [
            Entry(node.id, step_words(node), beside[node.id], node.card)
            for node in journey.nodes
            if not node.is_trigger and node.id != step
        ]
        if journey.target(step, port) is not None:
            entries.append(Entry(NOWHERE, translate("Connecting", "Nowhere: take the path away")))
        self.steps.offer(tuple(entries), self._place(WIDTH), WIDTH)

    def _lead(self, target: str) -> None:
        step, port = self._from
        if target:
            self._workbench.do(Connect(step, port, target))
            return
        before = self._workbench.document.journey.target(step, port)
        if before is not None:
            self._workbench.do(Disconnect((Edge(source=step, port=port, target=before),)))


def _leads_to(journey: Journey, step: str, port: str) -> str:
    target = journey.by_id.get(journey.target(step, port) or "")
    return (
        translate("Connecting", "leads to {}").format(step_words(target))
        if target is not None
        else ""
    )
