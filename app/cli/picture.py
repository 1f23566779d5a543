"""Draw a journey as a picture, as it looks on the canvas.

Where data is named, the journey runs on it and its counts stand in the picture.
"""

import argparse
from pathlib import Path

from app import wiring
from app.cli import sources
from app.cli.bar import drive
from app.cli.options import FINE, PROBLEMS, add_beside, add_data
from app.cli.output import put_json
from app.cli.painting import OF_THE_SHOP, Counted, paint
from app.cli.runs import add_run
from app.cli.text import show, tell
from app.cli.wrong import tell_errors
from journeys.errors import ThroughlineError

NAME = "picture"
HELP = "draw a journey as a picture, with its name above"
ENDINGS = (".png", ".svg", ".pdf")
EXAMPLES = """\
examples:
  python3 -m app picture shop_rescue rescue.png
  python3 -m app picture rescue.json rescue.svg --theme dark
  python3 -m app picture rescue.json rescue.pdf --events events.csv

Where the system lacks what Qt needs to paint, the line that installs it is named, and nothing
is written. Exit codes: 0 fine, 1 the journey has problems, so that it is drawn without counts, or
rows of a file could not be read, 2 it cannot be done."""


def add(parser: argparse.ArgumentParser) -> None:
    """Add what can be said after `picture`."""
    parser.add_argument(
        "journey", metavar="JOURNEY", help="a file, an id in the workspace, a sample"
    )
    parser.add_argument("out", type=Path, metavar="OUT", help="the picture: .png, .svg or .pdf")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    add_beside(parser)
    add_data(parser)
    add_run(parser)
    parser.add_argument("--json", action="store_true", help="say in JSON what was written")


def run(given: argparse.Namespace) -> int:
    """Draw the journey, or say what is missing for it."""
    if given.out.suffix.lower() not in ENDINGS:
        raise ThroughlineError(
            f"{given.out.name!r} is no name of a picture.", "End it in .png, .svg or .pdf."
        )
    with sources.opened(given.workspace) as workspace:
        journey = sources.one(given.journey, workspace)
        there = sources.beside(journey, workspace)
        has_data = sources.has_data(given, workspace)
        named = sources.named(given.beside, workspace)
        journeys = (journey, *named)
        has_errors = has_data and tell_errors(journeys, [given.journey], workspace)
        found = None
        if has_data and not has_errors:
            found = sources.gathered(given, workspace, journeys)
    counted = _counted(given, found) if found is not None else None
    known = (*named, *there) if there is not None else named or None
    missing = paint(journey, given.out, given.theme, counted, there=known)
    if missing:
        tell(*missing)
    if given.json:
        drawn = None if missing else str(given.out)
        put_json({"journey": journey.id, "picture": drawn, "missing": " ".join(missing) or None})
    elif not missing:
        show(f"The picture of {journey.name!r} stands in {given.out}.")
    is_lacking = has_errors or (found is not None and found.rejected)
    return PROBLEMS if is_lacking else FINE


def _counted(given: argparse.Namespace, found: sources.Sources) -> Counted:
    ran = drive(wiring.running(found.journeys, found.dataset, found.settings))
    if given.events is not None:
        return Counted(ran.result, f"of {', '.join(path.name for path in given.events)}")
    if given.shop is not None:
        return Counted(ran.result, OF_THE_SHOP)
    return Counted(ran.result, f"of {given.workspace.name}")
