"""Errors that are bugs: the journey is kept first, then a person is told and may keep a report."""

import platform
import re
import sys
import traceback
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from app import __version__

MOST_LINES = 200
ROOT = Path(__file__).resolve().parent.parent
# What a message holds in quotes may be a name, an address or a path: it stays here.
QUOTED = re.compile(r"""(['"`]).*?\1""")
NUMBERS = re.compile(r"\d+")
PATHS = re.compile(r"(?:[A-Za-z]:)?[\\/][^\s:,;]+")

Told = Callable[[str], None]


class Failures:
    """Takes every error that nobody else does, for as long as the program runs.

    `rescue` keeps the open journey, `tell` shows a person the report that may be kept.
    """

    def __init__(self, rescue: Callable[[], None], tell: Told) -> None:
        self._rescue = rescue
        self._tell = tell
        self._before = sys.excepthook
        self._is_telling = False

    def watch(self) -> None:
        """Begin to take errors."""
        sys.excepthook = self.take

    def end(self) -> None:
        """Leave errors to Python again."""
        sys.excepthook = self._before

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Keep the journey, print the error for whoever looks, and tell the person once."""
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        traceback.print_exception(kind, error, trace)
        if self._is_telling:
            return
        self._is_telling = True
        try:
            self._rescue()
        except Exception as second:  # noqa: BLE001 the first error is the one to tell of
            traceback.print_exception(second)
        try:
            self._tell(report(error))
        finally:
            self._is_telling = False


def report(error: BaseException) -> str:
    """Return what helps to mend a bug, without anything of the person's own.

    Only places in the program are named; words in quotes, numbers and paths of messages are left
    out, as they may be names, amounts and folders.
    """
    lines = [
        "A report about an error in Throughline. It holds no names, no data and no folders.",
        f"Throughline {__version__}, Python {platform.python_version()}, {platform.system()}",
        f"{datetime.now(UTC):%Y-%m-%d}",
        "",
    ]
    for each in _chain(error):
        lines += [f"{type(each).__name__}: {plain(str(each))}", *_places(each.__traceback__)]
    return "\n".join(lines[:MOST_LINES]) + "\n"


def plain(message: str) -> str:
    """Return a message without what may be a person's own."""
    said = PATHS.sub("<path>", QUOTED.sub("<text>", message))
    return NUMBERS.sub("#", said)[:200]


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and those it came from."""
    seen: set[int] = set()
    following: BaseException | None = error
    while following is not None and id(following) not in seen:
        seen.add(id(following))
        yield following
        following = following.__cause__ or following.__context__


def _places(trace: TracebackType | None) -> list[str]:
    found = []
    for frame in traceback.extract_tb(trace):
        path = Path(frame.filename)
        inside = path.is_relative_to(ROOT)
        name = path.relative_to(ROOT).as_posix() if inside else path.name
        found.append(f"  {name}:{frame.lineno} in {frame.name}")
    return found
