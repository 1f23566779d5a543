"""The house is tidy: a customary top level, small files, modules that introduce themselves."""

import ast
import os
import tomllib
from pathlib import Path

from tests.architecture.conftest import git

TOP = {
    *("app", "journeys", "widgets", "storage", "resources", "tests", "docs", ".ci"),
    *("pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", ".gitignore"),
}
LONGEST_FILE = 300
TEST_COMMAND = "python3 -m tests"


def python_files(tracked: tuple[Path, ...]) -> list[Path]:
    return [path for path in tracked if path.suffix == ".py"]


def test_the_top_level_holds_only_what_is_customary(tracked: tuple[Path, ...]) -> None:
    assert {path.parts[0] for path in tracked} <= TOP


def test_nothing_is_tracked_that_should_be_ignored(ignored: tuple[str, ...]) -> None:
    assert ignored == ()


def test_no_python_file_is_long(root: Path, tracked: tuple[Path, ...]) -> None:
    lengths = {
        str(path): len((root / path).read_text().splitlines()) for path in python_files(tracked)
    }
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_every_module_opens_with_a_sentence(root: Path, tracked: tuple[Path, ...]) -> None:
    opening = {
        str(path): ast.get_docstring(ast.parse((root / path).read_text())) or ""
        for path in python_files(tracked)
    }
    first = {path: text.split("\n\n")[0].strip() for path, text in opening.items()}
    assert [path for path, sentence in first.items() if not sentence.endswith(".")] == []


def test_only_storage_knows_its_tables(root: Path, tracked: tuple[Path, ...]) -> None:
    knowing = [
        path.parts[0]
        for path in python_files(tracked)
        if "storage.tables" in imported(ast.parse((root / path).read_text()))
    ]
    assert set(knowing) <= {"storage"}


def test_journeys_only_parse_templates(root: Path, tracked: tuple[Path, ...]) -> None:
    """Jinja works constants out while it compiles; that is for the processes that render."""
    works_out = {"compile", "from_string", "render", "generate", "find_undeclared_variables"}
    found = {
        (str(path), ast.unparse(node))
        for path in python_files(tracked)
        if path.parts[0] in ("journeys", "widgets") and "jinja2" in (root / path).read_text()
        for node in ast.walk(ast.parse((root / path).read_text()))
        if isinstance(node, ast.Attribute) and node.attr in works_out
    }
    assert {each for each in found if each[1] != "re.compile"} == set()


def imported(tree: ast.Module) -> set[str]:
    """Return every module a file imports, however it is written."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_continuous_integration_calls_exactly_the_test_command_of_the_readme(root: Path) -> None:
    script = root / ".ci" / "run"
    lines = [line for line in script.read_text().splitlines() if not line.startswith("#")]
    assert lines[-1] == f"exec {TEST_COMMAND}"
    assert f"    {TEST_COMMAND}\n" in (root / "README.md").read_text()
    assert os.access(script, os.X_OK)
    assert git(root, "ls-files", "--stage", ".ci/run").startswith("100755")


def test_every_exemption_from_types_is_one_that_tests_know(root: Path) -> None:
    """The types may be loosened for what has none of its own, and nowhere else."""
    settings = tomllib.loads((root / "pyproject.toml").read_text())["tool"]["mypy"]
    loosened = {name for override in settings["overrides"] for name in override["module"]}
    ours = {name for name in loosened if (root / name.split(".")[0]).is_dir()}
    assert settings["strict"] is True
    assert ours == {"journeys.simulation.kernel.*"}
