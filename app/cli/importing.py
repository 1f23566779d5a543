"""Bring events, customers and journeys into a workspace, which is made if it is not there yet.

CSV, JSON Lines and Parquet are read. Which column means what is guessed and shown; --map says
otherwise. Every row that cannot be read is named with its number, and the others are kept.
"""

import argparse
import json
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app import wiring
from app.cli import brought, options, sources
from app.cli.bar import drive
from app.cli.options import FINE, PROBLEMS
from app.cli.output import put_json
from app.cli.text import show
from journeys.document.format import FORM, content_id, dumps
from journeys.document.journey import Journey
from journeys.samples import samples
from journeys.values import Json

if TYPE_CHECKING:
    from storage.importing.bring import Imported
    from storage.workspace import Workspace

NAME = "import"
HELP = "bring events, customers and journeys into a workspace"
EXAMPLES = """\
examples:
  python3 -m app import events.csv --workspace shop
  python3 -m app import events.csv --customers customers.csv --workspace shop
  python3 -m app import events.csv --map customer=uid time=at --zone Europe/Berlin --workspace shop
  python3 -m app import rescue.json --workspace shop            (a journey)

Exit codes: 0 fine, 1 some rows could not be read and are named, 2 it cannot be done."""
HEAD = 4_096


def add(parser: argparse.ArgumentParser) -> None:
    """Add what can be said after `import`."""
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="files of events; journeys as .json"
    )
    parser.add_argument(
        "--workspace", type=Path, required=True, metavar="W", help="the workspace's folder"
    )
    options.add_files(parser.add_argument_group("how files are read"))
    options.add_json(parser)


def run(given: argparse.Namespace) -> int:
    """Import the files and show what came of every row."""
    journeys = [sources.one(str(path)) for path in given.files if is_journey(path)]
    given.events = [path for path in given.files if not is_journey(path)]
    zone = None if given.zone is None else options.known_zone(given.zone)
    with _workspace(given.workspace, zone or "UTC") as workspace:
        imported = None
        if given.events or given.customers or given.calls or not journeys:
            imported = _bring(workspace, sources.files(given, zone or workspace.settings.zone))
        replaced = [_keep(workspace, journey) for journey in journeys]
    if given.json:
        put_json(_plain(imported, journeys))
    else:
        if imported is not None:
            show(*brought.lines(imported))
        for journey, there in zip(journeys, replaced, strict=True):
            said = ", in place of the one that was there" if there else ""
            show(f"Journey {journey.id}: {journey.name}{said}.")
        what = "--all" if journeys else "shop_rescue"
        show("", f"Next: `python3 -m app simulate {what} --workspace {given.workspace}`")
    return PROBLEMS if imported is not None and imported.report.rejected else FINE


def is_journey(path: Path) -> bool:
    """Say whether a file is a journey: JSON that says so or has steps, or a sample's name."""
    if not path.exists():
        return path.name.removesuffix(sources.ENDING) in samples()
    if path.suffix.lower() != sources.ENDING or not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(HEAD)
    return FORM.encode() in head or b'"nodes"' in head or b'"edges"' in head


@contextmanager
def _workspace(folder: Path, zone: str) -> "Iterator[Workspace]":
    """Lend a workspace, a new one where there is none; what fails leaves no new one behind."""
    from storage.workspace import FILE, Workspace

    if (folder / FILE).exists():
        with wiring.workspace(folder) as workspace:
            yield workspace
        return
    is_fresh = not folder.exists()
    try:
        with Workspace.create(
            folder.absolute(), name=folder.absolute().name or "shop", zone=zone
        ) as made:
            yield made
    except BaseException:
        if is_fresh:
            shutil.rmtree(folder, ignore_errors=True)
        raise


def _bring(workspace: "Workspace", files: wiring.Files) -> "Imported":
    from storage.datasets import Origin

    with workspace.datasets.incoming() as folder:
        imported = drive(wiring.bringing(files, folder))
        origin = Origin(
            name=", ".join(
                path.name for path in (*files.events, *files.given.calls, *files.customers)
            ),
            report=json.dumps(imported.report.plain(), ensure_ascii=False),
            mapping=json.dumps(imported.mapping.plain(), ensure_ascii=False),
            imported=int(time.time()),
        )
        workspace.datasets.keep(imported.dataset, folder, origin)
    return imported


def _keep(workspace: "Workspace", journey: Journey) -> bool:
    """Keep a journey, and return whether another one of its id was there."""
    from storage.journeys import SavedJourney

    there = {saved.id: saved.content_id for saved in workspace.journeys.all()}
    content = content_id(journey)
    saved = SavedJourney(journey.id, journey.title, content, dumps(journey), int(time.time()))
    workspace.journeys.save(saved)
    return there.get(journey.id, content) != content


def _plain(imported: "Imported | None", journeys: list[Journey]) -> dict[str, Json]:
    plain: dict[str, Json] = {"journeys": [journey.id for journey in journeys]}
    if imported is not None:
        plain |= {"report": imported.report.plain(), "mapping": imported.mapping.plain()}
    return plain
