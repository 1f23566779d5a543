"""The made-up shop is always the same, however many customers, and in whatever form."""

from hashlib import sha256

import numpy as np
import pytest

from journeys.errors import InvalidDatasetError
from journeys.people.population import Content
from journeys.progress import Progress
from journeys.shop.shop import Shop
from journeys.simulation.dataset import Dataset
from journeys.simulation.encoding import encode

FEW = Shop(100)
KNOWN_DIGEST = "dc9b4a27d9477c3ca9ceaf59dd2755f2a74e1314820b4aef41dbbf15ad93fbc8"


def told(shop: Dataset) -> list[list[Content]]:
    """Return every value of a data set as it stood in the data, whatever its codes."""
    words = shop.vocabulary
    blocks = [*shop.narrow, *shop.wide]
    said: list[list[Content]] = [
        [words.decode(column, value) for value in values.tolist()]
        for column, values in zip(words.columns, blocks, strict=True)
    ]
    said += [
        [words.decode(column, value) for value in values.tolist()]
        for column, values in zip(words.attributes, shop.attributes, strict=True)
    ]
    changed = zip(shop.change_attribute.tolist(), shop.change_value.tolist(), strict=True)
    said.append([words.decode(words.attributes[which], value) for which, value in changed])
    return [*said, [words.attributes[which].name for which in shop.change_attribute.tolist()]]


def plain_arrays(shop: Dataset) -> dict[str, list[int]]:
    """Return what holds no codes."""
    names = ("customer_hash", "offset", "time", "event_hash", "raw", "change_offset")
    arrays = shop.arrays()
    return {name: arrays[name].tolist() for name in (*names, "change_time", "change_row")}


def assert_alike(one: Dataset, other: Dataset) -> None:
    assert one.ids == other.ids
    assert plain_arrays(one) == plain_arrays(other)
    assert one.vocabulary.columns == other.vocabulary.columns
    assert one.vocabulary.attributes == other.vocabulary.attributes
    names = [[shop.vocabulary.events[code] for code in shop.type] for shop in (one, other)]
    assert names[0] == names[1]
    for said, again in zip(told(one), told(other), strict=True):
        assert said == again


def test_the_plain_form_and_the_arrays_say_the_same() -> None:
    assert_alike(encode(FEW.population()), FEW.dataset())


def test_arrays_have_the_types_the_engine_reads() -> None:
    made, encoded = FEW.dataset().arrays(), encode(FEW.population()).arrays()
    assert {name: array.dtype for name, array in made.items()} == {
        name: array.dtype for name, array in encoded.items()
    }
    assert all(array.flags.c_contiguous for array in made.values())


@pytest.mark.parametrize("count", [1, 100, 1_000])
def test_a_customer_is_the_same_however_many_are_asked_for(count: int) -> None:
    assert_alike(Shop(count).dataset(), Shop(1_050).dataset().part(0, count))


def test_customers_of_a_later_block_have_their_own_texts() -> None:
    shop = Shop(1_050).dataset()
    assert len(set(shop.vocabulary.texts)) == len(shop.vocabulary.texts)
    place = shop.vocabulary.attribute_places["address.sms"]
    phones = shop.attributes[place, 1_000:]
    numbers = np.flatnonzero(phones >= 0)
    assert len(numbers) > 10
    for number in numbers.tolist():
        assert shop.vocabulary.texts[phones[number]] == f"+999{1_001 + number:09d}"


def test_a_shop_is_the_same_on_every_machine() -> None:
    digest = sha256()
    for _, array in sorted(FEW.dataset().arrays().items()):
        digest.update(array.astype("<i8").tobytes())
    digest.update("\n".join(FEW.dataset().vocabulary.texts).encode())
    assert digest.hexdigest() == KNOWN_DIGEST


def test_another_seed_is_another_shop() -> None:
    times = {tuple(Shop(20, seed).dataset().time.tolist()) for seed in (0, 1, 2, -1, 2**64)}
    assert len(times) == 4, "a seed counts modulo 2^64, and 2^64 is 0 again"


def test_a_shop_may_be_empty_and_never_less() -> None:
    assert Shop(0).dataset().customers == 0
    assert Shop(0).population().events == ()
    with pytest.raises(InvalidDatasetError, match="-1 customers"):
        Shop(-1)


def test_making_a_shop_says_how_far_it_is_and_can_be_stopped() -> None:
    making = Shop(2_500).making()
    assert next(making) == Progress(0, 2_500, "Making up customers")
    assert next(making).done == 1_000
    making.close()
