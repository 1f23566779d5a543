"""What messages do with values that are of another kind, in words and with what mends it (R72)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journeys.content.demands import Atom, Demand, Fit, Kind, Kinds
from journeys.content.message import Message
from journeys.content.part import Part
from journeys.content.reading import Reading, read
from journeys.content.sort import Sort
from journeys.content.walker import WRITTEN
from journeys.content.wanting import KINDS, OF_LISTS, OF_NUMBERS, SCALARS
from journeys.context.naming import held
from journeys.context.variables import Holds, Variable
from journeys.document.edits.steps import ChangeNode
from journeys.document.problems import Problem, Severity
from journeys.values import evolve

OF_HOLDS: Mapping[Holds, Kind] = {
    "text": "text",
    "test arm": "text",
    "yes or no": "yes or no",
    "whole number": "number",
    "number": "number",
    "time": "time",
    "list": "list",
    "event": "object",
}
NEEDS: Mapping[str, str] = {
    **dict.fromkeys(OF_NUMBERS, "a number"),
    **dict.fromkeys(OF_LISTS, "a list"),
    **dict.fromkeys(("first", "last", "reverse", "length", "count"), "a list or text"),
    "date": "a time",
    "items": "an object",
}
SHOWN = 40
ENDINGS: Mapping[str, str] = {
    "show": ", which cannot be shown as it is",
    "join to text": ", which cannot be shown as it is",
    "sign": ", and only numbers can be calculated with",
    "calculate": ", and only numbers can be calculated with",
    "add": ", and they cannot be added",
    "order": ", and neither is more than the other",
    "alike": ", and they cannot be compared",
    "in": ", and nothing can be in it",
    "loop": ", and a loop goes through a list",
}


@dataclass(frozen=True, slots=True)
class Mend:
    """Puts `text` in the place of [start, end); `words` say what that does."""

    words: str
    start: int
    end: int
    text: str

    def done(self, source: str) -> str:
        """Return a text in which it is mended."""
        return source[: self.start] + self.text + source[self.end :]


@dataclass(frozen=True, slots=True)
class Clash:
    """One thing done with a value that is not fit for it, or not always."""

    demand: Demand
    is_certain: bool
    words: str
    mend: Mend | None = None


def clashing(node: Message, known: Mapping[str, Variable]) -> Iterator[Problem]:
    """Yield what a message does with values of another kind."""
    kinds = kinds_of(known)
    for part, reading in node.readings:
        for clash in clashes(part.source, part.sort, reading, kinds):
            line = clash.demand.place.line
            where = part.spoken if part.sort is Sort.LINE else f"{part.spoken}, line {line}"
            words = f"{clash.words} It stands in the {where} of {node.name!r}."
            severity = Severity.ERROR if clash.is_certain else Severity.WARNING
            mend = clash.mend
            text = mend.done(part.source) if mend else ""
            fix = ChangeNode(evolve(node, **{part.name: text}), mend.words) if mend else None
            brief = clash.words.partition(", ")[0]
            yield Problem("clash", words, node.id, severity, fix, brief, lets_run=True)


def kinds_of(known: Mapping[str, Variable]) -> Kinds:
    """Return what says of what kind a variable is."""

    def kind(path: str) -> Kind | None:
        holds = held(path, known)
        return OF_HOLDS[holds] if holds else None

    return kind


def clashes(source: str, sort: Sort, reading: Reading, kinds: Kinds) -> Iterator[Clash]:
    """Yield what is done in a part with values of another kind, each thing once for a value."""
    seen: set[tuple[str, tuple[Atom, ...]]] = set()
    for demand in reading.demands:
        found = demand.fit(kinds)
        is_of_data = any(atom.path for atom in demand.atoms)
        if found is Fit.FINE or (found is Fit.DOUBTFUL and not is_of_data):
            continue
        if (demand.what, demand.atoms) not in seen:
            seen.add((demand.what, demand.atoms))
            is_certain = found is Fit.NEVER
            words = _said(demand, kinds, is_certain=is_certain)
            mend = _mend(Part("", sort, source), demand, kinds)
            yield Clash(demand, is_certain, words, mend)


def _said(demand: Demand, kinds: Kinds, *, is_certain: bool) -> str:
    names = (_named(atom, kinds, beside=at > 0) for at, atom in enumerate(demand.atoms))
    said = " and ".join(names)
    if demand.what == "alike" and not is_certain:
        return f"{said}: they are never alike."
    if demand.what in ENDINGS:
        return f"{said}{ENDINGS[demand.what]}, so the message cannot be written."
    needs = NEEDS.get(demand.what, "text or a number")
    said += f", and the filter {demand.what!r} needs {needs}"
    if is_certain:
        return f"{said}: the message cannot be written."
    if demand.atoms[0].of(kinds) == "number":
        return f"{said}: it is read as seconds since 1970."
    return f"{said}: where it holds none, the message cannot be written."


def _named(atom: Atom, kinds: Kinds, *, beside: bool) -> str:
    kind = atom.of(kinds)
    name = atom.path or ("the other value" if beside else "This value")
    if atom.text is not None:
        name = f"\u201c{atom.text[:SHOWN]}\u201d"
    return f"{name} is {KINDS[kind] if kind else 'unknown'}"


def _mend(part: Part, demand: Demand, kinds: Kinds) -> Mend | None:
    """Return what mends it where it stands; None where only a person knows."""
    atom, kind = demand.atoms[0], demand.atoms[0].of(kinds)
    begin = demand.place.offset
    written = WRITTEN.match(part.source, begin)
    if not atom.path or written is None or len(demand.atoms) > 1:
        return None
    mend = None
    if demand.what == "show" and kind == "list":
        mend = Mend("Say how many there are", written.end(), written.end(), "|length")
    elif demand.what == "loop" and kind == "number":
        mend = Mend("Repeat it that often", begin, written.end(), f"range({written[0]})")
    elif demand.what in ("money", "date") and kind in SCALARS:
        filter_ = re.compile(rf"\s*\|\s*{demand.what}(\s*\([^()]*\))?")
        behind = filter_.match(part.source, written.end())
        mend = Mend("Show it as it is", behind.start(), behind.end(), "") if behind else None
    return mend if mend and _is_better(part, mend, kinds) else None


def _is_better(part: Part, mend: Mend, kinds: Kinds) -> bool:
    """Say whether less is wrong with it, and nothing else is asked."""
    before = read(part.source, part.sort)
    after = read(mend.done(part.source), part.sort)
    wrong = [
        sum(each.fit(kinds) is not Fit.FINE for each in some.demands) for some in (before, after)
    ]
    same = [use.path for use in after.uses] == [use.path for use in before.uses]
    return not after.faults and same and wrong[1] < wrong[0]
