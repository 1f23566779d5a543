"""What is typed after `python3 -m app`, and what is done about it."""

import argparse
import io
import os
import sys
from collections.abc import Sequence

from app import __version__
from app.cli import (
    begin,
    census,
    check,
    export,
    importing,
    lineage,
    picture,
    schema,
    screenshots,
    simulate,
    trace,
    window,
)
from app.cli.options import CANNOT, FINE, STOPPED, Parser
from app.cli.text import tell
from journeys.errors import ThroughlineError
from storage.files import FULL

DESCRIPTION = """\
Draw a customer journey, run it on real events, and see what happened to whom and why.

With no command, the window opens; where there is no screen, the sample journey runs on a
made-up shop: a good place to begin."""

EXAMPLES = """\
examples:
  python3 -m app                                   open the window, or look at a sample
  python3 -m app check shop_rescue                 is anything wrong with a journey?
  python3 -m app simulate shop_rescue --events events.csv
  python3 -m app trace shop_rescue --events events.csv --customer user_0042
  python3 -m app census shop_rescue --events events.csv
  python3 -m app lineage shop_rescue --events events.csv
  python3 -m app import events.csv shop_rescue.json --workspace shop
  python3 -m app simulate --all --workspace shop

A journey is named by its file, by its id in the workspace, or by a sample's name
(such as shop_rescue). Exit codes: 0 fine, 1 problems were found, 2 it cannot be done."""

COMMANDS = (
    window,
    importing,
    check,
    simulate,
    trace,
    census,
    lineage,
    export,
    schema,
    picture,
    screenshots,
)


def main(argv: Sequence[str]) -> int:
    """Do what the arguments say and return the exit code: 0 fine, 1 problems found, 2 cannot."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _done(argv)
        sys.stdout.flush()
    except ThroughlineError as error:
        tell(error.what, *filter(None, [error.attempt]))
        return CANNOT
    except KeyboardInterrupt:
        tell("Stopped. What was kept before is as it was.")
        return STOPPED
    except BrokenPipeError:  # whoever read has seen enough
        _drop_output()
        return FINE
    except OSError as error:
        if error.errno not in FULL:
            raise
        _drop_output()
        tell("The disk is full: not everything could be written.", "Make room, and try again.")
        return CANNOT
    return code


def _drop_output() -> None:
    """Leave nothing in the buffer of stdout that Python would try to write when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def parser() -> argparse.ArgumentParser:
    """Return what reads the arguments, with every command in it."""
    made = Parser(
        prog="python3 -m app",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("--version", action="version", version=f"Throughline {__version__}")
    commands = made.add_subparsers(title="commands", metavar="COMMAND", parser_class=Parser)
    for command in COMMANDS:
        asked = commands.add_parser(
            command.NAME,
            help=command.HELP,
            description=command.__doc__,
            epilog=command.EXAMPLES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.add(asked)
        asked.set_defaults(run=command.run)
    made.set_defaults(run=begin.run)
    return made


def _done(argv: Sequence[str]) -> int:
    try:
        given = parser().parse_args(argv)
    except SystemExit as ended:  # help was shown, or something was wrong with the arguments
        return int(ended.code or 0)
    code: int = given.run(given)
    return code
