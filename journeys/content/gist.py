"""The first words of a message, for a card: what readers see first, values as an ellipsis."""

import html
import re

from journeys.content.part import Part
from journeys.content.sort import Sort

LOOKED_AT = 4_000
SHOWN = 120
VALUE = re.compile(r"\{\{.*?(\}\}|$)", re.DOTALL)
TAG = re.compile(r"\{%.*?(%\}|$)|\{#.*?(#\}|$)", re.DOTALL)
UNSEEN = re.compile(r"<!--.*?(-->|$)|<(style|script|title)\b.*?(</\2\s*>|$)|<[^>]*(>|$)", re.DOTALL)


def gist(part: Part) -> str:
    """Return the first line of a part that says something, or nothing."""
    words = readable(TAG.sub("", VALUE.sub("…", part.source[:LOOKED_AT])), part.sort)
    lines = (" ".join(line.split()) for line in words.split("\n"))
    return next((line for line in lines if line), "")[:SHOWN]


def readable(words: str, sort: Sort) -> str:
    """Return words without the markup around them, as people read them."""
    return html.unescape(UNSEEN.sub(" ", words)) if sort is Sort.HTML else words
