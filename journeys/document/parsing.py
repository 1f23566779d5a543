"""The text of a file, taken apart with suspicion: everything odd is refused with its place."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NoReturn, TypeAlias

from journeys.errors import UnreadableFileError
from journeys.values import Json

LARGEST_FILE = 50_000_000
DEEPEST = 100
LARGEST_WHOLE = 2**53
SHORT_NUMBER = 16
LONGEST_NUMBER = 40

Path: TypeAlias = tuple[str, ...]

SYNTAX = {
    "Expecting value": "a value is expected",
    "Expecting ',' delimiter": "a comma is expected",
    "Expecting ':' delimiter": "a colon is expected",
    "Expecting property name enclosed in double quotes": "a name in double quotes is expected",
    "Extra data": "the file should end",
    "Unterminated string starting at": "a text begins that never ends",
    "Invalid control character at": "a line break or control character stands inside a text",
}


@dataclass(frozen=True, slots=True)
class _Odd:
    """Stands in the tree where something cannot be kept, until its place is known."""

    words: str


def parse(content: bytes) -> dict[str, Json]:
    """Return the JSON object a file holds; raises UnreadableFileError with the place.

    Refused: more than 50 MB, other encodings than UTF-8, broken JSON, NaN and infinity, names
    that stand twice in one object, lone surrogates, nesting over 100, and numbers that a double
    (RFC 8785) does not keep exactly.
    """
    if len(content) > LARGEST_FILE:
        _refuse(f"The file has {len(content) / 1e6:.0f} MB, more than 50 MB.", "Is it a journey?")
    tree = _tree(_text(content))
    if not isinstance(tree, dict):
        refuse_at((), _odd_words(tree) or "the file should hold one JSON object, as a journey does")
    for path, words in _oddities(tree):
        refuse_at(path, words)
    return tree


def refuse_at(path: Path, words: str, attempt: str = "") -> NoReturn:
    """Raise UnreadableFileError for one place of the file, such as nodes/wait_1/duration."""
    place = "/".join(part if len(part) <= LONGEST_NUMBER else f"{part[:37]}..." for part in path)
    said = f"At {printable(place)}: {words}." if place else f"{words[:1].upper()}{words[1:]}."
    _refuse(said, attempt or "Correct it there, or open an older copy of the file.")


def printable(text: str) -> str:
    """Return a text from a file fit to be shown: without surrogates and control characters."""
    return "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text
    )


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        _refuse(f"The file is not UTF-8 text (line {line}).", "Save it again as UTF-8.")


def _tree(text: str) -> Json:
    try:
        found: Json = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_whole,
            parse_float=_decimal,
            parse_constant=lambda word: _Odd(f"{word} is no number that can be kept"),
        )
    except json.JSONDecodeError as error:
        _refuse(*_syntax(error, text))
    except RecursionError:
        _refuse(f"The file is nested deeper than {DEEPEST} levels.", "Is it a journey?")
    return found


def _syntax(error: json.JSONDecodeError, text: str) -> tuple[str, str]:
    place = f"line {error.lineno}, column {error.colno}"
    if not text.strip():
        return "The file is empty.", "Open an older copy of it."
    if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated"):
        return f"The file ends too early ({place}).", "Was it copied whole?"
    words = SYNTAX.get(error.msg, error.msg[:1].lower() + error.msg[1:])
    return f"The file is no valid JSON: {words} at {place}.", "Correct it there."


def _object(pairs: list[tuple[str, Json]]) -> "dict[str, Json] | _Odd":
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    seen: set[str] = set()
    for name, _ in pairs:
        if name in seen:
            return _Odd(f"the name {printable(name[:60])!r} stands twice")
        seen.add(name)
    return made


def _whole(text: str) -> "int | _Odd":
    if len(text) < SHORT_NUMBER:
        return int(text)
    if len(text) > LONGEST_NUMBER or abs(int(text)) > LARGEST_WHOLE:
        return _Odd(f"the number {text[:20]}... is too large")
    return int(text)


def _decimal(text: str) -> "float | _Odd":
    if len(text) <= LONGEST_NUMBER:
        number = float(text)
        if Decimal(repr(number)) == Decimal(text):
            return number
    return _Odd(f"the number {text[:20]} is too large or has more digits than can be kept")


def _odd_words(item: object) -> str:
    if isinstance(item, _Odd):
        return item.words
    if isinstance(item, str) and not item.isascii() and _has_surrogate(item):
        return "a text holds half a character (a lone surrogate)"
    return ""


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= letter <= "\udfff" for letter in text)


def _oddities(tree: dict[str, Json]) -> Iterator[tuple[Path, str]]:
    """Yield each place that cannot be kept; walks without recursion, however deep the tree."""
    waiting: list[tuple[Path, dict[str, Json] | list[Json]]] = [((), tree)]
    while waiting:
        path, item = waiting.pop()
        parts: Iterable[tuple[str | int, Json]] = (
            item.items() if isinstance(item, dict) else enumerate(item)
        )
        for name, part in parts:
            if isinstance(part, int) and isinstance(name, int):
                continue
            words = _odd_words(name) or _odd_words(part)
            if words:
                yield (*path, str(name)), words
            if not isinstance(part, (dict, list)):
                continue
            if len(path) + 2 > DEEPEST:
                yield (*path[:3], str(name)), f"the file is nested deeper than {DEEPEST} levels"
            if part:
                waiting.append(((*path, str(name)), part))


def _refuse(what: str, attempt: str) -> NoReturn:
    raise UnreadableFileError(what, attempt)
