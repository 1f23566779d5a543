"""What stands on Home: journeys to go on with, ready-made ones, and the customers in use."""

from dataclasses import dataclass
from pathlib import Path

from journeys.document.journey import Journey


@dataclass(frozen=True, slots=True)
class Recent:
    """A file that was open lately; `journey` is None where it cannot be read, `wrong` says why.

    `changed` says when the file was written last, as in 'today 08:41'; `at` is the step that was
    changed last, where that is known.
    """

    path: Path
    journey: Journey | None = None
    changed: str = ""
    problems: int = 0
    wrong: str = ""
    is_gone: bool = False
    at: str = ""


@dataclass(frozen=True, slots=True)
class ReadyMade:
    """A ready-made journey by the name it is known by."""

    name: str
    journey: Journey


@dataclass(frozen=True, slots=True)
class HomeContent:
    """Everything on Home at one time; `customers` says who journeys are tried on."""

    recent: tuple[Recent, ...] = ()
    ready_made: tuple[ReadyMade, ...] = ()
    customers: str = ""
    is_sample_shop: bool = True
    is_read: bool = True
