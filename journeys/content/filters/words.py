"""Filters for text: letters, length, and the right word for a number."""

import re
from urllib.parse import quote

from journeys.content.filters.asking import Content, UnfitError, not_too_long, number, text, whole
from journeys.content.limits import LONGEST_TEXT

WORD = re.compile(r"(^|[\s\-(\[{</])(\S)")


def upper(value: Content) -> str:
    """Write a text in capitals: `{{ customer.city|upper }}` gives ZURICH."""
    return text(value).upper()


def lower(value: Content) -> str:
    """Write a text in small letters: `{{ customer.city|lower }}` gives zurich."""
    return text(value).lower()


def capitalize(value: Content) -> str:
    """Begin a text with a capital and go on in small letters: maya SMITH gives Maya smith."""
    return text(value).capitalize()


def title(value: Content) -> str:
    """Begin every word with a capital and leave the rest: maya o'neill gives Maya O'neill."""
    return WORD.sub(lambda found: found[1] + found[2].upper(), text(value))


def trim(value: Content) -> str:
    """Take away the spaces at both ends."""
    return text(value).strip()


def truncate(value: Content, length: Content = 255, end: Content = "…") -> str:
    """Cut a text to at most so many letters, between words where possible, and put … at its end."""
    words, most, mark = text(value), whole(length, 1, LONGEST_TEXT), text(end)
    if len(words) <= most:
        return words
    room = max(most - len(mark), 0)
    cut = words[:room]
    if not words[room].isspace() and " " in cut:
        cut = cut.rsplit(" ", 1)[0]
    return (cut.rstrip() + mark)[:most]


def replace(value: Content, old: Content, new: Content) -> str:
    """Put one text in the place of another: `{{ event.sku|replace("-", " ") }}`."""
    words, out, into = text(value), text(old), text(new)
    if not out:
        raise UnfitError("The text to be replaced is empty.")
    not_too_long(len(words) + words.count(out) * max(0, len(into) - len(out)))
    return words.replace(out, into)


def plural(value: Content, one: Content, many: Content = None) -> str:
    """Choose the word for a number: `{{ cart.count }} {{ cart.count|plural("item") }}`.

    With one it is the first word, else the second; without a second, the first with an s.
    """
    if number(value) == 1:
        return text(one)
    return text(one) + "s" if many is None else text(many)


def urlencode(value: Content) -> str:
    """Write a value as a part of a web address: `?name={{ customer.name|urlencode }}`."""
    return quote(text(value).encode("utf-8", "replace"), safe="")
