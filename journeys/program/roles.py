"""Which properties of the data tell of a session, a cart or a page, by their names (R148)."""

from dataclasses import dataclass

from journeys.program.reading import CHANNELS
from journeys.program.vocabulary import Vocabulary

PAGE = "view"  # how the name of an event ends that is a page (R149)
CHANNEL_EVENTS = ("delivered", "opened", "clicked", "bounced", "unsubscribed", "tapped")

NAMES = {
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


@dataclass(frozen=True, slots=True)
class Roles:
    """The property that plays each part in a data set, or None where no property does."""

    session: str | None = None
    source: str | None = None
    referrer: str | None = None
    campaign: str | None = None
    cart: str | None = None
    product: str | None = None
    quantity: str | None = None
    price: str | None = None
    page: str | None = None


def roles(vocabulary: Vocabulary) -> Roles:
    """Return the first property of each list of names that the data has."""
    known = vocabulary.column_places
    return Roles(
        **{
            role: next((name for name in names if name in known), None)
            for role, names in NAMES.items()
        }
    )


def is_reaction(event: str) -> bool:
    """Say whether an event is a reaction to a message, which opens no session (R149)."""
    channel, _, what = event.rpartition("_")
    return channel in CHANNELS and what in CHANNEL_EVENTS
