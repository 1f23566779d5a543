"""Problems of amounts in several currencies, on the data in use (R202)."""

from collections.abc import Iterator

from journeys.document.journey import Journey
from journeys.document.problems import Problem
from journeys.program.vocabulary import Vocabulary
from journeys.simulation.currencies import mixing, words_of_mixing
from journeys.simulation.names import owners_of
from journeys.spoken import spoken
from journeys.values import within


def mixed(vocabulary: Vocabulary, journey: Journey) -> Iterator[Problem]:
    """Yield each question that reckons with amounts of several currencies."""
    for where, owner, rule in owners_of(journey):
        for event in mixing(within(owner), vocabulary):
            words = f"{where[:1].upper()}{where[1:]} {words_of_mixing(event)}"
            node = None if rule else owner.id
            brief = f"{spoken(event)!r} has several currencies"
            yield Problem("mixed_currencies", words, node, brief=brief, rule=rule)
