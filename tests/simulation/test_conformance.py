"""The engine says what the oracle says: path by path, reason by reason, operand by operand."""

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracle.crowding import crowded_world
from tests.oracle.flipping import flipping_world
from tests.oracle.generation import world
from tests.oracle.lateness import late_world
from tests.oracle.made_asking import asking_world
from tests.oracle.moving import moving_world
from tests.oracle.patience import patient_world
from tests.oracle.pausing import pausing_world
from tests.oracle.run import run
from tests.proofs import long_run
from tests.simulation.comparing import (
    World,
    built,
    compiled,
    counted,
    cut_anywhere,
    cut_story,
    expected,
    implied,
    plain,
    stories,
)

WORLDS = 3_000 if long_run("conformance") else 250
CROWDS = 3_000 if long_run("crowded") else 60
PATIENCE = 3_000 if long_run("patience") else 120
MOVES = 3_000 if long_run("moves") else 120
ASKED = 3_000 if long_run("asked") else 60
LATE = 3_000 if long_run("late") else 60
CUTS = 3_000 if long_run("cuts") else 120

seeds = st.integers(0, 2**40)


@pytest.mark.long("conformance")
@settings(max_examples=WORLDS)
@given(seed=seeds)
def test_compiled_and_plain_kernel_and_oracle_tell_the_same_story(seed: int) -> None:
    """R1 to R133: every decision about every customer of made-up worlds, in both forms."""
    made = world(seed)
    program, dataset = built(made)
    told = expected(made)
    assert stories(program, dataset, plain(program, dataset)) == told
    assert stories(program, dataset, compiled(program, dataset)) == told


@pytest.mark.long("conformance")
@settings(max_examples=WORLDS)
@given(seed=seeds)
def test_counts_are_those_the_stories_imply(seed: int) -> None:
    """What is counted a step, a rule, an arm follows from what was decided."""
    counts_follow(world(seed))


@pytest.mark.long("moves")
@settings(max_examples=MOVES)
@given(seed=seeds)
def test_counts_of_moves_are_those_the_stories_imply(seed: int) -> None:
    """The same where profiles change, and journeys lead into each other."""
    counts_follow(moving_world(seed))


def counts_follow(made: World) -> None:
    """Run a world, and hold the counts against its stories."""
    program, dataset = built(made)
    machine = compiled(program, dataset)
    rows = [row for story in stories(program, dataset, machine).values() for row in story]
    counts = counted(program, machine.tally)
    for owner, count in implied(rows).items():
        assert counts.get(owner, 0) == count, owner
    for journey in program.journeys:
        mine = {owner[2]: n for owner, n in counts.items() if owner[:2] == ("journey", journey.id)}
        ends = (
            *("finished", "path_ended", "restarted", "too_many", "stopped", "waiting"),
            *("jumped", "too_many_jumps", "too_many_updates"),
        )
        left = sum(
            n
            for owner, n in counts.items()
            if owner[0] in ("goal", "exit") and owner[1] == journey.id and owner[3] == "left"
        )
        assert mine.get("entries", 0) == sum(mine.get(name, 0) for name in ends) + left
        for node in journey.nodes:
            of = {o[3]: n for o, n in counts.items() if o[:3] == ("node", journey.id, node.id)}
            through = sum(n for name, n in of.items() if name.startswith("port:"))
            assert of.get("reached", 0) == of.get("waiting", 0) + of.get("left", 0) + through


@pytest.mark.long("asked")
@settings(max_examples=ASKED)
@given(seed=seeds)
def test_questions_of_every_kind_are_answered_alike(seed: int) -> None:
    """R25 to R35, R200 to R210: sixteen questions an entry, each with what was found; cut, too."""
    same_fate(asking_world(seed), seed)


@pytest.mark.long("crowded")
@settings(max_examples=CROWDS)
@given(seed=seeds)
def test_crowds_of_entries_at_one_second_meet_the_same_fate(seed: int) -> None:
    """Like journeys, many keys, deep conditions, extreme values: the oracle's story, cut or not."""
    same_fate(crowded_world(seed), seed)


@pytest.mark.long("patience")
@settings(max_examples=PATIENCE)
@given(seed=seeds)
def test_who_waits_for_much_meets_the_same_fate(seed: int) -> None:
    """R21 to R24, R211 to R216: journeys of waits, conditions that age: the same story, cut too."""
    same_fate(patient_world(seed), seed)


@pytest.mark.long("moves")
@settings(max_examples=MOVES)
@given(seed=seeds)
def test_who_is_changed_and_sent_on_meets_the_same_fate(seed: int) -> None:
    """R38, R217 to R225: what steps change and where they lead to: the same story, cut too."""
    made = moving_world(seed)
    program, dataset = built(made)
    assert stories(program, dataset, plain(program, dataset)) == expected(made)
    same_fate(made, seed)


@pytest.mark.long("late")
@settings(max_examples=LATE)
@given(seed=seeds)
def test_what_is_handed_over_late_meets_the_same_fate(seed: int) -> None:
    """R227: worlds of the other kinds whose rows come late: the same story, cut too."""
    same_fate(late_world(seed), seed)


@settings(max_examples=60)
@given(seed=seeds)
def test_who_is_paused_meets_the_same_fate(seed: int) -> None:
    """R226: worlds of the other kinds in which journeys pause: the same story, cut too."""
    same_fate(pausing_world(seed), seed)


def test_who_would_be_updated_without_end_leaves_alike_r223() -> None:
    """Two starts lead into each other at one instant, until there are too many updates."""
    made = flipping_world()
    reasons = [row[4] for rows in expected(made).values() for row in rows]
    # At each of two instants, and once more: who was stopped had changed something before.
    assert reasons.count("too_many_updates") == 4
    same_fate(made, 0)


def same_fate(made: World, seed: int) -> None:
    """Run a world whole, and cut at three instants: both are what the oracle says."""
    cut_anywhere(made, expected(made), seed)


@settings(max_examples=80)
@given(seed=seeds)
def test_results_of_experiments_are_those_of_the_oracle_r126(seed: int) -> None:
    """Exposed, converted and censored units, customer by customer."""
    journeys, population, chosen = world(seed)
    program, dataset = built((journeys, population, chosen))
    machine = compiled(program, dataset)
    stories(program, dataset, machine)
    wanted: Counter[tuple[str, ...]] = Counter()
    outcome = run(journeys, population, chosen)
    for customer in population.customers:
        alone = type(population)(
            columns=population.columns,
            attributes=population.attributes,
            customers=(customer,),
            events=tuple(event for event in population.events if event.customer == customer.id),
            changes=tuple(each for each in population.changes if each.customer == customer.id),
        )
        span = type(chosen)(
            mode=chosen.mode,
            seed=chosen.seed,
            start=outcome.start,
            end=outcome.end,
            zone=chosen.zone,
            zone_rule=chosen.zone_rule,
            responses=chosen.responses,
        )
        for (experiment, _), unit in run(journeys, alone, span).units.items():
            arm = ("arm", experiment, unit.arm)
            wanted[*arm, "exposed"] += 1
            wanted[*arm, "converted"] += unit.converted
            wanted[*arm, "censored"] += unit.censored
            wanted[*arm, "converted_censored"] += unit.converted and unit.censored
    arms = {o: n for o, n in counted(program, machine.tally).items() if o[0] == "arm"}
    assert arms == {owner: count for owner, count in wanted.items() if count}


@pytest.mark.long("cuts")
@settings(max_examples=CUTS)
@given(seed=seeds)
def test_a_run_cut_anywhere_is_the_same_run(seed: int) -> None:
    """Cut at random instants, each state stored, moved, and gone on from: the same bits."""
    program, dataset = built(world(seed))
    whole = compiled(program, dataset)
    told = stories(program, dataset, whole)
    cut = compiled(program, dataset)
    chance = random.Random(seed)
    for place, customer in enumerate(dataset.ids):
        instants = sorted(
            chance.randint(program.start - 5, program.end) for _ in range(chance.randint(1, 6))
        )
        assert cut_story(cut, program, place, instants) == told[customer]
    assert cut.tally.tolist() == whole.tally.tolist()
