"""In made-up worlds: what was sent can be rendered, and from what it uses alone as from all."""

from collections import Counter
from itertools import chain

from app.delivery.due import due_in
from app.delivery.message import Failed, Job, Outcome, Reason
from app.delivery.renderer import Renderer
from journeys.content.chain import SOME
from journeys.content.reading import read
from journeys.context.past import Past
from journeys.context.story import known
from journeys.program.roles import roles
from journeys.simulation.compiler import compile_program
from journeys.simulation.encoding import encode
from journeys.simulation.story import stories
from tests.oracle.crowding import crowded_world
from tests.oracle.generation import world


def is_looked_up(path: str, job: Job) -> bool:
    """Say whether a variable is of an entry that is known only while rendering (R177)."""
    needed = [each for part in job.template.parts for each in read(part.source, part.sort).needed]
    owners = [each.partition(SOME)[0] for each in needed if SOME in each]
    return (path not in needed and any(path.startswith(owner) for owner in owners)) or SOME in path


def test_what_is_sent_lacks_nothing_and_needs_no_more_than_it_uses_r172_r177(
    renderer: Renderer,
) -> None:
    pairs: list[tuple[Job, Job]] = []
    where: list[object] = []
    for drawn, people, settings in (*map(world, range(1, 400, 2)), crowded_world(1)):
        dataset = encode(people)
        program = compile_program(drawn, dataset, settings)
        by_id, parts = {journey.id: journey for journey in drawn}, roles(dataset.vocabulary)
        for told in stories(program, dataset, 0, dataset.customers):
            past = Past(dataset, told)
            for due in due_in(program, dataset, told):
                telling = due.arrival.telling
                everything = known(due.arrival, past, parts, by_id[telling.journey])
                pairs.append((due.job, Job(due.job.template, everything, due.zone.name)))
                where.append((settings.seed, telling))
    outcomes: list[Outcome] = []
    for _ in renderer.batch(chain.from_iterable(pairs), 2 * len(pairs), outcomes.append):
        pass
    met: Counter[str] = Counter()
    made = zip(pairs, outcomes[::2], outcomes[1::2], where, strict=True)
    for (job, _), used, whole, at in made:
        assert used == whole, at
        met[used.reason if isinstance(used, Failed) else "rendered"] += 1
        if isinstance(used, Failed):
            assert used.reason in (Reason.MISSING, Reason.UNFIT), (at, used)
            assert used.reason is Reason.UNFIT or is_looked_up(used.path, job), (at, used)
    assert met["rendered"] > 300, met
    assert min(met[Reason.MISSING], met[Reason.UNFIT]) > 3, met
