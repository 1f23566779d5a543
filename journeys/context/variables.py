"""Variables as a person meets them: what they hold, and where they come from, in plain words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from journeys.context.origins import origins
from journeys.document.journey import Journey
from journeys.people.population import ColumnType
from journeys.program.needs import FROM
from journeys.program.profile import column_of
from journeys.program.vocabulary import Vocabulary
from journeys.spoken import spoken

Holds: TypeAlias = Literal[
    "text", "yes or no", "whole number", "number", "time", "list", "event", "test arm"
]

OF_COLUMN: Mapping[ColumnType, Holds] = {
    ColumnType.TEXT: "text",
    ColumnType.TRUTH: "yes or no",
    ColumnType.WHOLE: "whole number",
    ColumnType.DECIMAL: "number",
    ColumnType.INSTANT: "time",
}
KNOWN: Mapping[str, Holds] = {
    "event.at": "time",
    "now": "time",
    "session.started": "time",
    "session.duration": "whole number",
    "session.pages": "whole number",
    "cart.lines": "list",
    "cart.items": "whole number",
    "cart.value": "number",
}
WORDS = {
    "event.at": "When it happened",
    "now": "The moment of sending",
    "session.started": "When the visit began",
    "session.duration": "How long the visit lasted",
    "session.pages": "Pages seen in the visit",
    "cart.id": "Number of the cart",
    "cart.items": "How many things are in the cart",
    "cart.lines": "What is in the cart",
    "cart.value": "What the cart is worth",
    "customer.id": "Number of the customer",
    "journey.id": "Number of this journey",
    "journey.title": "Name of this journey",
}
BEFORE = "What they did before they entered"
SOURCES = {
    "event": "What they did to enter",
    "session": "The visit in which they entered",
    "cart": "The cart they entered with",
    "customer": "The customer's profile",
    "journey": "This journey",
    "now": "The moment of sending",
}


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable by its full name (R70); `source` says in words where its value comes from."""

    name: str
    holds: Holds
    source: str

    @property
    def words(self) -> str:
        """What it is in plain words; where its value comes from is `source`."""
        first, _, rest = self.name.partition(".")
        if first == "experiment":
            return self.source
        if first == "before":
            return f"The last {spoken(rest.removesuffix('[0]'))!r} before"
        said = spoken(rest.replace(".", " "))
        return WORDS.get(self.name, said[:1].upper() + said[1:])


def variables(journey: Journey, vocabulary: Vocabulary) -> dict[str, Variable]:
    """Return every variable a journey can speak of on some data, by its name."""
    return {each.name: each for each in _variables(journey, vocabulary)}


def _variables(journey: Journey, vocabulary: Vocabulary) -> Iterator[Variable]:
    columns = {column.name: OF_COLUMN[column.type] for column in vocabulary.columns}
    attributes = {column.name: OF_COLUMN[column.type] for column in vocabulary.attributes}
    called = {
        shared.id: node.name
        for node in reversed(journey.nodes)
        for shared in node.shares()
        if shared.what == "experiment"
    }
    caught = {each.name: node.name for node in reversed(journey.nodes) for each in node.catches()}
    answered = {
        f"{each.name}.{value}": (OF_COLUMN[column_of(value, held).type], node.name)
        for node in reversed(journey.nodes)
        for each in node.declares()
        for value, held in each.values.items()
    }
    for name in origins(journey, vocabulary):
        first, _, rest = name.partition(".")
        if first == FROM:
            owner, _, inner = rest.partition(".")
            of = {"event": columns, "customer": attributes}.get(owner, {}).get(inner, "text")
            held = "event" if owner == "before" else KNOWN.get(rest, of)
            yield Variable(name, held, "The journey they came from")
        elif first == "before":
            yield Variable(name, "event", BEFORE)
        elif first == "experiment":
            test = called[rest.removesuffix(".arm")]
            yield Variable(name, "test arm", f"What {test!r} gave them")
        elif name in answered:
            holds, node = answered[name]
            yield Variable(name, holds, f"What {node!r} was answered")
        elif first in caught:
            held = "time" if rest == "at" else columns[rest]
            yield Variable(name, held, f"What {caught[first]!r} waited for")
        else:
            held = {"event": columns, "customer": attributes}.get(first, {}).get(rest, "text")
            yield Variable(name, KNOWN.get(name, held), SOURCES[first])
