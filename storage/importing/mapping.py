"""Which column of a file means what: guessed, shown, and yours to change."""

from pydantic import Field

from journeys.people.population import ColumnType, Held
from journeys.values import Name, Value, Whole

SCALE = 4


class Named(Value):
    """A column that holds an attribute of the customer, and what the attribute is called."""

    column: Name
    name: Name


class Typed(Value):
    """What a property or an attribute holds; `scale` is how many decimals a decimal keeps."""

    name: Name
    type: ColumnType
    scale: Whole = Field(default=SCALE, ge=0, le=12)

    @property
    def held(self) -> Held:
        """The type as the engine knows it."""
        return Held(self.type, self.scale if self.type is ColumnType.DECIMAL else 0)


class EventMapping(Value):
    """The columns of event files. All others are properties of the event.

    `arrival`, when a row was received (R229), `session` and `source` stay properties, too;
    `attributes` are those of the customer and do not. Columns in `left_out` are kept in the raw
    events only.
    """

    customer: Name
    event: Name
    time: Name
    arrival: Name | None = None
    id: Name | None = None
    session: Name | None = None
    source: Name | None = None
    attributes: tuple[Named, ...] = ()
    left_out: tuple[Name, ...] = ()

    def mentioned(self) -> tuple[str, ...]:
        """Return every column that is named, for a look whether it is there."""
        must, may = (self.customer, self.event, self.time), (self.arrival, self.id)
        roles = (*must, *may, self.session, self.source)
        attributes = (named.column for named in self.attributes)
        return (*filter(None, roles), *attributes, *self.left_out)

    def properties(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return the columns that are properties of the event, among those that are there."""
        others = {self.customer, self.event, self.time, self.id, *self.left_out}
        others |= {named.column for named in self.attributes}
        return tuple(name for name in names if name not in others)


class CustomerMapping(Value):
    """The columns of customer files; with `time`, each row says what changed at that instant."""

    customer: Name
    time: Name | None = None
    attributes: tuple[Named, ...] = ()

    def mentioned(self) -> tuple[str, ...]:
        """Return every column that is named, for a look whether it is there."""
        attributes = (named.column for named in self.attributes)
        return (*filter(None, (self.customer, self.time)), *attributes)


class Mapping(Value):
    """How files become customers and events. What is not in `types` is read from the cells.

    `zone` is the IANA time zone of times that name none.
    """

    events: EventMapping | None = None
    customers: CustomerMapping | None = None
    types: tuple[Typed, ...] = ()
    zone: Name = "UTC"
