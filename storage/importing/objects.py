"""Reads JSON Lines: one event or customer a line, nested objects spread out with dots."""

import json
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

from journeys.errors import UnreadableFileError
from journeys.progress import Progress
from storage.importing.lines import LONGEST, blocks
from storage.importing.report import Ledger
from storage.importing.spool import Part, quoted, refuse_many_columns, write_part

DEEPEST = 100


class Bare(str):
    """A cell that stood in the file without quotes: a number or a truth."""

    __slots__ = ()


Row = dict[str, str | None]


class NotAnObjectError(ValueError):
    """A line that is not one JSON object; says why."""


def read_object(line: str) -> Row:
    """Return the cells of one line by their dotted names; raises NotAnObjectError otherwise."""
    if len(line) > LONGEST:
        raise NotAnObjectError(f"the row is longer than {LONGEST:,} characters")
    if "\0" in line:
        raise NotAnObjectError("the row holds a NUL character; the file may be damaged")
    try:
        found = DECODER.decode(line)
    except RecursionError:
        raise NotAnObjectError(f"it is nested more than {DEEPEST} deep") from None
    except json.JSONDecodeError as error:
        raise NotAnObjectError(f"it is not JSON: {error.msg} at column {error.colno}") from None
    if not isinstance(found, dict):
        raise NotAnObjectError("it is not a JSON object in curly brackets")
    row = _without_repeats(list(_flat(found)))
    if "[" in line and any(isinstance(cell, list) for cell in row.values()):
        row |= _lists(line)
    if "\\u" in line:
        _refuse_odd_characters(row)
    return row


def _refuse_odd_characters(row: Row) -> None:
    """Refuse what only an escape can bring into a text that is UTF-8 without NULs."""
    if any("\0" in cell for cell in (*row, *row.values()) if cell):
        raise NotAnObjectError("a text in it holds a NUL character")
    try:
        "".join([*row, *filter(None, row.values())]).encode()
    except UnicodeEncodeError:
        raise NotAnObjectError("a text in it holds half a character") from None


def _refuse(word: str) -> str:
    raise NotAnObjectError(f"{word} is not a number JSON knows")


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise NotAnObjectError("it names something twice")
    return found


DECODER = json.JSONDecoder(
    parse_int=Bare, parse_float=Bare, parse_constant=_refuse, object_pairs_hook=_without_repeats
)


def _flat(found: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    levels = [("", iter(found.items()))]
    while levels:
        prefix, items = levels[-1]
        for name, content in items:
            if isinstance(content, dict):
                if len(levels) >= DEEPEST:
                    raise NotAnObjectError(f"it is nested more than {DEEPEST} deep")
                levels.append((f"{prefix}{name}.", iter(content.items())))
                break
            if isinstance(content, bool):
                yield prefix + name, Bare("true" if content else "false")
            else:
                yield prefix + name, content
        else:
            levels.pop()


def _lists(line: str) -> Row:
    """Return the lists of a line as JSON text, with their numbers as numbers."""
    try:
        return {
            name: json.dumps(cell, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
            for name, cell in _flat(json.loads(line))
            if isinstance(cell, list)
        }
    except (RecursionError, ValueError):
        raise NotAnObjectError("a list in it cannot be read") from None


def spool_objects(
    path: Path, folder: Path, ledger: Ledger
) -> Generator[Progress, None, list[Part]]:
    """Write the objects of a JSON Lines file into parts; lines that are none are reported."""
    parts, total, known = list[Part](), path.stat().st_size, dict[str, None]()
    for block in blocks(path):
        rows = list[tuple[int, Row]]()
        for number, line in enumerate(block.text.split("\n"), block.first):
            if not line or line.isspace():
                continue
            try:
                row = read_object(line)
            except NotAnObjectError as error:
                ledger.reject(path.name, number, str(error), line)
            else:
                rows.append((number, row))
                known.update(dict.fromkeys(row))
                refuse_many_columns(path.name, len(known))
        parts.append(_part(folder / f"{path.name[:40]}.{len(parts)}.part", rows))
        yield Progress(block.done, total, f"Reading {path.name}")
    if not known:
        first = next((one.row for one in ledger.rejected if one.file == path.name), 1)
        raise UnreadableFileError(
            f"{path.name} holds no JSON objects; the first line that is none is row {first}.",
            "Write one object in curly brackets a line (JSON Lines).",
        )
    return parts


def _part(path: Path, rows: list[tuple[int, Row]]) -> Part:
    names = list(dict.fromkeys(name for _, row in rows for name in row))
    spoken = {
        name
        for _, row in rows
        for name, cell in row.items()
        if cell is not None and not isinstance(cell, Bare)
    }
    written = (
        (",".join([str(number), *(quoted(row.get(name)) for name in names)]) + "\n").encode()
        for number, row in rows
    )
    return write_part(path, ",", names, written, frozenset(spoken))
