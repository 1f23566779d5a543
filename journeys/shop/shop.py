"""The made-up shop: as many customers as wanted, always the same ones for a seed."""

from collections.abc import Generator
from dataclasses import dataclass

from journeys.errors import InvalidDatasetError
from journeys.people.population import Population
from journeys.progress import Progress
from journeys.shop.block import SIZE, made_block
from journeys.shop.joining import joined
from journeys.shop.plain import as_population
from journeys.simulation.dataset import Dataset

CUSTOMERS = 10_000
WORDS = "Making up customers"


@dataclass(frozen=True, slots=True)
class Shop:
    """A made-up shop: ninety days from 5 January 2026, some twenty events a customer.

    The first hundred of a thousand customers are the same as a hundred customers of that seed.
    """

    customers: int = CUSTOMERS
    seed: int = 1

    def __post_init__(self) -> None:
        if self.customers < 0:
            raise InvalidDatasetError(
                f"A shop cannot have {self.customers:,} customers.", "Ask for 10000, say."
            )

    def making(self) -> Generator[Progress, None, Dataset]:
        """Make the shop a thousand customers at a time; returns what `dataset` returns."""
        blocks: list[Dataset] = []
        for block in range(max(1, -(-self.customers // SIZE))):
            yield Progress(block * SIZE, self.customers, WORDS)
            made = made_block(self.seed, block)
            blocks.append(made.part(0, min(SIZE, self.customers - block * SIZE)))
        return joined(blocks)

    def dataset(self) -> Dataset:
        """Return the shop as arrays: about 3 KB a customer, and twice that while it is made."""
        making = self.making()
        while True:
            try:
                next(making)
            except StopIteration as ended:
                made: Dataset = ended.value
                return made

    def population(self) -> Population:
        """Return the shop in plain values; the same events with the same ids as in the arrays."""
        return as_population(self.dataset())
