"""The page about one kind of step."""

import re
from collections.abc import Iterator

from journeys.document.node import Node
from journeys.reference.faults import faults
from journeys.reference.fields import definitions
from journeys.reference.lines import titled, wrapped
from journeys.reference.parts import part_lines, problem_words
from journeys.reference.sayings import sentences
from journeys.reference.specimens import specimen

INDEX = "../steps.md"
TO_A_PART = re.compile(r"\]\(#")
OPENING = f"""\
This page is made from the program; do not edit it by hand. What holds of every step stands in
[Steps and conditions]({INDEX})."""


def step_page(made: type[Node]) -> str:
    """Return the page of a kind as Markdown; the parts it speaks of stand in the index."""
    return TO_A_PART.sub(f"]({INDEX}#", "\n".join(_lines(made)))


def _lines(made: type[Node]) -> Iterator[str]:
    title, sample = made.card.title, specimen(made)
    yield from (f"# {title}", "", OPENING, "")
    yield from (f"`{made.kind}`, in the group *{made.card.group}*.", "")
    yield from (f"![{_seen(sample)}](../pictures/{made.kind}.png)", "")
    yield from part_lines(definitions()[made.__name__])
    yield from _ways(sample)
    yield from titled("It says:", (f"“{said}”" for said in sentences(sample)))
    yield from titled("Problems it can have:", problem_words(faults(made)))


def _seen(node: Node) -> str:
    """Return what the picture shows, for those who do not see it."""
    called = "" if node.name == node.card.title else f", here called “{node.name}”"
    ways = ", with its ways out" if node.ports() else ""
    return f"The step “{node.card.title}” on the canvas{called}{ways}"


def _ways(node: Node) -> Iterator[str]:
    ports = [f"`{port.id}`" + (f" ({port.title})" if port.title else "") for port in node.ports()]
    said = ", ".join(ports) or "none"
    usual = {port.id for port in type(node).fresh("step").ports()}
    is_own = {port.id for port in node.ports()} != usual
    example = f" (of the sample step *{node.name}*)" if is_own else ""
    yield from wrapped(f"Ways out{example}: {said}.")
