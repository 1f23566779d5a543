"""The page that leads to each kind of step, and tells of parts, conditions and rules."""

from collections.abc import Iterable, Iterator
from typing import get_args

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
from journeys.document import checks, keys, leading, questions
from journeys.document.kinds import kinds
from journeys.document.node import Group
from journeys.reference.faults import faults
from journeys.reference.fields import definitions, described, kind_of, spoken_of
from journeys.reference.lines import items, wrapped
from journeys.reference.parts import part_lines, problem_words
from journeys.reference.sayings import rule_sentences

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
    yield from _kinds()
    yield from _sections("Parts of steps", _parts())
    yield from _sections("Filters", FILTERS)
    yield from _sections("Conditions", CONDITIONS)
    yield from _operators()
    yield from _sections("Rules of a journey", RULES)
    yield from ("## Problems of a drawing", "")
    found = (*faults(checks), *faults(keys), *faults(leading), *faults(questions))
    yield from items(problem_words(found))
    yield from ("## What is said of any step, and of rules", "")
    yield from items(f"“{said}”" for said in rule_sentences())


def _kinds() -> Iterator[str]:
    """Yield the kinds by the groups of the palette, each with a line and the way to its page."""
    yield from ("## Steps", "")
    for group in get_args(Group):
        inside = (made for made in kinds().values() if made.card.group == group)
        yield from (f"### {group}", "")
        yield from items(
            f"[{made.card.title}](steps/{made.kind}.md): "
            + described(definitions()[made.__name__]).split("\n\n", 1)[0]
            for made in inside
        )


def _parts() -> tuple[str, ...]:
    """Return what steps are made of, in the order of the kinds, and what stands beside steps."""
    known = {made.__name__ for made in kinds().values()} | {*FILTERS, *CONDITIONS, *RULES}
    named = (name for made in kinds().values() for name in spoken_of(definitions()[made.__name__]))
    return (*dict.fromkeys(name for name in named if name in definitions().keys() - known), *BESIDE)


def _sections(title: str, names: Iterable[str]) -> Iterator[str]:
    yield from (f"## {title}", "")
    for name in names:
        part = definitions()[name]
        yield from (f"### {name}", "")
        if kind := kind_of(part):
            yield from (f'`"kind": "{kind}"`', "")
        yield from part_lines(part)


def _operators() -> Iterator[str]:
    yield from ("## Operators", "")
    yield from wrapped(
        "A comparison with a missing value is false (R31). Texts ignore case unless `exactly` is "
        "true; `exactly` is for texts alone (R32)."
    )
    yield from ("| operator | in words | takes |", "|---|---|---|")
    for operator in Operator:
        takes = next((said for group, said in TAKES if operator in group), "a value of any type")
        yield f"| `{operator}` | {WORDS[operator]} | {takes} |"
    yield ""
