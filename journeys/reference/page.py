"""The page about all kinds of steps, conditions and rules, made from what the program knows."""

import textwrap
from collections.abc import Iterable, Iterator

from journeys.conditions.comparison import (
    LISTS,
    ORDERED,
    PATTERNS,
    PRESENCE,
    RELATIVE,
    TEXTUAL,
    TIMED,
    WORDS,
    Operator,
)
from journeys.document import checks, leading, questions
from journeys.document.format import loads
from journeys.document.kinds import kinds
from journeys.document.node import Node
from journeys.reference.faults import Fault, faults
from journeys.reference.fields import Part, definitions, described, kind_of, spoken_of, table
from journeys.reference.sayings import rule_sentences, sentences
from journeys.samples import samples

WIDTH = 100
FILTERS = ("PropertyTest", "AllOfFilter", "AnyOfFilter", "NotFilter")
CONDITIONS = (
    *("AttributeTest", "EntryTest", "BehaviourTest", "SequenceTest", "ContextTest"),
    *("EngagementTest", "ArmTest", "SampleTest", "SegmentTest", "ListTest"),
    *("AllOf", "AnyOf", "Not"),
)
RULES = ("EntryRule", "Goal", "ExitRule", "Segment", "LoopRule", "Unprompted")
BESIDE = ("Happening", "Edge", "Note")
TAKES = (
    (PRESENCE, "no value"),
    (LISTS, "a list of values"),
    (PATTERNS, "a pattern in RE2 syntax"),
    (TEXTUAL, "a text"),
    (ORDERED, "a number"),
    (RELATIVE, "a duration in days, hours, minutes or seconds"),
    (TIMED, "a time such as `2024-06-01T09:00:00Z`"),
)
OPENING = """\
This page is made from the program; do not edit it by hand. What the words mean exactly stands in
[What a journey means](../semantics.md) (numbers such as R10), how a file is built in
[The file format](../file-format.md).

Every step has a `kind`, and may have `extensions`, where other programs keep what they like.
A `title` is what people call it. In sentences and problems `…` stands for what depends on the
case."""


def steps_page() -> str:
    """Return the whole page as Markdown."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield from ("# Steps and conditions", "", OPENING, "")
    yield from ("## Steps", "")
    for kind, made in kinds().items():
        yield from _step(kind, made)
    yield from _sections("Parts of steps", _parts())
    yield from _sections("Filters", FILTERS)
    yield from _sections("Conditions", CONDITIONS)
    yield from _operators()
    yield from _sections("Rules of a journey", RULES)
    yield from ("## Problems of a drawing", "")
    found = (*faults(checks), *faults(leading), *faults(questions))
    yield from _problems(found)
    yield from ("## What is said of any step, and of rules", "")
    yield from _items(f"“{said}”" for said in rule_sentences())


def _parts() -> tuple[str, ...]:
    """Return what steps are made of, in the order of the kinds, and what stands beside steps."""
    known = {made.__name__ for made in kinds().values()} | {*FILTERS, *CONDITIONS, *RULES}
    named = (name for made in kinds().values() for name in spoken_of(definitions()[made.__name__]))
    return (*dict.fromkeys(name for name in named if name in definitions().keys() - known), *BESIDE)


def _step(kind: str, made: type[Node]) -> Iterator[str]:
    part = definitions()[made.__name__]
    yield from (f"### {made.card.title}", "")
    yield from (f"`{kind}`, in the group *{made.card.group}*.", "")
    yield from _described(part)
    yield from _table(part)
    sample = _sample(made)
    yield from _ways(sample)
    yield from _titled("It says:", (f"“{said}”" for said in sentences(sample)))
    found = faults(made)
    if found:
        yield from ("Problems it can have:", "", *_problems(found))


def _sample(made: type[Node]) -> Node:
    """Return a step of a kind from the samples, the one with most ways out; else a fresh one."""
    nodes = [node for content in samples().values() for node in loads(content).nodes]
    found = [node for node in nodes if isinstance(node, made)]
    return max(found, key=lambda node: len(node.ports()), default=made.fresh("step"))


def _ways(node: Node) -> Iterator[str]:
    ports = [f"`{port.id}`" + (f" ({port.title})" if port.title else "") for port in node.ports()]
    said = ", ".join(ports) or "none"
    usual = {port.id for port in type(node).fresh("step").ports()}
    is_own = {port.id for port in node.ports()} != usual
    example = f" (of the sample step *{node.name}*)" if is_own else ""
    yield from _wrapped(f"Ways out{example}: {said}.")


def _sections(title: str, names: Iterable[str]) -> Iterator[str]:
    yield from (f"## {title}", "")
    for name in names:
        part = definitions()[name]
        yield from (f"### {name}", "")
        if kind := kind_of(part):
            yield from (f'`"kind": "{kind}"`', "")
        yield from _described(part)
        yield from _table(part)


def _operators() -> Iterator[str]:
    yield from ("## Operators", "")
    yield from _wrapped(
        "A comparison with a missing value is false (R31). Texts ignore case unless `exactly` is "
        "true; `exactly` is for texts alone (R32)."
    )
    yield from ("| operator | in words | takes |", "|---|---|---|")
    for operator in Operator:
        takes = next((said for group, said in TAKES if operator in group), "a value of any type")
        yield f"| `{operator}` | {WORDS[operator]} | {takes} |"
    yield ""


def _problems(found: Iterable[Fault]) -> Iterator[str]:
    for fault in found:
        sort = "a warning" if fault.is_warning else "an error"
        mends = ", with a fix" if fault.has_fix else ""
        yield from _item(f"`{fault.code}`, {sort}{mends}: “{fault.words}”")
    yield ""


def _described(part: Part) -> Iterator[str]:
    for paragraph in described(part).split("\n\n"):
        yield from _wrapped(paragraph)


def _table(part: Part) -> Iterator[str]:
    lines = tuple(table(part))
    if lines:
        yield from (*lines, "")


def _titled(title: str, said: Iterable[str]) -> Iterator[str]:
    items = tuple(_items(said))
    if len(items) > 1:
        yield from (title, "", *items)


def _items(said: Iterable[str]) -> Iterator[str]:
    for one in said:
        yield from _item(one)
    yield ""


def _item(said: str) -> Iterator[str]:
    yield from textwrap.wrap(f"- {said}", WIDTH, subsequent_indent="  ", break_on_hyphens=False)


def _wrapped(paragraph: str) -> Iterator[str]:
    yield from (*textwrap.wrap(paragraph, WIDTH, break_on_hyphens=False), "")
