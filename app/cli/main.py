"""What is typed after `python3 -m app`, and what is done about it."""

import argparse
from collections.abc import Sequence

from app import __version__


def main(argv: Sequence[str]) -> int:
    """Do what the arguments say and return the exit code: 0 fine, 1 problems found, 2 cannot."""
    parser = argparse.ArgumentParser(
        prog="python3 -m app",
        description="Draw a customer journey, run it on real events, and see what happens.",
    )
    parser.add_argument("--version", action="version", version=f"Throughline {__version__}")
    parser.parse_args(argv)
    parser.print_help()
    return 0
