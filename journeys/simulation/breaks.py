"""Breaks of a test run as people set them: by the clock on the wall, of one journey or of all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC
from zoneinfo import ZoneInfo

from journeys.document.journey import Journey
from journeys.schedules import WallTime
from journeys.simulation.settings import Pause, Policy, RunSettings
from journeys.values import Value


class Break(Value):
    """From `start` to before `end` a journey, by its id, is paused; or nothing runs at all.

    It is an input of test runs and stands in no journey's file. Without a `journey` nothing runs
    (R228), and `policy` says nothing; with one it is a pause (R226).
    """

    journey: str = ""
    start: WallTime
    end: WallTime
    policy: Policy = Policy.EXTEND


def with_breaks(settings: RunSettings, breaks: Sequence[Break]) -> RunSettings:
    """Return settings with these breaks, whose times are those of the zone of the settings."""
    zone = ZoneInfo(settings.zone)
    spans = [(each, _instant(each.start, zone), _instant(each.end, zone)) for each in breaks]
    return replace(
        settings,
        pauses=tuple(
            Pause(each.journey, start, end, each.policy)
            for each, start, end in spans
            if each.journey
        ),
        asleep=tuple((start, end) for each, start, end in spans if not each.journey),
    )


def of_those(settings: RunSettings, journeys: Sequence[Journey]) -> RunSettings:
    """Return settings with the pauses of the journeys of a run alone."""
    ids = {journey.id for journey in journeys}
    pauses = tuple(pause for pause in settings.pauses if pause.journey in ids)
    return replace(settings, pauses=pauses)


def clashing(breaks: Sequence[Break], place: int) -> bool:
    """Say whether a break overlaps or touches an earlier one of the same journey."""
    mine = breaks[place]
    return bool(mine.journey) and any(
        each.journey == mine.journey and each.start <= mine.end and mine.start <= each.end
        for each in breaks[:place]
    )


def is_backwards(one: Break) -> bool:
    """Say whether a break ends before it begins."""
    return one.end <= one.start


def _instant(shown: WallTime, zone: ZoneInfo) -> int:
    return int(shown.shown.replace(tzinfo=zone).astimezone(UTC).timestamp())
