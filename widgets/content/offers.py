"""What can be put into the words of a message at its step, with how sure it is to be there."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeys.content.stand_in import STAND_IN
from journeys.context.lineage import Verdict
from journeys.context.naming import written
from journeys.context.variables import Variable

USEFUL = ("customer", "event", "cart", "session", "before", "now")
ORDER = (Verdict.GUARANTEED, Verdict.POSSIBLE, Verdict.IMPOSSIBLE)


@dataclass(frozen=True, slots=True)
class Offer:
    """A variable with the verdict for everyone who comes to the step.

    `meaning` says in plain words what it is; `sample` is its value for the customer of the
    preview, empty where there is none.
    """

    variable: Variable
    verdict: Verdict
    meaning: str = ""
    sample: str = ""

    @property
    def name(self) -> str:
        """The name as it is written in a message."""
        return written(self.variable.name)


@dataclass(frozen=True, slots=True)
class Inserted:
    """What is put in for a choice, and which of its letters are selected afterwards."""

    text: str
    selected: tuple[int, int]


def fitting(offers: Sequence[Offer], typed: str) -> tuple[Offer, ...]:
    """Return the offers that hold what was typed, the most useful first.

    Those that it begins come first: what the customer is, what they did, then the rest; numbers
    of things and what a test gave come late, and last what nobody has.
    """
    wanted = typed.casefold()

    def place(offer: Offer) -> tuple[bool, bool, int, int, str]:
        first = offer.variable.name.partition(".")[0]
        is_late = first not in USEFUL or offer.variable.name.endswith(".id")
        return (
            offer.verdict is Verdict.IMPOSSIBLE,
            not offer.name.casefold().startswith(wanted),
            len(USEFUL) if is_late else USEFUL.index(first),
            ORDER.index(offer.verdict),
            offer.name,
        )

    return tuple(sorted((each for each in offers if wanted in each.name.casefold()), key=place))


def inserted(offer: Offer) -> Inserted:
    """Return what is put in: a possible variable with a fallback, ready to be written over."""
    name = offer.name
    if offer.verdict is not Verdict.POSSIBLE:
        return Inserted(name, (len(name), len(name)))
    return selecting(f'{name}|default("{STAND_IN}")')


def selecting(text: str) -> Inserted:
    """Return words to put in whose first fallback is selected, else with the cursor behind them."""
    at = text.find(STAND_IN)
    return Inserted(text, (at, at + len(STAND_IN)) if at >= 0 else (len(text), len(text)))
