"""Patterns: what a text may look like, in RE2 syntax, which can never take long (R203)."""

import unicodedata
from collections.abc import Callable
from functools import lru_cache

LONGEST = 1_000


@lru_cache(maxsize=256)
def pattern(written: str) -> Callable[[str], bool]:
    """Return what says whether a text holds the pattern, anywhere in its first 1,000 characters.

    Raises ValueError with what RE2 does not like about it, its size included.
    """
    import re2

    options = re2.Options()
    options.log_errors = False
    try:
        read = re2.compile(written, options)
    except re2.error as error:
        said = error.args[0]
        words = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
        what, _, part = words.partition(": ")
        where = f" in {part!r}" if part else ""
        raise ValueError(f"this is no pattern: {what}{where}") from None
    return lambda text: read.search(unicodedata.normalize("NFC", text[:LONGEST])) is not None
