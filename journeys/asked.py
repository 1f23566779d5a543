"""How a kind wants a field of its own to be asked, said beside the field itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Picks = Literal[
    "", "attribute", "date", "property", "event", "journey", "call", "list", "segment", "content"
]


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of a field in a form, put into its annotation.

    `add` is on the button that fills a field which may be empty, `empty` what holds until then;
    `one` is what one thing of a list is called. `picks` says what a text is picked from, or, for
    "content", that it fits the attribute beside it. What is `rare` stands under Settings.
    `unchosen` is what stands there while nothing is chosen yet.
    """

    label: str
    hint: str = ""
    add: str = ""
    empty: str = ""
    one: str = ""
    picks: Picks = ""
    words: Mapping[str, str] = field(default_factory=dict)
    rare: bool = False
    unchosen: str = ""
