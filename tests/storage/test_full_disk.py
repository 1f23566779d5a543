"""A full disk: words, what was saved before stays, and nothing half-made is left."""

import subprocess
import sys
from pathlib import Path

import pytest

from storage.journeys import SavedJourney
from storage.workspace import Workspace
from tests.storage.bringing import put

JOURNEY = SavedJourney("kept", "Kept", "c", b"{}", 1)
PROGRAM = """
import resource, signal, sys
from pathlib import Path
from journeys.errors import StorageError
from journeys.people.population import Customer, Event, Population
from journeys.simulation.encoding import encode
from storage.dataset import save
from storage.datasets import Origin
from storage.files import write_whole
from storage.importing.bring import import_files
from storage.journeys import SavedJourney
from storage.workspace import Workspace

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
folder = Path(sys.argv[1])
many = [Event("ann", time, "view") for time in range(20_000)]
people = encode(Population({}, {}, (Customer("ann"),), tuple(many)))

def to_the_end(work):
    for _ in work:
        pass

def keep(workspace):
    with workspace.datasets.incoming() as incoming:
        workspace.datasets.keep(people, incoming, Origin("", "", "", 1))

with Workspace.open(folder) as workspace:
    resource.setrlimit(resource.RLIMIT_FSIZE, (120_000, 120_000))
    big = SavedJourney("big", "Big", "c", b"x" * 400_000, 2)
    for name, work in {
        "journey": lambda: workspace.journeys.save(big),
        "file": lambda: write_whole(folder / "kept.json", b"x" * 400_000),
        "arrays": lambda: save(people, folder / "people"),
        "dataset": lambda: keep(workspace),
        "import": lambda: to_the_end(
            import_files([folder / "events.csv"], [], None, folder / "import")
        ),
    }.items():
        try:
            work()
        except StorageError as error:
            assert error.what and error.attempt, name
            print(name, "refused")
    assert [one.id for one in workspace.journeys.all()] == ["kept"]
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a limit on file sizes is a thing of Unix")
def test_on_a_full_disk_everything_is_refused_and_nothing_lost(tmp_path: Path, root: Path) -> None:
    with Workspace.create(tmp_path, name="Shop", zone="UTC") as workspace:
        workspace.journeys.save(JOURNEY)
    put(tmp_path / "kept.json", "{}")
    rows = "".join(f"ann,view,{1_700_000_000 + number}\n" for number in range(20_000))
    put(tmp_path / "events.csv", "user_id,event,time\n" + rows)
    before = sorted(path.name for path in tmp_path.iterdir())
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    parts = ["journey", "file", "arrays", "dataset", "import"]
    assert done.stdout.split("\n")[:-1] == [f"{part} refused" for part in parts]
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "data") == before
    assert not list((tmp_path / "data").iterdir())
    assert (tmp_path / "kept.json").read_text() == "{}"
    with Workspace.open(tmp_path) as workspace:
        assert workspace.journeys.all() == (JOURNEY,)
