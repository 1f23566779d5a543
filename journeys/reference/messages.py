"""The page about the words of messages, made from the filters and tests there are."""

import re
import textwrap
from collections.abc import Iterator

from journeys.content import limits
from journeys.content.filters.table import FILTERS, OFFERED, Filter
from journeys.content.rules import FUNCTIONS, LOOP, TESTS

WIDTH = 100
OPENING = """\
This page is made from the program; do not edit it by hand. The rules behind it are R170 to R180 of
[What a journey means](../semantics.md).

The words of a message are a [Jinja](https://jinja.palletsprojects.com) template, with what can do
harm taken out. A value is put in with two braces, `{{ customer.first_name }}`, and its name is that
of a variable (R70). Data is always shown as text: it can bring no markup of its own."""

WRITING = (
    ("{{ customer.first_name|default('there') }}", "a value, with what stands in for it"),
    ("{{ customer.nickname or customer.first_name }}", "a value, else another one"),
    ("{{ before.product_view[0].category }}", "of a list the first; [-1] is the last"),
    ("{% if event.platform == 'web' %}…{% elif … %}…{% else %}…{% endif %}", "a choice"),
    ("{% if customer.city %}{{ customer.city }}{% endif %}", "only for those who have it"),
    ("{% for line in cart.lines %}{{ line.name }}{% else %}…{% endfor %}", "for each of a list"),
    ("{% set total = cart.value + 5 %}", "a name for a value"),
    ("{# … #}", "a note that nobody gets to read"),
)
MISSING = """\
What is missing fails the message by its name, unless a fallback stands in or a test asks for it
first. A comparison with what is missing is false. Texts are compared without regard to capitals."""


def messages_page() -> str:
    """Return the whole page as Markdown."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(_lines()))


def _lines() -> Iterator[str]:
    yield from ("# Words of messages", "", OPENING, "", "## Writing", "")
    yield from ("| written | what it is |", "|---|---|")
    for written, words in WRITING:
        yield f"| `{written.replace('|', chr(92) + '|')}` | {words} |"
    yield from ("", *_wrapped(MISSING), "", "## Filters", "")
    yield from _wrapped(
        "A filter is written after a value, with a bar; several follow each other. "
        f"{FILTERS['title'].missing}"
    )
    for each in OFFERED:
        if each.name == _first_name(each):
            yield from _filter(each)
    yield from ("", "## Tests", "", *_wrapped(_tests()), "", "## Limits", "")
    yield from _wrapped(_limits())
    yield ""


def _filter(each: Filter) -> Iterator[str]:
    names = [name for name, other in FILTERS.items() if other.function is each.function]
    brackets = f"({', '.join(each.takes)})" if each.takes else ""
    yield from ("", "### " + ", ".join(names), "", f"`{each.name}{brackets}`", "")
    for paragraph in each.documentation.split("\n\n"):
        yield from (*_wrapped(paragraph), "")
    if each.missing != FILTERS["title"].missing:
        yield from (*_wrapped(each.missing), "")


def _first_name(each: Filter) -> str:
    return next(name for name, other in FILTERS.items() if other.function is each.function)


def _tests() -> str:
    tests = ", ".join(f"`{name}`" for name in TESTS)
    loop = ", ".join(f"`loop.{name}`" for name in LOOP)
    functions = ", ".join(f"`{name}(…)`" for name in FUNCTIONS)
    return f"After `is` or `is not`: {tests}. Inside a loop: {loop}. Beside: {functions}."


def _limits() -> str:
    return (
        f"A template has at most {limits.LONGEST_TEMPLATE:,} letters and {limits.MOST_PARTS:,} "
        f"parts, {limits.DEEPEST_BLOCKS} blocks and {limits.DEEPEST_LOOPS} loops in each other. "
        f"A text that is made has at most {limits.LONGEST_TEXT:,} letters, a list at most "
        f"{limits.LONGEST_LIST:,} entries. One part of a message may use {limits.FUEL:,} units: "
        "one for each step of a round of a loop, and one for each letter made."
    )


def _wrapped(words: str) -> list[str]:
    return textwrap.wrap(words, WIDTH, break_long_words=False, break_on_hyphens=False)
