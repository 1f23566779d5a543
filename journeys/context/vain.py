"""Problems of what is asked of an event that never has it in the data in use (R183)."""

from collections.abc import Iterable, Iterator

from journeys.context.unfit import naming
from journeys.document.edits.instead import Instead
from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.document.problems import Fix, Problem, Severity
from journeys.document.rules import EntryRule
from journeys.program.vocabulary import Vocabulary
from journeys.simulation.lacking import Lack, hearing, lacks, nearest, nearest_key, words_of
from journeys.simulation.settings import Mode
from journeys.spoken import spoken
from journeys.values import evolve


def vain(
    vocabulary: Vocabulary, journey: Journey, others: Iterable[Journey] = ()
) -> Iterator[Problem]:
    """Yield what a journey asks in vain: an error where it keeps everybody out, else a warning.

    `others` would run beside it. Of events that a run of any mode may make up nobody is kept out.
    """
    run = (journey, *others)
    recorded = hearing(vocabulary, run, Mode.BACKTEST)
    sure = hearing(vocabulary, run).lacking
    for lack in lacks(journey, recorded):
        if lack.keeps_all_out and (lack.event, lack.name) not in sure:
            continue
        node = lack.owner.id if isinstance(lack.owner, Node) else None
        severity = Severity.ERROR if lack.keeps_all_out else Severity.WARNING
        words = f"{lack.where[:1].upper()}{lack.where[1:]} {words_of(lack)}"
        fixes = tuple(_fixes(vocabulary, journey, lack))
        fix, also = next(iter(fixes), None), fixes[1:]
        brief = f"{spoken(lack.event)!r} never has {lack.name!r}"
        yield Problem("lacking", words, node, severity, fix, brief, also, rule=lack.rule)


def _fixes(vocabulary: Vocabulary, journey: Journey, lack: Lack) -> Iterator[Fix]:
    """Yield the edit that asks for a name like it, and the one that asks for none."""
    value = lack.value
    if isinstance(value, EntryRule):
        near = naming(value, lack.name, nearest_key(journey, vocabulary))
        yield from [near] if near is not None else []
        yield Instead(value, evolve(value, key=None), f"Do without {lack.name!r}")
    elif lack.is_key:
        said = f"Count it whatever its {lack.name!r} is"
        yield Instead(value, evolve(value, match_key=False), said)
    else:
        near = naming(value, lack.name, nearest(lack.name, [lack.event], vocabulary))
        yield from [near] if near is not None else []
