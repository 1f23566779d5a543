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
            left = len(found) - 1
            more = f" ({left} more {'is' if left == 1 else 'are'} wrong.)" if left else ""
            raise InvalidJourneyError(
                f"{journey.name} cannot run: {found[0].words}{more}",
                "Mend what its list of problems names, then run it again.",
            )
