"""The way a customer took is made of paths that the journey has, from a start to where they are."""

from hypothesis import given, settings
from hypothesis import strategies as st

from journeys.simulation.trace import trace
from journeys.simulation.walk import walk
from tests.oracle.generation import world
from tests.simulation.comparing import built

seeds = st.integers(0, 2**40)


@settings(max_examples=40)
@given(seed=seeds)
def test_a_way_runs_along_the_paths_of_the_journey(seed: int) -> None:
    program, dataset = built(world(seed))
    for place in range(dataset.customers):
        tellings = trace(program, dataset, place)
        for journey in program.journeys:
            found = walk(journey, tellings)
            mine = [each for each in tellings if each.journey == journey.id and each.entry]
            assert set(found.steps) == {each.node for each in mine if each.node}
            assert found.paths <= {edge.order for edge in journey.edges}
            starts = {node.id for node in journey.triggers}
            come_to = {target for _, _, target in found.paths}
            assert set(found.steps) - starts <= come_to
