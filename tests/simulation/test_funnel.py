"""The funnel narrows by exactly those it says were lost, and all who entered are accounted for."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeys.document.format import loads
from journeys.samples import samples
from journeys.shop.shop import Shop
from journeys.simulation.compiler import compile_program
from journeys.simulation.dataset import Dataset
from journeys.simulation.funnel import (
    Share,
    Stage,
    biggest,
    endings,
    in_order,
    stages,
    turned_away,
)
from journeys.simulation.people import passing
from journeys.simulation.settings import Mode, RunSettings
from tests.oracle.generation import world
from tests.simulation.comparing import built
from tests.simulation.test_people import ALL, counts, finished

seeds = st.integers(0, 2**40)


@settings(max_examples=60)
@given(seed=seeds)
def test_each_stage_is_the_one_before_without_those_lost(seed: int) -> None:
    program, dataset = built(world(seed))
    result = counts(program, dataset)["journeys"]
    for journey in program.journeys:
        found = stages(journey, result[journey.id])
        assert found[0].count == result[journey.id]["entries"]
        assert not found[-1].losses
        for before, after in pairwise(found):
            assert before.count - before.lost == after.count
            assert all(loss.count > 0 for loss in before.losses)


@settings(max_examples=60)
@given(seed=seeds)
def test_everyone_who_entered_is_accounted_for(seed: int) -> None:
    program, dataset = built(world(seed))
    result = counts(program, dataset)["journeys"]
    for journey in program.journeys:
        of = result[journey.id]
        assert sum(end.count for end in endings(journey, of)) == of["entries"]
        refused = sum(sum(of["steps"][node.id]["refused"].values()) for node in journey.triggers)
        assert sum(share.count for share in turned_away(journey, of)) == refused


@settings(max_examples=15)
@given(seed=seeds)
def test_behind_every_count_that_can_be_asked_for_there_is_somebody(seed: int) -> None:
    program, dataset = built(world(seed))
    journey = program.journeys[0]
    of = counts(program, dataset)["journeys"][journey.id]
    asked = [*endings(journey, of), *turned_away(journey, of)]
    asked += [loss for stage in stages(journey, of) for loss in stage.losses]
    for share in asked:
        if share.place is not None:
            found = finished(passing(program, dataset, *share.place, ALL, journey=journey.id))
            assert 0 < len(found) <= share.count


@settings(max_examples=30)
@given(seed=seeds)
def test_every_step_stands_in_order_once(seed: int) -> None:
    for journey in world(seed)[0]:
        order = [node.id for node in in_order(journey)]
        assert sorted(order) == sorted(node.id for node in journey.nodes)
        assert order[: len(journey.triggers)] == [node.id for node in journey.triggers]


@pytest.fixture(scope="module")
def shop() -> Dataset:
    return Shop(2_000, 3).dataset()


def of_sample(name: str, shop: Dataset) -> tuple[Stage, ...]:
    journey = loads(samples()[name])
    program = compile_program([journey], shop, RunSettings(mode=Mode.MIXED, seed=7))
    return stages(journey, counts(program, shop)["journeys"][journey.id])


def test_a_rescue_goes_from_entering_to_clicking(shop: Dataset) -> None:
    found = of_sample("shop_rescue", shop)
    assert [stage.title for stage in found] == [
        "Entered",
        "Came to a message",
        "Message sent",
        "Opened",
        "Clicked",
    ]
    assert [loss.words for loss in found[0].losses] == ["Has bought", "Gets nothing"]
    assert all(loss.is_avoidable for loss in found[1].losses)


def test_where_messages_go_round_only_the_finish_is_a_stage(shop: Dataset) -> None:
    found = of_sample("win_back", shop)
    assert [stage.title for stage in found] == ["Entered", "Came to a finish"]


def test_the_sentence_names_the_avoidable_loss_before_a_bigger_one() -> None:
    bought, consent = Share(900, "Has bought"), Share(20, "without consent", is_avoidable=True)
    found = (Stage("Entered", 1_000, (bought,)), Stage("Came to a message", 100, (consent,)))
    assert biggest((*found, Stage("Message sent", 80))) == (
        "Biggest loss to mend: 20 entries got no message, 20 without consent."
    )
    assert biggest((found[0], Stage("Came to a message", 100))) == (
        "Most go after 'Entered': 900 Has bought."
    )
    assert biggest((Stage("Entered", 5), Stage("Message sent", 5))) == "Nobody is lost on the way."
    assert biggest((Stage("Entered", 0), Stage("Message sent", 0))) == "Nobody entered."
