"""What worlds could show, read from the tables themselves: kinds, fields, questions, reasons."""

import re
from collections.abc import Iterator
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from journeys.conditions.behaviours import OF_ONE, Measure
from journeys.conditions.chance import OF_ARM
from journeys.conditions.comparison import PRESENCE, TIMED, Operator
from journeys.conditions.tree import ArmTest, Compared, EngagementTest
from journeys.content.message import Message
from journeys.document.journey import Edge, Journey, Note, Position
from journeys.document.kinds import kinds
from journeys.document.node import Node
from journeys.document.trigger import TimedTrigger
from journeys.simulation.settings import Mode
from journeys.values import Value, evolve

Item = tuple[str, ...]
PAGE = Path(__file__).parents[2] / "docs" / "semantics.md"
TABLE = re.compile(r"^## What a trace says$(.*?)^## ", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\| ([a-z_]+) \| ([^|]*) \|", re.MULTILINE)
HELD = ("true", "false")
OWN = "one of its own"
DRAWN = (Edge, Note, Position)
# Names and pictures decide nothing; values are counted with their operators.
ASIDE = frozenset({
    *("id", "title", "description", "extensions", "kind", "value", "operator"),
    *("layout", "notes", "nodes", "edges"),
})  # fmt: skip
# An arm compares exactly by itself, and what a message did is a time; a wait without an end, and
# one for nothing, do not run.
NEVER = frozenset(
    {
        *(("field", made.__name__, "exactly", "yes") for made in (ArmTest, EngagementTest)),
        *(("field", "WaitEvent", name, "none") for name in ("branches", "timeout")),
        *(("reason at", f"{start}_trigger", "missed") for start in ("event", "call", "segment")),
        *(
            ("reason at", f"{by}_trigger", "refused_too_old")
            for by in ("schedule", "date", "segment")
        ),
    }
)
OF_EVENTS = ("leaf", "context_updated")


def all_items() -> frozenset[Item]:
    """Return all that worlds could show."""
    return frozenset(everything()) - NEVER


def everything() -> Iterator[Item]:
    """Yield it, kind by kind and table by table."""
    for mode in Mode:
        yield "mode", mode.value
    for name, kind in kinds().items():
        yield "step", name
        yield from (("reason at", name, reason) for reason in reasons_of(kind))
        for node in variants(kind):
            yield from (("way out", name, way(node, port.id)) for port in node.ports())
    for reason, _ in reasons():
        yield "reason", reason
    for form in questions():
        yield from (("question", *form, held) for held in HELD)
    for made in parts((Journey, *kinds().values())):
        yield from (("field", made.__name__, *choice) for choice in choices_of(made))


def variants(kind: type[Node]) -> Iterator[Node]:
    """Yield a fresh step of a kind, and what becomes of it where another word is chosen."""
    fresh = kind.fresh("fresh")
    yield fresh
    for name, field in kind.model_fields.items():
        yield from (evolve(fresh, **{name: word}) for word in literals(field.annotation))


def way(node: Node, port: str) -> str:
    """Return what sort of way out a port is: one of the kind, or one that the drawing names."""
    named = [part for name in type(node).model_fields for part in listed(getattr(node, name))]
    return OWN if port in named else port


def listed(content: object) -> Iterator[str]:
    """Yield the ids of the values that stand in a list."""
    for part in content if isinstance(content, tuple) else ():
        if hasattr(part, "id"):
            yield part.id


def reasons() -> list[tuple[str, str]]:
    """Return (reason, step) of all that is built, as the page has them."""
    table = TABLE.search(PAGE.read_text(encoding="utf-8"))
    found: list[tuple[str, str]] = ROW.findall(table[1]) if table else []
    return [(reason, step.strip()) for reason, step in found if reason != "reason"]


def reasons_of(kind: type[Node]) -> Iterator[str]:
    """Yield what a kind of step can say by itself: by its own examples, and by the page."""
    yield from (example[0].word for example in kind.examples)
    for reason, step in reasons():
        if issubclass(kind, Message) and step == "message":
            yield reason
        if kind.is_trigger and step == "trigger":
            is_asked = "segment" in kind.model_fields and kind.kind != "segment_trigger"
            is_timed = issubclass(kind, TimedTrigger)
            of_events = (*OF_EVENTS, *(() if is_asked else ("refused_filter",)))
            if not (is_timed and reason in of_events):
                yield reason


def questions() -> Iterator[Item]:
    """Yield every kind of question, with every operator that fits it, measure, and turn."""
    fitting = {ArmTest: OF_ARM, EngagementTest: TIMED | PRESENCE}
    for kind in get_args(Compared):
        name = kind.model_fields["kind"].default
        yield from ((name, operator.value) for operator in fitting.get(kind, Operator))
    for measure in get_args(Measure):
        yield "measure", measure
        if measure in OF_ONE:
            yield "measure", f"{measure} of a property"
    yield from (("did", did) for did in literals(EngagementTest.model_fields["did"].annotation))
    yield from (("sequence", turn) for turn in ("followed", "not followed"))
    yield from ((kind,) for kind in ("sample", "segment", "list"))


def parts(kinds_: tuple[type[Value], ...]) -> set[type[Value]]:
    """Return values of these kinds and all that can stand inside them."""
    found: set[type[Value]] = set()
    border: set[type[Value]] = {*kinds_}
    while border:
        found |= border
        fields = (field.annotation for made in border for field in made.model_fields.values())
        inside = {simple for annotation in fields for simple in simples(annotation)}
        border = {
            each for each in inside if isinstance(each, type) and issubclass(each, Value)
        } - found
    return found - {*DRAWN, Node}


def choices_of(made: type[Value]) -> Iterator[Item]:
    """Yield (field, choice) of each field in which there is something to choose."""
    for name, field in made.model_fields.items():
        some = {} if name in ASIDE else choices(field.annotation, field.default)
        yield from ((name, choice) for choice in some if len(some) > 1)


def choices(annotation: Any, default: object) -> dict[str, None]:  # noqa: ANN401 any annotation
    """Return what sorts of content a field may have."""
    found = dict.fromkeys(literals(annotation))
    for simple in simples(annotation):
        if simple is bool:
            found |= {"yes": None, "no": None}
        elif simple is NoneType:
            found["none"] = None
        elif not isinstance(simple, str):
            found["given"] = None
    if default in ("", ()):
        found["none"] = None
    return found


def choice(made: type[Value], name: str, content: object) -> str:
    """Return what sort of content a field has."""
    if isinstance(content, bool):
        return "yes" if content else "no"
    if content in (None, "", ()):
        return "none"
    known = literals(made.model_fields[name].annotation)
    return content if isinstance(content, str) and content in known else "given"


def literals(annotation: Any) -> tuple[str, ...]:  # noqa: ANN401 any annotation
    """Return the words that a field may be."""
    return tuple(simple for simple in simples(annotation) if isinstance(simple, str))


def simples(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 any annotation
    """Yield the types and words that an annotation is made of."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        yield from inside
    elif origin is Annotated:
        yield from simples(inside[0])
    elif origin in (Union, UnionType):
        for part in inside:
            yield from simples(part)
    elif origin is tuple:
        yield tuple
        yield from (each for each in simples(inside[0]) if not isinstance(each, str))
    else:
        yield annotation
