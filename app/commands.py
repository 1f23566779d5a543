"""Commands of the system that the set-up runs, told in words on stderr; standard library only."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True)
class Outcome:
    """How a command ended: its exit code, and every line it said."""

    code: int
    lines: tuple[str, ...]

    @property
    def last_line(self) -> str:
        """The last thing it said, which mostly is the reason of a failure."""
        return next((line for line in reversed(self.lines) if line), "no reason was given")


def say(words: str) -> None:
    """Tell the person what is going on, beside what the program prints."""
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


def run(command: Sequence[str], environ: Mapping[str, str] | None = None) -> Outcome:
    """Run a command to its end and tell its progress in words."""
    lines = []
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env=environ,
    ) as process:
        for line in process.stdout or ():
            lines.append(line.strip())
            _tell(line)
    return Outcome(process.returncode, tuple(lines))


def _tell(line: str) -> None:
    if package := re.match(r"(?:Collecting |Processing \S*/)(\w[\w.]*(?:-[a-zA-Z]\w*)*)", line):
        say(f"  fetching {package[1]}")
    elif line.startswith("Installing collected"):
        say("  putting everything in its place")
    elif "Retrying" in line:
        say("  the package index does not answer, trying again")
