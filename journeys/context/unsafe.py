"""Problems that show only beside data: words and conditions that ask what is not there (R72)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from journeys.conditions.comparison import PRESENCE
from journeys.conditions.facts import TRAIL
from journeys.conditions.presence import variable
from journeys.conditions.tree import ContextTest
from journeys.content.fallback import begins_link
from journeys.content.message import SENT_PORT, Message
from journeys.content.use import Use
from journeys.context.clashing import clashing
from journeys.context.forgetting import forgetting
from journeys.context.known import Asked, Known, asked
from journeys.context.lineage import Verdict
from journeys.context.mending import AskFirst, LeaveOut, WriteFallback
from journeys.context.misfitting import misfitting
from journeys.context.misread import misread
from journeys.context.mixed import mixed
from journeys.context.naming import Named, named, spoken_list, written
from journeys.context.unfit import asking_instead, unfit
from journeys.context.unheard import unheard
from journeys.context.vain import vain
from journeys.document.checks import problems
from journeys.document.edits.steps import ChangeNode
from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.document.problems import Fix, Problem, Severity
from journeys.program.reading import CHANNELS
from journeys.program.vocabulary import Vocabulary
from journeys.simulation.lacking import hearing
from journeys.simulation.profiles import vocabulary_of
from journeys.values import VARIABLE, evolve

CONSENT = frozenset(f"customer.consent.{channel}" for channel in CHANNELS)


@dataclass(frozen=True, slots=True)
class _Asking:
    """A variable as a message writes it, with the parts and places that ask for it."""

    path: str
    parts: tuple[str, ...]
    uses: tuple[tuple[str, Use], ...]

    @property
    def is_needed(self) -> bool:
        return any(use.is_needed for _, use in self.uses)


def found_beside(
    vocabulary: Vocabulary | None, journey: Journey, others: Iterable[Journey] = ()
) -> tuple[Problem, ...]:
    """Return all that is wrong with a journey, errors first; without data what shows without it.

    `others` are the journeys that would run beside it.
    """
    beside = tuple(others)
    found = problems(journey, beside)
    if vocabulary is None:
        return found
    heard = hearing(vocabulary, (journey, *beside))
    known = Known(journey, vocabulary_of(heard, beside))
    both = (
        *found,
        *unheard(vocabulary, journey, beside),
        *misfitting(vocabulary, journey, beside),
        *unsafe(known),
        *unfit(known),
        *vain(vocabulary, journey, beside),
        *forgetting(vocabulary, journey),
        *mixed(vocabulary, journey),
    )
    return tuple(sorted(both, key=lambda problem: problem.severity is not Severity.ERROR))


def unsafe(known: Known) -> tuple[Problem, ...]:
    """Return what is wrong with the uses of variables at steps that customers come to (R179)."""
    found: list[Problem] = []
    for node in known.journey.nodes:
        if node.id in known.lineage.arriving:
            found += _asked_in_conditions(known, node)
            found += misread(known, node)
            if isinstance(node, Message):
                for asking in _askings(node):
                    found += _asked_in_words(known, node, asking)
                found += _asked_by_declaration(known, node)
                found += clashing(node, known.variables)
    return tuple(found)


def _asked_in_conditions(known: Known, node: Node) -> Iterator[Problem]:
    """Yield comparisons that can never be true where they are asked, each variable once (R180)."""
    leaves = {_full_name(leaf): leaf for leaf in asked(node) if leaf.operator not in PRESENCE}
    for name, leaf in leaves.items():
        if name in CONSENT:
            continue
        if not _is_known(leaf, known):
            near = known.nearest(name)
            words = f"{node.name!r} asks for {name}, and the data has nothing of that name."
            fix = asking_instead(leaf, near[0]) if near else None
            brief = f"There is no {name}"
            yield Problem("unknown_name", f"{words}{_hint(near)}", node.id, fix=fix, brief=brief)
        elif known.lineage.verdict_of_asking(node.id, variable(leaf)) is Verdict.IMPOSSIBLE:
            words = f"Nobody who comes to {node.name!r} has {name}: what is asked is never true."
            brief = f"Nobody here has {name}"
            yield Problem("never_true", words, node.id, Severity.WARNING, brief=brief)


def _full_name(leaf: Asked) -> str:
    """Return what a comparison asks for as it is written there."""
    return leaf.name if isinstance(leaf, ContextTest) else variable(leaf)


def _is_known(leaf: Asked, known: Known) -> bool:
    """Say whether the data has what a comparison asks for, in a trail the property as well."""
    trail = TRAIL.fullmatch(leaf.name) if isinstance(leaf, ContextTest) else None
    is_there = trail is None or f"event.{trail[3]}" in known.variables
    return variable(leaf) in known.variables and is_there


def _askings(node: Message) -> Iterator[_Asking]:
    uses: dict[str, list[tuple[str, Use]]] = {}
    spoken: Mapping[str, str] = {part.name: part.spoken for part, _ in node.readings}
    for part, reading in node.readings:
        for use in reading.uses:
            uses.setdefault(use.path, []).append((part.name, use))
    for path, places in uses.items():
        wanted = [each for each in places if each[1].is_needed] or places
        parts = tuple(dict.fromkeys(spoken[name] for name, _ in wanted))
        yield _Asking(path, parts, tuple(places))


def _asked_in_words(known: Known, node: Message, asking: _Asking) -> Iterator[Problem]:
    path = asking.path
    found = named(path, known.variables)
    if found is None:
        yield _unknown(known, node, asking)
        return
    if not asking.is_needed or (found.is_passed and not found.inner):
        return
    if node.is_only_for_those_with(path):
        return
    fix = _fallback(node, path)
    verdict = known.lineage.verdict(node.id, found.variable)
    if verdict is Verdict.IMPOSSIBLE and not found.is_passed:
        words = f"Nobody who comes to {node.name!r} has {path}, {_needing(asking)}: nobody gets it."
        brief = f"Nobody here has {path}"
        yield Problem("never_there", words, node.id, fix=fix, brief=brief, lets_run=True)
    elif verdict is Verdict.POSSIBLE or found.inner:
        words = f"{_lacking(known, node, found)} {node.name!r} needs it in its {_in(asking)}"
        words += ", so they do not get it."
        brief = f"Not everyone has {path}"
        also = (*_own_path(known, node, found), *_left_out(node, path))
        yield Problem("unsafe_use", words, node.id, Severity.WARNING, fix, brief, also)


def _asked_by_declaration(known: Known, node: Message) -> Iterator[Problem]:
    """Yield what a message is only sent with, where nobody who comes has it."""
    said = {use.path for _, reading in node.readings for use in reading.uses}
    for path in node.only_with:
        found = named(path, known.variables)
        if found is None and path in said:
            continue  # said of the words
        if found is None:
            why, code = "the data has nothing of that name", "unknown_name"
        elif known.lineage.verdict(node.id, found.variable) is Verdict.IMPOSSIBLE:
            why, code = "nobody who comes here has it", "never_there"
        else:
            continue
        words = f"{node.name!r} is only for those with {path}, and {why}: nobody gets it."
        kept = tuple(each for each in node.only_with if each != path)
        fix = ChangeNode(evolve(node, only_with=kept), "Send it also without it")
        yield Problem(code, words, node.id, fix=fix, brief=f"Nobody has {path}", lets_run=True)


def _left_out(node: Message, path: str) -> tuple[Fix, ...]:
    """Return the edit that declares for whom the message is, where it is known before sending."""
    return (LeaveOut(node.id, path),) if VARIABLE.fullmatch(path) else ()


def _unknown(known: Known, node: Message, asking: _Asking) -> Problem:
    """Return a name nothing provides: an error where the message fails without it."""
    near = known.nearest(asking.path)
    severity = Severity.ERROR if asking.is_needed else Severity.WARNING
    gets = "nobody gets it" if asking.is_needed else "it is always missing"
    words = f"{node.name!r} says {asking.path} in its {_in(asking)}, and the data has nothing of "
    words += f"that name: {gets}.{_hint(near)}"
    fix = _renamed(node, asking, written(near[0])) if near else None
    brief = f"There is no {asking.path}"
    return Problem("unknown_name", words, node.id, severity, fix, brief, lets_run=True)


def _lacking(known: Known, node: Node, found: Named) -> str:
    """Return in words who lacks a variable."""
    lacking = "" if found.is_passed else known.lacking(node.id, found.variable)
    return lacking or f"Not everyone has {found.inner}."


def _fallback(node: Message, path: str) -> Fix | None:
    """Return the edit that writes a fallback; none where a link begins with the value."""
    for part, reading in node.readings:
        for use in reading.uses:
            if use.path == path and use.is_needed and begins_link(part.source, use):
                return None
    return WriteFallback(node.id, path)


def _own_path(known: Known, node: Message, found: Named) -> tuple[Fix, ...]:
    """Return the edit that asks first who has a variable, where a condition can ask for it."""
    first = found.variable.partition(".")[0]
    onward = known.journey.target(node.id, SENT_PORT)
    can_ask = first in ("event", "customer") and not found.inner
    return (AskFirst(node.id, found.variable),) if can_ask and onward not in (None, node.id) else ()


def _renamed(node: Message, asking: _Asking, name: str) -> Fix | None:
    """Return the edit that writes another name, where the name stands there as it is."""
    changed = {part.name: part.source for part, _ in node.readings}
    for part, use in reversed(asking.uses):
        begin, end = use.place.offset, use.place.offset + use.length
        text = changed[part]
        if text[begin:end] != asking.path:
            return None
        changed[part] = f"{text[:begin]}{name}{text[end:]}"
    return ChangeNode(evolve(node, **changed), f"Write {name} instead")


def _needing(asking: _Asking) -> str:
    return f"which its {_in(asking)} {'needs' if len(asking.parts) == 1 else 'need'}"


def _in(asking: _Asking) -> str:
    return " and ".join(asking.parts)


def _hint(near: tuple[str, ...]) -> str:
    return f" Did you mean {spoken_list([written(name) for name in near])}?" if near else ""
