"""An event as a customer's story has it, recorded or generated, with an id of its own (R102)."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from journeys.people.population import Change, Content, Event
from tests.oracle.draws import text_hash

There: TypeAlias = "Content | Mapping[str, There] | Sequence[There]"
Facts: TypeAlias = Mapping[str, There]

WORDS = ("delivered", "opened", "clicked", "bounced", "unsubscribed")


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happens; `digits` is its id, `rank` its place among generated ones (R113).

    What has no name is an entry at an instant (R217). `source` is the context a jump left (R222),
    `arrival` when a row of the data was handed over (R227).
    """

    time: int
    name: str
    digits: str
    properties: Mapping[str, Content] = field(default_factory=dict)
    carries: Mapping[str, Content] = field(default_factory=dict)
    rank: tuple[str, str, int, int, int, int] = ("", "", 0, 0, 0, 0)
    source: Facts = field(default_factory=dict)
    arrival: int | None = None

    @property
    def handled(self) -> int:
        """When it is handled: as it happens, or later, when it is handed over (R227)."""
        return handed_over(self)


def handed_over(row: "Happening | Event | Change") -> int:
    """Return when a row or a change is handled."""
    return row.time if row.arrival is None else max(row.time, row.arrival)


def recorded(events: Iterable[Event]) -> list[Happening]:
    """Return one customer's events as they are handled, those of one second as in the file (R5)."""
    seen: Counter[tuple[str, int, str]] = Counter()
    story = []
    for event in sorted(events, key=lambda row: row.time):
        if event.id is not None:
            bits = text_hash(event.id)
        else:
            row = (event.name, event.time, canonical(event.properties))
            bits = text_hash(event.customer, row[0], str(row[1]), row[2], str(seen[row]))
            seen[row] += 1
        digits, said = f"{bits:016x}", (event.properties, event.carries)
        story.append(Happening(event.time, event.name, digits, *said, arrival=event.arrival))
    return sorted(story, key=handed_over)


def canonical(properties: Mapping[str, Content]) -> str:
    """Return properties as JSON with sorted names, no spaces, and nothing for what is missing."""
    parts = (
        f"{quoted(name)}:{quoted(content) if isinstance(content, str) else as_text(content)}"
        for name, content in sorted(properties.items())
        if content is not None
    )
    return "{" + ",".join(parts) + "}"


def quoted(text: str) -> str:
    """Return text as JSON has it."""
    return json.dumps(text, ensure_ascii=False)


def as_text(content: Content) -> str:
    """Return a value as the text of a key or unit: 12, 12.5, true, or the text itself (R130)."""
    if isinstance(content, bool):
        return "true" if content else "false"
    if isinstance(content, Decimal):
        plain = f"{content:f}" if content else "0"
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    return str(content)


def is_engagement(name: str) -> bool:
    """Return whether an event tells what became of a message (R111)."""
    return any(name == word or name.endswith(f"_{word}") for word in WORDS)
