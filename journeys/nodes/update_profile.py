"""Update the profile: what is known of the customer changes here."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from journeys.conditions.comparison import Scalar
from journeys.conditions.presence import Presence
from journeys.document.asked import Asked
from journeys.document.node import Card, Examples, Node, Port
from journeys.document.problems import Problem
from journeys.program.assembler import Assembler
from journeys.program.reasons import Reason
from journeys.program.telling import Telling
from journeys.program.updates import Update, told
from journeys.spoken import spoken
from journeys.values import Name, Value

Do = Literal["set", "copy", "add", "now", "clear"]
DOES = {
    "set": "Set it to a value",
    "copy": "Copy it from elsewhere",
    "add": "Add a number to it",
    "now": "Note this moment in it",
    "clear": "Forget it",
}
WRITTEN = ("set", "add")
CAME_BY = "last_visit"
FROM_ENTRY = Asked(
    "From what they did to enter",
    add="Pick a property",
    empty="Not from there.",
    picks="property",
)
FROM_PROFILE = Asked(
    "From the profile", add="Pick what is known", empty="Not from there.", picks="attribute"
)


class Change(Value):
    """One change of one attribute of the customer (R223).

    `set` sets it to `value`; `add` adds the whole number `value`; `copy` copies the property
    `entry` of the event they entered by, or the attribute `from_attribute`; `now` sets it to this
    instant; `clear` takes it away.
    """

    attribute: Annotated[Name, Asked("What changes in the profile", picks="attribute")]
    do: Annotated[Do, Asked("How it changes", words=DOES)]
    value: Annotated[Scalar | None, Asked("Value", picks="content")] = None
    entry: Annotated[Name | None, FROM_ENTRY] = None
    from_attribute: Annotated[Name | None, FROM_PROFILE] = None

    @model_validator(mode="after")
    def _says_what(self) -> "Change":
        if (self.value is not None) != (self.do in ("set", "add")):
            raise ValueError("'set' and 'add' have a 'value', nothing else has one")
        copies = (self.entry is not None) + (self.from_attribute is not None)
        if copies != (self.do == "copy"):
            raise ValueError("'copy' has one of 'entry' and 'from_attribute', nothing else has one")
        if self.do == "add" and not _is_whole(self.value):
            raise ValueError("'add' adds a whole number")
        return self

    @classmethod
    def another(cls) -> Self:
        """Return a change that notes when the customer came by."""
        return cls(attribute=CAME_BY, do="now")

    def asks(self, name: str) -> bool:
        """Say which of the fields the way of changing needs."""
        if name in ("entry", "from_attribute"):
            return self.do == "copy"
        return name != "value" or self.do in WRITTEN

    def along(self, changes: Mapping[str, object]) -> Mapping[str, object]:
        """Return what another way of changing needs, and without what it had."""
        if "entry" in changes or "from_attribute" in changes:
            return self._from_elsewhere(changes)
        do = changes.get("do")
        if do is None or do == self.do:
            return {}
        value: object = None
        if do in WRITTEN:
            value = self.value if do == "set" and self.value is not None else Decimal(1)
        copied = self.attribute if do == "copy" else None
        return {"value": value, "entry": None, "from_attribute": copied}

    def _from_elsewhere(self, changes: Mapping[str, object]) -> Mapping[str, object]:
        """Return that there is one source, and that an emptied one leaves the attribute itself."""
        is_entry = "entry" in changes
        content = changes["entry"] if is_entry else changes["from_attribute"]
        other = "from_attribute" if is_entry else "entry"
        if content is not None:
            return {other: None}
        return {"from_attribute": self.attribute}

    @property
    def update(self) -> Update:
        """The change as the engine makes it."""
        return Update(self.attribute, self.do, self.value, self.entry, self.from_attribute)

    @property
    def words(self) -> str:
        """What the change does: 'Set tier to gold'."""
        name = spoken(self.attribute)
        match self.do:
            case "set":
                return f"Set {name} to {shown(self.value)}"
            case "add" if isinstance(self.value, Decimal) and self.value < 0:
                return f"Take {shown(-self.value)} from {name}"
            case "add":
                return f"Add {shown(self.value)} to {name}"
            case "now":
                return f"Note this moment as {name}"
            case "clear":
                return f"Forget {name}"
            case _:
                source = spoken(self.entry or self.from_attribute or "")
                return f"Copy {source} to {name}"


class UpdateProfile(Node):
    """Change what is known of the customer, at once for all that follows (R223)."""

    kind: ClassVar[str] = "update_profile"
    card: ClassVar[Card] = Card(
        "Update the profile",
        "Profile and systems",
        "user-pen",
        "update",
        says="Change what is known of the customer, such as a tier or a date.",
    )
    examples: ClassVar[Examples] = (
        (Reason.PROFILE_UPDATED, ("tier", "gold")),
        (Reason.PROFILE_UPDATED, ("tier", None)),
    )

    changes: Annotated[
        tuple[Change, ...],
        Field(min_length=1, max_length=50),
        Asked("Changes", "Made from top to bottom, at once.", add="Add a change", one="Change"),
    ]

    @classmethod
    def fresh(cls, node: str, events: Sequence[str] = ()) -> Self:
        """Return a step that notes when the customer came by."""
        del events
        return cls(id=node, changes=(Change.another(),))

    def ports(self) -> tuple[Port, ...]:
        """Return the one way on."""
        return (Port("next"),)

    def summary(self) -> str:
        """Say what changes."""
        first = self.changes[0].words
        left = len(self.changes) - 1
        return f"{first} and {left} more" if left else first

    def check(self) -> Iterator[Problem]:
        """Yield a problem for a change that does nothing."""
        for change in self.changes:
            if change.from_attribute == change.attribute:
                words = f"{spoken(change.attribute)!r} is copied to itself: choose another one."
                yield Problem("copies_itself", words, self.id, brief="Copies to itself")
            if change.attribute == "household" and change.do in ("add", "now"):
                words = "'household' names who lives together: set or copy it."
                yield Problem("household", words, self.id, brief="A household is a name")

    def tells(self, port: str) -> Presence:
        """Return which attributes are there, or missing, from here on."""
        del port
        return told(self.updates)

    @property
    def updates(self) -> tuple[Update, ...]:
        """The changes in order."""
        return tuple(change.update for change in self.changes)

    def lower(self, to: Assembler) -> None:
        """Write the changes in order."""
        to.update(self.updates)

    def say(self, telling: Telling) -> str:
        """Say what an attribute is now."""
        name, value = spoken(str(telling.operands[0])), telling.operands[1]
        if value is None:
            return f"{name[:1].upper()}{name[1:]} is not known any more."
        return f"{name[:1].upper()}{name[1:]} is now {telling.clock or shown(value)}."


def _is_whole(value: object) -> bool:
    return isinstance(value, Decimal) and value == value.to_integral_value()


def shown(value: object) -> str:
    """Return a value as people write it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value) if isinstance(value, int) else f"'{value}'"
