"""Problems of events that can never happen on the data in use, wherever a journey names them."""

from collections.abc import Iterable, Iterator

from journeys.document.edits.events import RenameEvent
from journeys.document.journey import Journey
from journeys.document.problems import Problem, Severity
from journeys.program.updates import CALL
from journeys.program.vocabulary import Vocabulary
from journeys.simulation.names import made_up, nearest
from journeys.simulation.settings import Mode
from journeys.spoken import spoken
from journeys.values import Value, within


def unheard(
    vocabulary: Vocabulary, journey: Journey, others: Iterable[Journey] = ()
) -> Iterator[Problem]:
    """Yield each event that neither the data has nor a run makes up, once for each that names it.

    `others` are the journeys that would run beside it: reactions to their messages happen, too.
    """
    known = {*vocabulary.events, *made_up((journey, *others), Mode.MIXED)}
    for what, owners in (
        ("", journey.nodes),
        ("The goal ", journey.goals),
        ("The exit rule ", journey.exits),
        ("The segment ", journey.segments),
    ):
        for owner in owners:
            for event in _named(owner):
                if event not in known:
                    node = owner.id if not what else None
                    yield _problem(journey, f"{what}{owner.name!r}", node, event, known)


def _named(owner: Value) -> tuple[str, ...]:
    found = (getattr(value, "event", None) for value in within(owner))
    return tuple(dict.fromkeys(str(event) for event in found if event is not None))


def _problem(
    journey: Journey, where: str, node: str | None, event: str, known: set[str]
) -> Problem:
    if event.startswith(CALL):
        called = event.removeprefix(CALL)
        words = f"{where} lets in who is sent here as {called!r}, and in a test run nobody is."
        brief = f"Nobody is sent here as {called!r}"
        return Problem("uncalled", words, node, Severity.WARNING, brief=brief)
    near = nearest(event, journey, known)
    hint = f" Did you mean {spoken(near)!r}?" if near else ""
    brief = f"Nobody ever did {spoken(event)!r}"
    words = f"{where} waits for {spoken(event)!r}, and nobody ever did that.{hint}"
    fix = RenameEvent(event, near) if near else None
    return Problem("unknown_event", words, node, fix=fix, brief=brief)
