"""Says what is wrong with journeys: where, in words, and what would mend it."""

import shlex
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from app import wiring
from app.cli.sources import offered
from app.cli.text import several, tell, wrapped
from journeys.document.journey import Journey
from journeys.document.problems import Problem, Severity
from journeys.spoken import spoken

if TYPE_CHECKING:
    from storage.workspace import Workspace


def tell_errors(
    journeys: Sequence[Journey], names: Sequence[str] = (), workspace: "Workspace | None" = None
) -> bool:
    """Tell, on stderr, what keeps journeys from running; return whether there is anything.

    `names` are what they were named by, to name those that are missing beside them.
    """
    found = wiring.errors_of(journeys)
    for journey, problems in groupby(found, key=lambda each: each[0]):
        tell(f"{journey.name} cannot run.")
        for _, problem in problems:
            tell(*lines(journey, problem))
    tell(*missing(journeys, names, workspace))
    if found:
        tell("`python3 -m app check` tells more about a journey.")
    return bool(found)


def missing(
    journeys: Sequence[Journey], names: Sequence[str], workspace: "Workspace | None"
) -> Iterator[str]:
    """Yield how journeys that others lead to, and that were not named, are added to them."""
    there = {journey.id for journey in journeys}
    called = (one.journey for each in journeys for node in each.nodes for one in node.calls)
    for id_ in dict.fromkeys(one for one in called if one not in there):
        yield from _added(id_, names, workspace)


def _added(id_: str, names: Sequence[str], workspace: "Workspace | None") -> Iterator[str]:
    """Yield how a journey that is led to is added to those that run."""
    name = offered(id_, names, workspace)
    if name:
        words = f"Only the journeys that are named run. To run {spoken(id_)!r} with it, add:"
        yield from wrapped(words, first="")
        yield f"  --with {shlex.quote(name)}"
        return
    words = f"Only the journeys that are named run: add --with and the file of {spoken(id_)!r}."
    yield from wrapped(words, first="")


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
