"""Sessions of the made-up shop: when somebody drops in, on what, and what brought them."""

from dataclasses import dataclass

import numpy as np

from journeys.shop.draws import Draws
from journeys.shop.happenings import ordinals
from journeys.shop.letters import Letters
from journeys.shop.origins import NEWSLETTER, ORIGINS
from journeys.shop.people import People
from journeys.shop.places import (
    BY_HOUR,
    BY_WEEKDAY,
    DAY,
    DAYS,
    EVENING,
    FIRST,
    HOUR,
    LAST,
    instants,
)
from journeys.simulation.dataset import Int64

NEVER = -(2**62)
ARRIVAL = 3
NUMBERED = 1_000


@dataclass(frozen=True, slots=True)
class Starts:
    """When each customer drops in of themself: `customer` and `time`, by customer and time."""

    customer: Int64
    time: Int64


@dataclass(frozen=True, slots=True)
class Sessions:
    """S sessions by customer and start; each an int64[S].

    `rank` counts the sessions of a customer from 0, `origin` is a place in ORIGINS, `platform` one
    in PLATFORMS, `app` one in APPS.
    """

    customer: Int64
    start: Int64
    rank: Int64
    origin: Int64
    platform: Int64
    app: Int64


def made_starts(draws: Draws, people: People) -> Starts:
    """Return when the customers drop in: by the hours of their day and the days of their week."""
    customer = np.repeat(np.arange(len(people.numbers), dtype=np.int64), people.visits)
    count = len(customer)
    weekly = [BY_WEEKDAY[day % len(BY_WEEKDAY)] for day in range(DAYS)]
    day, hour = draws.pick(count, weekly), draws.pick(count, BY_HOUR)
    local = FIRST + day * DAY + hour * HOUR + draws.below(count, HOUR)
    time = instants(people.market[customer], local)
    order = np.lexsort((time, customer))
    return Starts(customer[order], time[order])


def joined(people: People, starts: Starts) -> Int64:
    """Return int64[n], when somebody signed up within the ninety days: in their first session."""
    found = np.full(len(people.numbers), NEVER, np.int64)
    first = ordinals(starts.customer) == 0
    found[starts.customer[first]] = starts.time[first]
    return np.where(people.joins == 1, found, NEVER)


def made_sessions(draws: Draws, people: People, starts: Starts, letters: Letters) -> Sessions:
    """Return all sessions: those of people's own accord, and those a letter led to."""
    follows = letters.clicked < LAST - EVENING
    customer = np.concatenate([starts.customer, letters.clickers[follows]])
    start = np.concatenate([starts.time, letters.clicked[follows] + ARRIVAL])
    own = draws.pick(len(starts.time), [origin.weight for origin in ORIGINS])
    origin = np.concatenate([own, np.full(int(follows.sum()), NEWSLETTER, np.int64)])
    order = np.lexsort((start, customer))
    customer, count = customer[order], len(customer)
    usual = draws.hits(count, 8_200)
    platform = np.where(usual, people.platform[customer], draws.pick(count, (46, 44, 10)))
    return Sessions(
        customer=customer,
        start=start[order],
        rank=ordinals(customer),
        origin=origin[order],
        platform=platform,
        app=np.where(platform == 0, 0, people.app[customer]),
    )
