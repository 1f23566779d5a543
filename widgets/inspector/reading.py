"""Numbers and moments as people write them."""

import re
from datetime import datetime
from decimal import Decimal

from journeys.people.population import ColumnType

Scalar = bool | str | Decimal

DECIMAL = re.compile(r"-?\d{1,20}([.,]\d{1,20})?", re.ASCII)


def read_decimal(text: str) -> Decimal | None:
    """Return a number written with a point or a comma; None where it is none."""
    tidy = text.strip().replace("\u2212", "-")
    return Decimal(tidy.replace(",", ".")) if DECIMAL.fullmatch(tidy) else None


def read_moment(text: str) -> str | None:
    """Return a date, with its time where one is written, as it is kept; without a zone it is UTC.

    What says its zone stays as it is written; None where it is no date.
    """
    try:
        read = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return text.strip() if read.tzinfo is not None else f"{read.isoformat()}Z"


def written_moment(moment: str) -> str:
    """Return a moment as people write it: one in UTC without its zone."""
    return moment.removesuffix("Z").replace("T", " ") if moment.endswith("Z") else moment


def written(number: Decimal) -> str:
    """Return a number as it is written out, however small."""
    return f"{number:f}"


def typed(held: ColumnType | None, text: str) -> Scalar | None:
    """Return a text as what is held there; None where it does not fit."""
    if held in (ColumnType.WHOLE, ColumnType.DECIMAL):
        return read_decimal(text)
    if held is ColumnType.TRUTH:
        return text.strip().casefold() in {"yes", "true", "1"}
    return text


def type_of(value: object) -> ColumnType:
    """Return what sort of value this is."""
    first = value[0] if isinstance(value, tuple) and value else value
    if isinstance(first, bool):
        return ColumnType.TRUTH
    return ColumnType.DECIMAL if isinstance(first, Decimal) else ColumnType.TEXT
