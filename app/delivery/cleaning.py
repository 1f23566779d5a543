"""What is taken out of finished words: line breaks from single lines, and signs no one can see."""

import re

from app.delivery.message import Sort

BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
NOT_TEXT = re.compile(r"[\x00\ud800-\udfff]")


def cleaned(words: str, sort: Sort) -> tuple[str, list[str]]:
    """Return words as they may be sent, with what was changed.

    A single line (a subject, a sender's name) must not hold a line break or another control
    character: with one, somebody's name could bring headers of its own. Marks that turn the
    direction of writing stay: they are shown where words are checked, never hidden.
    """
    changes: list[str] = []
    if sort is not Sort.LINE and words.isascii() and "\0" not in words:
        return words, changes  # as nearly always
    if NOT_TEXT.search(words):
        words = NOT_TEXT.sub("", words)
        changes.append("signs that are no text were taken out")
    if sort is Sort.LINE:
        stripped = words.strip()
        words = BREAKS.sub(" ", stripped)
        if words != stripped:
            changes.append("line breaks became spaces")
    return words, changes
