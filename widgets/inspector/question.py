"""A field in front of a person: its label, what it means, and the words of its choices."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from journeys.document.asked import Picks

Role = Picks | Literal["entry property", "variable", "way out", "look-back"]


@dataclass(frozen=True, slots=True)
class Asking:
    """A field in front of a person.

    `add` is on the button that fills a field which may be empty, `empty` what holds until then.
    `unit` stands behind a number, `one` is what one thing of a list is called. `role` says which
    names a text is picked from. What is `rare` stands under Settings, or folded away under More.
    """

    label: str
    hint: str = ""
    add: str = ""
    empty: str = ""
    unit: str = ""
    one: str = ""
    role: Role = ""
    words: Mapping[str, str] = field(default_factory=dict)
    rare: bool = False
    unchosen: str = ""
