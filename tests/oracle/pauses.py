"""A pause of a journey in a run, as the page has it (R226)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pause:
    """A journey pauses in [start, end); `policy` is 'extend' or 'catch_up'."""

    journey: str
    start: int
    end: int
    policy: str
