"""What the words of a message can draw on (R70, R148-R151, R177), as of the entry event."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias, cast

from journeys.people.population import ColumnType, Content, Held
from tests.oracle.fate import Fate
from tests.oracle.happening import Facts, Happening, There
from tests.oracle.instance import Instance
from tests.oracle.profile import Profile

Columns: TypeAlias = Mapping[str, Held]

PARTS: Mapping[str, tuple[str, ...]] = {
    "session": ("session_id", "session"),
    "source": ("source", "utm_source", "acquisition_channel"),
    "referrer": ("referrer", "referer"),
    "campaign": ("campaign", "utm_campaign"),
    "cart": ("cart_id", "cart", "basket_id"),
    "product": ("product_id", "product", "sku"),
    "quantity": ("quantity", "qty"),
    "price": ("price", "unit_price"),
    "page": ("page", "url"),
}
REACTIONS = frozenset(
    f"{channel}_{word}"
    for channel in ("email", "sms", "push", "in_app")
    for word in ("delivered", "opened", "clicked", "bounced", "unsubscribed", "tapped")
)
GAP = 30 * 60
LONGEST_TRAIL = 10
LARGEST = 2**62


def context(fate: Fate, instance: Instance) -> Facts:
    """Return the variables of an instance at this instant; what is missing is absent or None."""
    handled = fate.history[: instance.seen]
    own = instance.plan.journey
    return {
        **{name: facts(row) for name, row in instance.caught.items()},
        "customer": customer(fate.profile),
        "event": facts(handled[-1]),
        "session": session(handled, fate.columns),
        "before": before(handled),
        "cart": cart(handled, fate.columns),
        "from": instance.event.source,
        "journey": {"id": own.id, "title": own.title},
        "experiment": {trial: {"arm": arm} for trial, arm in instance.arms.items()},
    }


def customer(profile: Profile) -> Facts:
    """Return attributes as objects by the dots in their names, and each by its whole name (R177).

    What is there hides what would be inside it; an object with nothing in it is not there.
    """
    known = {name: value for name, value in profile.attributes.items() if value is not None}
    known["id"] = profile.id
    made: dict[str, There] = {}
    for name, value in known.items():
        *outer, last = name.split(".")
        if any(".".join(outer[:length]) in known for length in range(1, len(outer) + 1)):
            continue
        inside = made
        for part in outer:
            inside = cast("dict[str, There]", inside.setdefault(part, {}))
        inside[last] = value
    return {**known, **made}


def facts(row: Happening) -> Facts:
    """Return an event as messages see it (R151); an answer has its values alone (R225)."""
    return {**row.properties, "at": row.time} if row.digits else row.properties


def before(handled: Sequence[Happening]) -> Facts:
    """Return what was handled before the entry event, name by name, newest first (R151)."""
    trails: dict[str, list[Facts]] = {}
    for row in reversed(handled[:-1]):
        if not row.name:  # an entry at an instant is in no list (R217)
            continue
        trail = trails.setdefault(row.name, [])
        if len(trail) < LONGEST_TRAIL:
            trail.append(facts(row))
    return trails


def session(handled: Sequence[Happening], columns: Columns) -> Facts | None:
    """Return the session of the entry event (R149); an entry at an instant has none (R217)."""
    if not handled[-1].name:
        return None
    rows = of_session(handled, columns)
    first = rows[0]
    return {
        "started": first.time,
        "duration": handled[-1].time - first.time,
        "pages": sum(is_page(row, columns) for row in rows) or len(rows),
        **{part: said(first, part, columns) for part in ("source", "referrer", "campaign")},
    }


def of_session(handled: Sequence[Happening], columns: Columns) -> Sequence[Happening]:
    """Return the events of the entry event's session: of its id, else of no longer gap (R149)."""
    entry = handled[-1]
    own = said(entry, "session", columns)
    if own is not None:
        return [row for row in handled if said(row, "session", columns) == own]
    rows = [entry]
    for row in reversed(handled[:-1]):
        if not row.name or row.name in REACTIONS:
            continue
        if rows[0].time - row.time >= GAP:
            break
        rows.insert(0, row)
    return rows


def is_page(row: Happening, columns: Columns) -> bool:
    """Return whether an event has a page, or is a view by its name (R149)."""
    return said(row, "page", columns) is not None or row.name.endswith("view")


def cart(handled: Sequence[Happening], columns: Columns) -> Facts | None:
    """Return the cart of the entry event, if it has one (R150)."""
    own = said(handled[-1], "cart", columns)
    if own is None:
        return None
    rows = [
        row
        for row in handled
        if said(row, "cart", columns) == own and said(row, "product", columns) is not None
    ]
    items = sum((number(row, "quantity", columns, 1) for row in rows), Decimal(0))
    return {
        "id": own,
        "lines": [facts(row) for row in rows],
        "items": int(items),
        "value": worth(rows, columns),
    }


def worth(rows: Sequence[Happening], columns: Columns) -> Decimal | None:
    """Return what the lines of a cart cost together, where the data have prices (R150, R208)."""
    if player("price", columns) is None:
        return None
    lines = (number(row, "quantity", columns, 1) * number(row, "price", columns, 0) for row in rows)
    total = sum(lines, Decimal(0))
    names = [player(part, columns) for part in ("quantity", "price")]
    places = sum(columns[name].scale for name in names if name is not None)
    return total if abs(total).scaleb(places) <= LARGEST else None


def number(row: Happening, part: str, columns: Columns, unsaid: int) -> Decimal:
    """Return the number in the property that plays a part, or what stands for none."""
    name = player(part, columns)
    amount = None if name is None else row.properties.get(name)
    is_number = name is not None and columns[name].type in (ColumnType.WHOLE, ColumnType.DECIMAL)
    return Decimal(amount) if is_number and isinstance(amount, (int, Decimal)) else Decimal(unsaid)


def said(row: Happening, part: str, columns: Columns) -> Content:
    """Return what an event says in the property that plays a part, None where none plays it."""
    name = player(part, columns)
    return None if name is None else row.properties.get(name)


def player(part: str, columns: Columns) -> str | None:
    """Return the first of the properties that may play a part and that the data have (R148)."""
    return next((name for name in PARTS[part] if name in columns), None)
