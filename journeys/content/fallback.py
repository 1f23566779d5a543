"""Gives variables in a template a fallback, changing not a letter beside it."""

import re
from collections.abc import Iterator

from journeys.content.reading import Reading, read
from journeys.content.sort import Sort
from journeys.content.stand_in import STAND_IN
from journeys.content.use import Use

MOST = 50
ROOM = 40
LINK = re.compile(r"(?:href|src|action)\s*=\s*[\"']?\s*$", re.IGNORECASE)
LISTED = re.compile(r"\bin\s+$")


def with_fallback(source: str, sort: Sort, path: str, words: str = STAND_IN) -> str | None:
    """Return a template in which a variable has a fallback wherever it is needed.

    `words` are shown in its place and hold no quotation mark. None where there is no room for a
    fallback: at the beginning of a link, or where the template would mean something else with it.
    """
    text, reading = source, read(source, sort)
    for _ in range(MOST):
        needed = _needed(reading, path)
        if not needed:
            return text
        for better in _candidates(text, needed[-1], words):
            after = read(better, sort)
            if _is_better(reading, after, path):
                text, reading = better, after
                break
        else:
            return None
    return None


def begins_link(source: str, use: Use) -> bool:
    """Say whether a variable stands at the beginning of a link, where only a link fits."""
    shown = source.rfind("{{", 0, use.place.offset)
    return LINK.search(source[max(0, shown - ROOM) : max(0, shown)]) is not None


def _needed(reading: Reading, path: str) -> list[Use]:
    return [use for use in reading.uses if use.path == path and use.is_needed]


def _is_better(before: Reading, after: Reading, path: str) -> bool:
    """Say whether a variable is needed less often, and nothing else is asked or wrong."""
    return (
        len(_needed(after, path)) < len(_needed(before, path))
        and [use.path for use in after.uses] == [use.path for use in before.uses]
        and set(after.needed) <= set(before.needed)
        and len(after.faults) == len(before.faults)
    )


def _candidates(text: str, use: Use, words: str) -> Iterator[str]:
    """Yield templates with a fallback: behind all of a value, around it, behind the variable."""
    begin, end = use.place.offset, use.place.offset + use.length
    shown, tag = text.rfind("{{", 0, begin), text.rfind("{%", 0, begin)
    fallback = f'|default("{words}")'
    if begins_link(text, use):
        return
    if shown > tag:
        closing = text.find("}}", end)
        inside = text[shown + 2 : closing]
        first = shown + 2 + len(inside) - len(inside.lstrip("-+ \n\t"))
        last = shown + 2 + len(inside.rstrip("-+ \n\t"))
        yield f"{text[:last]}{fallback}{text[last:]}"
        yield f"{text[:first]}({text[first:last]}){fallback}{text[last:]}"
    if LISTED.search(text, 0, begin):
        yield f"{text[:end]}|default([]){text[end:]}"
    yield f"{text[:end]}{fallback}{text[end:]}"
