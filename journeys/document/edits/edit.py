"""What every edit can do: make the next journey, and say what it did."""

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from typing import Protocol

from pydantic import ValidationError

from journeys.document.faults import fault
from journeys.document.journey import Journey
from journeys.errors import EditRefusedError


class Edit(Protocol):
    """A change that holds ids and values only, so it can be kept, repeated and compared."""

    @property
    def words(self) -> str:
        """What the edit does, as it is read after 'Undo'."""

    @property
    def key(self) -> Hashable | None:
        """Edits of equal keys in a row are undone as one; None is always undone alone."""

    def apply(self, journey: Journey) -> Journey:
        """Return the journey after the edit; raises EditRefusedError where it does not fit."""


class Alone:
    """The base of edits that are always undone alone."""

    __slots__ = ()

    @property
    def key(self) -> Hashable | None:
        """None: no other edit joins it."""
        return None


@contextmanager
def refusing() -> Iterator[None]:
    """Turn values that do not fit into an EditRefusedError in plain words."""
    try:
        yield
    except ValidationError as error:
        _, words = fault(error, None)
        raise EditRefusedError(f"This does not fit: {words}.", "Try something else.") from error
