"""Says whether journeys may run together, and what keeps them from it."""

from collections.abc import Sequence

from journeys.document.checks import problems
from journeys.document.journey import Journey
from journeys.document.problems import Severity
from journeys.errors import InvalidJourneyError


def refuse_wrong(journeys: Sequence[Journey]) -> None:
    """Raise InvalidJourneyError for the first error among the problems of the journeys of a run."""
    for place, journey in enumerate(journeys):
        others = (*journeys[:place], *journeys[place + 1 :])
        found = [each for each in problems(journey, others) if each.severity is Severity.ERROR]
        if found:
            more = f" ({len(found) - 1} more are wrong.)" if len(found) > 1 else ""
            raise InvalidJourneyError(
                f"{journey.name} cannot run: {found[0].words}{more}",
                "`python3 -m app check` lists all that is wrong.",
            )
