"""Problems of waits and exit rules that forget the key of the journey, beside data (R184)."""

from collections.abc import Iterator

from journeys.document.edits.instead import Instead
from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.document.problems import Problem, Severity
from journeys.program.vocabulary import Vocabulary
from journeys.simulation.names import owners_of
from journeys.spoken import spoken
from journeys.values import evolve, within


def forgetting(vocabulary: Vocabulary, journey: Journey) -> Iterator[Problem]:
    """Yield what acts on an event of any key, though the events say which one they are about."""
    key = journey.entry.key
    if key is None or key not in vocabulary.column_places:
        return
    saying = {event for event in vocabulary.events if (event, key) not in vocabulary.lacking}
    for where, owner, rule in owners_of(journey):
        for value in within(owner) if rule in {"", "exits"} else ():
            event = getattr(value, "event", None)
            if event in saying and getattr(value, "match_key", True) is False:
                acts = "takes out" if rule else "lets go on"
                words = (
                    f"{where[:1].upper()}{where[1:]} {acts} at any {spoken(event)!r}, also one "
                    f"about another {key!r} than they entered with."
                )
                fix = Instead(value, evolve(value, match_key=True), f"Only of the same {key!r}")
                node = owner.id if isinstance(owner, Node) else None
                brief = f"Any {spoken(event)!r} counts, of whichever {key!r}"
                yield Problem("forgets_key", words, node, Severity.WARNING, fix, brief, rule=rule)
