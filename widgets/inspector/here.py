"""What is known at a step, as the panel shows it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from journeys.context.lineage import Verdict


class Sureness(Enum):
    """How sure a variable is to be there, as people tell it apart, in the order it is shown.

    What the journey does not promise is two things to them: everyone in the data has it all the
    same, or only some do.
    """

    ALWAYS = Verdict.GUARANTEED
    SOME = Verdict.POSSIBLE
    SO_FAR = "so far"
    NEVER = Verdict.IMPOSSIBLE


@dataclass(frozen=True, slots=True)
class Known:
    """A variable at a step: its name, what it holds and where it comes from, in words.

    `title` says in plain words what it is; the name stands small beside it.

    `share` says for which part of the data it is there at all, from 0.0 to 1.0, where that is
    known.
    """

    name: str
    words: str
    share: float | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Here:
    """The variables at one step by verdict, those that are most wanted first.

    `why` says of a possible one who lacks it, and is empty where nothing more can be said; it is
    asked only of those in view. `followed` is the one whose thread is drawn.
    """

    groups: Mapping[Verdict, tuple[Known, ...]]
    why: Callable[[str], str]
    followed: str = ""

    def of(self, sureness: Sureness) -> tuple[Known, ...]:
        """Return the variables that are so sure to be there."""
        if sureness not in {Sureness.SO_FAR, Sureness.SOME}:
            return self.groups.get(Verdict(sureness.value), ())
        everyone = sureness is Sureness.SO_FAR
        possible = self.groups.get(Verdict.POSSIBLE, ())
        return tuple(each for each in possible if (each.share == 1) is everyone)


Telling: TypeAlias = Callable[[], Here | None]
"""Works out what is known at a step; None where nobody comes there."""
