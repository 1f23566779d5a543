"""Gives variables in a template a fallback, changing not a letter beside it."""

import re
from collections.abc import Iterator

from journeys.content.reading import Reading, read
from journeys.content.sort import Sort
from journeys.content.stand_in import STAND_IN
from journeys.content.use import Use

MOST_READ = 4_000_000  # letters, while a place is looked for
ROOM = 40
LINK = re.compile(r"(?:href|src|action)\s*=\s*[\"']?\s*$", re.IGNORECASE)
LISTED = re.compile(r"\bin\s+$")


def with_fallback(
    source: str, sort: Sort, path: str, words: str = STAND_IN, most: int = MOST_READ
) -> str | None:
    """Return a template in which a variable has a fallback wherever it is needed.

    `words` are shown in its place and hold no quotation mark. None where there is no room for a
    fallback: at the beginning of a link, or where the template would mean something else with it;
    or where more than `most` letters would be read to find it.
    """
    text, reading = source, read(source, sort)
    if not reading.needed or path not in reading.needed:
        return source
    everywhere = _everywhere(source, _needed(reading, path), words)
    if _is_better(reading, read(everywhere, sort), path, least=0):
        return everywhere
    left = most
    while needed := _needed(reading, path):
        for better in _candidates(text, needed[-1], words):
            left -= len(better)
            if left < 0:
                return None
            after = read(better, sort)
            if _is_better(reading, after, path):
                text, reading = better, after
                break
        else:
            return None
    return text


def _everywhere(text: str, needed: list[Use], words: str) -> str:
    """Return a template with the simplest fallback at all places; they are read as one."""
    last = len(text)
    for use in reversed(needed):
        if use.place.offset >= last:
            continue  # it stands in a value that has one by now
        better = next(_candidates(text, use, words), None)
        if better is None:
            return text
        shown = text.rfind("{{", 0, use.place.offset)
        is_shown = shown > text.rfind("{%", 0, use.place.offset)
        text, last = better, shown if is_shown else use.place.offset
    return text


def begins_link(source: str, use: Use) -> bool:
    """Say whether a variable stands at the beginning of a link, where only a link fits."""
    shown = source.rfind("{{", 0, use.place.offset)
    return LINK.search(source[max(0, shown - ROOM) : max(0, shown)]) is not None


def _needed(reading: Reading, path: str) -> list[Use]:
    return [use for use in reading.uses if use.path == path and use.is_needed]


def _is_better(before: Reading, after: Reading, path: str, least: int | None = None) -> bool:
    """Say whether a variable is needed less often, and nothing else is asked or wrong.

    With `least` it is needed no more often than that.
    """
    still, was = len(_needed(after, path)), len(_needed(before, path))
    return (
        (still < was if least is None else still <= least)
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
