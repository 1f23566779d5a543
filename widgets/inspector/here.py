"""What is known at a step, as the panel shows it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from journeys.context.lineage import Verdict


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


Telling: TypeAlias = Callable[[], Here | None]
"""Works out what is known at a step; None where nobody comes there."""
