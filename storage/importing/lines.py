"""Reads a text file line by line, however large it is, and knows the number of every line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from journeys.errors import UnreadableFileError

LONGEST = 200_000
LONGEST_BYTES = 4 * LONGEST + 4
BLOCK = 4_000_000
MARK = b"\xef\xbb\xbf"
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
CONTINUED = 0xC0
CONTINUATION = 0x80
SAVE_AGAIN = "Save it again as UTF-8 (in a spreadsheet: Save as, CSV UTF-8)."


@dataclass(frozen=True, slots=True)
class Block:
    """Some lines of a file; `first` is the number of the first one, `done` the bytes read so far.

    A line of more than `LONGEST` characters is cut somewhere behind them.
    """

    first: int
    text: str
    done: int


def blocks(path: Path, size: int = BLOCK) -> Iterator[Block]:
    """Yield a file in blocks of whole lines, separated by line feeds, the last one unfinished.

    Raises UnreadableFileError, naming the row, when the file is not UTF-8.
    """
    first, done = 1, 0
    for data, read in _whole_lines(path, size):
        done += read
        text = _decoded(path, data, first)
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        yield Block(first, text.removesuffix("\n"), done)
        first += text.count("\n") + (not text.endswith("\n"))


def _whole_lines(path: Path, size: int) -> Iterator[tuple[bytes, int]]:
    with path.open("rb") as file:
        data = file.read(size)
        _refuse_wide(path, data)
        read, rest = len(data), b""
        data = data.removeprefix(MARK)
        ending = b"\n" if b"\n" in data or b"\r" not in data[:-1] else b"\r"
        while data:
            data = rest + data
            cut = data.rfind(ending) + 1
            rest = _shortened(data[cut:])
            if cut:
                yield data[:cut], read
                read = 0
            data = file.read(size)
            read += len(data)
        if rest:
            yield rest, read


def _shortened(rest: bytes) -> bytes:
    if len(rest) <= LONGEST_BYTES:
        return rest
    end = LONGEST_BYTES
    while end and rest[end] & CONTINUED == CONTINUATION and LONGEST_BYTES - end < CONTINUATION:
        end -= 1
    return rest[:end]


def _refuse_wide(path: Path, data: bytes) -> None:
    head = data[:2_000]
    holes = (head[0::2].count(0), head[1::2].count(0))
    if head.startswith(WIDE_MARKS) or max(holes) > len(head) // 3:
        raise UnreadableFileError(f"{path.name} is UTF-16, from row 1 on.", SAVE_AGAIN)


def _decoded(path: Path, data: bytes, first: int) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        row = first + data.count(b"\n", 0, error.start)
        raise UnreadableFileError(
            f"{path.name} is not UTF-8: row {row:,} holds the byte 0x{data[error.start]:02X}, "
            "as files in Latin-1 or Windows-1252 do.",
            SAVE_AGAIN,
        ) from error
