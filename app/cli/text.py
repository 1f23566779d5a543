"""Words and numbers as the command line shows them: aligned, with separators, without surprises."""

import sys
import textwrap
from collections.abc import Iterator, Sequence

from journeys.document.parsing import printable

WIDTH = 88
GAP = "  "


def number(count: int) -> str:
    """Return a number with separators between thousands: 31,106."""
    return f"{count:,}"


def share(part: int, whole: int) -> str:
    """Return a part of a whole in percent, or a dash where there is no whole."""
    return f"{100 * part / whole:.1f}%" if whole else "-"


def several(count: int, one: str, more: str = "") -> str:
    """Return a number with its noun: '1 row', '1,346 rows'."""
    return f"{count:,} {one if count == 1 else more or one + 's'}"


def columns(rows: Sequence[Sequence[str]], *, indent: str = GAP, left: int = 1) -> Iterator[str]:
    """Yield rows as aligned lines; the first `left` columns are text, the others numbers."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            cell.ljust(width) if place < left else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield f"{indent}{GAP.join(cells)}".rstrip()


def wrapped(words: str, *, first: str = GAP, rest: str = "") -> Iterator[str]:
    """Yield a sentence in lines that fit on a screen, `first` before the first one."""
    later = rest or " " * len(first)
    yield from textwrap.wrap(
        words, WIDTH, initial_indent=first, subsequent_indent=later, break_on_hyphens=False
    )


def show(*lines: str) -> None:
    """Print lines for the person; what cannot be shown on a screen is marked, not sent to it."""
    for line in lines:
        print(printable(line))


def tell(*lines: str) -> None:
    """Tell the person something beside the result, on stderr."""
    for line in lines:
        sys.stderr.write(f"{printable(line)}\n")
    sys.stderr.flush()
