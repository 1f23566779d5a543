"""Cases of sending worked by hand: engine plain and compiled, whole and cut, say the same."""

from journeys.document.journey import Journey
from journeys.people.population import Content, Population
from journeys.simulation.settings import RunSettings
from tests.simulation.comparing import built, compiled, cut_story, plain, stories


def sent(
    journeys: Journey | tuple[Journey, ...],
    population: Population,
    *reasons: str,
    settings: RunSettings | None = None,
) -> list[tuple[Content, ...]]:
    """Return (instant, step, reason, operands...) of what is decided about the first customer.

    Without reasons it is all. The plain and the compiled form, and a run that is packed away at
    every instant at which anything is decided, and right before and after it, must agree.
    """
    some = (journeys,) if isinstance(journeys, Journey) else journeys
    program, dataset = built((some, population, settings or RunSettings()))
    found = stories(program, dataset, plain(program, dataset))
    machine = compiled(program, dataset)
    assert stories(program, dataset, machine) == found
    for shift in (-1, 0, 1):
        cut = compiled(program, dataset)
        for place, customer in enumerate(dataset.ids):
            decided = {row[0] + shift for row in found[customer]}
            instants = sorted(time for time in decided if time < program.end)
            assert cut_story(cut, program, place, instants) == found[customer]
        assert cut.tally.tolist() == machine.tally.tolist()
    return [
        (time, node, reason, *operands)
        for time, _, _, node, reason, operands in found[population.customers[0].id]
        if not reasons or reason in reasons
    ]
