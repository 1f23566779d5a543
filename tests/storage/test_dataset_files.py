"""A kept data set opens as it was, or is refused in words."""

import json
import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

from journeys.errors import NewerFileError, ThroughlineError, UnreadableFileError
from journeys.people.population import Customer, Event, Population
from journeys.simulation.dataset import Dataset
from journeys.simulation.encoding import encode
from storage.dataset import CONTENTS, load, save
from tests.storage.populations import populations

ANN = Population({}, {}, (Customer("ann"),), (Event("ann", 5, "view"),))


def is_same(one: Dataset, other: Dataset) -> bool:
    """Say whether two data sets hold the same, type by type and value by value."""
    return (one.vocabulary, one.ids) == (other.vocabulary, other.ids) and all(
        mine.dtype == yours.dtype and np.array_equal(mine, yours)
        for mine, yours in zip(one.arrays().values(), other.arrays().values(), strict=True)
    )


@settings(max_examples=25)
@given(population=populations())
def test_a_data_set_comes_back_as_it_was(
    population: Population, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder, dataset = tmp_path_factory.mktemp("kept") / "people", encode(population)
    id_ = save(dataset, folder)
    assert is_same(load(folder), dataset)
    assert save(load(folder), folder) == id_
    assert [path.name for path in folder.parent.iterdir()] == ["people"]


def test_another_data_set_has_another_id_and_takes_the_place(tmp_path: Path) -> None:
    other = encode(Population({}, {}, (Customer("bob"),)))
    assert save(encode(ANN), tmp_path / "people") != save(other, tmp_path / "people")
    assert load(tmp_path / "people").ids == ("bob",)


def test_spoiled_data_sets_are_refused_in_words(tmp_path: Path) -> None:
    save(encode(ANN), tmp_path / "people")
    draw, whole, told = random.Random(3), encode(ANN), list[str]()
    for path in sorted((tmp_path / "people").iterdir()):
        content = path.read_bytes()
        for _ in range(8):
            place = draw.randrange(len(content))
            turned = bytes([content[place] ^ 1 << draw.randrange(8)])
            for spoiled in (content[:place], content[:place] + turned + content[place + 1 :]):
                path.write_bytes(spoiled)
                try:
                    assert is_same(load(tmp_path / "people"), whole)
                except ThroughlineError as error:
                    told.append(error.attempt)
        path.unlink()
        with pytest.raises(UnreadableFileError, match="damaged"):
            load(tmp_path / "people")
        path.write_bytes(content)
    assert is_same(load(tmp_path / "people"), whole)
    assert len(told) > 100
    assert all(told)


def test_a_newer_data_set_is_refused_politely(tmp_path: Path) -> None:
    save(encode(ANN), tmp_path / "people")
    contents = tmp_path / "people" / CONTENTS
    contents.write_text(json.dumps(json.loads(contents.read_text()) | {"version": 2, "more": 1}))
    with pytest.raises(NewerFileError, match="newer"):
        load(tmp_path / "people")


def test_no_pickle_is_read(tmp_path: Path) -> None:
    save(encode(ANN), tmp_path / "people")
    harmful = np.array([{"a": 1}], dtype=object)
    np.save(tmp_path / "people" / "time.npy", harmful, allow_pickle=True)
    with pytest.raises(UnreadableFileError):
        load(tmp_path / "people")
