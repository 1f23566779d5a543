"""`python3 -m tests.benchmarks NAME [--quick]`: prints one JSON object a line for each case."""

import argparse
import importlib
import json
import pkgutil
import sys
from collections.abc import Sequence
from pathlib import Path

from app import bootstrap

FOLDER = Path(__file__).parent
PEERS = ("line", "simpy_peer")


def main(arguments: Sequence[str]) -> int:
    """Run the cases of one benchmark and print a line for each."""
    names = sorted(
        entry.name
        for entry in pkgutil.iter_modules([str(FOLDER)])
        if entry.name not in ("__main__", *PEERS)
    )
    parser = argparse.ArgumentParser(prog="python3 -m tests.benchmarks", description=__doc__)
    parser.add_argument("name", choices=names, help="what to measure")
    parser.add_argument(
        "--quick", action="store_true", help="end within 50 seconds; `case` says which size"
    )
    asked = parser.parse_args(arguments)
    module = importlib.import_module(f"tests.benchmarks.{asked.name}")
    for line in module.lines(is_quick=asked.quick):
        sys.stdout.write(json.dumps(line.plain()) + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    bootstrap.enter(bootstrap.TEST_REQUIREMENTS)
    sys.exit(main(sys.argv[1:]))
