"""Problems: what is wrong with a journey, where, in words, and the fix where there is one."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from journeys.document.journey import Journey


class Severity(StrEnum):
    """An error keeps a journey from running, or its words from everybody; a warning is less."""

    ERROR = "error"
    WARNING = "warning"


class Fix(Protocol):
    """An edit that mends a problem, with the words on its button."""

    @property
    def words(self) -> str:
        """What the edit does, as a person would say it."""

    def apply(self, journey: "Journey") -> "Journey":
        """Return the mended journey."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: `code` for programs, `words` for people.

    `brief` is what the step itself says of it, as its name is seen there; empty: the words. `also`
    are other ways to mend it. With `lets_run` the journey runs in spite of it. `rule` names
    the rule of the journey where it is mended, such as "goals".
    """

    code: str
    words: str
    node: str | None = None
    severity: Severity = Severity.ERROR
    fix: Fix | None = None
    brief: str = ""
    also: tuple[Fix, ...] = ()
    lets_run: bool = False
    rule: str = ""

    @property
    def fixes(self) -> tuple[Fix, ...]:
        """Every edit that mends it, the simplest first."""
        return (*((self.fix,) if self.fix is not None else ()), *self.also)

    def plain(self) -> dict[str, str | None]:
        """Return the problem as JSON-ready objects."""
        return {
            "code": self.code,
            "fix": self.fix.words if self.fix else None,
            "node": self.node,
            "severity": str(self.severity),
            "words": self.words,
        }
