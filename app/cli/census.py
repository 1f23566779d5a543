"""Go through every message of a run for every customer: what it says, and what is amiss with it.

The journeys and the data are named as for `simulate`. Nothing is sent.
"""

import argparse

from app import wiring
from app.cli import sources
from app.cli.bar import drive
from app.cli.counted import counted
from app.cli.options import FINE, PROBLEMS, add_data, add_journeys, add_json_out
from app.cli.output import STDOUT, put_json, refuse_overwriting
from app.cli.runs import add_run
from app.cli.text import show
from app.cli.wrong import tell_errors

NAME = "census"
HELP = "go through what messages say to everyone"
EXAMPLES = """\
examples:
  python3 -m app census rescue.json --events events.csv
  python3 -m app census rescue.json --events events.csv --mode mixed --json census.json
  python3 -m app census --all --workspace shop

Exit codes: 0 fine, 1 a journey has problems, messages could not be written, or rows of a file
could not be read, 2 it cannot be done."""


def add(parser: argparse.ArgumentParser) -> None:
    """Add what can be said after `census`."""
    add_journeys(parser)
    add_data(parser)
    add_run(parser)
    add_json_out(parser)


def run(given: argparse.Namespace) -> int:
    """Render the messages and show what they say."""
    refuse_overwriting(given)
    with sources.opened(given.workspace) as workspace:
        journeys = sources.journeys_of(given, workspace)
        if tell_errors(journeys, given.journeys, workspace):
            return PROBLEMS
        found = sources.gathered(given, workspace, journeys)
    census = drive(wiring.taking_census(found.journeys, found.dataset, found.settings))
    if given.json is not None:
        put_json(census.plain(), given.json)
    if given.json != STDOUT:
        show(*counted(census, journeys))
        if given.json is not None:
            show("", f"All of it stands in {given.json}.")
    return PROBLEMS if found.rejected or census.faults else FINE
