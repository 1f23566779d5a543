"""Reads what a worker answers; a worker that a template broke may answer anything at all."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from app.delivery.message import Failed, Job, Outcome, Reason, Rendered

TEXT = frozenset((str,))
SCALARS = frozenset((str, int, float, bool))


class GarbledError(Exception):
    """An answer is not one that a worker gives."""


def line_of(job: Job, key: int) -> bytes:
    """Return a message as a line of JSON; raises ValueError for what JSON cannot hold."""
    asked = {"context": job.context, "template": key, "zone": job.zone}
    try:
        words = ENCODER.encode(asked)
    except (TypeError, RecursionError) as error:
        raise ValueError(str(error)) from error
    return words.encode() + b"\n"


def _plain(value: object) -> object:
    match value:
        case datetime() | date():
            return value.isoformat()
        case Decimal():
            return float(value)
        case Mapping():
            return dict(value)
        case _:
            raise TypeError(f"{type(value).__name__} is nothing a template knows.")


ENCODER = json.JSONEncoder(
    separators=(",", ":"), allow_nan=False, check_circular=False, default=_plain
)


def outcome_of(line: bytes, job: Job) -> Outcome:
    """Return what a worker's line says; raises GarbledError."""
    try:
        told = json.loads(line)
        if "reason" in told:
            return _failed(told)
        return _rendered(told, [part.name for part in job.template.parts])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise GarbledError from error


def _failed(told: Mapping[str, object]) -> Failed:
    return Failed(
        Reason(_text(told["reason"])),
        _text(told["words"]),
        _text(told.get("attempt", "")),
        _text(told.get("part", "")),
        _number(told.get("line", 0)),
        _number(told.get("column", 0)),
        _text(told.get("path", "")),
    )


def _rendered(told: dict[str, list[list[Any]]], names: list[str]) -> Rendered:
    parts = tuple([(name, words) for name, words in told["parts"]])
    used = tuple([(path, value) for path, value in told["used"]])
    fallbacks = tuple([(path, words) for path, words in told["fallbacks"]])
    blanks, changes = tuple(told["blanks"]), tuple(told["changes"])
    texts = {type(words) for pair in (*parts, *fallbacks) for words in pair}
    texts.update([type(path) for path, _ in used], map(type, blanks), map(type, changes))
    if not texts <= TEXT or not SCALARS.issuperset([type(value) for _, value in used]):
        raise GarbledError
    if [name for name, _ in parts] != names:
        raise GarbledError
    return Rendered(parts, used, fallbacks, blanks, changes)  # type: ignore[arg-type] # looked at above


def _text(value: object) -> str:
    if type(value) is not str:
        raise GarbledError
    return value


def _number(value: object) -> int:
    if type(value) is not int:
        raise GarbledError
    return value
