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
    words = TAG.sub("", VALUE.sub("…", part.source[:LOOKED_AT]))
    if part.sort is Sort.HTML:
        words = html.unescape(UNSEEN.sub(" ", words))
    lines = (" ".join(line.split()) for line in words.split("\n"))
    return next((line for line in lines if line), "")[:SHOWN]
