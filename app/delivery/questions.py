"""The tests of a template, as in `is defined`; of a missing value all others are false (R31)."""

from collections.abc import Callable, Mapping

from app.delivery.missing import Missing
from journeys.content.filters.asking import number


def _divides(value: object, by: object) -> bool:
    divisor = number(by)
    return bool(divisor) and number(value) % divisor == 0


def _of(*kinds: type) -> Callable[[object], bool]:
    return lambda value: type(value) in kinds


def _known(test: Callable[..., bool]) -> Callable[..., bool]:
    """Return a test that is false of what is missing."""
    return lambda value, *given: type(value) is not Missing and test(value, *given)


TESTS: Mapping[str, Callable[..., bool]] = {
    "defined": lambda value: type(value) is not Missing,
    "undefined": lambda value: type(value) is Missing,
    "none": lambda value: type(value) is Missing,
    "number": _of(int, float),
    "string": _of(str),
    "boolean": _of(bool),
    "mapping": _of(dict),
    "sequence": _of(list),
    "even": _known(lambda value: _divides(value, 2)),
    "odd": _known(lambda value: not _divides(value, 2)),
    "divisibleby": _known(_divides),
}
