"""Filters for numbers, and for money with its currency."""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Decimal

from journeys.content.filters.asking import Content, UnfitError, bounded, number, whole

SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "INR": "₹", "KRW": "₩"}
NO_DIGITS = frozenset(
    (
        *("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG"),
        *("RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"),
    )
)
THREE_DIGITS = frozenset(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"])
CURRENCY = re.compile(r"[A-Z]{3}")
MAIN, MINOR = "main", "minor"


def absolute(value: Content) -> int | float:
    """Take away the minus of a number."""
    return abs(number(value))


def rounded(value: Content, digits: Content = 0) -> int | float:
    """Round a number to so many digits; a half goes to the even neighbour."""
    places = whole(digits, 0, 9)
    found = round(Decimal(str(number(value))), places)
    return int(found) if places == 0 else float(found)


def integer(value: Content) -> int:
    """Cut a number, or a text that is one, to a whole number."""
    return int(number(value))


def decimal(value: Content) -> float:
    """Make a number of a text that is one."""
    return float(number(value))


def money(value: Content, currency: Content = None, unit: Content = None) -> str:
    """Write an amount with its currency: `{{ event.price|money("EUR") }}` gives €12.50.

    A whole number counts the smallest unit (cents), as money in a journey's file does; a number
    with a decimal point, or a text, is in the main unit; `unit="main"` or `unit="minor"` says it
    outright. An object with `amount` and `currency` needs nothing more. Half a cent goes to the
    even neighbour.
    """
    if isinstance(value, Mapping):
        currency = value.get("currency", currency)
        value = value.get("amount")
    if not isinstance(currency, str) or not CURRENCY.fullmatch(currency):
        raise UnfitError("A currency is needed, written like EUR.")
    if unit not in (None, MAIN, MINOR):
        raise UnfitError("The unit of money is 'main' or 'minor'.")
    digits = 0 if currency in NO_DIGITS else 3 if currency in THREE_DIGITS else 2
    amount = _amount(value)
    is_minor = unit == MINOR or (unit is None and type(value) is int)
    if is_minor:
        amount = amount.scaleb(-digits)
    amount = amount.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_EVEN)
    sign = "-" if amount < 0 else ""
    symbol = SYMBOLS.get(currency, f"{currency} ")
    return f"{sign}{symbol}{abs(amount):,}"


def _amount(value: object) -> Decimal:
    """Return an amount to its last digit."""
    found = number(value)
    if isinstance(value, str):
        return Decimal(value.strip())
    return Decimal(str(bounded(found)))
