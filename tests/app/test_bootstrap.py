"""The first start: it makes the environment once, tells what it does, and fails in sentences."""

import ast
import base64
import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from app import bootstrap

# What a first start does, with a requirement of the test's own instead of Throughline's.
START = """
import sys
from pathlib import Path
from app import bootstrap
bootstrap.enter(Path(sys.argv[1]))
import tiny
print(sys.prefix, tiny.VERSION)
"""

Started = subprocess.CompletedProcess[str]
Made = tuple[Path, Path, Started]


def tiny_wheel(folder: Path, version: str) -> str:
    """Write a package with nothing in it but its version; return its line of requirement."""
    content = {
        "tiny.py": f"VERSION = {version!r}\n",
        f"tiny-{version}.dist-info/METADATA": (
            f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n"
        ),
        f"tiny-{version}.dist-info/WHEEL": (
            "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        ),
    }
    record = "".join(f"{name},{_digest(text)},{len(text)}\n" for name, text in content.items())
    path = folder / f"tiny-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for name, text in content.items():
            wheel.writestr(name, text)
        wheel.writestr(f"tiny-{version}.dist-info/RECORD", record)
    return f"{path} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def _digest(text: str) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest())
    return "sha256=" + digest.decode().rstrip("=")


def command_of(requirements: Path, program: str = START) -> list[str]:
    """Return the command of a first start by the Python that knows no environment."""
    base = Path(sys.base_prefix) / "bin" / "python3"
    return [str(base), "-c", program, str(requirements)]


def environ_of(folder: Path, **more: str) -> dict[str, str]:
    """Return an environment of variables in which no package index can be reached."""
    nowhere = {"PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": "http://127.0.0.1:9", "HOME": "/"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    return kept | nowhere | {"PIP_RETRIES": "0", "THROUGHLINE_VENV": str(folder)} | more


@pytest.fixture(scope="module")
def made(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Return (environment, requirements, how the first start went)."""
    folder = tmp_path_factory.mktemp("made")
    requirements = folder / "needs.txt"
    requirements.write_text(tiny_wheel(folder, "1.0"))
    return folder / "env", requirements, run(root, folder / "env", requirements)


def run(root: Path, folder: Path, requirements: Path, program: str = START, **more: str) -> Started:
    return subprocess.run(
        command_of(requirements, program),
        cwd=root,
        env=environ_of(folder, **more),
        capture_output=True,
        text=True,
        check=False,
    )


def refused(started: Started) -> str:
    """Check that a start ended in one sentence and exit code 2; return what it said last."""
    assert started.returncode == bootstrap.CANNOT, started.stderr
    assert "Traceback" not in started.stderr
    assert started.stdout == ""
    return started.stderr.splitlines()[-1]


def test_the_first_start_makes_the_environment_and_goes_on_inside(
    made: Made,
) -> None:
    folder, _, first = made
    assert first.returncode == 0, first.stderr
    assert first.stdout.split() == [str(folder.resolve()), "1.0"]
    assert "Setting up" in first.stderr
    assert "fetching tiny" in first.stderr


def test_the_second_start_says_and_makes_nothing(root: Path, made: Made) -> None:
    folder, requirements, first = made
    before = sorted((path, path.stat().st_mtime_ns) for path in folder.iterdir())
    again = run(root, folder, requirements)
    assert (again.stdout, again.stderr) == (first.stdout, "")
    assert sorted((path, path.stat().st_mtime_ns) for path in folder.iterdir()) == before


def test_a_changed_requirement_is_fetched_by_the_next_start(
    root: Path, tmp_path: Path, made: Made
) -> None:
    folder, _, _ = made
    requirements = tmp_path / "more.txt"
    for version in ("2.0", "3.0"):
        requirements.write_text(tiny_wheel(tmp_path, version))
        assert run(root, folder, requirements).stdout.split()[1] == version


def test_two_starts_at_once_set_up_one_after_the_other(root: Path, tmp_path: Path) -> None:
    requirements = tmp_path / "needs.txt"
    requirements.write_text(tiny_wheel(tmp_path, "1.0"))
    both = [
        subprocess.Popen(
            command_of(requirements),
            cwd=root,
            env=environ_of(tmp_path / "env"),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    said = [start.communicate() for start in both]
    assert [start.returncode for start in both] == [0, 0], said
    assert sum("Setting up" in stderr for _, stderr in said) == 1


def test_a_package_that_is_not_the_one_asked_for_is_refused(
    root: Path, tmp_path: Path, made: Made
) -> None:
    requirements = tmp_path / "wrong.txt"
    line, _, digest = tiny_wheel(tmp_path, "4.0").strip().rpartition(":")
    requirements.write_text(f"{line}:{digest[::-1]}\n")
    assert "not the one asked for" in refused(run(root, made[0], requirements))


def test_without_a_network_it_says_so(root: Path, tmp_path: Path, made: Made) -> None:
    requirements = tmp_path / "far.txt"
    requirements.write_text(f"nowhere-to-be-found==1.0 --hash=sha256:{'0' * 64}\n")
    assert "could not be fetched" in refused(run(root, made[0], requirements))


def test_a_folder_with_other_things_is_left_alone(root: Path, tmp_path: Path, made: Made) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "letters.txt").write_text("dear")
    assert "THROUGHLINE_VENV" in refused(run(root, folder, made[1]))
    assert (folder / "letters.txt").read_text() == "dear"


def test_a_file_in_place_of_the_folder_is_named(root: Path, tmp_path: Path, made: Made) -> None:
    (tmp_path / "env").write_text("")
    assert str(tmp_path / "env") in refused(run(root, tmp_path / "env", made[1]))


def test_a_python_without_venv_names_the_line_to_type(
    root: Path, tmp_path: Path, made: Made
) -> None:
    program = "import sys\nsys.modules['ensurepip'] = None\n" + START
    said = refused(run(root, tmp_path / "env", made[1], program, PATH=""))
    assert said.endswith("-venv")
    assert "apt-get install" in said


def test_no_room_on_the_disk_is_a_sentence(root: Path, tmp_path: Path, made: Made) -> None:
    limit = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
    started = run(root, tmp_path / "env", made[1], limit + START)
    assert "no room" in refused(started)


def test_a_set_up_that_was_cut_short_is_made_again(root: Path, tmp_path: Path, made: Made) -> None:
    folder = tmp_path / "env"
    folder.mkdir()
    (folder / bootstrap.OWN).write_text("unfinished")
    (folder / "half").write_text("")
    assert run(root, folder, made[1]).returncode == 0
    assert not (folder / "half").exists()


@pytest.mark.parametrize("name", ["__main__", "bootstrap", "commands", "libraries"])
def test_the_set_up_needs_the_standard_library_only(root: Path, name: str) -> None:
    tree = ast.parse((root / "app" / f"{name}.py").read_text())
    imported = {
        *(
            part.name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import)
            for part in node.names
        ),
        *(node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)),
    }
    strangers = {name for name in imported if name.split(".")[0] not in sys.stdlib_module_names}
    handed_over = {"app.cli.main"} if name == "__main__" else set()
    assert strangers <= {"app", "app.commands"} | handed_over
