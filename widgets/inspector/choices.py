"""What there is to pick from: the events, properties and values that the data has."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from journeys.people.population import ColumnType
from journeys.program.updates import CALL
from journeys.spoken import told_apart
from widgets.inspector.own import Own

FEW = 12
LIST = "list."
BOUGHT = ("purchase", "order", "payment", "paid", "buy", "bought", "checkout", "subscribe")


@dataclass(frozen=True, slots=True)
class Choices:
    """The names the data knows, in the order in which they are offered.

    `events` are the most frequent first; `properties` names those of each event; `columns` and
    `attributes` say what properties of events and attributes of customers hold; `values` are
    texts that were seen in a property or an attribute, the most frequent first, and `complete`
    names those of which every text is there. `reactions` are those to the journey's own messages
    that a run brings about, and `goal` the event of its first goal, which a run can bring about.
    `span` are the instants of the first event and the last, in seconds since 1970, `own` is what
    the journey itself offers.
    """

    events: tuple[str, ...] = ()
    properties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    columns: Mapping[str, ColumnType] = field(default_factory=dict)
    attributes: Mapping[str, ColumnType] = field(default_factory=dict)
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    complete: frozenset[str] = frozenset()
    reactions: tuple[str, ...] = ()
    goal: str = ""
    span: tuple[int, int] | None = None
    own: Own = field(default_factory=Own, compare=False)

    @property
    def lists(self) -> tuple[str, ...]:
        """The lists that customers are on (R210)."""
        names = (name for name in self.attributes if name.startswith(LIST))
        return tuple(name.removeprefix(LIST) for name in names)

    @property
    def calls(self) -> tuple[str, ...]:
        """The calls that the data has (R221)."""
        return tuple(name.removeprefix(CALL) for name in self.events if name.startswith(CALL))

    @property
    def made_up(self) -> tuple[str, ...]:
        """The reactions that the data itself does not have."""
        return tuple(name for name in self.reactions if name not in self.events)

    def is_lost(self, event: str) -> bool:
        """Return whether an event can never happen; nothing is lost while no data is known."""
        return bool(self.events) and event not in {*self.events, *self.reactions, self.goal}

    def lacks(self, event: str, name: str) -> bool:
        """Return whether an event never has a property; of events nothing is known of, never."""
        known = self.properties.get(event, tuple(self.columns))
        return bool(known) and name not in known

    def property_words(self, name: str) -> str:
        """Return what a property is called; one that the data does not have keeps its own name."""
        return told_apart(self.columns).get(name, name)

    def attribute_words(self, name: str) -> str:
        """Return what an attribute is called; one the data does not have keeps its own name."""
        return told_apart(self.attributes).get(name, name)

    def of_goal(self) -> str | None:
        """Return the event a goal begins with: one like a purchase, else the most frequent."""
        for word in BOUGHT:
            for event in self.events:
                if word in event.casefold():
                    return event
        return next(iter(self.events), None)

    def properties_of(self, events: Iterable[str]) -> tuple[str, ...]:
        """Return the properties any of these events has; all there are where none is known."""
        known = [name for event in events for name in self.properties.get(event, ())]
        return tuple(dict.fromkeys(known)) or tuple(self.columns)

    def plainest(self, names: Iterable[str]) -> str | None:
        """Return the first of these that has few texts; the first of all where none has."""
        offered = tuple(names)
        few = (name for name in offered if 1 < len(self.values.get(name, ())) <= FEW)
        return next(few, next(iter(offered), None))

    def is_unseen(self, name: str, text: object) -> bool:
        """Return whether it is certain that no customer has a text."""
        if name not in self.complete or not isinstance(text, str):
            return False
        return text.casefold() not in {seen.casefold() for seen in self.values[name]}


NOTHING = Choices()
