"""Which attributes of customers are texts of which none is a date (R220)."""

from collections.abc import Iterator

import numpy as np

from journeys.dates import WrittenDate
from journeys.people.population import ColumnType
from journeys.simulation.dataset import Dataset, Int64

MOST = 20_000
"""Attributes with more different texts are not looked through."""


def undated_in(dataset: Dataset) -> frozenset[str]:
    """Return the names of the attributes that hold texts, and no date among them.

    Of one with very many different texts that is not known, so that it is not named.
    """
    return frozenset(name for name, codes in _codes(dataset) if _holds_no_date(dataset, codes))


def _codes(dataset: Dataset) -> Iterator[tuple[str, Int64]]:
    """Yield each attribute of texts with the codes of its texts, each once."""
    for place, column in enumerate(dataset.vocabulary.attributes):
        if column.type is ColumnType.TEXT:
            changed = dataset.change_value[dataset.change_attribute == place]
            codes = np.unique(np.concatenate([dataset.attributes[place], changed]))
            yield column.name, codes[codes >= 0]


def _holds_no_date(dataset: Dataset, codes: Int64) -> bool:
    texts = dataset.vocabulary.texts
    if not 0 < len(codes) <= MOST:
        return False
    return all(WrittenDate.parse(texts[code]) is None for code in codes.tolist())
