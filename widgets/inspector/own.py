"""What a journey itself offers to pick from, as it is at the moment of asking."""

from collections.abc import Callable, Mapping

from journeys.content.message import Message
from journeys.document.journey import Journey
from journeys.nodes.experiment import Experiment


def nowhere() -> Journey | None:
    """Return no journey."""
    return None


class Own:
    """Looks into the journey whenever something is picked, so that what is new is offered at once.

    Each answer holds names by ids.
    """

    def __init__(self, journey: Callable[[], Journey | None] = nowhere) -> None:
        self._journey = journey

    @property
    def messages(self) -> Mapping[str, str]:
        """The steps that send something."""
        journey = self._journey()
        steps = journey.nodes if journey else ()
        return {node.id: node.name for node in steps if isinstance(node, Message)}

    @property
    def tests(self) -> Mapping[str, str]:
        """The experiments, called like the first step that deals them out."""
        return {node.experiment: node.name for node in reversed(self._experiments())}

    def versions(self, experiment: str) -> Mapping[str, str]:
        """Return the versions of a test."""
        steps = [node for node in self._experiments() if node.experiment == experiment]
        return {port.id: port.title or port.id for node in steps[:1] for port in node.ports()}

    @property
    def segments(self) -> Mapping[str, str]:
        """The segments."""
        journey = self._journey()
        return {each.id: each.name for each in journey.segments} if journey else {}

    @property
    def caught(self) -> Mapping[str, str]:
        """The events that waits keep, by the name they are kept under."""
        journey = self._journey()
        steps = journey.nodes if journey else ()
        return {each.name: each.event for node in steps for each in node.catches()}

    def _experiments(self) -> tuple[Experiment, ...]:
        journey = self._journey()
        steps = journey.nodes if journey else ()
        return tuple(node for node in steps if isinstance(node, Experiment))
