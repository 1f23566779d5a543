"""What a loop that is written around the cursor offers: the values of what it is at."""

import re
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from journeys.content.chain import SOME
from journeys.content.walker import SAME_ENTRIES
from journeys.context.lineage import Verdict
from journeys.context.naming import held, named
from journeys.context.variables import Variable
from widgets.content.offers import Offer

translate = QCoreApplication.translate
PATH = r"[A-Za-z]\w*(?:\.\w+|\[[^\[\]]*\])*"
LOOP = re.compile(
    r"\{%-?\s*(?:(?P<end>endfor)|for\s+(?P<name>\w+)\s+in\s+"
    rf"(?P<path>{PATH})?\s*(?:(?P<rest>(?:if\b|\|)[^%]*)?(?P<whole>-?%))?)"
)
FILTER = re.compile(r"\|\s*(\w+)")
OF_EVENTS = "event."


def of_rounds(before: str, offers: Sequence[Offer]) -> tuple[Offer, ...]:
    """Return what the loops offer that are open at the end of a text, the innermost first."""
    open_ = _open(before)
    if not open_:
        return ()
    known = {offer.variable.name: offer.variable for offer in offers}
    meanings = {offer.variable.name: offer.meaning for offer in offers}
    found = {
        offer.name: offer
        for name, path in open_.items()
        for offer in _inside(name, path, known, meanings)
    }
    return tuple(found.values())


def _open(before: str) -> dict[str, str]:
    """Return the names of the loops that are open, with what they go through; inner ones first."""
    open_: list[tuple[str, str]] = []
    for found in LOOP.finditer(before):
        if not found["end"]:
            keeps = set(FILTER.findall(found["rest"] or "")) <= {*SAME_ENTRIES}
            is_list = keeps and found["whole"] is not None
            open_.append((found["name"], (found["path"] or "") if is_list else ""))
        elif open_:
            open_.pop()
    inner_first: dict[str, str] = {}
    for name, path in reversed(open_):
        inner_first.setdefault(name, path)
    return {name: path for name, path in inner_first.items() if path}


def _inside(
    name: str, path: str, known: Mapping[str, Variable], meanings: Mapping[str, str]
) -> Iterator[Offer]:
    """Yield what stands in an entry of a list of events: those of a cart, or of a trail."""
    if held(path, known) != "list":
        return
    source = translate("Content", "One of {}").format(path)
    for variable in known.values():
        if not variable.name.startswith(OF_EVENTS):
            continue
        rest = variable.name.removeprefix(OF_EVENTS)
        meant = named(f"{path}{SOME}.{rest}", known)
        is_sure = meant is not None and not meant.inner
        verdict = Verdict.GUARANTEED if is_sure else Verdict.POSSIBLE
        meaning = meanings[variable.name]
        yield Offer(Variable(f"{name}.{rest}", variable.holds, source), verdict, meaning)
