"""A program: journeys as integers, ready for the engine, and the names behind the numbers."""

from collections.abc import Mapping
from dataclasses import dataclass

from journeys.conditions.tree import Leaf
from journeys.document.journey import Journey
from journeys.program.assembler import Owner
from journeys.program.vocabulary import Column, Vocabulary
from journeys.simulation.dataset import Int64
from journeys.simulation.settings import RunSettings


@dataclass(frozen=True, slots=True)
class AskedLeaf:
    """A comparison with its number in the step that asks, and the column it looks at."""

    leaf: Leaf
    number: int
    column: Column


@dataclass(frozen=True, slots=True)
class Program:
    """What one run of some journeys over one data set does.

    `numbers` int64[] is the program itself. `journeys` stand in the order of R4, `nodes` names
    each step by (journey id, step id), `leaves` each comparison. `counts` gives each owner the
    place of its first count in the tally, int64[`counted`], and the names of its counts.
    `words` names each variable that words need, `attributes` holds what is read or changed by its
    slot, `events` each type of event by its code, those of the data first, the row of an entry at
    an instant (R217) last. The run covers [start, end) in epoch seconds.
    """

    numbers: Int64
    journeys: tuple[Journey, ...]
    nodes: tuple[tuple[str, str], ...]
    leaves: tuple[AskedLeaf, ...]
    counts: Mapping[Owner, tuple[int, tuple[str, ...]]]
    counted: int
    arms: Mapping[int, str]
    words: tuple[str, ...]
    zones: tuple[str, ...]
    attributes: tuple[Column, ...]
    vocabulary: Vocabulary
    events: tuple[str, ...]
    settings: RunSettings
    start: int
    end: int
