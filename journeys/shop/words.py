"""What the data of the made-up shop mean: every event, property and attribute in a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from journeys.people.population import ColumnType, Held
from journeys.program.vocabulary import Column
from journeys.shop.catalogue import CATALOGUE, RANGES
from journeys.shop.origins import ORIGINS
from journeys.shop.places import MARKETS
from journeys.simulation.dataset import Int64

EVENTS: Mapping[str, str] = MappingProxyType(
    {
        "page_view": "Opened a page of the shop.",
        "product_view": "Looked at a product.",
        "signed_up": "Made an account; carries what the customer said of themself.",
        "add_to_cart": "Put a product in the cart: one line of it.",
        "checkout_started": "Went to the till with the cart.",
        "purchase": "Paid for the cart.",
        "email_delivered": "Got the newsletter.",
        "email_opened": "Opened the newsletter.",
        "email_clicked": "Followed a link of the newsletter.",
        "email_unsubscribed": "Wanted no more e-mails; carries the consent withdrawn.",
    }
)
TYPES: Mapping[str, int] = MappingProxyType({name: code for code, name in enumerate(EVENTS)})


@dataclass(frozen=True, slots=True)
class Documented:
    """A property or an attribute: what it holds, and what that means."""

    held: Held
    words: str


def _text(words: str) -> Documented:
    return Documented(Held(ColumnType.TEXT), words)


def _truth(words: str) -> Documented:
    return Documented(Held(ColumnType.TRUTH), words)


def _whole(words: str) -> Documented:
    return Documented(Held(ColumnType.WHOLE), words)


def _money(words: str) -> Documented:
    return Documented(Held(ColumnType.DECIMAL, 2), words)


PROPERTIES: Mapping[str, Documented] = MappingProxyType(
    {
        "platform": _text("What they shop on: desktop, mobile or tablet."),
        "app": _text("What they shop with: web, ios or android."),
        "source": _text("What brought them to this session, such as google or newsletter."),
        "acquisition_channel": _text("The kind of the source, such as organic or paid_search."),
        "referrer": _text("The site they came from; on the first page of a session, if there is."),
        "campaign": _text("The campaign they came by; on the first page of a session, if any."),
        "page": _text("The page they opened, such as home or catalog."),
        "product_id": _text("The product, as in the catalogue."),
        "category": _text("The product's category."),
        "message": _text("Which newsletter it is, by its date."),
        "session_id": _whole("The session the event belongs to."),
        "cart_id": _whole("The cart; it stays the same from the first line to the payment."),
        "quantity": _whole("How many of the product were put in the cart."),
        "items": _whole("How many things are in the cart by now."),
        "price": _money("The price of one of the product, in EUR."),
        "cart_value": _money("What everything in the cart costs by now, in EUR."),
        "amount": _money("What was paid, in EUR."),
    }
)

ATTRIBUTES: Mapping[str, Documented] = MappingProxyType(
    {
        "first_name": _text("The name to greet them by."),
        "zone": _text("The time zone they live in."),
        "country": _text("The country they live in, as two letters."),
        "language": _text("The language they read, as two letters."),
        "consent.email": _truth("Whether they agreed to e-mails."),
        "consent.sms": _truth("Whether they agreed to text messages."),
        "consent.push": _truth("Whether they agreed to push notifications."),
        "address.email": _text("The e-mail address."),
        "address.sms": _text("The phone number, for those who gave one."),
        "address.push": _text("The device, for those who have the app."),
        "preferred_channel": _text("The channel they would rather hear from: email, sms, push."),
        "newsletter": _text("How often they want the newsletter: weekly, monthly or never."),
        "tier": _text("Bronze, silver or gold, by what they spent; changes with the month."),
        "user_lifecycle": _text("Whether new, returning or loyal; changes with what they do."),
        "user_cohort": _text("The month in which they signed up."),
        "signed_up": Documented(Held(ColumnType.INSTANT), "When they signed up."),
        "household": _text("The household, for those known to share one."),
    }
)


def columns(documented: Mapping[str, Documented]) -> tuple[Column, ...]:
    """Return the columns of properties or attributes, in their order."""
    return tuple(Column(name, it.held.type, it.held.scale) for name, it in documented.items())


COLUMNS = columns(PROPERTIES)
KNOWN = columns(ATTRIBUTES)
PLACES: Mapping[str, int] = MappingProxyType({name: at for at, name in enumerate(ATTRIBUTES)})

PLATFORMS = ("desktop", "mobile", "tablet")
APPS = ("web", "ios", "android")
PAGES = ("home", "catalog", "search", "account", "cart")
CHANNELS = ("email", "sms", "push")
NEWSLETTERS = ("never", "monthly", "weekly")
TIERS = ("bronze", "silver", "gold")
LIFECYCLES = ("new", "returning", "loyal")
COHORTS = tuple(f"{month // 12}-{month % 12 + 1:02d}" for month in range(2024 * 12, 2026 * 12 + 4))
LETTERS = 13
FIRST_NAMES = (
    "Ana", "Ben", "Chloe", "Daniel", "Elif", "Fabio", "Grace", "Hugo", "Ines", "Jonas", "Kaito",
    "Lea", "Maya", "Noah", "Olivia", "Pedro", "Quentin", "Rosa", "Samir", "Tara", "Uwe", "Vera",
    "Will", "Ximena", "Yuki", "Zoe", "Amelie", "Bruno", "Clara", "David", "Emma", "Finn",
)  # fmt: skip


def letter(week: int) -> str:
    """Return what the newsletter of a week is called."""
    return f"newsletter-{week + 1:02d}"


def _texts() -> tuple[str, ...]:
    origins = [
        word
        for origin in ORIGINS
        for word in (origin.source, origin.channel, origin.referrer, origin.campaign)
    ]
    homes = [word for home in MARKETS for word in (home.zone, home.country, home.language)]
    said = (
        *(*PLATFORMS, *APPS, *PAGES, *CHANNELS, *NEWSLETTERS, *TIERS, *LIFECYCLES, *COHORTS),
        *(product.id for product in CATALOGUE),
        *(category for category, _, _ in RANGES),
        *(letter(week) for week in range(LETTERS)),
        *(*origins, *homes, *FIRST_NAMES),
    )
    return tuple(dict.fromkeys(word for word in said if word is not None))


TEXTS = _texts()
CODES: Mapping[str, int] = MappingProxyType({text: code for code, text in enumerate(TEXTS)})


def codes(*words: str | None) -> Int64:
    """Return int64[n], the codes of words of the shop; of None it is -1, missing."""
    return np.array([-1 if word is None else CODES[word] for word in words], np.int64)
