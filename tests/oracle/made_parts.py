"""Made-up data sets in which properties play parts: sessions, sources, carts, prices (R148)."""

from collections.abc import Mapping, Sequence
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
    ((), ("session",), ("session_id",), ("session_id", "session")),
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
DOTTED = ("consent", "consent.email.by", "home.city", "home.city.area", "tier.since")
Known = TypeVar("Known", Customer, Change)
GAPS = (1_798, 1_799, 1_799, 1_800, 1_800, 1_801, 1, 0)
BETWEEN = ("view", "pageview", "add", "email_opened", "push_tapped", "sms_bounced")


def with_parts(chance: Random, people: Population) -> Population:
    """Return people whose events say more, with events half an hour before others."""
    columns = {name: held(name) for names in NAMES for name in chance.choice(names)}
    dotted = chance.sample(DOTTED, chance.choice((0, 0, 2, 4)))
    first = min((event.time for event in people.events), default=0)
    told: dict[str, tuple[Event, Event]] = {}
    events: list[Event] = []
    for event in people.events:
        if chance.random() < 0.12:
            earlier = between(chance, event, f"gap/{len(events)}")
            if earlier.time >= first:
                events.append(more(chance, earlier, columns, None))
        last = told.get(event.customer)
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


def between(chance: Random, event: Event, own: str) -> Event:
    """Return an event about half an hour before another."""
    time = event.time - chance.choice(GAPS)
    properties = {name: said for name, said in event.properties.items() if chance.random() < 0.5}
    own_id = None if event.id is None else own
    return Event(event.customer, time, chance.choice(BETWEEN), properties, {}, own_id)


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
