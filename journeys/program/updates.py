"""What a step writes into the profile, and what another system is declared to answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, TypeAlias

Given: TypeAlias = bool | str | Decimal


@dataclass(frozen=True, slots=True)
class Update:
    """One change of one attribute (R223).

    `value` is what is set, or the whole number that is added. A copy is of the property `entry` of
    the entry event, or of the attribute `source`.
    """

    attribute: str
    do: Literal["set", "copy", "add", "now", "clear"]
    value: Given | None = None
    entry: str | None = None
    source: str | None = None


OWNER = "customer."
CALL = "call."
"""What the events that calls are begin with (R221)."""


def is_call(event: str) -> bool:
    """Say whether an event is a call (R221)."""
    return event.startswith(CALL)


def told(updates: Iterable[Update]) -> dict[str, bool]:
    """Return which variables are certainly there, or missing, once some changes were made."""
    found: dict[str, bool] = {}
    for update in updates:
        name = f"{OWNER}{update.attribute}"
        if update.do in ("set", "now"):
            found[name] = True
        elif update.do == "clear":
            found[name] = False
        elif update.do == "copy" or found.get(name) is False:
            found.pop(name, None)
    return found


def opened(updates: Iterable[Update], names: Iterable[str]) -> dict[str, tuple[bool, bool]]:
    """Return which of some variables may be there, and may be missing, after some changes.

    One that is set anew hides those inside its name, and may be hidden itself (R177).
    """
    found: dict[str, tuple[bool, bool]] = {}
    known = tuple(names)
    for update in updates:
        own = f"{OWNER}{update.attribute}"
        for name in known:
            is_near = name.startswith(f"{own}.") or own.startswith(f"{name}.")
            if is_near or (name == own and update.do != "add"):
                found[name] = (True, True)
            elif name == own:
                found[name] = (True, found.get(name, (False, False))[1])
    return found


@dataclass(frozen=True, slots=True)
class Answer:
    """What another system may answer, with its share in basis points (R225)."""

    id: str
    share: int
    values: Mapping[str, Given] = field(default_factory=dict)
