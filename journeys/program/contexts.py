"""What a condition asks of the context, as look-ups of integers (R208)."""

from journeys.conditions.facts import TRAIL
from journeys.people.population import ColumnType
from journeys.program import operations as op
from journeys.program.holding import FARTHEST
from journeys.program.needs import NEVER, Needs
from journeys.program.profile import column_for, column_of, fits
from journeys.program.reading import Reading
from journeys.program.roles import roles
from journeys.program.scope import Scope
from journeys.program.updating import encoded
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

    def look_up(self, name: str, scope: Scope) -> tuple[int, Column]:
        """Return the place of a look-up, or 0 where there is never anything, and its column."""
        owner, _, part = name.partition(".")
        if owner == "session":
            return self._session(part)
        if owner == "cart":
            return self._cart(part)
        trail = TRAIL.fullmatch(name)
        if trail is not None:
            return self._trail(trail[1], int(trail[2]), trail[3])
        return self._caught(owner, part, scope) if owner in scope.caught else (0, NOTHING)

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

    def _caught(self, name: str, part: str, scope: Scope) -> tuple[int, Column]:
        """Look at what was caught or answered last under a name (R214, R225).

        An answer of another type than what waits catch there is as good as none.
        """
        answers = self.needs.answers.having(scope.journey, name, part)
        slot, column = self._of_event(part) if name in scope.waited else (NEVER, None)
        column = column or column_for(part, answers.values())
        if column is None:
            return 0, NOTHING
        kept = {
            number: encoded(value, column, self.reading)
            for number, value in answers.items()
            if fits(column_of(part, value), column)
        }
        kept = {number: value for number, value in kept.items() if abs(value) < FARTHEST}
        having = self.needs.pool.put_pairs(kept) if kept else 0
        return self._put(op.W_CAUGHT, slot, scope.caught[name], having), column

    def _of_event(self, part: str) -> tuple[int, Column | None]:
        if part == "at":
            return op.NOWHERE, AT
        known = part in self.reading.vocabulary.column_places
        return self.reading.column(part) if known else (NEVER, None)

    def _trail(self, event: str, number: int, part: str) -> tuple[int, Column]:
        kind = self.reading.event(event)
        self.needs.counted.add(kind)
        if part == "at":
            return self._put(op.W_TRAIL, op.NOWHERE, kind, number), AT
        slot, column = self.reading.column(part)
        return self._put(op.W_TRAIL, slot, kind, number), column
