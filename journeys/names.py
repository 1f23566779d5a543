"""What things are called that are only known by an id: segments, messages, tests, journeys."""

from collections.abc import Mapping
from dataclasses import dataclass

from journeys.spoken import spoken

LOST = " (not found)"

Titles = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Called:
    """What something is called; `is_lost` where there is nothing of that id."""

    words: str
    is_lost: bool = False

    def __str__(self) -> str:
        """Return it as it stands alone."""
        return f"{self.words}{LOST if self.is_lost else ''}"

    @property
    def quoted(self) -> str:
        """The same as it stands in a sentence."""
        return f"'{self.words}'{LOST if self.is_lost else ''}"


@dataclass(frozen=True, slots=True)
class Names:
    """Titles by id; `versions` are those of each test.

    Where there is no title the id is said, and where there is no such thing, that, too. None is for
    what cannot be told here, as which other journeys there are: then the id is all that is said.
    """

    segments: Titles | None = None
    messages: Titles | None = None
    tests: Titles | None = None
    versions: Mapping[str, Titles] | None = None
    journeys: Titles | None = None

    def segment(self, id_: str) -> Called:
        """Return what a segment is called."""
        return _called(self.segments, id_)

    def message(self, step: str) -> Called:
        """Return what a step that sends something is called."""
        return _called(self.messages, step)

    def test(self, experiment: str) -> Called:
        """Return what an experiment is called."""
        return _called(self.tests, experiment)

    def version(self, experiment: str, arm: str) -> Called:
        """Return what a version of an experiment is called; of one that is not there, its id."""
        arms = self.versions.get(experiment) if self.versions is not None else None
        return _called(arms, arm)

    def journey(self, id_: str) -> Called:
        """Return what another journey is called."""
        return _called(self.journeys, id_)


def _called(known: Titles | None, id_: str) -> Called:
    title = known.get(id_) if known is not None else None
    return Called(title or spoken(id_), is_lost=known is not None and id_ not in known)


NO_NAMES = Names()
