"""A block of a thousand customers of the made-up shop, with everything that happened to them."""

import numpy as np

from journeys.hashing import signed, stable_hash
from journeys.program.vocabulary import Vocabulary
from journeys.shop.carts import made_carts
from journeys.shop.draws import Draws
from journeys.shop.happenings import in_order
from journeys.shop.letters import made_letters
from journeys.shop.lives import made_lives
from journeys.shop.people import People, made_people
from journeys.shop.returns import made_returns
from journeys.shop.sessions import joined, made_sessions, made_starts
from journeys.shop.visits import made_visits
from journeys.shop.words import COLUMNS, EVENTS, KNOWN, TEXTS
from journeys.simulation.dataset import Dataset, EventColumns, Int64, assemble

SIZE = 1_000


def made_block(seed: int, block: int) -> Dataset:
    """Return the customers [1,000 x block, 1,000 x block + 1,000) of a seed as a data set."""
    numbers = np.arange(block * SIZE, block * SIZE + SIZE, dtype=np.int64)
    people = made_people(Draws(seed, block, "people"), numbers)
    draws = Draws(seed, block, "sessions")
    starts = made_starts(draws, people)
    since = joined(people, starts)
    letters = made_letters(Draws(seed, block, "letters"), people, since)
    sessions = made_sessions(draws, people, starts, letters)
    carts = made_carts(Draws(seed, block, "carts"), people, sessions)
    visits = made_visits(Draws(seed, block, "visits"), people, sessions, carts, since)
    unpaid = np.flatnonzero((carts.lines > 0) & (carts.pays == 0))
    later = made_returns(Draws(seed, block, "returns"), people, sessions, visits, unpaid)
    events = in_order([visits, later, letters.happenings])
    lives = made_lives(people, events)
    narrow = [column.name for column in COLUMNS if column.is_narrow]
    wide = [column.name for column in COLUMNS if not column.is_narrow]
    return assemble(
        vocabulary=Vocabulary(tuple(EVENTS), COLUMNS, KNOWN, TEXTS + people.texts),
        ids=people.ids,
        customer_hash=np.array([signed(stable_hash(name)) for name in people.ids], np.int64),
        attributes=lives.attributes,
        events=EventColumns(
            customer=events.customer,
            time=events.time,
            type=events.type.astype(np.int32),
            narrow=np.stack([events.of(name) for name in narrow]).astype(np.int32),
            wide=np.stack([events.of(name) for name in wide]),
            hash=_hashes(people, events.customer),
            raw=np.arange(len(events.time), dtype=np.int64),
        ),
        changes=lives.changes,
    )


def event_id(customer: str, ordinal: int) -> str:
    """Return the id of a customer's event; `ordinal` counts their events from 0."""
    return f"{customer}-{ordinal + 1}"


def _hashes(people: People, customer: Int64) -> Int64:
    counts = np.bincount(customer, minlength=len(people.ids)).tolist()
    return np.array(
        [
            signed(stable_hash(event_id(name, ordinal)))
            for name, count in zip(people.ids, counts, strict=True)
            for ordinal in range(count)
        ],
        np.int64,
    )
