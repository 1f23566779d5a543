"""The options that several commands share: which data, which customers, which kind of run."""

import argparse
import difflib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from zoneinfo import ZoneInfo

from app.cli.output import STDOUT
from journeys.errors import ThroughlineError

if TYPE_CHECKING:
    from journeys.simulation.settings import Pause

FINE, PROBLEMS, CANNOT, STOPPED = 0, 1, 2, 130
MODES = ("backtest", "mixed", "generated")
SEEDS = 2**63
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
    if count == "*":
        parser.add_argument("--all", action="store_true", help="all journeys of the workspace")
    else:
        parser.set_defaults(all=False)


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
        help="which column is the customer, event, time, id, session or source of an event, "
        "where the guess is wrong; customers.customer=COLUMN and customers.time=COLUMN for files "
        "of customers",
    )
    group.add_argument(
        "--zone", metavar="ZONE", help="the time zone of times that name none (default: UTC)"
    )


def add_run(parser: argparse.ArgumentParser) -> None:
    """Add the options that say what kind of run it is."""
    group = parser.add_argument_group("the run")
    group.add_argument(
        "--mode",
        choices=MODES,
        default=MODES[0],
        help="backtest: only what was recorded happens (the default); mixed: reactions to "
        "messages are drawn; generated: unprompted goals are drawn as well",
    )
    group.add_argument(
        "--seed", type=whole, default=0, metavar="S", help="another seed, other draws (default: 0)"
    )
    group.add_argument("--start", metavar="ISO", help="from when, such as 2026-01-05 or "
                       "2026-01-05T09:00 (default: the first event)")  # fmt: skip
    group.add_argument("--end", metavar="ISO", help="until when, not included (default: the last "
                       "event and the longest wait)")  # fmt: skip
    group.add_argument(
        "--pause",
        nargs="+",
        action="extend",
        default=[],
        metavar="JOURNEY,FROM,TO[,POLICY]",
        help="a span in which a journey is paused, by its id; extend: waits end later by as much "
        "(the default); catch_up: what fell into it happens at its end",
    )


def whole(text: str) -> int:
    """Read a whole number that is not negative."""
    if not (text.isascii() and text.isdigit()) or int(text[:20]) >= SEEDS:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 0 to {SEEDS - 1:,}")
    return int(text)


def shoppers(text: str) -> int:
    """Read how many customers the made-up shop has."""
    count = whole(text)
    if not 1 <= count <= SHOPPERS:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to {SHOPPERS:,}")
    return count


def mapped(text: str) -> tuple[str, str]:
    """Read ROLE=COLUMN."""
    role, equals, column = text.partition("=")
    if not (role and equals and column):
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


def instant(text: str | None, zone: str) -> int | None:
    """Return an ISO-8601 instant in epoch seconds; one with no offset is of the zone's clock."""
    if text is None:
        return None
    try:
        read = datetime.fromisoformat(text)
        aware = read if read.tzinfo else read.replace(tzinfo=ZoneInfo(zone))
        return int(aware.astimezone(UTC).timestamp() // 1)
    except (ValueError, OverflowError) as error:
        raise ThroughlineError(
            f"{text!r} is no time.", "Write it like 2026-01-05 or 2026-01-05T09:00:00+01:00."
        ) from error


def paused(text: str, zone: str) -> "Pause":
    """Read JOURNEY,FROM,TO[,POLICY]; raises ThroughlineError for what is none."""
    from journeys.simulation.settings import Pause, Policy

    journey, first, last, policy = (*text.split(","), "", "", "", "")[:4]
    policies = [str(each) for each in Policy]
    policy = policy or policies[0]
    start, end = instant(first or None, zone), instant(last or None, zone)
    is_whole = bool(journey) and text.count(",") in (2, 3) and policy in policies
    if not is_whole or start is None or end is None:
        raise ThroughlineError(
            f"{text!r} is no pause.",
            "Write it like rescue,2026-01-05,2026-01-07 or, to say what becomes of waits, "
            f"rescue,2026-01-05,2026-01-07,{policies[-1]}; the last word is "
            f"{' or '.join(policies)}.",
        )
    return Pause(journey, start, end, Policy(policy))
