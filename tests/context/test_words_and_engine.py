"""What the engine asks for before it sends is there, or missing, in the context as well (R177)."""

from collections import Counter

from journeys.content.message import Message
from journeys.context.past import Past, reached
from journeys.context.story import Arrival, arrivals, known
from journeys.document.journey import Journey
from journeys.program.paths import steps_of
from journeys.program.reasons import Reason
from journeys.program.roles import roles
from journeys.simulation.compiler import compile_program
from journeys.simulation.dataset import Dataset
from journeys.simulation.encoding import encode
from journeys.simulation.story import Story, stories
from tests.oracle.crowding import crowded_world
from tests.oracle.generation import world

PASSED = (Reason.SENT, Reason.FAILED)
ALWAYS = ("journey", "now")


def missing(dataset: Dataset, told: Story, arrival: Arrival, journey: Journey) -> str | None:
    """Return the first variable that the words of a message need and the context lacks."""
    there = known(arrival, Past(dataset, told), roles(dataset.vocabulary), journey)
    node = journey.node(arrival.telling.node or "")
    assert isinstance(node, Message)
    for path in node.needed:
        steps = steps_of(path) or ()
        if steps[0] not in ALWAYS and reached(there, steps) is None:
            return path
    return None


def test_r177_what_is_missing_by_the_engine_is_missing_in_the_context() -> None:
    met: Counter[str] = Counter()
    worlds = [*map(world, range(1, 400, 2)), *map(crowded_world, range(1, 40, 2))]
    for number, (drawn, people, settings) in enumerate(worlds):
        dataset = encode(people)
        program = compile_program(drawn, dataset, settings)
        by_id = {journey.id: journey for journey in drawn}
        for told in stories(program, dataset, 0, dataset.customers):
            for arrival in arrivals(by_id, told):
                reason = arrival.telling.reason
                if reason not in (Reason.WORDS_MISSING, *PASSED):
                    continue
                wanted = missing(dataset, told, arrival, by_id[arrival.telling.journey])
                is_missing = reason is Reason.WORDS_MISSING
                found = arrival.telling.operands[0] if is_missing else None
                assert found == wanted, (number, arrival.telling)
                met[str(wanted).partition(".")[0]] += 1
    families = ("customer", "event", "session", "before", "cart", "experiment", "None")
    assert min(met[family] for family in families) > 3, met
