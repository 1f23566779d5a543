"""Numbers, shares and dates as people read them."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

MINUS = "\u2212"
DASH = "\u2013"
NO_WIDTH = "\u200b"
LONG = 16
IN_SHORT = 3
VERY_LONG = re.compile(rf"\S{{{LONG + 1},}}")


def number(count: int) -> str:
    """Return a number with separators between thousands: 31,106."""
    return f"{count:,}"


def lost(count: int) -> str:
    """Return how many are gone, with a true minus."""
    return f"{MINUS}{count:,}"


def share(part: int, whole: int) -> str:
    """Return a part of a whole in percent; a dash where there is no whole."""
    if not whole:
        return DASH
    percent = 100 * part / whole
    if 0 < percent < 0.1:  # noqa: PLR2004 a tenth of a percent
        return "<0.1%"
    if 0 < percent < 1:
        return f"{percent:.1f}%"
    return f"{percent:.0f}%"


def shares(parts: Sequence[int], whole: int) -> list[str]:
    """Return the parts of one whole in percent, rounded so that they add up to 100.

    Tenths are said where a part is below one percent. What is cut off goes to the parts that lose
    most by it (the method of the largest remainder).
    """
    if not whole or sum(parts) != whole:
        return [share(part, whole) for part in parts]
    is_fine = any(0 < 100 * part < whole for part in parts)
    units = 1_000 if is_fine else 100
    found = [units * part // whole for part in parts]
    losing = sorted(range(len(parts)), key=lambda place: -(units * parts[place] % whole))
    for place in losing[: units - sum(found)]:
        found[place] += 1
    return [
        "<0.1%" if part and not each else f"{each / 10:.1f}%" if is_fine else f"{each}%"
        for part, each in zip(parts, found, strict=True)
    ]


def exact_share(part: int, whole: int) -> str:
    """Return a part of a whole in percent with one decimal, for shares that are compared."""
    return f"{100 * part / whole:.1f}%" if whole else DASH


def breakable(text: str) -> str:
    """Return a text whose very long words may go on in a new line."""
    return VERY_LONG.sub(lambda found: NO_WIDTH.join(_cut(found.group())), text)


def _cut(word: str) -> list[str]:
    return [word[at : at + LONG] for at in range(0, len(word), LONG)]


def day(when: date) -> str:
    """Return a day of a year: 5 Jan 2026."""
    return f"{when.day} {when:%b %Y}"


def span(start: str, end: str, zone: str) -> str:
    """Return the days from one instant to another by the clock of a zone."""
    first, last = (datetime.fromisoformat(each).astimezone(ZoneInfo(zone)) for each in (start, end))
    if first.year == last.year:
        return f"{first.day} {first:%b} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def duration(seconds: float) -> str:
    """Return how long a run took: 40 ms, 0.8 s, 12 s, 3 min."""
    if seconds < 0.1:  # noqa: PLR2004 below a tenth of a second
        return f"{max(round(1_000 * seconds), 1)} ms"
    if seconds < 10:  # noqa: PLR2004 tenths matter up to ten seconds
        return f"{seconds:.1f} s"
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"  # noqa: PLR2004


def in_short(sentences: Sequence[str]) -> str:
    """Return the first half of each of the first sentences, the most far-reaching of all."""
    return ". ".join(each.partition(";")[0].rstrip(".") for each in sentences[:IN_SHORT])
