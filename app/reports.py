"""What a report about an error says: where in the program it was, and nothing of a person's own.

A message may hold anything: a customer's address, a journey's title, a folder. Of its words only
those stay that Python's own messages are made of, and names that stand in the program's own code.
"""

import platform
import re
import sysconfig
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import CodeType, TracebackType

from app import __version__

MOST_LINES = 200
MOST_WORDS = 40
ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("app", "journeys", "widgets", "storage", "resources", "tests")
LIBRARIES = tuple(
    Path(sysconfig.get_path(name)).resolve() for name in ("stdlib", "purelib", "platlib")
)
LEFT_OUT = "\u2026"
WORDS = re.compile(r"[^\W\d_]\w*|\d+|\S")
SIGNS = frozenset("'(),.:[]")
PYTHONS_WORDS = (
    "NoneType a an and any argument arguments as assignment at attribute base be before but "
    "by bytes call callable can cannot changed character codec convert dict dictionary "
    "divide division does during empty expected first float for format from function get "
    "given got has have hashable in index indices int integer invalid is iterable iteration "
    "iterator key keyword list literal local location maximum method missing module more "
    "must name no non not object of operand or out overflow position positional range "
    "recursion referenced required returned sequence set size slice str string "
    "subscriptable supported takes than that the to too tuple type types unexpected "
    "unhashable unpack unsupported value values variable was were when which with without "
    "wrapped zero already deleted Internal C Python Qt QObject QPainter QPaintDevice "
    "QThread QWidget "
)
PLAIN = frozenset(PYTHONS_WORDS.split())
FAULT_PLACE = re.compile(r'\s*File "(.*)", line (\d+) in (\S+)')
FAULT_WORDS = re.compile(r"([A-Z]\w*(?: \w+ \w+)?): (.*)")
REPORT_PLACE = re.compile(r"  [\w/]+\.py:\d+ in \S+")


def report(error: BaseException) -> str:
    """Return what helps to mend a bug: kinds of errors and places in the program."""
    lines = []
    for each in _chain(error):
        said = plain(str(each), _code(each.__traceback__))
        lines += [f"{type(each).__name__}: {said}", *_places(each.__traceback__)]
    return _headed(lines)


def fault_report(dumped: str) -> str:
    """Return what helps to mend a crash, from what was written down in the last moment."""
    lines = []
    for line in dumped.splitlines():
        if place := FAULT_PLACE.fullmatch(line):
            lines.append(_place(place[1], int(place[2]), place[3]))
        elif REPORT_PLACE.fullmatch(line):
            lines.append(line)
        elif words := FAULT_WORDS.match(line):
            lines.append(f"{words[1]}: {plain(words[2])}")
    return _headed(lines)


def plain(message: str, code: CodeType | None = None) -> str:
    """Return a message without what may be a person's own; `code` is where it was raised."""
    known = PLAIN | set(code.co_names if code is not None else ())
    found: list[str] = []
    for word in WORDS.findall(message):
        said = word if word in SIGNS or word in known else LEFT_OUT
        if said != LEFT_OUT or found[-1:] != [LEFT_OUT]:
            found.append(said)
    return " ".join(found[:MOST_WORDS])


def place_of(error: BaseException) -> tuple[str, str]:
    """Return the kind of an error and the place it was raised at, to know it again."""
    places = _places(error.__traceback__)
    return type(error).__name__, places[-1] if places else ""


def _headed(lines: list[str]) -> str:
    heading = [
        "A report about an error in Throughline. It holds no names, no data and no folders.",
        f"Throughline {__version__}, Python {platform.python_version()}, {platform.system()}",
        f"{datetime.now(UTC):%Y-%m-%d}",
        "",
    ]
    return "\n".join((heading + lines)[:MOST_LINES]) + "\n"


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and those it came from."""
    seen: set[int] = set()
    following: BaseException | None = error
    while following is not None and id(following) not in seen:
        seen.add(id(following))
        yield following
        following = following.__cause__ or following.__context__


def _code(trace: TracebackType | None) -> CodeType | None:
    """Return the innermost code of the program's own."""
    codes = [frame.f_code for frame, _ in traceback.walk_tb(trace)]
    own = [code for code in codes if _own(Path(code.co_filename))]
    return own[-1] if own else None


def _places(trace: TracebackType | None) -> list[str]:
    return [
        _place(frame.f_code.co_filename, line, frame.f_code.co_name)
        for frame, line in traceback.walk_tb(trace)
    ][-MOST_LINES // 4 :]


def _place(file: str, line: int, name: str) -> str:
    path = Path(file)
    if own := _own(path):
        return f"  {own}:{line} in {name}"
    inside = next((each for each in LIBRARIES if path.is_relative_to(each)), None)
    if inside is None or path.suffix != ".py":
        return "  (outside of the program)"
    return f"  {path.relative_to(inside).as_posix()}:{line} in {name}"


def _own(path: Path) -> str:
    """Return where a file of the program's own stands in it, else nothing."""
    if path.suffix != ".py" or not path.is_relative_to(ROOT):
        return ""
    inside = path.relative_to(ROOT)
    return inside.as_posix() if inside.parts[0] in ROOMS else ""
