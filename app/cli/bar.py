"""Shows how far longer work has come, in words, while it is driven to its end."""

import sys
import time
from collections.abc import Generator
from typing import TextIO, TypeVar

from app.cli.text import WIDTH
from journeys.progress import Progress

PARTS = 24
PAUSE = 5.0
FRAME = 0.05

R = TypeVar("R")


def drive(work: Generator[Progress, None, R], stream: TextIO | None = None) -> R:
    """Run work to its end, show its progress on stderr, and return what it comes to.

    On a terminal a bar moves; anywhere else a line is written every few seconds. However it
    ends, the work is closed.
    """
    bar = Bar(stream or sys.stderr)
    try:
        while True:
            try:
                bar.show(next(work))
            except StopIteration as ended:
                result: R = ended.value
                return result
    finally:
        work.close()
        bar.clear()


class Bar:
    """Owns the last line of a terminal while something is going on."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.moves = stream.isatty()
        self.length = 0
        self.words = ""
        self.shown = time.monotonic() if not self.moves else 0.0

    def show(self, progress: Progress) -> None:
        """Show how far the work has come, not more often than the eye can follow."""
        now = time.monotonic()
        if self.moves:
            if progress.words != self.words or now - self.shown >= FRAME:
                self._draw(line(progress))
                self.words, self.shown = progress.words, now
        elif progress.total == 0 or (progress.done and now - self.shown >= PAUSE):
            self.stream.write(f"{line(progress)}\n")
            self.stream.flush()
            self.shown = now

    def clear(self) -> None:
        """Leave the line empty, as it was before."""
        if self.length:
            self._draw("")
            self.stream.write("\r")
            self.stream.flush()

    def _draw(self, words: str) -> None:
        self.stream.write(f"\r{words.ljust(self.length)}")
        self.stream.flush()
        self.length = len(words)


def line(progress: Progress) -> str:
    """Return progress as one line: 'Reading events  [######----]  60%'."""
    if progress.total <= 0:
        return f"{progress.words} ..."[:WIDTH]
    done = min(max(progress.done, 0), progress.total)
    full = PARTS * done // progress.total
    bar = "#" * full + "-" * (PARTS - full)
    return f"{progress.words[: WIDTH - PARTS - 12]}  [{bar}] {100 * done // progress.total:3d}%"
