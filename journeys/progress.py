"""How far a longer piece of work has come."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` steps, with what is being done in words; a total of 0 is not known yet."""

    done: int
    total: int
    words: str
