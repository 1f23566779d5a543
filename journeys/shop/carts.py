"""Carts of the made-up shop: in which sessions one is filled, how far it comes, and who pays."""

from dataclasses import dataclass

import numpy as np

from journeys.shop.draws import Draws
from journeys.shop.happenings import ordinals
from journeys.shop.people import People
from journeys.shop.sessions import Sessions
from journeys.simulation.dataset import Int64

LINES = (0, 52, 26, 13, 6, 3)
PAID = 2_600
REACHED_THE_TILL = 2_500
MOST_CARTS = 100


@dataclass(frozen=True, slots=True)
class Carts:
    """What becomes of the cart of each of S sessions; each an int64[S].

    `lines` is how many products are put in (0: no cart), `number` the cart's id, `checks_out` and
    `pays` are 1 where it comes so far within the session.
    """

    lines: Int64
    number: Int64
    checks_out: Int64
    pays: Int64


def made_carts(draws: Draws, people: People, sessions: Sessions) -> Carts:
    """Return the cart of every session."""
    count = len(sessions.customer)
    fills = draws.hits(count, people.fills[sessions.customer])
    lines = np.where(fills, draws.pick(count, LINES), 0)
    pays = draws.hits(count, PAID) & fills
    stops = draws.hits(count, REACHED_THE_TILL) & fills
    order = np.lexsort((~fills, sessions.customer))
    among = np.empty(count, np.int64)
    among[order] = ordinals(sessions.customer[order])
    number = (people.numbers[sessions.customer] + 1) * MOST_CARTS + among + 1
    return Carts(lines, number, (pays | stops).astype(np.int64), pays.astype(np.int64))
