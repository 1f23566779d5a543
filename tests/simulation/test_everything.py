"""Engine, compiled and plain, and oracle are one on worlds of everything, cut or not; all is shown.

`python3 -m tests --long everything` prints what of all there is the worlds have shown.
"""

import sys
from itertools import product

import pytest

from journeys.conditions.comparison import TEXTUAL
from journeys.document.kinds import kinds
from tests.oracle.by_hand import worlds_by_hand
from tests.oracle.coverage import HELD, Item, all_items
from tests.oracle.covered import covered, share, table
from tests.oracle.everything import everything_world
from tests.oracle.made_words import World
from tests.oracle.run import run
from tests.proofs import long_run
from tests.simulation.comparing import built, cut_anywhere, plain, spoken, stories

IN_FULL = long_run("everything")
WORLDS, JOURNEYS, SHARE = (3_000, 5_000, 0.95) if IN_FULL else (60, 60, 0.75)


def fate(made: World, seed: int) -> set[Item]:
    """Hold both forms of the engine against the oracle, and return what the world has shown."""
    outcome = run(*made)
    told = {one: [spoken(row) for row in rows] for one, rows in outcome.rows.items()}
    program, dataset = built(made)
    assert stories(program, dataset, plain(program, dataset)) == told, f"seed {seed}, plain"
    cut_anywhere(made, told, seed)
    return covered(made, (row for rows in outcome.rows.values() for row in rows))


def by_hand() -> set[Item]:
    """Return what the worlds made by hand have shown, in which the same holds."""
    return set().union(*(fate(made, seed) for seed, made in enumerate(worlds_by_hand())))


def test_worlds_made_by_hand_meet_one_fate_and_show_what_chance_hardly_does() -> None:
    """R200, R203, R208, R223, R226 to R228: parts of texts; too many updates; starts refused."""
    textual = product(("behaviour", "context", "entry", "attribute"), TEXTUAL, HELD)
    asked = {("question", kind, operator.value, held) for kind, operator, held in textual}
    starts = (kind for kind, made in kinds().items() if made.is_trigger)
    paused = {("reason at", kind, "refused_paused") for kind in starts}
    more = {("reason", reason) for reason in ("too_many_updates", "refused_too_old", "missed")}
    assert by_hand() >= asked | paused | more


@pytest.mark.long("everything")
def test_worlds_of_everything_meet_one_fate_and_show_nearly_all_there_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """R1 to R228: every decision, in both forms, cut at random instants and not."""
    shown: set[Item] = set()
    journeys = 0
    for seed in range(WORLDS):
        made = everything_world(seed)
        shown |= fate(made, seed)
        journeys += len(made[0])
    if IN_FULL:
        with capsys.disabled():
            lines = (f"{WORLDS} worlds, {journeys} journeys", *table(shown))
            sys.stdout.write("".join(f"\n{line}" for line in lines))
    assert journeys >= JOURNEYS
    assert share(shown) >= SHARE, "\n".join(table(shown))
    assert not IN_FULL or all_items() - shown - by_hand() == set()
