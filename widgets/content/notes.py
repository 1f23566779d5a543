"""What is wrong with the words of a part, or may go wrong: where, and the fix there is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from journeys.content.fallback import with_fallback
from journeys.content.fault import Fault, Place, Places
from journeys.content.limits import LONGEST_LINE
from journeys.content.reading import Reading, Sort, Use, read
from journeys.content.stand_in import STAND_IN, unwritten
from journeys.content.walker import WRITTEN
from journeys.context.clashing import clashes, kinds_of
from journeys.context.lineage import Verdict
from journeys.context.naming import named, nearest, written
from journeys.program.paths import is_with
from journeys.values import VARIABLE
from widgets.content.offers import Inserted, Offer, selecting

translate = QCoreApplication.translate
MARKED = re.compile(r"\{[%{#].*?[%}#]\}|<[^>\n]*>|\S+")
LONGEST = 60
MOST_READ = 400_000  # letters that are read once more to find fixes


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

    What is bad keeps the message from being sent to anyone; the rest only from some. `variable` is
    what may be missing, where it comes to the step by some ways and not by others. `path` is its
    name as written, where it can be declared that those without it are left out.
    """

    words: str
    place: Place
    length: int
    attempt: str = ""
    is_bad: bool = False
    fix: Fix | None = None
    variable: str = ""
    path: str = ""

    @property
    def end(self) -> int:
        """The offset behind the last letter."""
        return self.place.offset + self.length


class Fixes:
    """Works out the fix of each variable once; none where too much were to be read anew for it."""

    def __init__(self, source: str, sort: Sort) -> None:
        self._source, self._sort = source, sort
        self._made: dict[str, Fix | None] = {}
        self._left = MOST_READ

    def of(self, path: str) -> Fix | None:
        """Return the fix that gives a variable a fallback; None where there is none."""
        if path not in self._made:
            self._left -= len(self._source)
            self._made[path] = self._fallback(path) if self._left >= 0 else None
        return self._made[path]

    def _fallback(self, path: str) -> Fix | None:
        source = self._source
        better = with_fallback(source, self._sort, path, most=self._left)
        if better is None or better == source:
            return None
        start = _shared(source, better)
        back = _shared(source[start:][::-1], better[start:][::-1])
        put = selecting(better[start : len(better) - back])
        return Fix(translate("Content", "Add a fallback"), start, len(source) - back, put)


def notes(
    source: str, sort: Sort, offers: Sequence[Offer], only_with: Sequence[str] = ()
) -> tuple[Note, ...]:
    """Return everything to know of a part, in the order of its words.

    Without offers nothing is said of which variables there are. `only_with` are those without
    which the message is declared not to be sent.
    """
    reading = read(source, sort)
    known = {offer.variable.name: offer for offer in offers}
    slips = [_of_fault(fault, source) for fault in reading.faults]
    if sort is Sort.LINE and len(source) > LONGEST_LINE:
        slips.append(_too_long(len(source)))
    fixes = Fixes(source, sort)
    asked = [use for use in reading.uses if known and not _is_declared(use, only_with)]
    lacks = [note for use in asked for note in _of_use(use, fixes, known)]
    clashing = _clashing(source, sort, reading, known)
    places = Places(source)
    words = translate("Content", "The fallback is still {}.").format(f"“{STAND_IN}”")
    attempt = translate("Content", "Write what those see who lack it.")
    still = [Note(words, places.at(at), len(STAND_IN), attempt) for at in unwritten(source)]
    return tuple(sorted((*slips, *lacks, *clashing, *still), key=lambda note: note.place.offset))


def _too_long(length: int) -> Note:
    words = translate("Content", "There are more than {} letters.").format(f"{LONGEST_LINE:,}")
    attempt = translate("Content", "Make it shorter. Until then it is not kept.")
    place = Place(1, LONGEST_LINE + 1, LONGEST_LINE)
    return Note(words, place, length - LONGEST_LINE, attempt, is_bad=True)


def _of_fault(fault: Fault, source: str) -> Note:
    marked = MARKED.match(source, fault.place.offset)
    length = min(len(marked[0]), LONGEST) if marked else 1
    return Note(fault.words, fault.place, length, fault.attempt, is_bad=True)


def _clashing(
    source: str, sort: Sort, reading: Reading, known: Mapping[str, Offer]
) -> Iterator[Note]:
    """Yield what is done with values of another kind (R72)."""
    kinds = kinds_of({name: offer.variable for name, offer in known.items()})
    for clash in clashes(source, sort, reading, kinds) if known else ():
        place = clash.demand.place
        marked = WRITTEN.match(source, place.offset) or MARKED.match(source, place.offset)
        length = min(len(marked[0]), LONGEST) if marked else 1
        fix = None
        if (mend := clash.mend) is not None:
            fix = Fix(mend.words, mend.start, mend.end, selecting(mend.text))
        yield Note(clash.words, place, length, is_bad=clash.is_certain, fix=fix)


def _is_declared(use: Use, only_with: Sequence[str]) -> bool:
    return use.is_needed and is_with(only_with, use.path)


def _of_use(use: Use, fixes: Fixes, known: Mapping[str, Offer]) -> Iterator[Note]:
    """Yield what is to be said of one use of a variable (R179)."""
    variables = {name: offer.variable for name, offer in known.items()}
    found = named(use.path, variables)
    if found is None:
        yield _unknown(use, nearest(use.path, variables))
        return
    if not use.is_needed or (found.is_passed and not found.inner):
        return
    verdict, fix = known[found.variable].verdict, fixes.of(use.path)
    if verdict is Verdict.IMPOSSIBLE and not found.is_passed:
        words = translate("Content", "Nobody has {} when they come here: nobody gets the message.")
        yield Note(words.format(use.path), use.place, use.length, "", is_bad=True, fix=fix)
    elif verdict is Verdict.POSSIBLE or found.inner:
        words = translate("Content", "{} may be missing. Whoever lacks it gets no message.")
        variable = "" if found.inner or found.is_passed else found.variable
        path = use.path if VARIABLE.fullmatch(use.path) else ""
        said = words.format(use.path)
        yield Note(said, use.place, use.length, fix=fix, variable=variable, path=path)


def _shared(one: str, other: str) -> int:
    """Return how many letters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, pair in pairs if pair[0] != pair[1]), min(len(one), len(other)))


def _unknown(use: Use, near: Sequence[str]) -> Note:
    words = translate("Content", "Nothing here is called {}.").format(use.path)
    if not near:
        attempt = translate("Content", "Ctrl+Space shows what there is.")
        return Note(words, use.place, use.length, attempt, is_bad=use.is_needed)
    name = written(near[0])
    start, end = use.place.offset, use.place.offset + use.length
    fix = Fix(translate("Content", "Write {}").format(name), start, end, selecting(name))
    attempt = translate("Content", "Did you mean {}?").format(name)
    return Note(words, use.place, use.length, attempt, is_bad=use.is_needed, fix=fix)
