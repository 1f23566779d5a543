"""What changes in the lives of the shop's customers: they sign up, come to stay, spend, leave."""

from dataclasses import dataclass

import numpy as np

from journeys.program.vocabulary import MISSING, MISSING_CODE
from journeys.shop.happenings import Happenings, ordinals
from journeys.shop.people import People
from journeys.shop.sessions import NUMBERED
from journeys.shop.words import COHORTS, KNOWN, PLACES, TIERS, TYPES, codes
from journeys.simulation.dataset import ChangeColumns, Int64

MONTHS = np.array(["2026-02", "2026-03", "2026-04"], "datetime64[M]")
THRESHOLDS = (15_000, 45_000)
LOYAL_AT = 2
AGAIN = 2
SAID = (
    "first_name", "consent.email", "consent.sms", "consent.push", "address.email", "address.sms",
    "address.push", "preferred_channel", "newsletter",
)  # fmt: skip
LEARNED = (*SAID, "tier", "user_lifecycle", "user_cohort", "signed_up")


@dataclass(frozen=True, slots=True)
class Lives:
    """What was known at first, int64[A, n], and the changes since."""

    attributes: Int64
    changes: ChangeColumns


def made_lives(people: People, events: Happenings) -> Lives:
    """Return what was known of the customers before, and how it changed.

    Who signs up within the ninety days is not known before; the sign-up carries what they say.
    """
    known = people.attributes.copy()
    joins = np.flatnonzero(people.joins == 1)
    for name in LEARNED:
        narrow = KNOWN[PLACES[name]].is_narrow
        known[PLACES[name], joins] = MISSING_CODE if narrow else MISSING
    for place, column in enumerate(KNOWN):
        if column.is_narrow:
            known[place] = np.maximum(known[place], MISSING_CODE)
    return Lives(
        known,
        _together(
            [
                *_signed_up(people, events),
                *_settled(people, events),
                *_left(events),
                *_promoted(people, events),
            ]
        ),
    )


def _signed_up(people: People, events: Happenings) -> list[ChangeColumns]:
    rows = np.flatnonzero(events.type == TYPES["signed_up"])
    customer, time = events.customer[rows], events.time[rows]
    month = np.datetime64(0, "s") + time.astype("timedelta64[s]")
    cohort = month.astype("datetime64[M]") - np.datetime64(COHORTS[0], "M")
    said = [(name, people.attributes[PLACES[name]][customer]) for name in SAID]
    said += [
        ("tier", np.full(len(rows), codes("bronze")[0])),
        ("user_lifecycle", np.full(len(rows), codes("new")[0])),
        ("user_cohort", codes(*COHORTS)[cohort.astype(np.int64)]),
        ("signed_up", time),
    ]
    return [_carried(name, events, rows[values >= 0], values[values >= 0]) for name, values in said]


def _settled(people: People, events: Happenings) -> list[ChangeColumns]:
    """Make new customers returning with their second session, and anyone loyal who pays thrice."""
    again = np.flatnonzero(
        (people.joins[events.customer] == 1) & (events.of("session_id") % NUMBERED == AGAIN)
    )
    again = again[ordinals(events.customer[again]) == 0]
    paid = np.flatnonzero(events.type == TYPES["purchase"])
    paid = paid[ordinals(events.customer[paid]) == LOYAL_AT]
    lifecycle = people.attributes[PLACES["user_lifecycle"]]
    already = (lifecycle == codes("loyal")[0]) & (people.joins == 0)
    paid = paid[~already[events.customer[paid]]]
    return [
        _carried("user_lifecycle", events, again, np.full(len(again), codes("returning")[0])),
        _carried("user_lifecycle", events, paid, np.full(len(paid), codes("loyal")[0])),
    ]


def _left(events: Happenings) -> list[ChangeColumns]:
    rows = np.flatnonzero(events.type == TYPES["email_unsubscribed"])
    return [_carried("consent.email", events, rows, np.zeros(len(rows), np.int64))]


def _promoted(people: People, events: Happenings) -> list[ChangeColumns]:
    """With each month, those who spent enough since the first day move up a tier, for good."""
    paid = events.type == TYPES["purchase"]
    customer, time = events.customer[paid], events.time[paid]
    amount = events.of("amount")[paid]
    tier, made = people.tier, []
    for month in MONTHS:
        instant = int(month.astype("datetime64[s]").astype(np.int64))
        spent = np.zeros(len(tier), np.int64)
        np.add.at(spent, customer[time < instant], amount[time < instant])
        reached = np.maximum(tier, np.searchsorted(np.array(THRESHOLDS), spent, side="right"))
        moved = np.flatnonzero(reached > tier)
        made.append(
            ChangeColumns(
                moved,
                np.full(len(moved), instant, np.int64),
                np.full(len(moved), -1, np.int64),
                np.full(len(moved), PLACES["tier"], np.int32),
                codes(*TIERS)[reached[moved]],
            )
        )
        tier = reached
    return made


def _carried(name: str, events: Happenings, rows: Int64, values: Int64) -> ChangeColumns:
    return ChangeColumns(
        events.customer[rows],
        events.time[rows],
        rows,
        np.full(len(rows), PLACES[name], np.int32),
        values.astype(np.int64),
    )


def _together(parts: list[ChangeColumns]) -> ChangeColumns:
    return ChangeColumns(
        np.concatenate([part.customer for part in parts]),
        np.concatenate([part.time for part in parts]),
        np.concatenate([part.event for part in parts]),
        np.concatenate([part.attribute for part in parts]),
        np.concatenate([part.value for part in parts]),
    )
