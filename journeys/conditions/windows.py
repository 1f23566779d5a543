"""How far back a condition looks: a window before now, or all since the entry."""

from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator

from journeys.conditions.comparison import look_back
from journeys.durations import Duration


def _as_window(content: object) -> Duration:
    look_back(content)
    return Duration.parse(content)


Window = Annotated[Duration, AfterValidator(_as_window)]
Since: TypeAlias = Literal["entry"] | None


def one_beginning(within: Duration | None, since: Since) -> None:
    """Raise ValueError where a window and `since` would both say where looking begins (R153)."""
    if within is not None and since is not None:
        raise ValueError("'within' is a window before now, 'since' begins at the entry: one only")
