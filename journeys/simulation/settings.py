"""What a run is asked to do: its mode, its span, its seed and the rules of the workspace."""

from dataclasses import dataclass
from enum import StrEnum

from journeys.people.response import STANDARD, ResponseModel
from journeys.sending.rules import NO_RULES, SendingRules


class Mode(StrEnum):
    """Where events come from (R55)."""

    BACKTEST = "backtest"
    MIXED = "mixed"
    GENERATED = "generated"


@dataclass(frozen=True, slots=True)
class ZoneRule:
    """Zones by the value of one attribute, for customers without a zone of their own (R21)."""

    attribute: str
    zones: tuple[tuple[str, str], ...]


class Policy(StrEnum):
    """What becomes of waits when a pause is over: they all end later, or are caught up with."""

    EXTEND = "extend"
    CATCH_UP = "catch_up"


@dataclass(frozen=True, slots=True)
class Pause:
    """A journey, by its id, is paused in [start, end), epoch seconds (R226)."""

    journey: str
    start: int
    end: int
    policy: Policy = Policy.EXTEND


@dataclass(frozen=True, slots=True)
class RunSettings:
    """A run covers [start, end) in epoch seconds; None asks for the default of R7.

    `asleep` are spans [from, to) in which nothing ran, `maximum_age` is how many seconds old what
    customers enter by may be (R227, R228); `sending` are the quiet hours and caps (R300).
    """

    mode: Mode = Mode.BACKTEST
    seed: int = 0
    start: int | None = None
    end: int | None = None
    zone: str = "UTC"
    zone_rule: ZoneRule | None = None
    responses: ResponseModel = STANDARD
    pauses: tuple[Pause, ...] = ()
    maximum_age: int = 86_400
    asleep: tuple[tuple[int, int], ...] = ()
    sending: SendingRules = NO_RULES
