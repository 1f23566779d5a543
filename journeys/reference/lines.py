"""Lines of a page of Markdown: paragraphs and lists, each with a gap after it."""

import textwrap
from collections.abc import Iterable, Iterator

WIDTH = 100


def wrapped(paragraph: str) -> Iterator[str]:
    """Yield the lines of a paragraph."""
    yield from (*textwrap.wrap(paragraph, WIDTH, break_on_hyphens=False), "")


def paragraphs(words: str) -> Iterator[str]:
    """Yield the lines of several paragraphs."""
    for paragraph in words.split("\n\n"):
        yield from wrapped(paragraph)


def items(said: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a list."""
    for one in said:
        yield from textwrap.wrap(f"- {one}", WIDTH, subsequent_indent="  ", break_on_hyphens=False)
    yield ""


def titled(title: str, said: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a list under its title; nothing where nothing is in it."""
    there = tuple(said)
    if there:
        yield from (title, "", *items(there))
