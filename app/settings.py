"""What people choose: one frozen value, from which the form is made that asks for it."""

from typing import Annotated, Literal, TypeAlias
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field

from journeys.values import Value

ThemeChoice: TypeAlias = Literal["system", "light", "dark"]


def _known(zone: str) -> str:
    if zone not in available_timezones():
        raise ValueError(f"there is no time zone {zone!r}")
    return zone


class Settings(Value):
    """Everything there is to choose; the title of a field is what the form calls it."""

    theme: ThemeChoice = Field(
        default="system", title="Colours", description="Light, dark, or as the system has it."
    )
    zone: Annotated[str, AfterValidator(_known)] = Field(
        default="UTC",
        title="Time zone",
        description="Of customers without one of their own, and of the times that are shown.",
    )
    seed: Annotated[int, Field(ge=0, le=999_999)] = Field(
        default=0,
        title="Random draw (seed)",
        description="Test runs use chance: the same number repeats a run, another one draws anew.",
    )
