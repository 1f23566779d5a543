"""Small made-up populations full of ties, gaps, strange zones and missing values."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random

from journeys.people.population import (
    Change,
    ColumnType,
    Content,
    Customer,
    Event,
    Held,
    Population,
)

EVENTS = ("view", "add", "buy", "note")
ENGAGEMENT = (
    *("email_opened", "email_opened", "email_clicked", "sms_clicked", "push_opened", "delivered"),
    *("push_unsubscribed", "email_unsubscribed"),
)
CHANNELS = ("email", "sms", "push")
TEXTS = ("web", "Web", "app", "straße", "É", "E\u0301", "ios app", "")
CARTS = ("c1", "c2", "C1", "c3")
ZONES = (
    "America/New_York",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Europe/Berlin",
    "Mars/Olympus",
    "america/new_york",
    "",
)
COUNTRIES = ("US", "AU", "IN", "XX", "DE")
# Days around the switches of New York, Lord Howe and Berlin, a leap day, and a plain day.
DAYS = (1_710_028_800, 1_730_595_600, 1_712_408_400, 1_728_136_800, 1_709_164_800, 1_718_000_000)
STEPS = (0, 0, 0, 0, 1, 59, 60, 600, 600, 3_599, 3_600, 3_600, 3_601, 7_200, 10_800, 43_200, 86_400)

# Days, times with and without an offset, and what is nearly a date.
FORMS = (
    *("%Y-%m-%d", "%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT01:30", "%Y-%m-%dT02:15:30"),
    *("%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:59.9+05:30", "%Y-%m-%dT02:30-05:00"),
    *("%d.%m.%Y", "%Y-%m-%d soon", "%Y-02-30", "1899-%m-%d", "%Y-%m-%dT24:30"),
)
DATED = ("ready", "birthday")

COLUMNS: Mapping[str, Held] = {
    "platform": Held(ColumnType.TEXT),
    "cart": Held(ColumnType.TEXT),
    "pages": Held(ColumnType.WHOLE),
    "amount": Held(ColumnType.DECIMAL, 2),
    "gift": Held(ColumnType.TRUTH),
    "due": Held(ColumnType.INSTANT),
    "ready": Held(ColumnType.TEXT),
}
PLAIN: Mapping[str, Held] = {
    "tier": Held(ColumnType.TEXT),
    "country": Held(ColumnType.TEXT),
    "vip": Held(ColumnType.TRUTH),
    "points": Held(ColumnType.WHOLE),
    "balance": Held(ColumnType.DECIMAL, 4),
    "since": Held(ColumnType.INSTANT),
    "birthday": Held(ColumnType.TEXT),
}
SPECIAL: Mapping[str, Held] = {
    "zone": Held(ColumnType.TEXT),
    "household": Held(ColumnType.TEXT),
    **{f"consent.{channel}": Held(ColumnType.TRUTH) for channel in CHANNELS},
    **{f"address.{channel}": Held(ColumnType.TEXT) for channel in CHANNELS},
}
LISTS: Mapping[str, Held] = {
    "list.vips": Held(ColumnType.TRUTH),
    "list.Late": Held(ColumnType.TRUTH),
}


def population(chance: Random) -> Population:
    """Return one to eight customers with up to forty events each."""
    attributes = {
        **PLAIN,
        **{name: held for name, held in SPECIAL.items() if chance.random() < 0.6},
        **{name: held for name, held in LISTS.items() if chance.random() < 0.7},
    }
    day = chance.choice(DAYS)
    has_ids = chance.random() < 0.5
    customers: list[Customer] = []
    events: list[Event] = []
    changes: list[Change] = []
    for number in range(chance.choice((1, 2, 3, 4, 6, 8))):
        name = f"customer-{number}"
        customers.append(Customer(name, some(chance, attributes, day, 0.7)))
        rows = story(chance, name, attributes, day)
        events += [
            Event(row.customer, row.time, row.name, row.properties, row.carries, f"{name}/{place}")
            if has_ids
            else row
            for place, row in enumerate(rows)
        ]
        for _ in range(chance.choice((0, 0, 1, 3))):
            time = chance.choice(rows).time if rows else day
            time += chance.choice((0, 0, -1, 3_600))
            changes.append(Change(name, time, some(chance, few(chance, attributes), day, 0.8)))
    chance.shuffle(customers)
    if chance.random() < 0.5:
        events.sort(key=lambda event: event.time)
    return Population(COLUMNS, attributes, tuple(customers), tuple(events), tuple(changes))


def story(chance: Random, customer: str, attributes: Mapping[str, Held], day: int) -> list[Event]:
    """Return one customer's events, clustered so that instants and distances repeat."""
    rows: list[Event] = []
    time = day + chance.choice((0, 0, 3_600, 6 * 3_600, 86_400))
    for _ in range(chance.choice((0, 3, 8, 12, 18, 25, 32, 40))):
        time += chance.choice(STEPS)
        if rows and chance.random() < 0.04:
            rows.append(rows[-1])
            time = rows[-1].time
            continue
        name = chance.choice(ENGAGEMENT if chance.random() < 0.12 else EVENTS)
        properties = some(chance, COLUMNS, day, 0.85)
        carries: Mapping[str, Content] = {}
        if chance.random() < 0.2:
            carries = some(chance, few(chance, attributes), day, 0.8)
        rows.append(Event(customer, time, name, properties, carries))
    return rows


def few(chance: Random, attributes: Mapping[str, Held]) -> dict[str, Held]:
    """Return two or three attributes that change together, the zone more often than others."""
    names = chance.sample(sorted(attributes), 2) + ["zone"] * (chance.random() < 0.6)
    return {name: attributes[name] for name in names if name in attributes}


def some(chance: Random, columns: Mapping[str, Held], day: int, share: float) -> dict[str, Content]:
    """Return values of columns; the others are absent, or there and missing."""
    made: dict[str, Content] = {}
    for name, held in columns.items():
        if chance.random() < share:
            made[name] = content(chance, name, held, day)
        elif chance.random() < 0.5:
            made[name] = None
    return made


def content(chance: Random, name: str, held: Held, day: int) -> Content:
    """Return one value that fits a column."""
    match held.type:
        case ColumnType.TRUTH:
            return chance.random() < (0.85 if name.startswith("consent") else 0.5)
        case ColumnType.WHOLE:
            return chance.randint(-1, 4)
        case ColumnType.DECIMAL:
            return Decimal(chance.choice((0, 50, 1_250, 1_251, -75, 99_999))).scaleb(-held.scale)
        case ColumnType.INSTANT:
            return day + chance.choice((-86_400, 0, 3_600, 86_400)) + chance.choice((0, 0, 600))
        case _:
            return date(chance, day) if name in DATED else chance.choice(words(name))


def date(chance: Random, day: int) -> str:
    """Return a date as text, close to a day, or text that is nearly a date."""
    near = datetime.fromtimestamp(day, UTC) + timedelta(hours=chance.choice((-24, 0, 24, 48, 72)))
    return f"{near:{chance.choice(FORMS)}}"


def words(name: str) -> tuple[str, ...]:
    """Return what stands in a column of text."""
    if name.startswith("address"):
        return ("at home",) * 6 + ("",)
    columns = {"cart": CARTS, "zone": ZONES, "country": COUNTRIES, "household": ("h1", "h2")}
    return columns.get(name, TEXTS)
