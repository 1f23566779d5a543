"""What a journey itself offers to pick from, as it is at the moment of asking."""

from collections.abc import Callable, Mapping

from journeys.document.journey import Journey
from journeys.names import NO_NAMES, Names
from journeys.program.updates import CALL
from journeys.spoken import spoken


def nowhere() -> Journey | None:
    """Return no journey."""
    return None


class Own:
    """Looks into the journey whenever something is picked, so that what is new is offered at once.

    Each answer holds names by ids. `there` are the journeys that this one may lead on to.
    """

    def __init__(
        self,
        journey: Callable[[], Journey | None] = nowhere,
        there: Callable[[], tuple[Journey, ...]] = tuple,
    ) -> None:
        self._journey = journey
        self._there = there

    @property
    def names(self) -> Names:
        """What is called how in the journey."""
        journey = self._journey()
        return journey.names if journey else NO_NAMES

    @property
    def messages(self) -> Mapping[str, str]:
        """The steps that send something."""
        names = self.names
        return {step: str(names.message(step)) for step in names.messages or ()}

    @property
    def tests(self) -> Mapping[str, str]:
        """The experiments, called like the first step that deals them out."""
        names = self.names
        return {test: str(names.test(test)) for test in names.tests or ()}

    def versions(self, experiment: str) -> Mapping[str, str]:
        """Return the versions of a test."""
        return (self.names.versions or {}).get(experiment, {})

    @property
    def segments(self) -> Mapping[str, str]:
        """The segments."""
        names = self.names
        return {segment: str(names.segment(segment)) for segment in names.segments or ()}

    @property
    def caught(self) -> Mapping[str, str]:
        """The events that waits keep, by the name they are kept under."""
        journey = self._journey()
        steps = journey.nodes if journey else ()
        return {each.name: each.event for node in steps for each in node.catches()}

    @property
    def onward(self) -> Mapping[str, tuple[str, Mapping[str, str]]]:
        """The other journeys that begin by a call: their names, with the starts by their calls."""
        journey = self._journey()
        own = journey.id if journey else ""
        found = {each.id: (each.name, _calls(each)) for each in self._there() if each.id != own}
        return {id_: (name, calls) for id_, (name, calls) in found.items() if calls}


def _calls(journey: Journey) -> Mapping[str, str]:
    """Return what the starts by a call are named, by the name they are called by."""
    return {
        event.removeprefix(CALL): trigger.title or spoken(event.removeprefix(CALL))
        for trigger in journey.triggers
        for event in trigger.entered_by
        if event.startswith(CALL)
    }
