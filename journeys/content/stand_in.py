"""What a fallback says until somebody writes it."""

import re

STAND_IN = "\u2026"
UNWRITTEN = re.compile(rf"\bdefault\(\s*([\"']){STAND_IN}\1")


def unwritten(source: str) -> tuple[int, ...]:
    """Return where fallbacks of a template still say what they were put in with, as offsets."""
    return tuple(source.index(STAND_IN, found.start()) for found in UNWRITTEN.finditer(source))
