"""Engine, compiled and plain, and oracle are one on worlds of everything, cut or not; all is shown.

`python3 -m tests --long everything` prints what of all there is the worlds have shown.
"""

import sys

import pytest

from tests.oracle.coverage import Item
from tests.oracle.covered import covered, share, table
from tests.oracle.everything import everything_world
from tests.oracle.run import run
from tests.proofs import long_run
from tests.simulation.comparing import built, cut_anywhere, plain, spoken, stories

IN_FULL = long_run("everything")
WORLDS, JOURNEYS, SHARE = (3_000, 5_000, 0.95) if IN_FULL else (40, 60, 0.75)


@pytest.mark.long("everything")
def test_worlds_of_everything_meet_one_fate_and_show_nearly_all_there_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """R1 to R225: every decision, in both forms, cut at random instants and not."""
    shown: set[Item] = set()
    journeys = 0
    for seed in range(WORLDS):
        made = everything_world(seed)
        outcome = run(*made)
        told = {one: [spoken(row) for row in rows] for one, rows in outcome.rows.items()}
        program, dataset = built(made)
        assert stories(program, dataset, plain(program, dataset)) == told, f"seed {seed}, plain"
        cut_anywhere(made, told, seed)
        shown |= covered(made, (row for rows in outcome.rows.values() for row in rows))
        journeys += len(made[0])
    if IN_FULL:
        with capsys.disabled():
            lines = (f"{WORLDS} worlds, {journeys} journeys", *table(shown))
            sys.stdout.write("".join(f"\n{line}" for line in lines))
    assert journeys >= JOURNEYS
    assert share(shown) >= SHARE, "\n".join(table(shown))
