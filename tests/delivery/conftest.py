"""What tests of rendering share: worker processes that are already there."""

from collections.abc import Iterator

import pytest

from app.delivery.renderer import Renderer
from tests.delivery.making import GOOD


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    with Renderer(2) as made:
        for _ in made.batch([GOOD] * 200, 200, str):  # its threads belong to all tests
            pass
        yield made
