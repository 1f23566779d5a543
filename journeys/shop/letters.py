"""The newsletter of the made-up shop: to whom it went, and who opened it, followed it, or left."""

from dataclasses import dataclass

import numpy as np

from journeys.shop.draws import Draws
from journeys.shop.happenings import Happenings
from journeys.shop.people import People
from journeys.shop.places import DAY, FIRST, HOUR
from journeys.shop.words import LETTERS, PLACES, TYPES, codes, letter
from journeys.simulation.dataset import Int64

THURSDAY = 3 * DAY + 9 * HOUR
FOLLOWED = 1_600
LEFT = 70


@dataclass(frozen=True, slots=True)
class Letters:
    """The events of the newsletter, and the clicks that bring somebody to the shop."""

    happenings: Happenings
    clickers: Int64
    clicked: Int64


def made_letters(draws: Draws, people: People, joined: Int64) -> Letters:
    """Return what became of each week's letter; `joined` int64[n] is when somebody signed up."""
    shape = (len(people.numbers), LETTERS)
    size = shape[0] * LETTERS
    week = np.arange(LETTERS)
    sent = FIRST + THURSDAY + 7 * DAY * week + draws.below(size, 1_200).reshape(shape)
    opens = draws.hits(size, np.repeat(people.opens, LETTERS)).reshape(shape)
    opened = sent + 30 + draws.skewed(size, 5_400, 2 * DAY).reshape(shape)
    clicks = draws.hits(size, FOLLOWED).reshape(shape) & opens
    clicked = opened + 5 + draws.skewed(size, 25, 600).reshape(shape)
    leaves = draws.hits(size, LEFT).reshape(shape) & opens & ~clicks
    left = opened + 10 + draws.below(size, 90).reshape(shape)
    gone = np.minimum.accumulate(np.where(leaves, left, np.iinfo(np.int64).max), axis=1)
    still = np.concatenate([np.ones((shape[0], 1), bool), gone[:, :-1] > sent[:, 1:]], axis=1)
    reachable = people.attributes[PLACES["address.email"]] >= 0
    turn = week % np.maximum(people.letters, 1)[:, None] == 0
    gets = (people.letters > 0)[:, None] & reachable[:, None] & turn & still
    gets &= sent > joined[:, None]
    parts = (
        ("email_delivered", gets, sent),
        ("email_opened", gets & opens, opened),
        ("email_clicked", gets & clicks, clicked),
        ("email_unsubscribed", gets & leaves, left),
    )
    names = codes(*(letter(each) for each in week.tolist()))
    rows, weeks = zip(*(np.nonzero(mask) for _, mask, _ in parts), strict=True)
    return Letters(
        Happenings(
            np.concatenate(rows),
            np.concatenate([times[mask] for _, mask, times in parts]),
            np.repeat([TYPES[name] for name, _, _ in parts], [len(row) for row in rows]),
            {"message": names[np.concatenate(weeks)]},
        ),
        rows[2],
        clicked[gets & clicks],
    )
