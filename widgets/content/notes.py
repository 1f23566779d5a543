"""What is wrong with the words of a part, or may go wrong: where, and the fix there is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from PySide6.QtCore import QCoreApplication

from journeys.content.fault import Fault, Place
from journeys.content.reading import Sort, Use, read
from journeys.context.lineage import Verdict
from widgets.content.offers import Inserted, Offer, found, is_above, with_fallback

translate = QCoreApplication.translate
MARKED = re.compile(r"\{[%{#].*?[%}#]\}|<[^>\n]*>|\S+")
ALWAYS = frozenset({"now"})
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Fix:
    """Puts other words in the place of [start, end)."""

    words: str
    start: int
    end: int
    inserted: Inserted


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to know of the words, from `place` on for `length` letters.

    What is bad keeps the message from being sent to anyone; the rest only from some.
    """

    words: str
    place: Place
    length: int
    attempt: str = ""
    is_bad: bool = False
    fix: Fix | None = None

    @property
    def end(self) -> int:
        """The offset behind the last letter."""
        return self.place.offset + self.length


def notes(source: str, sort: Sort, offers: Sequence[Offer]) -> tuple[Note, ...]:
    """Return everything to know of a part, in the order of its words.

    Without offers nothing is said of which variables there are.
    """
    reading = read(source, sort)
    slips = [_of_fault(fault, source) for fault in reading.faults]
    lacks = [note for use in reading.uses if offers for note in _of_use(use, source, offers)]
    return tuple(sorted((*slips, *lacks), key=lambda note: note.place.offset))


def _of_fault(fault: Fault, source: str) -> Note:
    marked = MARKED.match(source, fault.place.offset)
    length = min(len(marked[0]), LONGEST) if marked else 1
    return Note(fault.words, fault.place, length, fault.attempt, is_bad=True)


def _of_use(use: Use, source: str, offers: Sequence[Offer]) -> Iterator[Note]:
    offer = found(offers, use.path)
    if not use.is_needed or use.path in ALWAYS or (not offer and is_above(offers, use.path)):
        return
    if offer is None:
        yield _unknown(use, offers)
    elif offer.verdict is Verdict.IMPOSSIBLE:
        words = translate("Content", "{} is never there: nobody has it when they come here.")
        attempt = translate("Content", "Use something else, or give it a fallback.")
        yield _lacking(use, source, words, attempt, is_bad=True)
    elif offer.verdict is Verdict.POSSIBLE:
        words = translate("Content", "{} may be missing. Whoever lacks it gets no message.")
        yield _lacking(use, source, words, "", is_bad=False)


def _lacking(use: Use, source: str, words: str, attempt: str, *, is_bad: bool) -> Note:
    end = use.place.offset + use.length
    written = source[use.place.offset : end]
    fix = Fix(translate("Content", "Add a fallback"), use.place.offset, end, with_fallback(written))
    return Note(words.format(use.path), use.place, use.length, attempt, is_bad=is_bad, fix=fix)


def _unknown(use: Use, offers: Sequence[Offer]) -> Note:
    words = translate("Content", "Nothing here is called {}.").format(use.path)
    near = get_close_matches(use.path, [each.name for each in offers], 1)
    if not near:
        attempt = translate("Content", "Ctrl+Space shows what there is.")
        return Note(words, use.place, use.length, attempt, is_bad=True)
    said = translate("Content", "Write {}").format(near[0])
    start, end = use.place.offset, use.place.offset + use.length
    fix = Fix(said, start, end, Inserted(near[0], (len(near[0]),) * 2))
    attempt = translate("Content", "Did you mean {}?").format(near[0])
    return Note(words, use.place, end - start, attempt, is_bad=True, fix=fix)
