"""The context of an entry: the event that led in, and all that surrounded and preceded it (R70)."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from journeys.context.past import Past, Plain
from journeys.program.operations import LONGEST_TRAIL, SESSION_GAP
from journeys.program.paths import written_steps
from journeys.program.roles import PAGE, Roles, is_reaction

BEFORE = "before"
TRAILS = f"{BEFORE}."


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant of a story: `now` in epoch seconds, when `handled` events had been handled.

    `updates` counts the changes of the profile that steps had made by then.
    """

    now: int
    handled: int
    updates: int = 0


def context(
    past: Past, entry: int, moment: Moment, roles: Roles, wanted: Collection[str] | None = None
) -> dict[str, Plain]:
    """Return the variables of who entered by an event (its place), as of a later moment.

    Everything but the profile is as of the entry event, never later. What is missing is absent.
    `wanted` holds the first names that are needed, and trails as before.<event>; None is all.
    """
    made: dict[str, Callable[[], Plain]] = {
        "event": lambda: past.event(entry),
        "session": lambda: _session(past, entry, roles),
        "customer": lambda: {
            **past.profile(moment.now, moment.handled, moment.updates),
            "id": past.id,
        },
        "cart": lambda: _cart(past, entry, roles),
    }
    found = {name: make() for name, make in made.items() if wanted is None or name in wanted}
    for name in ("session", "cart"):
        if not found.get(name, True):
            del found[name]
    trails = [each.removeprefix(TRAILS) for each in wanted or () if each.startswith(TRAILS)]
    is_all = wanted is None or BEFORE in wanted
    if is_all or trails:
        found[BEFORE] = _before(past, entry, None if is_all else trails)
    return found


def first_names(paths: Iterable[str]) -> frozenset[str]:
    """Return what must be made of a context for some variables, as `context` wants it.

    Where it is not certain which trail is asked for, all are.
    """
    return frozenset(_first(path) for path in paths)


def _first(path: str) -> str:
    first, event = (*written_steps(path), None)[:2]
    return f"{TRAILS}{event}" if first == BEFORE and isinstance(event, str) else str(first)


def _session(past: Past, entry: int, roles: Roles) -> dict[str, Plain]:
    """Return the session of an entry; nothing for one at an instant, with no event (R217)."""
    if not past.names[entry]:
        return {}
    places = session_places(past, entry, roles)
    first = places[0]
    found: dict[str, Plain] = {
        "started": past.event(first)["at"],
        "duration": past.times[entry] - past.times[first],
        "pages": _pages(past, places, roles),
    }
    for name in ("source", "referrer", "campaign"):
        column = getattr(roles, name)
        content = past.property(first, column) if column else None
        if content is not None:
            found[name] = content
    return found


def session_places(past: Past, entry: int, roles: Roles) -> list[int]:
    """Return the events of the entry's session up to the entry, in order (R149)."""
    own = past.property(entry, roles.session) if roles.session else None
    if roles.session and own is not None:
        return [at for at in range(entry + 1) if past.property(at, roles.session) == own]
    places, last = [entry], past.times[entry]
    for at in range(entry - 1, -1, -1):
        if not past.names[at] or is_reaction(past.names[at]):
            continue
        if last - past.times[at] >= SESSION_GAP:
            break
        places.append(at)
        last = past.times[at]
    return places[::-1]


def _pages(past: Past, places: Sequence[int], roles: Roles) -> int:
    """Return how many of a session's events are pages; all, where nothing tells pages (R149)."""
    pages = sum(
        past.names[at].endswith(PAGE)
        or (roles.page is not None and past.property(at, roles.page) is not None)
        for at in places
    )
    return pages or len(places)


def trail_places(
    past: Past, entry: int, names: Collection[str] | None = None
) -> dict[str, list[int]]:
    """Return the last events of each name that were handled before the entry, newest first."""
    found: dict[str, list[int]] = {}
    for at in range(entry - 1, -1, -1):
        if not past.names[at] or (names is not None and past.names[at] not in names):
            continue
        trail = found.setdefault(past.names[at], [])
        if len(trail) < LONGEST_TRAIL:
            trail.append(at)
    return found


def _before(past: Past, entry: int, names: Collection[str] | None) -> dict[str, Plain]:
    trails = trail_places(past, entry, names)
    return {name: [past.event(at) for at in places] for name, places in trails.items()}


def _cart(past: Past, entry: int, roles: Roles) -> dict[str, Plain]:
    """Return the lines put in the cart of the entry event so far; nothing without a cart (R150)."""
    cart = past.property(entry, roles.cart) if roles.cart else None
    if cart is None or roles.cart is None:
        return {}
    lines: list[Plain] = []
    items, worth = Decimal(0), Decimal(0)
    for at in range(entry + 1):
        is_line = roles.product and past.property(at, roles.product) is not None
        if not is_line or past.property(at, roles.cart) != cart:
            continue
        lines.append(past.event(at))
        quantity = _number(past.property(at, roles.quantity) if roles.quantity else None)
        count = Decimal(1) if quantity is None else quantity
        price = _number(past.property(at, roles.price) if roles.price else None)
        items += count
        worth += count * (price or Decimal(0))
    found: dict[str, Plain] = {"id": cart, "lines": lines, "items": int(items)}
    return {**found, "value": worth} if roles.price else found


def _number(content: Plain) -> Decimal | None:
    is_number = isinstance(content, (int, Decimal)) and not isinstance(content, bool)
    return Decimal(content) if is_number and isinstance(content, (int, Decimal)) else None
