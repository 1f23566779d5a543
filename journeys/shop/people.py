"""The customers of the made-up shop: who they are, and what they are like."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np

from journeys.program.vocabulary import MISSING
from journeys.shop.draws import Draws
from journeys.shop.places import DAY, MARKETS
from journeys.shop.words import (
    CHANNELS,
    COHORTS,
    FIRST_NAMES,
    KNOWN,
    LIFECYCLES,
    NEWSLETTERS,
    PLACES,
    TEXTS,
    TIERS,
    codes,
)
from journeys.simulation.dataset import Int64

VISITS = (
    *((0, 900), (1, 2_500), (2, 1_800), (3, 1_300), (4, 850), (5, 600), (6, 450), (8, 500)),
    *((10, 350), (13, 280), (17, 200), (22, 140), (30, 90), (45, 40)),
)
MOST_MONTHS = 24
MAILBOXES = ("example.com", "example.org", "example.net")


@dataclass(frozen=True, slots=True)
class People:
    """A block of n customers.

    `attributes` int64[A, n] is what is known of them at the end of the ninety days, changes left
    aside; `texts` are their own words (addresses, households), coded behind those of the shop.
    The others are int64[n]: the `market` they live in, how many `visits` they make of themselves,
    the `platform` they use (place in PLATFORMS) and the `app`, the shares in basis points with
    which they fill a cart (`fills`) and open a letter (`opens`), the weeks between letters
    (`letters`, 0 for none), and the `tier` they start with. `joins` is 1 for those who sign up
    within the ninety days.
    """

    numbers: Int64
    ids: tuple[str, ...]
    attributes: Int64
    texts: tuple[str, ...]
    market: Int64
    visits: Int64
    platform: Int64
    app: Int64
    fills: Int64
    opens: Int64
    letters: Int64
    tier: Int64
    joins: Int64


def customer_id(number: int) -> str:
    """Return the id of the customer with this number, counted from 0."""
    return f"customer-{number + 1:07d}"


def made_people(draws: Draws, numbers: Int64) -> People:
    """Return the customers of a block; `numbers` int64[n] counts all customers from 0."""
    count = len(numbers)
    market = draws.pick(count, [home.weight for home in MARKETS])
    visits = np.array([often for often, _ in VISITS])[draws.pick(count, [w for _, w in VISITS])]
    platform = draws.pick(count, (46, 44, 10))
    app = np.where(platform == 0, 0, draws.pick(count, (45, 30, 25)))
    tier = draws.pick(count, (78, 16, 6))
    joins = (draws.hits(count, 2_800) & (visits > 0)).astype(np.int64)
    frequency = draws.pick(count, (35, 45, 20))
    consent = np.stack([draws.hits(count, share).astype(np.int64) for share in (7_200, 3_400)])
    has_app = app > 0
    pushed = (draws.hits(count, 7_500) & has_app).astype(np.int64)
    months = np.where(joins == 1, 0, draws.below(count, MOST_MONTHS))
    days = draws.between(count, 1, 27)
    month_start = np.array([_first_of(cohort) for cohort in COHORTS], np.int64)
    names = draws.below(count, len(FIRST_NAMES))
    texts = _Own()
    attributes = np.full((len(KNOWN), count), MISSING, np.int64)
    said = {
        "first_name": _coded(FIRST_NAMES, names),
        "zone": _coded([home.zone for home in MARKETS], market),
        "country": _coded([home.country for home in MARKETS], market),
        "language": _coded([home.language for home in MARKETS], market),
        "consent.email": consent[0],
        "consent.sms": consent[1],
        "consent.push": pushed,
        "address.email": texts.where(
            draws.hits(count, 9_600),
            [
                f"{FIRST_NAMES[name].lower()}.{number + 1}@{MAILBOXES[number % len(MAILBOXES)]}"
                for name, number in zip(names.tolist(), numbers.tolist(), strict=True)
            ],
        ),
        "address.sms": texts.where(
            draws.hits(count, 5_500), [f"+999{number + 1:09d}" for number in numbers.tolist()]
        ),
        "address.push": texts.where(
            has_app, [f"device-{number + 1:07d}" for number in numbers.tolist()]
        ),
        "preferred_channel": np.where(
            draws.hits(count, 6_000), _coded(CHANNELS, draws.pick(count, (60, 15, 25))), -1
        ),
        "newsletter": _coded(NEWSLETTERS, frequency),
        "tier": _coded(TIERS, tier),
        "user_lifecycle": _coded(LIFECYCLES, draws.pick(count, (0, 65, 35))),
        "user_cohort": _coded(COHORTS, MOST_MONTHS - 1 - months),
        "signed_up": month_start[MOST_MONTHS - 1 - months] + days * DAY + draws.below(count, DAY),
        "household": texts.households(draws.hits((count + 1) // 2, 1_400), numbers),
    }
    for name, values in said.items():
        attributes[PLACES[name]] = values
    return People(
        numbers=numbers,
        ids=tuple(customer_id(number) for number in numbers.tolist()),
        attributes=attributes,
        texts=tuple(texts.texts),
        market=market,
        visits=visits,
        platform=platform,
        app=app,
        fills=np.where(draws.hits(count, 4_600), draws.between(count, 1_000, 6_000), 60),
        opens=np.array((800, 3_000, 6_500))[draws.pick(count, (45, 35, 20))],
        letters=np.array((0, 4, 1))[frequency] * consent[0],
        tier=np.where(joins == 1, 0, tier),
        joins=joins,
    )


class _Own:
    """The texts that belong to single customers of a block, while they are being made."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def where(self, given: np.ndarray[tuple[int], np.dtype[np.bool_]], texts: list[str]) -> Int64:
        """Return int64[n] codes of the texts that are given, -1 for the others."""
        found = np.full(len(texts), -1, np.int64)
        found[given] = len(TEXTS) + len(self.texts) + np.arange(int(given.sum()))
        self.texts += [text for text, said in zip(texts, given.tolist(), strict=True) if said]
        return found

    def households(
        self, shared: np.ndarray[tuple[int], np.dtype[np.bool_]], numbers: Int64
    ) -> Int64:
        """Return int64[n] codes: pairs of neighbours share one, the others have none."""
        pairs = self.where(
            shared, [f"household-{number // 2 + 1:07d}" for number in numbers[::2].tolist()]
        )
        return np.repeat(pairs, 2)[: len(numbers)]


def _coded(words: Sequence[str], places: Int64) -> Int64:
    return codes(*words)[places]


def _first_of(cohort: str) -> int:
    year, month = (int(part) for part in cohort.split("-"))
    return int(datetime(year, month, 1, tzinfo=UTC).timestamp())
