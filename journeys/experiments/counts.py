"""What is counted of one arm, and of two that are held against each other."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How many people were exposed, and how many of them did what the test is about.

    Raises ValueError where more did it than were exposed, or a number is below nothing.
    """

    exposed: int
    converted: int

    def __post_init__(self) -> None:
        if not 0 <= self.converted <= self.exposed:
            raise ValueError(f"{self.converted} of {self.exposed} cannot have done it")

    @property
    def rate(self) -> float | None:
        """The share that did it, or None where nobody was exposed."""
        return self.converted / self.exposed if self.exposed else None

    @property
    def variance(self) -> float:
        """The variance of one person's outcome.

        Where all or none did it so far, the sample has none; half a person on either side stands
        in for what was not seen yet.
        """
        did, all_ = float(self.converted), float(self.exposed)
        if self.converted in (0, self.exposed):
            did, all_ = did + 0.5, all_ + 1
        share = did / all_
        return share * (1 - share)

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.exposed + other.exposed, self.converted + other.converted)


@dataclass(frozen=True, slots=True)
class Interval:
    """From where to where a number may lie; `low` and `high` are shares or differences of them."""

    low: float
    high: float

    @property
    def is_above(self) -> bool:
        """Whether all of it lies above zero."""
        return self.low > 0

    @property
    def is_below(self) -> bool:
        """Whether all of it lies below zero."""
        return self.high < 0
