"""The tools agree: style, layout, types and the layers of the house."""

import subprocess
import sys
from pathlib import Path

import pytest

LAYERS = "from importlinter.cli import lint_imports_command as check; check()"
TOOLS = {
    "the style is the house's": [sys.executable, "-m", "ruff", "check"],
    "the layout is the formatter's": [sys.executable, "-m", "ruff", "format", "--check"],
    "the types hold": [sys.executable, "-m", "mypy"],
    "the layers hold": [sys.executable, "-c", LAYERS, "--no-cache"],
}


@pytest.mark.parametrize("rule", TOOLS)
def test_the_tools_find_nothing(root: Path, rule: str) -> None:
    ended = subprocess.run(TOOLS[rule], cwd=root, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
