"""What the lineage calls guaranteed is there for everyone whom the engine brings to the step."""

from collections import Counter
from collections.abc import Callable

import pytest

from journeys.context.lineage import Lineage, Verdict
from journeys.context.naming import written
from journeys.context.origins import origins
from journeys.context.past import Past, seen
from journeys.context.story import arrivals, known
from journeys.program.roles import roles
from journeys.simulation.compiler import compile_program
from journeys.simulation.encoding import encode
from journeys.simulation.story import Story, stories, story
from journeys.simulation.trace import trace
from tests.oracle.generation import world


@pytest.mark.long("lineage")
def test_no_customer_misses_what_is_guaranteed_and_none_has_what_is_impossible(
    long_run: Callable[[str], bool],
) -> None:
    met: Counter[Verdict] = Counter()
    lacking = 0
    for seed in range(3_000 if long_run("lineage") else 60):
        drawn, people, settings = world(seed)
        dataset = encode(people)
        program = compile_program(drawn, dataset, settings)
        by_id = {journey.id: journey for journey in drawn}
        of = {journey.id: (origins(journey, dataset.vocabulary), journey) for journey in drawn}
        lineages = {name: (Lineage(each, known), known) for name, (known, each) in of.items()}
        parts = roles(dataset.vocabulary)
        for told in stories(program, dataset, 0, dataset.customers):
            past = Past(dataset, told)
            for arrival in arrivals(by_id, told):
                telling = arrival.telling
                assert telling.node is not None
                there = known(arrival, past, parts, by_id[telling.journey])
                lineage, names = lineages[telling.journey]
                for name in names:
                    verdict = lineage.verdict(telling.node, name)
                    is_there = seen(there, written(name)) is not None
                    met[verdict] += 1
                    lacking += verdict is Verdict.POSSIBLE and not is_there
                    where = (seed, told.customer, telling, name)
                    assert is_there or verdict is not Verdict.GUARANTEED, where
                    assert not is_there or verdict is not Verdict.IMPOSSIBLE, where
    assert min(met[verdict] for verdict in Verdict) > 100, met
    assert lacking > 100


def same(told: Story) -> tuple[object, ...]:
    return (told.customer, told.tellings, told.seen)


@pytest.mark.parametrize("seed", range(30))
def test_a_story_decides_like_a_trace_and_is_the_same_compiled_and_plain(seed: int) -> None:
    drawn, people, settings = world(seed)
    dataset = encode(people)
    program = compile_program(drawn, dataset, settings)
    compiled = {told.customer: told for told in stories(program, dataset, 0, dataset.customers)}
    for customer in range(dataset.customers):
        plain = story(program, dataset, customer)
        assert same(compiled.get(customer, plain)) == same(plain)
        alone = [
            (each.time, each.entry, each.node, each.reason, each.operands)
            for each in trace(program, dataset, customer)
        ]
        assert alone == [
            (each.time, each.entry, each.node, each.reason, each.operands)
            for each in plain.tellings
        ]
