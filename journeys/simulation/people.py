"""The customers behind a count: those who came through a step, by a way out or for a reason."""

from collections.abc import Generator

from journeys.program.reasons import Reason
from journeys.progress import Progress
from journeys.simulation.asking import Asked, asked
from journeys.simulation.dataset import Dataset
from journeys.simulation.program import Program
from journeys.simulation.replay import CHUNK, Decision, decoded, journey_place, replayed
from journeys.simulation.trace import Decoder

MOST = 200


def passing(  # noqa: PLR0913 the two last are keywords with a default
    program: Program,
    dataset: Dataset,
    node: str,
    out: str | None = None,
    most: int = MOST,
    *,
    journey: str = "",
) -> Generator[Progress, None, tuple[int, ...]]:
    """Return the places of the first customers, `most` at most, who came through a step.

    `out` narrows it to one way out (a port's id) or one reason (`asking.because`); "" as the node
    is any step, several have a space between them; "" as the journey is the first of the run.
    """
    seek = _Seek(program, journey, asked(node, out))
    found: list[int] = []
    for first in range(0, dataset.customers, CHUNK):
        yield Progress(first, dataset.customers, "Looking for them")
        last = min(first + CHUNK, dataset.customers)
        for customer, decisions in replayed(program, dataset, first, last):
            if any(seek.fits(decision) for decision in decisions):
                found.append(customer)
            if len(found) == most:
                return tuple(found)
    return tuple(found)


def sought(  # noqa: PLR0913 the last is a keyword with a default
    program: Program,
    dataset: Dataset,
    customer: int,
    node: str,
    out: str | None = None,
    *,
    journey: str = "",
) -> int | None:
    """Return the place in a customer's story of the first decision that `passing` looks for."""
    seek = _Seek(program, journey, asked(node, out))
    story = (decisions for _, decisions in replayed(program, dataset, customer, customer + 1))
    fitting = (place for place, each in enumerate(next(story, ())) if seek.fits(each))
    return next(fitting, None)


class _Seek:
    """Looks at decisions for the one thing that is asked for."""

    def __init__(self, program: Program, journey: str, what: Asked) -> None:
        self.what = what
        self.decoder = Decoder(program)
        self.journey = journey_place(program, journey)
        self.drawing = drawing = program.journeys[self.journey]
        self.nodes = {program.nodes.index((drawing.id, step)) for step in what.steps}
        self.starts = {program.nodes.index((drawing.id, node.id)) for node in drawing.triggers}

    def fits(self, decision: Decision) -> bool:
        """Say whether a decision is one of those asked for."""
        if decision.journey != self.journey or (self.nodes and decision.node not in self.nodes):
            return False
        reason, what = Reason(decision.reason), self.what
        if what.reasons:
            return reason in what.reasons and (not what.rule or self._rule(decision) == what.rule)
        if not what.port:
            is_start = decision.node in self.starts
            return decision.has_entry and (not is_start or reason is Reason.ENTERED)
        telling = decoded(self.decoder, decision)
        node = self.drawing.by_id.get(telling.node or "")
        return node is not None and node.left_by(telling) == what.port

    def _rule(self, decision: Decision) -> object:
        return decoded(self.decoder, decision).operands[0]
