"""What is known at the moment of asking: of the customer, the entry event and the context."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, StringConstraints

from journeys.conditions.comparison import Comparison
from journeys.values import NAME_LENGTH, Name

TAKEN = frozenset({
    *("event", "customer", "session", "before", "cart", "experiment", "journey", "segment", "now"),
    *("channel", "catalogue", "learned", "from", "list"),
})  # fmt: skip
"""First names that mean something already, so that nothing can be kept under them (R70)."""
OF_SESSION = ("started", "source", "referrer", "campaign", "pages", "duration")
OF_CART = ("id", "items", "value")
TRAIL = re.compile(r"before\.(.+?)\[([0-9])\]\.(.+)", re.DOTALL)
CAUGHT = re.compile(r"([A-Za-z][A-Za-z0-9_-]{0,63})\.(.+)", re.DOTALL)


class AttributeTest(Comparison):
    """Something known about the customer as of now, such as `tier` (R33)."""

    kind: Literal["attribute"] = "attribute"
    name: Name


class EntryTest(Comparison):
    """A property of the event the customer entered by."""

    kind: Literal["entry"] = "entry"
    name: Name


def _in_context(name: str) -> str:
    owner, _, part = name.partition(".")
    known = {"session": OF_SESSION, "cart": OF_CART}.get(owner)
    if known is not None and part not in known:
        said = ", ".join(f"{owner}.{each}" for each in known)
        raise ValueError(f"the context has {said}, not {name!r}")
    if owner == "before" and TRAIL.fullmatch(name) is None:
        raise ValueError(
            "what went before is written 'before.<event>[0].<property>', 0 being the newest, "
            "9 the oldest"
        )
    if known is None and owner != "before" and (owner in TAKEN or not CAUGHT.fullmatch(name)):
        raise ValueError(
            "a name of the context begins with session, cart, before, or what a wait caught"
        )
    return name


ContextName = Annotated[
    str,
    StringConstraints(strict=True, min_length=1, max_length=3 * NAME_LENGTH),
    AfterValidator(_in_context),
]


class ContextTest(Comparison):
    """Something of the context, such as `session.source` or `cart.value` (R208)."""

    kind: Literal["context"] = "context"
    name: ContextName

    @property
    def event(self) -> str | None:
        """The event that a name of what went before speaks of; else None."""
        trail = TRAIL.fullmatch(self.name)
        return trail[1] if trail else None
