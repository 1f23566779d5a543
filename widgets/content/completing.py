"""What is being written where the cursor stands, and what could be meant by it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from journeys.content.filters.table import FILTERS
from journeys.context.lineage import Verdict
from widgets.content.offers import Inserted, Offer, fitting, inserted

translate = QCoreApplication.translate
WORD = re.compile(r"[\w.\[\]]*\Z")
OPENED, CLOSED = ("{{", "{%"), ("}}", "%}")
SAME = frozenset({"d", "count"})  # other names of default and length


class Wants(StrEnum):
    """What can stand at a place of a template."""

    NOTHING = "nothing"
    VARIABLE = "variable"
    FILTER = "filter"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Typed:
    """What can stand at the cursor, and what stands there of it so far, from `start` on."""

    wants: Wants
    text: str = ""
    start: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of the list: its name, what stands beside it, and what is put in for it.

    Without `inserted` it cannot be chosen. `foot` says more of it below the list.
    """

    name: str
    beside: str
    inserted: Inserted | None
    verdict: Verdict | None = None
    foot: str = ""


NOWHERE = Typed(Wants.NOTHING)


def typed(source: str, cursor: int) -> Typed:
    """Return what is being written at a place of a template."""
    before = source[:cursor]
    opened = max(before.rfind(sign) for sign in OPENED)
    if opened < 0 or any(before.rfind(sign) > opened for sign in CLOSED):
        return NOWHERE
    inside = before[opened + 2 :].lstrip("-+")
    if _is_quoted(inside):
        return NOWHERE
    word = WORD.search(inside)
    text = word[0] if word else ""
    ahead = inside[: len(inside) - len(text)].rstrip()
    start = cursor - len(text)
    if ahead.endswith("|"):
        return Typed(Wants.FILTER, text, start)
    if not ahead and before.startswith("{%", opened):
        return Typed(Wants.TAG, text, start)
    return NOWHERE if text[:1].isdigit() else Typed(Wants.VARIABLE, text, start)


def choices(at: Typed, offers: Sequence[Offer]) -> tuple[Choice, ...]:
    """Return what could be meant, the likeliest first."""
    match at.wants:
        case Wants.VARIABLE:
            return tuple(_of_offer(each) for each in fitting(offers, at.text))
        case Wants.FILTER:
            return tuple(_of_filter(name) for name in _named(FILTERS, at.text))
        case Wants.TAG:
            tags = _tags()
            return tuple(
                Choice(name, tags[name], _whole(f"{name} " if takes else f"{name} %}}"))
                for name, takes in TAKES.items()
                if name.startswith(at.text)
            )
        case _:
            return ()


TAKES = {"if": True, "elif": True, "else": False, "endif": False, "for": True, "endfor": False,
         "set": True}  # fmt: skip


def _tags() -> dict[str, str]:
    return {
        "if": translate("Content", "show what follows only if"),
        "elif": translate("Content", "or else if"),
        "else": translate("Content", "or else show"),
        "endif": translate("Content", "up to here"),
        "for": translate("Content", "repeat what follows for each, as in: line in cart.lines"),
        "endfor": translate("Content", "up to here"),
        "set": translate("Content", "give a value a name"),
    }


def _of_offer(offer: Offer) -> Choice:
    beside = ". ".join(dict.fromkeys((offer.variable.words, offer.variable.source)))
    if offer.verdict is Verdict.IMPOSSIBLE:
        said = translate("Content", "Nobody has it when they come here.")
        return Choice(offer.name, beside, None, offer.verdict, said)
    what = f"{offer.meaning} ({offer.variable.holds})".strip()
    foot = translate("Content", "{0}, here {1}").format(what, offer.sample)
    foot = foot if offer.sample else what
    if offer.verdict is Verdict.POSSIBLE:
        foot = translate("Content", "{}. Comes with a fallback to write.").format(foot)
    return Choice(offer.name, beside, inserted(offer), offer.verdict, foot)


def _of_filter(name: str) -> Choice:
    said = FILTERS[name]
    means, _, example = said.words.partition(": `")
    takes = ", ".join(said.takes)
    foot = example.rstrip("`.") or (f"{name}({takes})" if takes else "")
    needed = "()" if name in {"default", "replace", "map"} else ""
    return Choice(name, means.rstrip("."), _whole(name + needed, len(needed) // 2), foot=foot)


def _whole(text: str, back: int = 0) -> Inserted:
    return Inserted(text, (len(text) - back,) * 2)


def _named(names: Iterable[str], text: str) -> list[str]:
    fits = [name for name in names if text.casefold() in name and name not in SAME]
    return sorted(fits, key=lambda name: not name.startswith(text.casefold()))


def _is_quoted(text: str) -> bool:
    """Return whether a text in quotation marks is open at the end."""
    quote = ""
    for letter in text:
        if letter == quote:
            quote = ""
        elif not quote and letter in "\"'":
            quote = letter
    return bool(quote)
