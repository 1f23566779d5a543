"""What can be put into the words of a message at its step, with how sure it is to be there."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeys.context.lineage import Verdict

ORDER = (Verdict.GUARANTEED, Verdict.POSSIBLE, Verdict.IMPOSSIBLE)
UNSAID = "\N{HORIZONTAL ELLIPSIS}"


@dataclass(frozen=True, slots=True)
class Offer:
    """A variable: its name as it is written, what it is in plain words, and of which type.

    `verdict` holds for everyone who comes to the step; `origin` says where it comes from, `sample`
    is its value for the customer of the preview, empty where there is none.
    """

    name: str
    meaning: str
    type: str
    verdict: Verdict
    origin: str = ""
    sample: str = ""


@dataclass(frozen=True, slots=True)
class Inserted:
    """What is put in for a choice, and which of its letters are selected afterwards."""

    text: str
    selected: tuple[int, int]


def found(offers: Sequence[Offer], path: str) -> Offer | None:
    """Return the offer that a variable of a message is, or is a part of; None for an unknown one.

    The longest name that fits counts: `cart.lines[0].price` is a part of `cart.lines`.
    """
    fitting = [each for each in offers if _is_part(path, each.name)]
    return max(fitting, key=lambda each: len(each.name), default=None)


def is_above(offers: Sequence[Offer], path: str) -> bool:
    """Return whether variables stand below a name, as below `customer`."""
    return any(_is_part(each.name, path) for each in offers)


def fitting(offers: Sequence[Offer], typed: str) -> tuple[Offer, ...]:
    """Return the offers that hold what was typed: the surest first, of them those it begins."""
    wanted = typed.casefold()

    def place(offer: Offer) -> tuple[int, bool, str]:
        return ORDER.index(offer.verdict), not offer.name.casefold().startswith(wanted), offer.name

    return tuple(sorted((each for each in offers if wanted in each.name.casefold()), key=place))


def inserted(offer: Offer) -> Inserted:
    """Return what is put in: a possible variable with a fallback, ready to be written over."""
    if offer.verdict is not Verdict.POSSIBLE:
        return Inserted(offer.name, (len(offer.name), len(offer.name)))
    return with_fallback(offer.name)


def with_fallback(name: str) -> Inserted:
    """Return a variable with a fallback behind it whose words are selected."""
    head = f'{name}|default("'
    return Inserted(f'{head}{UNSAID}")', (len(head), len(head) + len(UNSAID)))


def _is_part(path: str, name: str) -> bool:
    return path == name or path.startswith((f"{name}.", f"{name}["))
