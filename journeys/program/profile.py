"""Attributes of a run: those the data have, and those its steps make or change (R223)."""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce

from journeys.people.population import ColumnType
from journeys.program.reading import Reading
from journeys.program.updates import Given, Update
from journeys.program.vocabulary import Column, Vocabulary

LIMIT = 2**43
MOST_DECIMALS = 12
HOLDS: Mapping[ColumnType, str] = {
    ColumnType.TEXT: "text",
    ColumnType.TRUTH: "yes or no",
    ColumnType.WHOLE: "a whole number",
    ColumnType.DECIMAL: "a number",
    ColumnType.INSTANT: "a time",
}


@dataclass(frozen=True, slots=True)
class Misfit:
    """A change that cannot be made: what is wrong, and what to try."""

    update: Update
    words: str
    attempt: str


class Profile:
    """What steps make of the attributes of some data; `updates` are all changes of a run."""

    def __init__(self, vocabulary: Vocabulary, updates: Sequence[Update]) -> None:
        self._vocabulary = vocabulary
        self._updates = updates
        self._properties = {column.name: column for column in vocabulary.columns}
        self._known: Mapping[str, Column] = Reading(vocabulary).attributes
        self.made = self._made()

    @property
    def attributes(self) -> Mapping[str, Column]:
        """Every attribute, those of the data first."""
        return {**self._known, **self.made}

    def _made(self) -> dict[str, Column]:
        """Return what the data do not have: copies of copies are found round by round."""
        found: dict[str, Column] = {}
        while True:
            before = dict(found)
            for update in self._updates:
                put = self.put(update, {**self._known, **found})
                if update.attribute in self._known or put is None:
                    continue
                here = found.get(update.attribute)
                joined = put if here is None else _joined(here, put)
                found[update.attribute] = Column(update.attribute, joined.type, joined.scale)
            if found == before:
                return found

    def put(self, update: Update, attributes: Mapping[str, Column]) -> Column | None:
        """Return what a change puts in, as a column; None where it fits any or is not known."""
        match update.do:
            case "set" if update.value is not None:
                return column_of(update.attribute, update.value)
            case "now":
                return Column(update.attribute, ColumnType.INSTANT)
            case "copy" if update.entry is not None:
                return self._properties.get(update.entry)
            case "copy":
                return attributes.get(update.source or "")
            case "add":
                here = attributes.get(update.attribute)
                return here or Column(update.attribute, ColumnType.WHOLE)
            case _:
                return None

    def misfits(self) -> Iterator[Misfit]:
        """Yield every change that cannot be made."""
        attributes = self.attributes
        for update in self._updates:
            put, here = self.put(update, attributes), attributes.get(update.attribute)
            if update.do == "copy" and put is None:
                what = "property" if update.entry is not None else "customer attribute"
                known = self._properties if update.entry is not None else attributes
                name = update.entry or update.source or ""
                words = f"copies the {what} {name!r}, which is not in the data"
                yield Misfit(update, words, _near(name, known))
            elif put is not None and put.scale > MOST_DECIMALS:
                words = f"puts a number with {put.scale} decimals into {update.attribute!r}"
                yield Misfit(update, words, f"Write no more than {MOST_DECIMALS} decimals.")
            elif put is not None and here is not None and not fits(put, here):
                words = f"puts {HOLDS[put.type]} into {update.attribute!r}, which is "
                words += HOLDS[here.type]
                if (put.type, here.type) == (ColumnType.DECIMAL, ColumnType.DECIMAL):
                    words = f"puts a number with {put.scale} decimals into {update.attribute!r}, "
                    words += f"which keeps {here.scale}"
                yield Misfit(update, words, "Choose another attribute, or another value.")
            elif update.do in ("set", "add") and here is not None and _is_large(update, here):
                words = f"puts a number into {update.attribute!r} that is too large for it"
                yield Misfit(update, words, "Choose a smaller number.")


def column_of(name: str, value: Given) -> Column:
    """Return the column that a written value asks for."""
    if isinstance(value, bool):
        return Column(name, ColumnType.TRUTH)
    if isinstance(value, str):
        return Column(name, ColumnType.TEXT)
    exponent = value.normalize().as_tuple().exponent
    scale = max(0, -exponent) if isinstance(exponent, int) else 0
    return Column(name, ColumnType.DECIMAL if scale else ColumnType.WHOLE, scale)


def column_for(name: str, values: Iterable[Given]) -> Column | None:
    """Return the column that holds written values, None for none; of two types that of the first.

    Numbers are kept with the decimals of the one that has most, but for those beyond the limit.
    """
    each = (column_of(name, value) for value in values)
    columns = [column for column in each if column.scale <= MOST_DECIMALS]
    return reduce(_joined, columns) if columns else None


def _joined(one: Column, other: Column) -> Column:
    """Return what holds both; the first where nothing does."""
    if one.is_number and other.is_number:
        scale = max(one.scale, other.scale)
        type_ = ColumnType.DECIMAL if ColumnType.DECIMAL in (one.type, other.type) else one.type
        return Column(one.name, type_, scale)
    return one


def fits(put: Column, here: Column) -> bool:
    """Say whether what one column holds can be put into another as it is."""
    if here.type is ColumnType.DECIMAL:
        return put.is_number and put.scale <= here.scale
    return put.type is here.type


def _is_large(update: Update, here: Column) -> bool:
    is_number = isinstance(update.value, Decimal) and here.is_number
    return is_number and abs(Decimal(update.value or 0).scaleb(here.scale)) > LIMIT


def _near(name: str, known: Mapping[str, Column]) -> str:
    near = difflib.get_close_matches(name, sorted(known), n=1)
    return f"Did you mean {near[0]!r}?" if near else "Choose one that the data has."


def widened(vocabulary: Vocabulary, updates: Sequence[Update]) -> Vocabulary:
    """Return a vocabulary with the attributes that steps make, and the texts they put in."""
    if not updates:
        return vocabulary
    made = Profile(vocabulary, updates).made
    texts = [update.value for update in updates if isinstance(update.value, str)]
    return vocabulary.with_more(tuple(made.values()), texts)
