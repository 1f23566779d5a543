"""Made-up data sets in which properties play parts: sessions, sources, carts, prices (R148)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import TypeVar

from journeys.people.population import (
    Change,
    ColumnType,
    Content,
    Customer,
    Event,
    Held,
    Population,
)

TEXT, WHOLE, PRICE = Held(ColumnType.TEXT), Held(ColumnType.WHOLE), Held(ColumnType.DECIMAL, 2)
NAMES: tuple[tuple[tuple[str, ...], ...], ...] = (
    ((), (), (), ("session",), ("session_id",), ("session_id", "session")),
    (("source",), ("utm_source",), ("utm_source", "acquisition_channel")),
    ((), ("referrer",), ("referer",)),
    ((), ("campaign",), ("campaign", "utm_campaign")),
    ((), (), ("cart_id",), ("basket_id",)),
    ((), ("product_id",), ("sku",), ("product", "sku")),
    ((), ("quantity",), ("qty",)),
    ((), ("price",), ("unit_price",)),
    ((), ("page",), ("url",)),
    ((), ("utm.term",)),
)
DOTTED = ("consent", "consent.email.by", "home.city", "home.city.area", "id.old", "tier.since")
Known = TypeVar("Known", Customer, Change)
GAPS = (1_798, 1_799, 1_799, 1_799, 1_800, 1_800, 1_800, 1_801)
BRIDGED = (1_800, 1_801, 2_400, 3_000)
LONELY = 3_599
VISITS = ("view", "pageview", "add")
REACTIONS = ("email_opened", "push_tapped", "sms_bounced", "delivered")


def with_parts(chance: Random, people: Population) -> Population:
    """Return people whose events say more, with events half an hour before others."""
    columns = {name: held(name) for names in NAMES for name in chance.choice(names)}
    dotted = chance.sample(DOTTED, chance.choice((0, 0, 2, 4)))
    first = min((event.time for event in people.events), default=0)
    told: dict[str, tuple[Event, Event]] = {}
    events: list[Event] = []
    for event in people.events:
        last = told.get(event.customer)
        is_alone = last is not None and event.time - last[0].time >= LONELY
        events += (
            more(chance, earlier, columns, None)
            for earlier in (before(chance, event, len(events)) if is_alone else ())
            if earlier.time >= first
        )
        again = last is not None and replace(event, id=None) == replace(last[0], id=None)
        said = more(chance, event, columns, last[1] if last else None, again=again)
        told[event.customer] = event, said
        events.append(said)
    return replace(
        people,
        columns={**people.columns, **columns},
        attributes={**people.attributes, **dict.fromkeys(dotted, TEXT)},
        customers=tuple(known(chance, row, dotted) for row in people.customers),
        changes=tuple(known(chance, row, dotted) for row in people.changes),
        events=tuple(events),
    )


def known(chance: Random, row: Known, dotted: Sequence[str]) -> Known:
    """Return a customer or a change with attributes whose names have dots, where they say some."""
    said = {name: value(chance, name) for name in dotted if chance.random() < 0.6}
    return replace(row, attributes={**row.attributes, **said}) if row.attributes else row


def held(name: str) -> Held:
    """Return the type of a property by its name."""
    if name in ("quantity", "qty"):
        return WHOLE
    return PRICE if name in ("price", "unit_price") else TEXT


def before(chance: Random, event: Event, number: int) -> Iterator[Event]:
    """Yield an event about half an hour before a lonely one, perhaps with a reaction between."""
    own = None if event.id is None else f"gap/{number}"
    is_bridged = chance.random() < 0.5
    gap = chance.choice(BRIDGED if is_bridged else GAPS)
    yield Event(event.customer, event.time - gap, chance.choice(VISITS), {}, {}, own)
    if is_bridged:
        own = own and f"{own}/between"
        yield Event(event.customer, event.time - gap // 2, chance.choice(REACTIONS), {}, {}, own)


def more(
    chance: Random,
    event: Event,
    columns: Mapping[str, Held],
    last: Event | None,
    *,
    again: bool = False,
) -> Event:
    """Return an event that says more; what stands twice in a file says the same again."""
    before = last.properties if last else {}
    said = {
        name: before.get(name)
        if again or (name.startswith("session") and chance.random() < 0.6)
        else value(chance, name)
        for name in columns
    }
    said = {name: one for name, one in said.items() if one is not None or name in before}
    return replace(event, properties={**event.properties, **said})


def value(chance: Random, name: str) -> Content:
    """Return what a property says, or nothing."""
    if chance.random() < 0.3:
        return None
    match held(name).type:
        case ColumnType.WHOLE:
            return chance.choice((1, 2, 3, 0))
        case ColumnType.DECIMAL:
            return Decimal(chance.choice((0, 1_250, 99_999))).scaleb(-2)
        case _:
            return chance.choice(("s1", "s2", "S1", "s3", ""))
