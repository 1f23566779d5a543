"""Says what is wrong with journeys: where, in words, and what would mend it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from app import wiring
from app.cli.text import several, tell, wrapped
from journeys.document.journey import Journey
from journeys.document.problems import Problem, Severity


def tell_errors(journeys: Sequence[Journey]) -> bool:
    """Tell, on stderr, what keeps journeys from running; return whether there is anything."""
    found = wiring.errors_of(journeys)
    for journey, problems in groupby(found, key=lambda each: each[0]):
        tell(f"{journey.name} cannot run.")
        for _, problem in problems:
            tell(*lines(journey, problem))
    if found:
        tell("`python3 -m app check` tells more about a journey.")
    return bool(found)


def lines(journey: Journey, problem: Problem) -> Iterator[str]:
    """Yield a problem in lines: how bad it is, at which step, what is wrong, how to mend it."""
    node = journey.by_id.get(problem.node or "")
    where = f" at {node.name!r} ({node.id})" if node is not None else ""
    yield from wrapped(f"{problem.severity.capitalize()}{where}: {problem.words}")
    for place, fix in enumerate(problem.fixes):
        said = "Or" if place else "To mend it"
        yield from wrapped(f"{said}: {fix.words}.", first="    ")


def summed_up(found: Sequence[Problem]) -> str:
    """Return how many problems there are, in words."""
    errors = sum(problem.severity is Severity.ERROR for problem in found)
    warnings = len(found) - errors
    parts = [several(errors, "error")] if errors else []
    parts += [several(warnings, "warning")] if warnings else []
    return " and ".join(parts) or "no problems"
