"""What the words of messages need, as short chains of look-ups (R177): is it there, or not.

Each look-up asks for one value of what was handled up to the entry event, of the customer now, or
of the entry's way so far, and knows where to go on where it is there and where it is not.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from journeys.program import operations as op
from journeys.program.answers import Answers
from journeys.program.paths import Steps, steps_of
from journeys.program.pool import Pool
from journeys.program.reading import Reading
from journeys.program.roles import roles

SURE = -1
NEVER = -2

Look: TypeAlias = tuple[int, ...]
"""A look-up before its ways on: where it looks, then up to four numbers."""

ALWAYS = frozenset({
    *(("event",), ("before",), ("customer",), ("customer", "id"), ("experiment",)),
})  # fmt: skip
SESSION = frozenset({(), ("started",), ("duration",), ("pages",)})
LINES = "lines"
FROM = "from"


class Needs:
    """Owns what is asked for words while a program is being written.

    `names` holds the variables by their numbers in the program, `counted` the events that trails
    are made of; with `reads_all` no event may be left out, as all can be part of a session or cart.
    `answers` are those of the run, of which the ones of `journey` are meant. `dealt_by` and
    `caught_by` say, by name and by the place of a journey, where its instances note such things;
    with `takes_snapshots` words ask for the profile of who jumped (R222).
    """

    def __init__(self, pool: Pool, reading: Reading) -> None:
        self.pool = pool
        self.reading = reading
        self.names: dict[str, int] = {}
        self.counted: set[int] = set()
        self.reads_all = False
        self.answers = Answers(())
        self.journey = ""
        self.dealt_by: Mapping[str, Mapping[int, int]] = {}
        self.caught_by: Mapping[str, Mapping[int, int]] = {}
        self.takes_snapshots = False
        self._depth = 0
        self._has_session = True
        self._roles = roles(reading.vocabulary)
        self._families: Mapping[str, Callable[[Steps], Look | int]] = {
            "event": self._event,
            "session": self._session,
            "before": self._before,
            "cart": self._cart,
        }

    def write(
        self,
        paths: Sequence[str],
        dealt: Mapping[str, int],
        caught: Mapping[str, int],
        aged: Sequence[str] = (),
        *,
        has_session: bool = True,
    ) -> int:
        """Write the needs of a message; return their place, or 0 where there is nothing to ask.

        `dealt` says where an instance notes that it was dealt an arm, by experiment, `caught`
        where it notes an event that a wait caught, by its name. Without `has_session` some enter
        at an instant, and so in no session (R217). What lies within `aged` may be missing (R305).
        """
        self._has_session = has_session
        table: list[int] = []
        for path in paths:
            chain = self._chain(path, dealt, caught)
            if chain == SURE and any(lies_within(path, name) for name in aged):
                chain = self._put([(op.W_ENTRY, op.NOWHERE)])
            if chain != SURE:
                table += [self.names.setdefault(path, len(self.names)), chain]
        return self.pool.put((len(table) // 2, *table)) if table else 0

    def _chain(self, path: str, dealt: Mapping[str, int], caught: Mapping[str, int]) -> int:
        """Return where the look-ups of a variable stand, SURE, or NEVER."""
        steps = steps_of(path)
        self._depth = 0
        while steps and steps[0] == FROM:
            self._depth += 1
            steps = steps[1:]
        if not self._depth:
            return SURE if steps is None else self._of(steps, dealt, caught)
        if steps is None:
            return SURE
        places = (self.dealt_by, self.caught_by)
        here = {name: self.pool.put_pairs(of) for name, of in places[0].items()}
        kept = {name: self.pool.put_pairs(of) for name, of in places[1].items()}
        chain = self._of(steps, here, kept) if steps else SURE
        if self.reads_profile_of(steps):
            self.takes_snapshots = True
        return self._put([(op.W_ENTRY, op.NOWHERE)]) if chain == SURE else chain

    @staticmethod
    def reads_profile_of(steps: Steps) -> bool:
        """Say whether a variable is one of the profile."""
        return steps[:1] == ("customer",)

    def _of(self, steps: Steps, dealt: Mapping[str, int], caught: Mapping[str, int]) -> int:
        if steps[0] in ("journey", "now") or steps in ALWAYS:
            return SURE
        first, *rest = steps
        if first == "customer":
            return self._customer(tuple(rest))
        if first == "experiment":
            place = dealt.get(str(rest[0])) if rest[1:] in ([], ["arm"]) else None
            return NEVER if place is None else self._put([(op.W_DEALT, place)])
        if str(first) in caught:
            slot = self._of_event(tuple(rest))
            answered = self._answered(str(first), tuple(rest))
            look = (op.W_CAUGHT, slot, caught[str(first)], answered)
            return NEVER if slot == NEVER and not answered else self._put([look])
        family = self._families.get(str(first))
        found = family(tuple(rest)) if family else NEVER
        return found if isinstance(found, int) else self._put([found])

    def _answered(self, name: str, rest: Steps) -> int:
        """Return where the answers stand that have a value, by their numbers; 0 for none."""
        if rest and len(rest) > 1:
            return 0
        answers, journey = self.answers, "" if self._depth else self.journey
        found = (
            answers.having(journey, name, str(rest[0])) if rest else answers.telling(journey, name)
        )
        return self.pool.put_pairs(dict.fromkeys(found, 1)) if found else 0

    def _put(self, looks: Sequence[Look], blockers: int = 0) -> int:
        """Write look-ups: any of them will do, unless one of the first `blockers` is there."""
        table: list[int] = []
        for number, look in enumerate(looks):
            onward = number + 1 if number + 1 < len(looks) else op.NO
            room = [0] * (op.W_YES - len(look))
            table += [*look, *room, op.NO if number < blockers else op.YES, onward, self._depth]
        return self.pool.put(table)

    def _slot(self, name: object) -> int:
        """Return the slot of a property, or NEVER where the data does not have it."""
        is_known = name in self.reading.vocabulary.column_places
        return self.reading.column(str(name))[0] if is_known else NEVER

    def _of_event(self, rest: Steps) -> int:
        """Return the slot of a part of an event, SURE for its instant and itself, or NEVER."""
        if not rest or rest == ("at",):
            return SURE
        return self._slot(rest[0]) if len(rest) == 1 else NEVER

    def _event(self, rest: Steps) -> Look | int:
        slot = self._of_event(rest)
        return slot if slot < 0 else (op.W_ENTRY, slot)

    def _session(self, rest: Steps) -> Look | int:
        if rest in SESSION:
            return SURE if self._has_session else (op.W_SESSION, op.NOWHERE, op.NOWHERE)
        named = ("source", "referrer", "campaign")
        column = getattr(self._roles, str(rest[0])) if rest[0] in named else None
        if column is None or len(rest) > 1:
            return NEVER
        self.reads_all = True
        own = self._roles.session
        session = op.NOWHERE if own is None else self._slot(own)
        return (op.W_SESSION, self._slot(column), session)

    def _before(self, rest: Steps) -> Look | int:
        event, place, part = rest[0], (*rest[1:], 0)[0], rest[2:]
        if not isinstance(event, str) or not isinstance(place, int):
            return NEVER
        slot = self._of_event(part)
        if slot == NEVER or not -op.LONGEST_TRAIL <= place < op.LONGEST_TRAIL:
            return NEVER
        kind = self.reading.event(event)
        self.counted.add(kind)
        return (op.W_TRAIL, slot, kind, place)

    def _cart(self, rest: Steps) -> Look | int:
        part = self._roles
        if part.cart is None:
            return NEVER
        cart = self._slot(part.cart)
        sure = ("id", "items", LINES, *(("value",) if part.price else ()))
        if not rest or (len(rest) == 1 and rest[0] in sure):
            return (op.W_ENTRY, cart)
        if rest[0] != LINES or not isinstance(rest[1], int):
            return NEVER
        slot = self._of_event(rest[2:])
        if slot == NEVER or part.product is None:
            return NEVER
        self.reads_all = True
        return (op.W_LINE, slot, cart, rest[1], self._slot(part.product))

    def _customer(self, rest: Steps) -> int:
        """Return where an attribute is looked up: dots in its name make objects (R177).

        An attribute that is there hides those within it; an object is there with any of its own.
        The id is a text, and there for everyone.
        """
        if rest[0] == "id":
            return NEVER
        known = self.reading.attributes
        name = ".".join(map(str, rest))
        if any(isinstance(step, int) or "." in step for step in rest):
            is_named = len(rest) == 1 and rest[0] in known
            return (
                self._put([(op.W_ATTRIBUTE, self.reading.attribute(name)[0])])
                if is_named
                else NEVER
            )
        hiding = [".".join(map(str, rest[:count])) for count in range(1, len(rest))]
        blockers = [each for each in hiding if each in known]
        inside = [each for each in known if each == name or each.startswith(f"{name}.")]
        looks = [(op.W_ATTRIBUTE, self.reading.attribute(each)[0]) for each in blockers + inside]
        return self._put(looks, len(blockers)) if inside else NEVER


def lies_within(path: str, variable: str) -> bool:
    """Say whether a variable is another one, or a part of it."""
    steps, inner = steps_of(variable), steps_of(path)
    return bool(steps) and inner is not None and inner[: len(steps or ())] == steps
