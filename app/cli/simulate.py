"""Run journeys on real events, and see how many came how far, and why not further.

The journeys named run together, and no other. The same command gives the same result, to the
byte.
"""

import argparse
import json
import shlex
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app import wiring
from app.cli import sources
from app.cli.bar import drive
from app.cli.funnel import funnel
from app.cli.options import FINE, PROBLEMS, add_data, add_journeys, add_json_out
from app.cli.output import STDOUT, put_json, refuse_overwriting
from app.cli.runs import add_run, typed
from app.cli.text import show, tell
from app.cli.wrong import tell_errors
from journeys.document.format import content_id, dumps

if TYPE_CHECKING:
    from storage.workspace import Workspace

NAME = "simulate"
HELP = "run journeys on real events and count what happens"
EXAMPLES = """\
examples:
  python3 -m app simulate shop_rescue --shop 10000
  python3 -m app simulate rescue.json --events events.csv --customers customers.csv
  python3 -m app simulate rescue.json --events events.csv --map customer=uid time=at
  python3 -m app simulate rescue.json --events events.csv --mode mixed --seed 7 --json result.json
  python3 -m app simulate rescue.json --with after.json --events events.csv --calls calls.csv
  python3 -m app simulate --all --workspace shop
  python3 -m app simulate shop_rescue --shop 1000 --pause shop_rescue,2026-01-05,2026-01-07
  python3 -m app simulate weekly_digest --shop 1000 --asleep 2026-01-05,2026-01-07

Exit codes: 0 fine, 1 a journey has problems or rows of a file could not be read, 2 it cannot be
done."""

ASKED = ("mode", "seed", "start", "end", "zone", "pauses", "asleep", "maximum_age")


def add(parser: argparse.ArgumentParser) -> None:
    """Add what can be said after `simulate`."""
    add_journeys(parser)
    add_data(parser)
    add_run(parser)
    add_json_out(parser)


def run(given: argparse.Namespace) -> int:
    """Run the journeys and show what came of it."""
    refuse_overwriting(given)
    with sources.opened(given.workspace) as workspace:
        journeys = sources.journeys_of(given, workspace)
        if tell_errors(journeys, given.journeys, workspace):
            return PROBLEMS
        found = sources.gathered(given, workspace, journeys)
        ran = drive(wiring.running(found.journeys, found.dataset, found.settings))
        if workspace is not None and found.kept is not None:
            tell(f"Kept as run {_keep(workspace, found, ran)} of {workspace.folder.name}.")
    if given.json is not None:
        put_json(ran.result, given.json)
    if given.json != STDOUT:
        show(*funnel(ran), "")
        if given.json is not None:
            show(f"The result stands in {given.json}.")
        show("Next, one customer explained:", f"  {_next(given, found.dataset.ids)}")
    return PROBLEMS if found.rejected else FINE


def _keep(workspace: "Workspace", found: sources.Sources, ran: wiring.Ran) -> int:
    """Keep a run with the journeys as they were, and return its number."""
    from storage.runs import NewRun, Version

    settings = {name: ran.result[name] for name in ASKED}
    versions = tuple(
        Version(journey.id, content_id(journey), dumps(journey)) for journey in ran.program.journeys
    )
    kept = NewRun(
        dataset=str(found.kept),
        versions=versions,
        settings=json.dumps(settings, sort_keys=True),
        results=json.dumps(ran.result, sort_keys=True),
        made=int(time.time()),
    )
    return workspace.runs.save(kept)


def _next(given: argparse.Namespace, ids: Sequence[str]) -> str:
    """Return the command that explains one customer of this very run."""
    words = ["--all"] if given.all else list(given.journeys)
    for name in ("beside", "workspace", "events", "customers", "calls", "shop", "map", "zone"):
        said = getattr(given, name)
        if said not in (None, []):
            listed = said if isinstance(said, list) else [said]
            pairs = ("=".join(each) if isinstance(each, tuple) else str(each) for each in listed)
            words += ["--with" if name == "beside" else f"--{name}", *pairs]
    return shlex.join(
        ["python3", "-m", "app", "trace", *words, *typed(given), "--customer", *ids[:1]]
    )
