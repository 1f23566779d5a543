"""The options that several commands share: which journeys, which data, which customers."""

import argparse
import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from app.cli.output import STDOUT
from app.cli.runs import whole
from journeys.errors import ThroughlineError

FINE, PROBLEMS, CANNOT, STOPPED = 0, 1, 2, 130
SHOPPERS = 10_000_000
CUSTOMERS = "customers."


class Parser(argparse.ArgumentParser):
    """Reads arguments, and says in plain words what is wrong with them."""

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong and where to look, and end with exit code 2."""
        said = f"{message[:1].upper()}{message[1:]}".rstrip(".")
        self.exit(CANNOT, f"{said}.\n`{self.prog} --help` shows how, with examples.\n")


def add_journeys(parser: argparse.ArgumentParser, count: str | int = "*") -> None:
    """Add which journeys are meant; where none has to be named, all of a workspace can be."""
    parser.add_argument(
        "journeys", nargs=count, metavar="JOURNEY", help="a file, an id in the workspace, a sample"
    )
    if count != 1:
        add_beside(parser)
    if count == "*":
        parser.add_argument("--all", action="store_true", help="all journeys of the workspace")
    else:
        parser.set_defaults(all=False)


def add_beside(parser: argparse.ArgumentParser) -> None:
    """Add which journeys run beside those that are meant, as those that these lead to."""
    parser.add_argument(
        "--with",
        dest="beside",
        nargs="+",
        action="extend",
        default=[],
        metavar="JOURNEY",
        help="journeys that run with it, such as those it leads to",
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add the option to write JSON instead of words."""
    parser.add_argument("--json", action="store_true", help="write JSON for a program to read")


def add_json_out(parser: argparse.ArgumentParser) -> None:
    """Add the option to write the result of a run as JSON, and where."""
    parser.add_argument(
        "--json",
        type=Path,
        nargs="?",
        const=STDOUT,
        metavar="OUT",
        help="write the result as JSON into a file, or to stdout where no file is named",
    )


def add_data(parser: argparse.ArgumentParser) -> None:
    """Add the options that say which customers and events are meant."""
    group = parser.add_argument_group("the data")
    group.add_argument(
        "--workspace", type=Path, metavar="W", help="a workspace's folder: its newest data set"
    )
    group.add_argument(
        "--events",
        type=Path,
        nargs="+",
        action="extend",
        metavar="FILE",
        help="files of events: CSV, JSON Lines or Parquet",
    )
    group.add_argument(
        "--shop", type=shoppers, metavar="N", help="the made-up sample shop with N customers"
    )
    add_files(group)


def add_files(group: argparse._ArgumentGroup) -> None:
    """Add the options that say how files are read."""
    group.add_argument(
        "--customers",
        type=Path,
        nargs="+",
        action="extend",
        default=[],
        metavar="FILE",
        help="files of customers",
    )
    group.add_argument(
        "--calls",
        type=Path,
        nargs="+",
        action="extend",
        default=[],
        metavar="FILE",
        help="files of calls that journeys start by: the columns customer, time and call, and what "
        "the call says",
    )
    group.add_argument(
        "--map",
        nargs="+",
        action="extend",
        default=[],
        type=mapped,
        metavar="ROLE=COLUMN",
        help="which column is the customer, event, time, arrival, id, session or source of an "
        "event, where the guess is wrong; arrival= for none; customers.customer=COLUMN and "
        "customers.time=COLUMN for files of customers",
    )
    group.add_argument(
        "--zone", metavar="ZONE", help="the time zone of times that name none (default: UTC)"
    )


def shoppers(text: str) -> int:
    """Read how many customers the made-up shop has."""
    count = whole(text)
    if not 1 <= count <= SHOPPERS:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to {SHOPPERS:,}")
    return count


def mapped(text: str) -> tuple[str, str]:
    """Read ROLE=COLUMN, or ROLE= where no column is that."""
    role, equals, column = text.partition("=")
    if not (role and equals):
        raise argparse.ArgumentTypeError(f"{text!r} is not of the form ROLE=COLUMN")
    return role, column


def columns(pairs: Sequence[tuple[str, str]], *, of_customers: bool) -> dict[str, str]:
    """Return the named columns by role, those of customer files or those of event files."""
    return {
        role.removeprefix(CUSTOMERS): column
        for role, column in pairs
        if role.startswith(CUSTOMERS) == of_customers
    }


def known_zone(name: str) -> str:
    """Return a zone's name; raises ThroughlineError with the nearest one when there is none."""
    from journeys.simulation.zones import zone_names

    if name in zone_names():
        return name
    folded = {known.casefold(): known for known in zone_names()}
    near = difflib.get_close_matches(name.casefold(), folded, n=1)
    raise ThroughlineError(
        f"There is no time zone {name!r}.",
        f"Did you mean {folded[near[0]]!r}?" if near else "Write it like Europe/Berlin or UTC.",
    )
