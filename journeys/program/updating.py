"""Changes of the profile as integers."""

from decimal import Decimal

from journeys.program import operations as op
from journeys.program.reading import Reading
from journeys.program.updates import Given, Update
from journeys.program.vocabulary import MISSING, Column


def lowered(update: Update, reading: Reading) -> tuple[int, int, int, int]:
    """Return what is done, the attribute's slot, with what, and by how much that is multiplied."""
    slot, column = reading.attribute(update.attribute)
    if update.do == "copy":
        is_own = update.entry is None
        place, source = (
            reading.attribute(update.source or "") if is_own else reading.column(update.entry or "")
        )
        do = op.UPDATE_ATTRIBUTE if is_own else op.UPDATE_ENTRY
        return do, slot, place, 10 ** (column.scale - source.scale)
    if update.do == "now":
        return op.UPDATE_NOW, slot, 0, 1
    if update.do == "add":
        if not column.is_number:
            return op.UPDATE_STAY, slot, 0, 1
        return op.UPDATE_ADD, slot, encoded(update.value, column, reading), 1
    return op.UPDATE_SET, slot, encoded(update.value, column, reading), 1


def encoded(value: Given | None, column: Column, reading: Reading) -> int:
    """Return a written value as the engine keeps it in a column; none is missing."""
    if value is None:
        return MISSING
    if isinstance(value, str):
        return reading.vocabulary.text_codes[value]
    return int(Decimal(value).scaleb(column.scale))
