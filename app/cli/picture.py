"""Draw a journey as a picture, as it looks on the canvas."""

import argparse
from pathlib import Path

from app.cli import sources
from app.cli.options import FINE
from app.cli.output import put_json
from app.cli.painting import paint
from app.cli.text import show, tell
from journeys.errors import ThroughlineError

NAME = "picture"
HELP = "draw a journey as a picture, with its name above"
ENDINGS = (".png", ".svg", ".pdf")
EXAMPLES = """\
examples:
  python3 -m app picture shop_rescue rescue.png
  python3 -m app picture rescue.json rescue.svg --theme dark
  python3 -m app picture rescue.json rescue.pdf

Where the system lacks what Qt needs to paint, the line that installs it is named, and nothing
is written."""


def add(parser: argparse.ArgumentParser) -> None:
    """Add what can be said after `picture`."""
    parser.add_argument(
        "journey", metavar="JOURNEY", help="a file, an id in the workspace, a sample"
    )
    parser.add_argument("out", type=Path, metavar="OUT", help="the picture: .png, .svg or .pdf")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--workspace", type=Path, metavar="W", help="the workspace it is in")
    parser.add_argument("--json", action="store_true", help="say in JSON what was written")


def run(given: argparse.Namespace) -> int:
    """Draw the journey, or say what is missing for it."""
    if given.out.suffix.lower() not in ENDINGS:
        raise ThroughlineError(
            f"{given.out.name!r} is no name of a picture.", "End it in .png, .svg or .pdf."
        )
    with sources.opened(given.workspace) as workspace:
        journey = sources.one(given.journey, workspace)
    missing = paint(journey, given.out, given.theme)
    if missing:
        tell(*missing)
    if given.json:
        drawn = None if missing else str(given.out)
        put_json({"journey": journey.id, "picture": drawn, "missing": " ".join(missing) or None})
    elif not missing:
        show(f"The picture of {journey.name!r} stands in {given.out}.")
    return FINE
