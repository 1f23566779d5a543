"""Look whether journeys can run: what is wrong, where, and what would mend it.

An error keeps a journey from running; a warning is worth a look. Beside data, events or those of a
workspace, it is also said where a message or a condition asks for what is not there; an error may
then say that a message reaches nobody.
"""

import argparse

from app.cli import sources
from app.cli.options import FINE, PROBLEMS, add_data, add_journeys, add_json
from app.cli.output import put_json
from app.cli.text import show
from app.cli.wrong import lines, missing, summed_up
from journeys.context.unsafe import found_beside
from journeys.document.problems import Severity
from journeys.simulation.lacking import with_facts
from journeys.values import Json

NAME = "check"
HELP = "say what is wrong with a journey"
EXAMPLES = """\
examples:
  python3 -m app check rescue.json
  python3 -m app check rescue.json welcome.json --json
  python3 -m app check rescue --workspace shop
  python3 -m app check rescue.json --events events.csv

Exit codes: 0 it can run, 1 there are errors, 2 it cannot be read."""


def add(parser: argparse.ArgumentParser) -> None:
    """Add what can be said after `check`."""
    add_journeys(parser, "+")
    add_data(parser)
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    """Show the problems of each journey, beside the others named."""
    with sources.opened(given.workspace) as workspace:
        journeys = sources.journeys_of(given, workspace)
        has_data = sources.has_data(given, workspace)
        dataset = sources.data(given, workspace).dataset if has_data else None
    vocabulary = with_facts(dataset) if dataset is not None else None
    is_wrong = False
    plain: dict[str, Json] = {}
    for place, (name, journey) in enumerate(zip(given.journeys, journeys, strict=False)):
        others = (*journeys[:place], *journeys[place + 1 :])
        found = found_beside(vocabulary, journey, others)
        is_wrong |= any(problem.severity is Severity.ERROR for problem in found)
        plain[name] = [dict(problem.plain()) for problem in found]
        if not given.json:
            show(f"{journey.name}: {summed_up(found)}")
            for problem in found:
                show(*lines(journey, problem))
    if given.json:
        put_json({"problems": plain})
        return PROBLEMS if is_wrong else FINE
    show(*missing(journeys, given.journeys, workspace))
    if not is_wrong:
        show(f"Next: `python3 -m app simulate {given.journeys[0]} --shop 1000` runs it.")
    return PROBLEMS if is_wrong else FINE
