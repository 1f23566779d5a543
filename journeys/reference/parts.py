"""What the pages say alike of steps and of their parts: words, a table of fields, problems."""

from collections.abc import Iterable, Iterator

from journeys.reference.faults import Fault
from journeys.reference.fields import Part, described, table
from journeys.reference.lines import paragraphs


def part_lines(part: Part) -> Iterator[str]:
    """Yield what a part says of itself, and its fields."""
    yield from paragraphs(described(part))
    if fields := tuple(table(part)):
        yield from (*fields, "")


def problem_words(found: Iterable[Fault]) -> Iterator[str]:
    """Yield each problem with how bad it is and the sentence it is told in."""
    for fault in found:
        sort = "a warning" if fault.is_warning else "an error"
        mends = ", with a fix" if fault.has_fix else ""
        yield f"`{fault.code}`, {sort}{mends}: “{fault.words}”"
