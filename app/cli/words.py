"""Prints what a message says: its parts, what was put in and from where, and whose clock it is."""

from collections.abc import Iterator

from app.cli.text import wrapped
from app.delivery.message import Failed, Part
from app.delivery.worded import Worded
from journeys.content.filters.asking import shown
from journeys.content.message import NO_WORDS


def lines(said: Worded, indent: str) -> Iterator[str]:
    """Yield the lines that tell what a message says, and why it says so."""
    outcome, parts = said.outcome, said.due.job.template.parts
    if isinstance(outcome, Failed):
        yield from _wrapped(f"Its words cannot be made: {fault(outcome, parts)}", indent)
    elif not parts:
        yield f"{indent}{NO_WORDS}."
        return
    else:
        for part, (_, words) in zip(parts, outcome.parts, strict=True):
            yield from _part(part, words, indent)
        for path, value in outcome.used:
            origin = said.origins[path]
            yield from _wrapped(f"Filled in: {path}, {shown(value)!r}, from {origin}.", indent)
        for path, words in outcome.fallbacks:
            yield from _wrapped(f"Missing: {path}; {words!r} stands in for it.", indent)
        for path in outcome.blanks:
            yield from _wrapped(f"Left blank: {path}.", indent)
        for change in outcome.changes:
            yield from _wrapped(f"Changed: {change}.", indent)
    yield from _wrapped(f"Zone: {said.due.zone}.", indent)


def fault(failed: Failed, parts: tuple[Part, ...]) -> str:
    """Return a fault in words, with its place and what to try."""
    called = {part.name: part.spoken for part in parts}
    where = called.get(failed.part, failed.part)
    if failed.line:
        where += f", line {failed.line}"
    told = f"{failed.words} {failed.attempt}".strip()
    return f"{told} ({where})" if where else told


def _part(part: Part, words: str, indent: str) -> Iterator[str]:
    called = f"{part.spoken[:1].upper()}{part.spoken[1:]}:"
    rows = words.split("\n")
    if len(rows) == 1:
        yield f"{indent}{called} {words}"
        return
    yield f"{indent}{called}"
    yield from (f"{indent}  {row}" for row in rows)


def _wrapped(words: str, indent: str) -> Iterator[str]:
    yield from wrapped(words, first=indent, rest=f"{indent}  ")
