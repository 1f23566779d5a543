"""Those who come back later to pay for the cart they had left, with nobody reminding them."""

import numpy as np

from journeys.program.vocabulary import MISSING
from journeys.shop.draws import Draws
from journeys.shop.happenings import Happenings
from journeys.shop.origins import DIRECT
from journeys.shop.people import People
from journeys.shop.places import DAY, HOUR, LAST
from journeys.shop.sessions import NUMBERED, Sessions
from journeys.shop.visits import PAY, TILL, VIEW, session_words
from journeys.shop.words import PAGES, codes
from journeys.simulation.dataset import Int64

CAME_BACK = 1_350
LATER = 500


def made_returns(
    draws: Draws, people: People, sessions: Sessions, visits: Happenings, unpaid: Int64
) -> Happenings:
    """Return the sessions of those who come back; `unpaid` are sessions with a cart left alone."""
    count = len(unpaid)
    last = np.searchsorted(_session_of(visits, sessions, people), unpaid, side="right") - 1
    start = visits.time[last] + HOUR + draws.skewed(count, 9 * HOUR, 5 * DAY)
    till = start + 4 + draws.skewed(count, 30, 300)
    paid = till + 20 + draws.skewed(count, 70, 600)
    comes = draws.hits(count, CAME_BACK) & (paid < LAST)
    back, last, till, paid = unpaid[comes], last[comes], till[comes], paid[comes]
    value, items = visits.of("cart_value")[last], visits.of("items")[last]
    session = np.tile(back, 3)
    first = np.arange(len(session)) < len(back)
    direct = Sessions(
        sessions.customer,
        sessions.start,
        sessions.rank,
        np.full(len(sessions.origin), DIRECT, np.int64),
        sessions.platform,
        sessions.app,
    )
    nothing = np.full(len(back), MISSING, np.int64)
    cart = visits.of("cart_id")[last]
    return Happenings(
        sessions.customer[session],
        np.concatenate([start[comes], till, paid]),
        np.repeat(np.array([VIEW, TILL, PAY], np.int64), len(back)),
        {
            **session_words(direct, session, first=first),
            "page": np.where(first, codes(*PAGES)[PAGES.index("cart")], -1),
            "session_id": (people.numbers[sessions.customer[session]] + 1) * NUMBERED
            + LATER
            + sessions.rank[session]
            + 1,
            "cart_id": np.concatenate([nothing, cart, cart]),
            "items": np.concatenate([nothing, items, items]),
            "cart_value": np.concatenate([nothing, value, nothing]),
            "amount": np.concatenate([nothing, nothing, value]),
        },
    )


def _session_of(visits: Happenings, sessions: Sessions, people: People) -> Int64:
    """Return int64[E], the place of each event's session; sessions stand one after the other."""
    numbers = visits.of("session_id") - (people.numbers[visits.customer] + 1) * NUMBERED - 1
    begins = np.searchsorted(sessions.customer, visits.customer)
    found: Int64 = begins + numbers
    return found
