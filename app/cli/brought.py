"""Prints what came of an import: the columns and their meaning, and every row left out."""

from collections.abc import Iterator

from app.cli.text import columns, number, several, wrapped
from storage.importing.bring import Imported
from storage.importing.mapping import CustomerMapping, EventMapping, Mapping
from storage.importing.report import Report

SHOWN = 20


def lines(imported: Imported) -> Iterator[str]:
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


def _mapped(imported: Imported) -> Iterator[str]:
    mapping, words = imported.mapping, imported.dataset.vocabulary
    types = {typed.name: str(typed.type) for typed in mapping.types}
    rows = [*_event_rows(mapping.events), *_customer_rows(mapping.customers)]
    attributes = [*_attributes(mapping)]
    rows += [(f"{kind} {name}", column, types.get(name, "")) for kind, name, column in attributes]
    taken = {column for _, _, column in attributes}
    rows += [
        ("property of the event", each.name, types.get(each.name, ""))
        for each in words.columns
        if each.name not in taken
    ]
    yield from columns([("meaning", "column", "read as"), *rows], left=3)


def _event_rows(mapping: EventMapping | None) -> Iterator[tuple[str, str, str]]:
    if mapping is None:
        return
    roles = ("customer", "event", "time", "id", "session", "source")
    for role in roles:
        column = getattr(mapping, role)
        if column is not None:
            yield f"event: {role}", column, "instant" if role == "time" else "text"


def _customer_rows(mapping: CustomerMapping | None) -> Iterator[tuple[str, str, str]]:
    if mapping is None:
        return
    yield "customer file: customer", mapping.customer, "text"
    if mapping.time is not None:
        yield "customer file: time", mapping.time, "instant"


def _attributes(mapping: Mapping) -> Iterator[tuple[str, str, str]]:
    for of in (mapping.events, mapping.customers):
        for named in of.attributes if of is not None else ():
            yield "attribute", named.name, named.column


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
