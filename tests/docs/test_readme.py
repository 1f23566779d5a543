"""The README and the pages show commands that exist, and lead to files that are there."""

import re
import shlex
from pathlib import Path

import pytest

from app.cli.main import parser

COMMAND = re.compile(r"^ {4}python3 -m app ?(.*)$", re.MULTILINE)
LINK = re.compile(r'\]\(([^)#:\s]+)[^):\s]*\)|(?:src|srcset)="([^"]+)"')


def test_every_command_of_the_readme_is_understood(root: Path) -> None:
    commands = COMMAND.findall((root / "README.md").read_text())
    assert len(commands) > 5
    for command in commands:
        parser().parse_args(shlex.split(command))


def test_a_command_that_does_not_exist_would_be_found() -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["simulate", "--no-such-option"])


def test_every_link_leads_to_a_file(root: Path) -> None:
    pages = [root / "README.md", root / "CHANGELOG.md", *sorted((root / "docs").rglob("*.md"))]
    broken = {
        (page.name, target)
        for page in pages
        for pair in LINK.findall(page.read_text())
        for target in pair
        if target and not (page.parent / target).is_file()
    }
    assert broken == set()
