"""One customer followed through a run: who it is, every decision, and what stands behind it."""

from dataclasses import dataclass

from journeys.simulation.dataset import Dataset
from journeys.simulation.evidence import Evidence, Witness
from journeys.simulation.explain import Told, explain
from journeys.simulation.known import Known, Person
from journeys.simulation.program import Program
from journeys.simulation.trace import trace


@dataclass(frozen=True, slots=True)
class Followed:
    """A customer's story by the customer's own clock; `behind` is the evidence of each decision."""

    person: Person
    told: tuple[Told, ...] = ()
    behind: tuple[Evidence, ...] = ()

    def entry_at(self, place: int | None) -> str | None:
        """Return the entry a decision belongs to, else the first there is."""
        entry = self.told[place].telling.entry if place is not None else None
        return entry or next((one.telling.entry for one in self.told if one.telling.entry), None)


def follow(program: Program, dataset: Dataset, customer: str) -> Followed:
    """Follow one customer; raises InvalidDatasetError where there is none of that id."""
    place = dataset.place(customer)
    person = Known(dataset.part(place, place + 1), program.settings).person(customer)
    told = explain(program, trace(program, dataset, place), person.clock)
    witness = Witness(program, dataset, place, person.clock)
    return Followed(person, told, tuple(witness.evidence(one.telling) for one in told))
