"""One spelling for everything: the same content has the same bytes on every machine (RFC 8785)."""

import json
from decimal import Decimal
from hashlib import sha256

from journeys.values import Json

EXACT = 21
SMALLEST = -6


def canonical(tree: Json) -> str:
    """Return a JSON tree in the form of RFC 8785: no spaces, names by UTF-16, shortest numbers."""
    if isinstance(tree, dict):
        names = sorted(tree, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(f"{_text(name)}:{canonical(tree[name])}" for name in names) + "}"
    if isinstance(tree, (list, tuple)):
        return "[" + ",".join(canonical(item) for item in tree) + "]"
    if isinstance(tree, float):
        return number(tree)
    return _text(tree)


def fingerprint(tree: Json) -> str:
    """Return the sha256 of the canonical form in hexadecimal."""
    return sha256(canonical(tree).encode()).hexdigest()


def number(value: float) -> str:
    """Return a number as ECMAScript writes it, which RFC 8785 prescribes: 1e-7, 0.5, 1e+21."""
    if value == 0:
        return "0"
    sign, digits, exponent = Decimal(repr(value)).normalize().as_tuple()
    text = "".join(map(str, digits))
    point = len(text) + int(exponent)
    minus = "-" if sign else ""
    if len(text) <= point <= EXACT:
        return minus + text + "0" * (point - len(text))
    if 0 < point <= EXACT:
        return f"{minus}{text[:point]}.{text[point:]}"
    if SMALLEST < point <= 0:
        return f"{minus}0.{'0' * -point}{text}"
    fraction = f".{text[1:]}" if text[1:] else ""
    return f"{minus}{text[0]}{fraction}e{point - 1:+d}"


def _text(content: str | float | None) -> str:
    return json.dumps(content, ensure_ascii=False)
