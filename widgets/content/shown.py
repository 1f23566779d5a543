"""What a message looks like for one customer: plain values, worked out by whoever shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Whom:
    """The customer of the preview, and when the step was reached, by the customer's own clock.

    `place` counts from 1 among the `count` who reached it; there are more with `is_cut`.
    """

    id: str
    name: str
    moment: str
    place: int = 1
    count: int = 1
    is_cut: bool = False

    @property
    def called(self) -> str:
        """The name, or the id of who has none."""
        return self.name or self.id


@dataclass(frozen=True, slots=True)
class Put:
    """A value that was put in; `is_fallback` where other words stood in for it.

    A `value` that is empty left a blank.
    """

    name: str
    value: str
    is_fallback: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """The words of each part as the customer gets them, and what was put in.

    `marks` holds, for each part, words that stood in for something missing. `changes` says what
    was taken out of the text.
    """

    parts: Mapping[str, str]
    puts: tuple[Put, ...] = ()
    marks: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slip:
    """Why there is nothing to see: in words, with what to try, and in which part."""

    words: str
    attempt: str = ""
    part: str = ""
    line: int = 0
