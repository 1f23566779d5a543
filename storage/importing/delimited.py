"""Reads CSV: finds the header, keeps the rows that fit it, and gives every other one's number."""

import csv
from collections import Counter, deque
from collections.abc import Generator, Iterator
from pathlib import Path

from journeys.errors import UnreadableFileError
from journeys.progress import Progress
from storage.importing.lines import LONGEST, Block, blocks
from storage.importing.report import Ledger
from storage.importing.spool import Part, quoted, refuse_many_columns, write_part

DELIMITERS = (",", ";", "\t", "|")
MOST_LINES = 1_000
TOO_LONG = f"the row is longer than {LONGEST:,} characters"
NUL = "the row holds a NUL character; the file may be damaged"
OPEN = "a quote is opened and never closed"


class Table:
    """A CSV file being read; owns what is known of its header and of a record still open."""

    def __init__(self, path: Path, ledger: Ledger) -> None:
        self.path = path
        self.ledger = ledger
        self.delimiter = ","
        self.names: tuple[str, ...] = ()
        self._waiting: list[tuple[int, str]] = []
        csv.field_size_limit(max(csv.field_size_limit(), 4 * LONGEST))

    def rows(self) -> Iterator[tuple[list[bytes], Block]]:
        """Yield the rows that fit the header, ready for a part, block by block."""
        for block in blocks(self.path):
            lines = deque(enumerate(block.text.split("\n"), block.first))
            if not self.names or self._waiting or '"' in block.text or "\0" in block.text:
                yield [self._row(*record) for record in self._records(lines)], block
            else:
                yield self._plain(lines), block
        leftover = [self._row(*record) for record in self._given_up()]
        if not self.names:
            raise UnreadableFileError(f"{self.path.name} has no header.", "Export it again.")
        if leftover:
            yield leftover, Block(0, "", self.path.stat().st_size)

    def _row(self, number: int, cells: list[str]) -> bytes:
        shown = [quoted(cell) if cell else "" for cell in cells]
        return (self.delimiter.join([str(number), *shown]) + "\n").encode()

    def _plain(self, lines: deque[tuple[int, str]]) -> list[bytes]:
        delimiter, expected, found = self.delimiter, len(self.names) - 1, []
        for number, line in lines:
            if line.count(delimiter) == expected and line and len(line) <= LONGEST:
                found.append(f"{number}{delimiter}{line}\n".encode())
            elif line:
                self._refuse(number, line, line.count(delimiter) + 1)
        return found

    def _refuse(self, number: int, line: str, fields: int) -> None:
        reason = f"{fields} fields where the header names {len(self.names)}"
        self.ledger.reject(
            self.path.name, number, TOO_LONG if len(line) > LONGEST else reason, line
        )

    def _records(self, lines: deque[tuple[int, str]]) -> Iterator[tuple[int, list[str]]]:
        while lines:
            number, line = lines.popleft()
            if not self._waiting and not line:
                continue
            if len(line) > LONGEST or "\0" in line:
                self._break_off(lines)
                self.ledger.reject(self.path.name, number, NUL if "\0" in line else TOO_LONG, line)
                continue
            if not self.names and not self._waiting:
                self.delimiter = max(DELIMITERS, key=line.count)
            self._waiting.append((number, line))
            if len(self._waiting) > 1 and '"' not in line:
                if len(self._waiting) > MOST_LINES:
                    self._break_off(lines)
                continue
            yield from self._finished(lines)

    def _finished(self, lines: deque[tuple[int, str]]) -> Iterator[tuple[int, list[str]]]:
        first = self._waiting[0][0]
        texts = [f"{line}\n" for _, line in self._waiting]
        texts[-1] = texts[-1][:-1]
        try:
            cells = next(csv.reader(texts, delimiter=self.delimiter, strict=True))
        except csv.Error as error:
            if "unexpected end" in str(error) and len(self._waiting) <= MOST_LINES:
                return
            self._break_off(lines, f"the quotes do not fit ({error})")
            return
        self._waiting.clear()
        if not self.names:
            self.names = self._header(cells)
        elif len(cells) != len(self.names):
            self._refuse(first, texts[0].rstrip("\n"), len(cells))
        else:
            yield first, cells

    def _break_off(self, lines: deque[tuple[int, str]], reason: str = OPEN) -> None:
        """Refuse the first line of an open record and read its others again as rows."""
        if not self._waiting:
            return
        (number, line), *rest = self._waiting
        self._waiting.clear()
        self.ledger.reject(self.path.name, number, reason, line)
        lines.extendleft(reversed(rest))

    def _given_up(self) -> Iterator[tuple[int, list[str]]]:
        while self._waiting:
            lines: deque[tuple[int, str]] = deque()
            self._break_off(lines)
            yield from self._records(lines)

    def _header(self, cells: list[str]) -> tuple[str, ...]:
        names = tuple(cell.strip() for cell in cells)
        name = self.path.name
        refuse_many_columns(name, len(names))
        if not all(names):
            place = names.index("") + 1
            raise UnreadableFileError(
                f"Column {place} of {name} has no name in the header (row 1).",
                "Give every column a name.",
            )
        if len(set(names)) < len(names):
            again = Counter(names).most_common(1)[0][0]
            raise UnreadableFileError(
                f"The header of {name} (row 1) names {again!r} twice.", "Rename one of them."
            )
        return names


def spool_delimited(
    path: Path, folder: Path, ledger: Ledger
) -> Generator[Progress, None, list[Part]]:
    """Write the rows of a CSV file that fit its header into parts; the others are reported."""
    table, parts, total = Table(path, ledger), list[Part](), path.stat().st_size
    for rows, block in table.rows():
        part = folder / f"{path.name[:40]}.{len(parts)}.part"
        parts.append(write_part(part, table.delimiter, table.names, rows))
        yield Progress(min(block.done, total), total, f"Reading {path.name}")
    return parts
