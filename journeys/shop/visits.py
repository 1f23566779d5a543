"""What somebody does in a session: pages, products, the cart line by line, the till."""

from dataclasses import dataclass

import numpy as np

from journeys.program.vocabulary import MISSING
from journeys.shop.carts import Carts
from journeys.shop.catalogue import CATALOGUE
from journeys.shop.draws import Draws
from journeys.shop.happenings import Happenings, running
from journeys.shop.origins import ORIGINS
from journeys.shop.people import People
from journeys.shop.sessions import NUMBERED, Sessions
from journeys.shop.words import APPS, PAGES, PLATFORMS, TYPES, codes
from journeys.simulation.dataset import Int64

Truths = np.ndarray[tuple[int], np.dtype[np.bool_]]

BROWSED = (24, 20, 16, 12, 9, 7, 5, 3, 2, 1, 1)
LOOKED = 5_600
PAUSE, LONGEST_PAUSE = 24, 600

VIEW, LOOK, SIGN = TYPES["page_view"], TYPES["product_view"], TYPES["signed_up"]
ADD, TILL, PAY = TYPES["add_to_cart"], TYPES["checkout_started"], TYPES["purchase"]

PRODUCTS = codes(*(product.id for product in CATALOGUE))
CATEGORIES = codes(*(product.category for product in CATALOGUE))
PRICES = np.array([product.price for product in CATALOGUE], np.int64)
LIKED = tuple(product.weight for product in CATALOGUE)


@dataclass(frozen=True, slots=True)
class Steps:
    """Every step of every session: its `session`, its `type`, and whether it is the `first`."""

    session: Int64
    type: Int64
    first: Truths


def made_visits(
    draws: Draws, people: People, sessions: Sessions, carts: Carts, joined: Int64
) -> Happenings:
    """Return the events of all sessions."""
    signs = (sessions.start == joined[sessions.customer]) & (sessions.rank == 0)
    steps = _steps(draws, signs.astype(np.int64), carts)
    count, session = len(steps.type), steps.session
    pauses = np.where(steps.first, 0, 3 + draws.skewed(count, PAUSE, LONGEST_PAUSE))
    product = draws.pick(count, LIKED)
    adds = steps.type == ADD
    product = np.where(adds, np.roll(product, 1), product)
    quantity = np.where(adds, draws.pick(count, (0, 82, 13, 5)), 0)
    value = running(quantity * PRICES[product], session)
    items = running(quantity, session)
    browses = steps.type == VIEW
    page = np.where(steps.first, 0, draws.pick(count, (4, 52, 34, 10)))
    in_cart, pays = adds | (steps.type == TILL) | (steps.type == PAY), steps.type == PAY
    shown = adds | (steps.type == LOOK)
    return Happenings(
        sessions.customer[session],
        sessions.start[session] + running(pauses, session),
        steps.type,
        {
            **session_words(sessions, session, first=steps.first),
            "page": np.where(browses, codes(*PAGES)[page], -1),
            "product_id": np.where(shown, PRODUCTS[product], -1),
            "category": np.where(shown, CATEGORIES[product], -1),
            "session_id": (people.numbers[sessions.customer[session]] + 1) * NUMBERED
            + sessions.rank[session]
            + 1,
            "cart_id": np.where(in_cart, carts.number[session], MISSING),
            "quantity": np.where(adds, quantity, MISSING),
            "items": np.where(in_cart, items, MISSING),
            "price": np.where(shown, PRICES[product], MISSING),
            "cart_value": np.where(in_cart & ~pays, value, MISSING),
            "amount": np.where(pays, value, MISSING),
        },
    )


def session_words(sessions: Sessions, session: Int64, *, first: Truths) -> dict[str, Int64]:
    """Return the words of a session on each of its events; where it came from on the first."""
    origin = sessions.origin[session]
    return {
        "platform": codes(*PLATFORMS)[sessions.platform[session]],
        "app": codes(*APPS)[sessions.app[session]],
        "source": codes(*(each.source for each in ORIGINS))[origin],
        "acquisition_channel": codes(*(each.channel for each in ORIGINS))[origin],
        "referrer": np.where(first, codes(*(each.referrer for each in ORIGINS))[origin], -1),
        "campaign": np.where(first, codes(*(each.campaign for each in ORIGINS))[origin], -1),
    }


def _steps(draws: Draws, signs: Int64, carts: Carts) -> Steps:
    """Lay out each session: a page, perhaps a sign-up, browsing, the cart's lines, the till."""
    browsed = draws.pick(len(signs), BROWSED)
    lines_begin = 1 + signs + browsed
    till = lines_begin + 2 * carts.lines
    length = till + carts.checks_out + carts.pays
    session = np.repeat(np.arange(len(signs), dtype=np.int64), length)
    place = np.arange(len(session)) - np.repeat(np.cumsum(length) - length, length)
    in_lines = place - lines_begin[session]
    looks = draws.hits(len(session), LOOKED)
    kind = np.select(
        [
            place == 0,
            place <= signs[session],
            in_lines < 0,
            place < till[session],
            place == till[session],
        ],
        [VIEW, SIGN, np.where(looks, LOOK, VIEW), np.where(in_lines % 2, ADD, LOOK), TILL],
        PAY,
    )
    return Steps(session, kind.astype(np.int64), place == 0)
