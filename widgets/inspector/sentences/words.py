"""A word of a sentence on the screen, and which of them can be changed."""

from dataclasses import dataclass
from typing import Literal

from journeys.durations import Duration
from journeys.names import Called
from widgets.inspector.speech import translate

Key = Literal[
    "", "not", "event", "measure", "of", "name", "operator", "value", "within", "where", "first",
    "joined", "then", "gap", "same", "share", "test", "did", "step", "segment", "list",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence; one with a key can be changed. `what` says what it is for.

    `raw` is what stands in the data where people say it in another way.
    """

    text: str
    key: Key = ""
    look: str = ""
    what: str = ""
    raw: str = ""


def called(name: Called, key: Key, what: str, raw: str) -> Word:
    """Return the word for something that is named; `raw` is its id."""
    return Word(str(name), key, "lost" if name.is_lost else "value", what, raw)


def window_word(within: Duration | None, since: str | None) -> Word:
    """Return the word that says how far back is looked."""
    window = translate("Inspector", "Window")
    if since is not None:
        return Word(translate("Inspector", "since they entered"), "within", "value", window)
    if within is None:
        return Word(translate("Inspector", "at any time"), "within", "quiet", window)
    said = translate("Inspector", "in the last {}").format(within.words)
    return Word(said, "within", "value", window)
