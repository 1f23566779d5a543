"""Comparing and calculating in a template: plain values alone, and missing ones stay missing."""

import operator
from collections.abc import Callable, Mapping
from typing import Any

from app.delivery.missing import Missing, there
from journeys.content.filters.asking import (
    UnfitError,
    bounded,
    kind,
    listed,
    not_too_long,
    number,
    text,
    whole,
)
from journeys.content.limits import LARGEST_NUMBER

SUMS: Mapping[str, Callable[[Any, Any], Any]] = {
    "add": operator.add,
    "sub": operator.sub,
    "mul": operator.mul,
    "div": operator.truediv,
    "floordiv": operator.floordiv,
    "mod": operator.mod,
}
ORDERS: Mapping[str, Callable[[Any, Any], bool]] = {
    "lt": operator.lt,
    "lteq": operator.le,
    "gt": operator.gt,
    "gteq": operator.ge,
}


class Operators:
    """The operators of a template; `burn` pays for what they go through."""

    def __init__(self, burn: Callable[[int], None]) -> None:
        self._burn = burn

    def compare(self, value: object, *rest: object) -> bool:
        """Compare values, each with the next; with a missing one it is false (R31)."""
        for sign, other in zip(rest[::2], rest[1::2], strict=True):
            self._burn(1 + _letters(value) + _letters(other))
            if type(value) is Missing or type(other) is Missing:
                return False
            if not self._holds(value, str(sign), other):
                return False
            value = other
        return True

    def _holds(self, one: object, sign: str, other: object) -> bool:
        if sign in ("eq", "ne"):
            return _same(one, other) is (sign == "eq")
        if sign in ("in", "notin"):
            return self._is_in(one, other) is (sign == "in")
        if isinstance(one, str) is not isinstance(other, str) or not {type(one), type(other)} <= {
            *(str, int, float, bool),
        }:
            raise UnfitError(f"{kind(one).capitalize()} cannot be compared with {kind(other)}.")
        return ORDERS[sign](_folded(one), _folded(other))

    def _is_in(self, one: object, many: object) -> bool:
        if isinstance(many, str):
            return str(_folded(text(one))) in str(_folded(many))
        if isinstance(many, dict):
            return one in many if isinstance(one, str) else False
        entries = listed(many)
        self._burn(len(entries))
        return any(_same(one, entry) for entry in entries)

    def calculate(self, left: object, sign: str, right: object) -> object:
        """Calculate with two numbers; + also joins two texts or two lists."""
        self._burn(1)
        for side in (left, right):
            if type(side) is Missing:
                return side
        if sign == "add" and isinstance(left, str) and isinstance(right, str):
            not_too_long(len(left) + len(right))
            self._burn(len(left) + len(right))
            return left + right
        if sign == "add" and isinstance(left, list) and isinstance(right, list):
            self._burn(len(left) + len(right))
            return listed([*left, *right])
        if isinstance(left, str) or isinstance(right, str):
            raise UnfitError("Only numbers can be calculated with; |int makes one of a text.")
        one, other = number(left), number(right)
        if not other and sign in ("div", "floordiv", "mod"):
            raise UnfitError("Nothing can be divided by 0.")
        found: float = SUMS[sign](one, other)
        return bounded(found)

    def negate(self, value: object, sign: str) -> object:
        """Turn the sign of a number."""
        if type(value) is Missing:
            return value
        return -number(value) if sign == "neg" else number(value)

    def cut(self, value: object, start: object, stop: object, step: object) -> object:
        """Return a part of a text or a list."""
        if type(value) is Missing:
            return value
        if not isinstance(value, (str, list)):
            raise UnfitError(f"A part of {kind(value)} cannot be taken.")
        most = LARGEST_NUMBER
        ends = [
            None if each is None else whole(there(each), -most, most)
            for each in (start, stop, step)
        ]
        if ends[2] == 0:
            raise UnfitError("A step cannot be 0.")
        self._burn(len(value))
        return value[slice(*ends)]


def _letters(value: object) -> int:
    return len(value) if isinstance(value, str) else 0


def _folded(value: object) -> object:
    return value.casefold() if isinstance(value, str) else value


def _same(one: object, other: object) -> bool:
    """Return whether two plain values are alike, texts without regard to capitals (R32)."""
    if isinstance(one, (list, dict)) or isinstance(other, (list, dict)):
        raise UnfitError("Lists and objects cannot be compared as a whole.")
    return bool(_folded(one) == _folded(other))
