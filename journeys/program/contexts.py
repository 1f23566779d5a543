"""What a condition asks of the context, as look-ups of integers (R208)."""

from collections.abc import Mapping

from journeys.conditions.facts import TRAIL
from journeys.people.population import ColumnType
from journeys.program import operations as op
from journeys.program.needs import Needs
from journeys.program.reading import Reading
from journeys.program.roles import roles
from journeys.program.vocabulary import Column

NOTHING = Column("nothing", ColumnType.TEXT)
STARTED = Column("started", ColumnType.INSTANT)
AT = Column("at", ColumnType.INSTANT)
COUNTED = Column("counted", ColumnType.WHOLE)

OF_SESSION = {
    "started": (op.W_STARTED, STARTED),
    "duration": (op.W_DURATION, COUNTED),
    "pages": (op.W_PAGES, COUNTED),
}


class Contexts:
    """Writes look-ups; what no property of the data plays a part in is always missing (R148)."""

    def __init__(self, reading: Reading, needs: Needs) -> None:
        self.reading = reading
        self.needs = needs
        self.roles = roles(reading.vocabulary)

    def look_up(self, name: str, caught: Mapping[str, int]) -> tuple[int, Column]:
        """Return the place of a look-up, or 0 where there is never anything, and its column.

        `caught` says where instances note the events that waits caught.
        """
        owner, _, part = name.partition(".")
        if owner == "session":
            return self._session(part)
        if owner == "cart":
            return self._cart(part)
        trail = TRAIL.fullmatch(name)
        if trail is not None:
            return self._trail(trail[1], int(trail[2]), trail[3])
        return self._caught(caught[owner], part) if owner in caught else (0, NOTHING)

    def _put(self, *look: int) -> int:
        return self.needs.pool.put((*look, *[0] * (op.WORD_WIDTH - len(look))))

    def _slot(self, name: str | None) -> int:
        return op.NOWHERE if name is None else self.reading.column(name)[0]

    def _number(self, name: str | None) -> tuple[int, int]:
        """Return (slot, scale) of a property that holds numbers; others are as good as none."""
        if name is None:
            return op.NOWHERE, 0
        slot, column = self.reading.column(name)
        return (slot, column.scale) if column.is_number else (op.NOWHERE, 0)

    def _session(self, part: str) -> tuple[int, Column]:
        session = self._slot(self.roles.session)
        self.needs.reads_all = True
        if part in OF_SESSION:
            source, column = OF_SESSION[part]
            page = self._slot(self.roles.page) if part == "pages" else op.NOWHERE
            return self._put(source, page, session), column
        played = getattr(self.roles, part)
        if played is None:
            return 0, NOTHING
        slot, column = self.reading.column(played)
        return self._put(op.W_SESSION, slot, session), column

    def _cart(self, part: str) -> tuple[int, Column]:
        own = self.roles.cart
        if own is None or (part == "value" and self.roles.price is None):
            return 0, NOTHING
        cart, column = self.reading.column(own)
        if part == "id":
            return self._put(op.W_ENTRY, cart), column
        self.needs.reads_all = True
        quantity, scale = self._number(self.roles.quantity)
        price, price_scale = self._number(self.roles.price)
        product = self._slot(self.roles.product)
        source = op.W_ITEMS if part == "items" else op.W_WORTH
        place = self._put(source, quantity, cart, price, product, 10**scale)
        if part == "items":
            return place, COUNTED
        return place, Column("worth", ColumnType.DECIMAL, scale + price_scale)

    def _caught(self, register: int, part: str) -> tuple[int, Column]:
        if part == "at":
            return self._put(op.W_CAUGHT, op.NOWHERE, register), AT
        if part not in self.reading.vocabulary.column_places:
            return 0, NOTHING
        slot, column = self.reading.column(part)
        return self._put(op.W_CAUGHT, slot, register), column

    def _trail(self, event: str, number: int, part: str) -> tuple[int, Column]:
        kind = self.reading.event(event)
        self.needs.counted.add(kind)
        if part == "at":
            return self._put(op.W_TRAIL, op.NOWHERE, kind, number), AT
        slot, column = self.reading.column(part)
        return self._put(op.W_TRAIL, slot, kind, number), column
