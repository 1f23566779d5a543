"""Write a journey of a workspace into a file, to keep it elsewhere or to give it away.

The file of a journey that was imported has the same bytes again.
"""

import argparse
from pathlib import Path

from app import wiring
from app.cli.options import FINE
from app.cli.output import STDOUT, put, put_json
from app.cli.text import show

NAME = "export"
HELP = "write a journey of a workspace into a file"
EXAMPLES = """\
examples:
  python3 -m app export shop_rescue --workspace shop rescue.json
  python3 -m app export shop_rescue --workspace shop -          (to stdout)"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add what can be said after `export`."""
    parser.add_argument("journey", metavar="JOURNEY", help="the journey's id in the workspace")
    parser.add_argument("out", type=Path, metavar="OUT", help="the file to write; - is stdout")
    parser.add_argument(
        "--workspace", type=Path, required=True, metavar="W", help="the workspace's folder"
    )
    parser.add_argument("--json", action="store_true", help="say in JSON what was written")


def run(given: argparse.Namespace) -> int:
    """Write the journey's file."""
    with wiring.workspace(given.workspace) as workspace:
        saved = workspace.journeys.get(given.journey)
    put(saved.document, given.out)
    if given.out == STDOUT:
        return FINE
    if given.json:
        put_json({"journey": saved.id, "content": saved.content_id, "file": str(given.out)})
    else:
        show(
            f"{saved.title or saved.id} stands in {given.out}.",
            f"Next: `python3 -m app check {given.out}` looks whether it can run.",
        )
    return FINE
