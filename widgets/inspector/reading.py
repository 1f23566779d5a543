"""Numbers and moments as people write them."""

import re
from datetime import datetime
from decimal import Decimal

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


def written(number: Decimal) -> str:
    """Return a number as it is written out, however small."""
    return f"{number:f}"
