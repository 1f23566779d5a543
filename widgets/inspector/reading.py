"""Numbers as people write them."""

import re
from decimal import Decimal

DECIMAL = re.compile(r"-?\d{1,20}([.,]\d{1,20})?", re.ASCII)


def read_decimal(text: str) -> Decimal | None:
    """Return a number written with a point or a comma; None where it is none."""
    tidy = text.strip().replace("\u2212", "-")
    return Decimal(tidy.replace(",", ".")) if DECIMAL.fullmatch(tidy) else None


def written(number: Decimal) -> str:
    """Return a number as it is written out, however small."""
    return f"{number:f}"
