"""Blocks of customers of the made-up shop put one behind the other."""

from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from journeys.program.vocabulary import Vocabulary
from journeys.shop.words import COLUMNS, EVENTS, KNOWN, TEXTS
from journeys.simulation.dataset import Dataset, Int64

BOUNDS = ("offset", "change_offset")
IS_TEXT = np.array([column.is_narrow for column in KNOWN])


def joined(blocks: list[Dataset]) -> Dataset:
    """Return blocks one behind the other; the customers' own texts are numbered anew.

    The list is emptied, and each array let go as soon as it is copied.
    """
    texts = list(TEXTS)
    ids: list[str] = []
    arrays: dict[str, list[npt.NDArray[Any]]] = {}
    while blocks:
        block = _renumbered(blocks.pop(0), texts)
        ids += block.ids
        for name, array in block.arrays().items():
            arrays.setdefault(name, []).append(array)
    vocabulary = Vocabulary(tuple(EVENTS), COLUMNS, KNOWN, tuple(texts))
    made: dict[str, Any] = {name: _bounds(arrays.pop(name)) for name in BOUNDS}
    events = int(made["offset"][-1])
    for name in list(arrays):
        made[name] = np.concatenate(arrays.pop(name), axis=-1)
    made["raw"] = np.arange(events, dtype=np.int64)
    return Dataset(vocabulary=vocabulary, ids=tuple(ids), **made)


def _renumbered(block: Dataset, texts: list[str]) -> Dataset:
    """Return a block whose own texts are coded behind `texts`, to which they are added."""
    known, changed = block.attributes, block.change_value
    own = (known >= len(TEXTS)) & IS_TEXT[:, None]
    later = (changed >= len(TEXTS)) & IS_TEXT[block.change_attribute]
    used = np.unique(np.concatenate([known[own], changed[later]]))
    first = len(texts)
    texts += [block.vocabulary.texts[code] for code in used.tolist()]
    return replace(
        block,
        attributes=np.where(own, first + np.searchsorted(used, known), known),
        change_value=np.where(later, first + np.searchsorted(used, changed), changed),
    )


def _bounds(parts: list[Int64]) -> Int64:
    """Return the bounds of all parts as one: each goes on where the one before it ended."""
    ends = np.cumsum([0, *(int(part[-1]) for part in parts)])
    moved = [part[1:] + end for part, end in zip(parts, ends[:-1].tolist(), strict=True)]
    return np.concatenate([np.zeros(1, np.int64), *moved])
