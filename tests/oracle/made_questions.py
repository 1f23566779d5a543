"""Made-up questions of chance, messages, context and groups (R204-R206, R208-R210)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from journeys.conditions.tree import (
    ArmTest,
    AttributeTest,
    Condition,
    ContextTest,
    EngagementTest,
    EntryTest,
    ListTest,
    SampleTest,
    SegmentTest,
)
from journeys.people.population import ColumnType, Held
from tests.oracle.made_behaviours import behaviour, sequence
from tests.oracle.made_comparisons import PRESENCE, column, compared
from tests.oracle.made_people import COLUMNS, LISTS

ARMS = ("a", "a", "b", "b", "A", "c", "holdout")
SHARES = (0, 1, 2_000, 5_000, 5_000, 8_000, 9_999, 10_000)
TRAILS = ("view", "view", "add", "add", "buy", "note", "pageview", "email_opened")
PLACES = (0, 0, 0, 0, 1, 2, 9)
OF_TRAIL: Mapping[str, Held] = {**COLUMNS, "at": Held(ColumnType.INSTANT)}
TEXT, WHOLE = ColumnType.TEXT, ColumnType.WHOLE
OF_CONTEXT: Mapping[str, ColumnType] = {
    "session.started": ColumnType.INSTANT,
    "session.source": TEXT,
    "session.referrer": TEXT,
    "session.campaign": TEXT,
    "session.pages": WHOLE,
    "session.duration": WHOLE,
    "cart.id": TEXT,
    "cart.items": WHOLE,
    "cart.value": ColumnType.DECIMAL,
}
DURATIONS = (0, 60, 600, 3_600)


@dataclass(frozen=True, slots=True)
class Around:
    """What conditions may ask for: attributes, and the ids of what stands around them.

    In a segment nothing of an instance can be asked.
    """

    attributes: Mapping[str, Held]
    trials: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    caught: tuple[str, ...] = ()
    is_segment: bool = False


def question(chance: Random, around: Around) -> Condition:
    """Return one comparison of any kind that can be asked here."""
    kinds: list[Callable[[Random, Around], Condition]] = [
        *(attribute, attribute, attribute, behaved, behaved, behaved, behaved),
        *(followed, followed, sampled, listed),
    ]
    if around.segments:
        kinds += [in_segment, in_segment]
    if not around.is_segment:
        kinds += [entered, entered, in_context, in_context, dealt]
        kinds += [engaged, engaged] if around.messages else []
    return chance.choice(kinds)(chance, around)


def attribute(chance: Random, around: Around) -> Condition:
    """Return a question about an attribute."""
    return AttributeTest(**column(chance, around.attributes))


def behaved(chance: Random, around: Around) -> Condition:
    """Return a question about what the customer did."""
    return behaviour(chance, entered=not around.is_segment)


def followed(chance: Random, around: Around) -> Condition:
    """Return a question about one thing after another."""
    return sequence(chance, entered=not around.is_segment)


def sampled(chance: Random, _: Around) -> Condition:
    """Return a question about a random sample."""
    return SampleTest(name=chance.choice(("s1", "s2", "x1")), share=chance.choice(SHARES))


def listed(chance: Random, _: Around) -> Condition:
    """Return a question about a list; there is one that no data know."""
    names = [name.removeprefix("list.") for name in LISTS]
    return ListTest(list=chance.choice((*names, *names, "unheard")))


def in_segment(chance: Random, around: Around) -> Condition:
    """Return a question about a segment."""
    return SegmentTest(segment=chance.choice(around.segments))


def entered(chance: Random, _: Around) -> Condition:
    """Return a question about the entry event."""
    return EntryTest(**column(chance, COLUMNS))


def dealt(chance: Random, around: Around) -> Condition:
    """Return a question about an arm; there is an experiment that nobody deals out."""
    made: dict[str, Any] = {"experiment": chance.choice((*around.trials * 3, "unheard"))}
    made["operator"] = chance.choice(("is", "is", "is_not", "one_of", "none_of", *PRESENCE))
    if made["operator"] in ("one_of", "none_of"):
        made["value"] = tuple(chance.sample(ARMS, 2))
    elif made["operator"] not in PRESENCE:
        made["value"] = chance.choice(ARMS)
    return ArmTest(**made)


def engaged(chance: Random, around: Around) -> Condition:
    """Return a question about what a message of this journey did."""
    made: dict[str, Any] = {
        "step": chance.choice((*around.messages, around.messages[-1])),
        "did": chance.choice(("sent", "opened", "opened", "clicked", "clicked")),
    }
    if chance.random() < 0.4:
        return EngagementTest(**made)  # that it did so at all
    return EngagementTest(**made, **compared(chance, ColumnType.INSTANT))


def in_context(chance: Random, around: Around) -> Condition:
    """Return a question about the session, the cart, the trail, or what a wait caught."""
    form = chance.random()
    if form < 0.45:
        trail = f"before.{chance.choice(TRAILS)}[{chance.choice(PLACES)}]"
        row = trail if form < 0.3 else chance.choice(around.caught or (trail,))
        name = chance.choice((*OF_TRAIL, "at"))
        return ContextTest(name=f"{row}.{name}", **compared(chance, OF_TRAIL[name].type))
    name = chance.choice(sorted(OF_CONTEXT))
    said = compared(chance, OF_CONTEXT[name])
    if name == "session.duration" and isinstance(said.get("value"), (int, float)):
        said["value"] = chance.choice(DURATIONS)
    return ContextTest(name=name, **said)
