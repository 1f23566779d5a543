"""Problems of changes of the profile that do not fit what the data know of customers (R223)."""

from collections.abc import Iterable, Iterator

from journeys.document.journey import Journey
from journeys.document.problems import Problem
from journeys.program.vocabulary import Vocabulary
from journeys.simulation.profiles import misfits


def misfitting(
    vocabulary: Vocabulary, journey: Journey, others: Iterable[Journey] = ()
) -> Iterator[Problem]:
    """Yield each change that a step of a journey cannot make; `others` would run beside it."""
    for owner, node, found in misfits((journey, *others), vocabulary):
        if owner is journey:
            words = f"{node.name!r} {found.words}. {found.attempt}"
            brief = f"{found.words[:1].upper()}{found.words[1:]}"
            yield Problem("misfit", words, node.id, brief=brief)
