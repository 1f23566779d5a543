"""One customer followed through a run: who it is, every decision, and what stands behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeys.simulation.dataset import Dataset
from journeys.simulation.evidence import Evidence, Witness
from journeys.simulation.explain import Told, explain
from journeys.simulation.known import Known, Person
from journeys.simulation.program import Program
from journeys.simulation.trace import trace


@dataclass(frozen=True, slots=True)
class Followed:
    """A customer's story by the customer's own clock; `behind` is the evidence of each decision.

    `journey` is the one that is looked at, where the story leads through several.
    """

    person: Person
    told: tuple[Told, ...] = ()
    behind: tuple[Evidence, ...] = ()
    journey: str = ""

    @property
    def own(self) -> str:
        """The journey that is looked at: where none is said, the one of the first decision."""
        return self.journey or next((one.telling.journey for one in self.told), "")

    def entry_at(self, place: int | None) -> str | None:
        """Return the entry a decision belongs to, else the first of the journey looked at."""
        own = [one.telling for one in self.told if one.telling.journey == self.own]
        here = self.told[place].telling if place is not None else None
        entry = here.entry if here is not None and here.journey == self.own else None
        return entry or next((each.entry for each in own if each.entry), None)

    def within(self, places: Sequence[int], journey: str) -> "Followed":
        """Return these decisions alone, for one journey to be looked at."""
        told = tuple(self.told[place] for place in places)
        behind = tuple(self.behind[place] for place in places)
        return Followed(self.person, told, behind, journey)


def follow(program: Program, dataset: Dataset, customer: str) -> Followed:
    """Follow one customer; raises InvalidDatasetError where there is none of that id."""
    place = dataset.place(customer)
    person = Known(dataset.part(place, place + 1), program.settings).person(customer)
    told = explain(program, trace(program, dataset, place), person.clock)
    witness = Witness(program, dataset, place, person.clock)
    return Followed(person, told, tuple(witness.evidence(one.telling) for one in told))
