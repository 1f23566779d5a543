"""Filters for lists: how many, which, in what order, and all of them as one text."""

from journeys.content.filters.asking import (
    Content,
    UnfitError,
    bounded,
    kind,
    listed,
    not_too_long,
    number,
    text,
)


def length(value: Content) -> int:
    """Count the entries of a list, or the letters of a text."""
    if isinstance(value, (list, tuple, dict, str)):
        return len(value)
    raise UnfitError(f"A list or a text is needed, and this is {kind(value)}.")


def join(value: Content, between: Content = "", attribute: Content = None) -> str:
    """Make one text of a list: `{{ cart.lines|join(", ", attribute="name") }}`."""
    parts = [text(entry) for entry in _picked(value, attribute)]
    glue = text(between)
    not_too_long(sum(map(len, parts)) + len(glue) * len(parts))
    return glue.join(parts)


def first(value: Content) -> object:
    """Take the first entry of a list, or the first letter of a text; of nothing, it is missing."""
    return next(iter(_entries(value)), None)


def last(value: Content) -> object:
    """Take the last entry of a list, or the last letter of a text; of nothing, it is missing."""
    return next(reversed(_entries(value)), None)


def reverse(value: Content) -> object:
    """Turn a list, or a text, round."""
    return value[::-1] if isinstance(value, str) else listed(value)[::-1]


def sort(value: Content, attribute: Content = None, reverse: Content = None) -> list[object]:
    """Put a list in order, texts without regard to capitals: `cart.lines|sort("price")`."""
    entries = listed(value)
    keys = [_key(entry) for entry in _picked(value, attribute)]
    if len({isinstance(key, str) for key in keys}) > 1:
        raise UnfitError("Text and numbers cannot be compared.")
    order = sorted(range(len(entries)), key=keys.__getitem__)
    return [entries[place] for place in (reversed(order) if reverse else order)]


def unique(value: Content, attribute: Content = None) -> list[object]:
    """Keep the first of entries that are alike, texts without regard to capitals."""
    seen, kept = set(), []
    for entry, key in zip(listed(value), _picked(value, attribute), strict=True):
        mark = _key(key)
        if mark not in seen:
            seen.add(mark)
            kept.append(entry)
    return kept


def pick(value: Content, attribute: Content = None) -> list[object]:
    """Take one property of every entry: `cart.lines|map(attribute="name")`."""
    if attribute is None:
        raise UnfitError('Say which property: map(attribute="name").')
    return _picked(value, attribute)


def total(value: Content, attribute: Content = None) -> int | float:
    """Add up a list of numbers: `{{ cart.lines|sum("price") }}`; of nothing it is 0."""
    return bounded(sum(number(entry) for entry in _picked(value, attribute)))


def smallest(value: Content, attribute: Content = None) -> object:
    """Find the smallest of a list; of nothing, it is missing."""
    return next(iter(sort(_picked(value, attribute))), None)  # type: ignore[arg-type] # plain


def largest(value: Content, attribute: Content = None) -> object:
    """Find the largest of a list; of nothing, it is missing."""
    return next(reversed(sort(_picked(value, attribute))), None)  # type: ignore[arg-type] # plain


def items(value: Content) -> list[list[object]]:
    """Take the names and values of an object: `{% for name, value in event|items %}`."""
    if not isinstance(value, dict):
        raise UnfitError(f"An object is needed, and this is {kind(value)}.")
    return [[name, content] for name, content in value.items()]


def _entries(value: Content) -> list[object]:
    return [*value] if isinstance(value, str) else listed(value)


def _picked(value: Content, attribute: Content) -> list[object]:
    """Return the entries, or one property of each; raises UnfitError where one lacks it."""
    entries = listed(value)
    if attribute is None:
        return entries
    for name in text(attribute).split("."):
        entries = [entry.get(name) if isinstance(entry, dict) else None for entry in entries]
    for place, entry in enumerate(entries, start=1):
        if entry is None:
            raise UnfitError(f"Entry {place} of the list has no {text(attribute)[:40]!r}.")
    return entries


def _key(value: object) -> str | int | float:
    if isinstance(value, str):
        return value.casefold()
    if type(value) in (int, float, bool):
        return value  # type: ignore[return-value] # one of these three
    raise UnfitError(f"{kind(value).capitalize()} cannot be put in order.")
