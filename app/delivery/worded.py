"""What the messages of one customer say: their words, and where each value in them comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from app.delivery.due import Due, due_in
from app.delivery.message import Failed, Outcome, Rendered
from app.delivery.renderer import Renderer
from journeys.context.past import Past
from journeys.context.whence import Whence
from journeys.program.reasons import Reason
from journeys.program.roles import roles
from journeys.simulation.dataset import Dataset
from journeys.simulation.program import Program
from journeys.simulation.story import story
from journeys.values import Json

NO_WORDS = Rendered(())


@dataclass(frozen=True, slots=True)
class Worded:
    """A message that was sent and what came of its words; `origins` by variable, in words."""

    due: Due
    outcome: Outcome
    origins: Mapping[str, str]

    @property
    def is_fault(self) -> bool:
        """True where the words could not be made."""
        return isinstance(self.outcome, Failed)

    def plain(self) -> dict[str, Json]:
        """Return it as JSON-ready objects."""
        zone: Json = {"name": self.due.zone.name, "source": self.due.zone.source}
        if isinstance(self.outcome, Failed):
            return {"fault": plain_fault(self.outcome), "zone": zone}
        return {
            "parts": dict(self.outcome.parts),
            "used": [
                {"variable": path, "value": value, "origin": self.origins[path]}
                for path, value in self.outcome.used
            ],
            "fallbacks": dict(self.outcome.fallbacks),
            "blanks": list(self.outcome.blanks),
            "changes": list(self.outcome.changes),
            "zone": zone,
        }


def plain_fault(fault: Failed) -> dict[str, Json]:
    """Return a fault as JSON-ready objects."""
    return {
        "reason": str(fault.reason),
        "words": fault.words,
        "attempt": fault.attempt,
        "part": fault.part,
        "line": fault.line,
        "column": fault.column,
        "variable": fault.path or None,
    }


def worded(
    program: Program, dataset: Dataset, customer: int, renderer: Renderer, zone: ZoneInfo
) -> dict[int, Worded]:
    """Return what was said to a customer, by the place of each sending in the story.

    Where values come from is told by the clock of `zone`.
    """
    told = story(program, dataset, customer)
    places = [at for at, one in enumerate(told.tellings) if one.reason is Reason.SENT]
    past, part = Past(dataset, told), roles(dataset.vocabulary)
    found: dict[int, Worded] = {}
    for at, due in zip(places, due_in(program, dataset, told), strict=True):
        outcome = renderer.render(due.job) if due.job.template.parts else NO_WORDS
        whence = Whence(due.arrival, past, part, zone)
        used = outcome.used if isinstance(outcome, Rendered) else ()
        found[at] = Worded(due, outcome, {path: whence.said(path) for path, _ in used})
    return found
