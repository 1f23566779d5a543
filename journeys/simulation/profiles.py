"""What the steps of a run change of the profile, whether the data let them, and what they ask."""

from collections.abc import Iterable, Iterator, Sequence

from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.errors import InvalidJourneyError
from journeys.program.answers import Answers, Asked
from journeys.program.profile import Misfit, Profile, widened
from journeys.program.updates import Update
from journeys.program.vocabulary import Vocabulary


def updates_of(journeys: Iterable[Journey]) -> tuple[Update, ...]:
    """Return every change of the profile that steps of some journeys make."""
    return tuple(update for each in journeys for node in each.nodes for update in node.updates)


def answers_of(journeys: Iterable[Journey]) -> Answers:
    """Return what other systems may answer at the steps of some journeys."""
    return Answers(
        Asked(journey.id, node.id, node.declares())
        for journey in journeys
        for node in journey.nodes
    )


def vocabulary_of(vocabulary: Vocabulary, journeys: Iterable[Journey]) -> Vocabulary:
    """Return what can be spoken of in a run: what the data have, and what its steps make."""
    return widened(vocabulary, updates_of(journeys))


def misfits(
    journeys: Sequence[Journey], vocabulary: Vocabulary
) -> Iterator[tuple[Journey, Node, Misfit]]:
    """Yield every change that cannot be made, with the step that would make it (R223)."""
    profile = Profile(vocabulary, updates_of(journeys))
    wrong = {each.update: each for each in profile.misfits()}
    for journey in journeys:
        for node in journey.nodes:
            for update in node.updates if wrong else ():
                if update in wrong:
                    yield journey, node, wrong[update]


def refuse_misfits(journeys: Sequence[Journey], vocabulary: Vocabulary) -> None:
    """Raise InvalidJourneyError for the first change that cannot be made."""
    for journey, node, found in misfits(journeys, vocabulary):
        raise InvalidJourneyError(
            f"{journey.name}: the step {node.name!r} {found.words}.", found.attempt
        )
