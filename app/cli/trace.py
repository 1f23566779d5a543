"""Explain what happens to single customers, decision by decision, each with its reason.

The journeys and the data are named as for `simulate`, and what is told is what is counted
there.
"""

import argparse

from app import wiring
from app.cli import sources
from app.cli.options import FINE, PROBLEMS, add_data, add_journeys, add_json
from app.cli.output import put_json
from app.cli.runs import add_run
from app.cli.story import plain, story
from app.cli.text import show, tell
from app.cli.wrong import tell_errors

NAME = "trace"
HELP = "explain what happens to one customer, and why"
EXAMPLES = """\
examples:
  python3 -m app trace rescue.json --events events.csv --customer user_0042
  python3 -m app trace rescue.json --events events.csv --customer user_0042 user_0107 --json
  python3 -m app trace rescue.json --events events.csv --customer user_0042 --render
  python3 -m app trace --all --workspace shop --customer user_0042

With --render, what each message says to the customer is shown, with where its values come from.

Exit codes: 0 fine, 1 a journey has problems, a message could not be written, or rows of a file
could not be read, 2 it cannot be done."""


def add(parser: argparse.ArgumentParser) -> None:
    """Add what can be said after `trace`."""
    add_journeys(parser)
    parser.add_argument(
        "--customer",
        nargs="+",
        action="extend",
        required=True,
        metavar="ID",
        help="whose stories to tell",
    )
    add_data(parser)
    add_run(parser)
    parser.add_argument(
        "--render", action="store_true", help="show the words of each message that is sent"
    )
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    """Tell the stories of the customers named."""
    from app.delivery.renderer import Renderer
    from app.delivery.worded import Worded, worded
    from journeys.simulation.explain import explain
    from journeys.simulation.known import Known
    from journeys.simulation.trace import trace

    with sources.opened(given.workspace) as workspace:
        journeys = sources.journeys_of(given, workspace)
        if tell_errors(journeys, given.journeys, workspace):
            return PROBLEMS
        found = sources.gathered(given, workspace, journeys)
    dataset = found.dataset
    places = {customer: dataset.place(customer) for customer in given.customer}
    program = wiring.compiled(journeys, dataset, found.settings)
    known = Known(dataset, found.settings)
    clocks = {customer: known.person(customer).clock for customer in places}
    told = {
        customer: explain(program, trace(program, dataset, place), clocks[customer])
        for customer, place in places.items()
    }
    words: dict[str, dict[int, Worded]] = {customer: {} for customer in told}
    if given.render:
        with Renderer(1) as renderer:
            for customer, place in places.items():
                words[customer] = worded(program, dataset, place, renderer, clocks[customer])
            if renderer.weakness:
                tell(renderer.weakness)
    titles = {journey.id: journey.name for journey in journeys}
    if given.json:
        put_json(
            {
                "customers": [
                    plain(each, one, clocks[each], words[each]) for each, one in told.items()
                ]
            }
        )
    else:
        for customer, one in told.items():
            show(*story(customer, one, clocks[customer], titles, words[customer]), "")
    has_fault = any(one.is_fault for each in words.values() for one in each.values())
    return PROBLEMS if found.rejected or has_fault else FINE
