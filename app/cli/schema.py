"""Print the JSON Schema of a journey's file, for editors and other programs to check with."""

import argparse
import sys
from pathlib import Path

from app.cli.options import FINE
from app.cli.output import STDOUT, put
from journeys.document.schema import schema_dumps

NAME = "schema"
HELP = "print the JSON Schema of a journey's file"
EXAMPLES = """\
examples:
  python3 -m app schema
  python3 -m app schema journey.schema.json"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add what can be said after `schema`."""
    parser.add_argument(
        "out", nargs="?", type=Path, default=STDOUT, metavar="OUT", help="a file to write it into"
    )
    parser.add_argument("--json", action="store_true", help="nothing else: a schema is JSON anyway")


def run(given: argparse.Namespace) -> int:
    """Print the schema, or write it into a file."""
    put(schema_dumps(), given.out)
    if given.out != STDOUT:
        sys.stdout.write(f"The schema stands in {given.out}.\n")
    return FINE
