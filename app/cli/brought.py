"""Prints what came of an import: the columns and their meaning, and every row left out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.cli.text import columns, number, several, wrapped
from storage.importing.meanings import Meaning, meanings
from storage.importing.report import Report

if TYPE_CHECKING:
    from storage.importing.bring import Imported

SHOWN = 20


def lines(imported: "Imported") -> Iterator[str]:
    """Yield the lines that tell a person what an import did."""
    report = imported.report
    yield (
        f"{several(report.customers, 'customer')}, {several(report.events, 'event')}, "
        f"{several(report.changes, 'change of attributes', 'changes of attributes')}"
    )
    yield ""
    yield from _mapped(imported)
    yield from _rejected(report)
    yield from _told(report)


def _mapped(imported: "Imported") -> Iterator[str]:
    found = meanings(imported.mapping, imported.dataset.vocabulary)
    rows = [(_words(each), each.column, str(each.type or "")) for each in found]
    yield from columns([("meaning", "column", "read as"), *rows], left=3)


def _words(meaning: Meaning) -> str:
    if meaning.became == "property":
        return "property of the event"
    if meaning.became == "attribute":
        return f"attribute {meaning.name}"
    return f"{'customer file' if meaning.is_of_customers else 'event'}: {meaning.became}"


def _rejected(report: Report) -> Iterator[str]:
    if not report.rejected:
        return
    yield ""
    yield f"Left out: {several(len(report.rejected), 'row')}"
    for row in report.rejected[:SHOWN]:
        said = f": {row.text}" if row.text else ""
        yield from wrapped(f"{row.file}, row {number(row.row)}: {row.reason}{said}", rest=" " * 6)
    if len(report.rejected) > SHOWN:
        more = number(len(report.rejected) - SHOWN)
        yield f"  and {more} more; --json lists them all"


def _told(report: Report) -> Iterator[str]:
    for rounding in report.roundings:
        yield from wrapped(
            f"{several(rounding.count, 'number')} of {rounding.name!r} rounded to "
            f"{several(rounding.scale, 'decimal')}.",
            first="",
        )
    varying = [history for history in report.histories if history.customers]
    yield ""
    for history in varying:
        yield from wrapped(
            f"The attribute {history.name!r} changes within "
            f"{several(history.customers, 'customer')}: its history is kept.",
            first="",
        )
    if report.assumptions:
        yield "Taken for granted"
        for words in report.assumptions:
            yield from wrapped(words, first="  - ")
