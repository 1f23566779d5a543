"""The options that say what kind of run it is: read in one place by every command that runs."""

import argparse
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from journeys.durations import Duration
from journeys.errors import ThroughlineError
from journeys.simulation.settings import Mode, Pause, Policy, RunSettings

SEEDS = 2**63
DAY_OLD = Duration(seconds=RunSettings().maximum_age)


def whole(text: str) -> int:
    """Read a whole number that is not negative."""
    if not (text.isascii() and text.isdigit()) or int(text[:20]) >= SEEDS:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 0 to {SEEDS - 1:,}")
    return int(text)


def lasting(text: str) -> Duration:
    """Read a duration that is as long for everyone."""
    try:
        found = Duration.parse(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    if found.months:
        raise argparse.ArgumentTypeError(
            f"{text!r} has months, which are not all as long; write days, such as P30D"
        )
    return found


OPTIONS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "--mode": {
            "choices": [str(mode) for mode in Mode],
            "default": str(Mode.BACKTEST),
            "help": "backtest: only what was recorded happens (the default); mixed: reactions to "
            "messages are drawn; generated: unprompted goals are drawn as well",
        },
        "--seed": {
            "type": whole,
            "default": 0,
            "metavar": "S",
            "help": "another seed, other draws (default: 0)",
        },
        "--start": {
            "metavar": "ISO",
            "help": "from when, such as 2026-01-05 or 2026-01-05T09:00 (default: the first event)",
        },
        "--end": {
            "metavar": "ISO",
            "help": "until when, not included (default: the last event and the longest wait)",
        },
        "--pause": {
            "nargs": "+",
            "action": "extend",
            "default": [],
            "metavar": "JOURNEY,FROM,TO[,POLICY]",
            "help": "a span in which a journey is paused, by its id; extend: waits end later by "
            "as much (the default); catch_up: what fell into it happens at its end",
        },
        "--asleep": {
            "nargs": "+",
            "action": "extend",
            "default": [],
            "metavar": "FROM,TO",
            "help": "a span in which nothing ran, as if the machine had been off: what fell into "
            "it is handled at its end",
        },
        "--maximum-age": {
            "type": lasting,
            "default": DAY_OLD,
            "metavar": "DURATION",
            "help": "how old what customers enter by may be where it became known late or was "
            "slept through, such as PT12H or P3D (default: PT24H)",
        },
    }
)


def add_run(parser: argparse.ArgumentParser) -> None:
    """Add the options that say what kind of run it is."""
    group = parser.add_argument_group("the run")
    for name, how in OPTIONS.items():
        group.add_argument(name, **how)


def settings(given: argparse.Namespace, zone: str) -> RunSettings:
    """Return what a run is asked to do; raises ThroughlineError for what cannot be read."""
    return RunSettings(
        mode=Mode(given.mode),
        seed=given.seed,
        start=instant(given.start, zone),
        end=instant(given.end, zone),
        zone=zone,
        pauses=tuple(paused(each, zone) for each in given.pause),
        maximum_age=given.maximum_age.window,
        asleep=tuple(slept(each, zone) for each in given.asleep),
    )


def typed(given: argparse.Namespace) -> Iterator[str]:
    """Yield the words of a command that asks for this very run."""
    for name, how in OPTIONS.items():
        said = getattr(given, name.removeprefix("--").replace("-", "_"))
        if said != how.get("default"):
            yield from (name, *map(str, said if isinstance(said, list) else [said]))


def instant(text: str | None, zone: str) -> int | None:
    """Return an ISO-8601 instant in epoch seconds; one with no offset is of the zone's clock."""
    if text is None:
        return None
    try:
        read = datetime.fromisoformat(text)
        aware = read if read.tzinfo else read.replace(tzinfo=ZoneInfo(zone))
        return int(aware.astimezone(UTC).timestamp() // 1)
    except (ValueError, OverflowError) as error:
        raise ThroughlineError(
            f"{text!r} is no time.", "Write it like 2026-01-05 or 2026-01-05T09:00:00+01:00."
        ) from error


def paused(text: str, zone: str) -> Pause:
    """Read JOURNEY,FROM,TO[,POLICY]; raises ThroughlineError for what is none."""
    journey, first, last, policy = (*text.split(","), "", "", "", "")[:4]
    policies = [str(each) for each in Policy]
    policy = policy or policies[0]
    start, end = instant(first or None, zone), instant(last or None, zone)
    is_whole = bool(journey) and text.count(",") in (2, 3) and policy in policies
    if not is_whole or start is None or end is None:
        raise ThroughlineError(
            f"{text!r} is no pause.",
            "Write it like rescue,2026-01-05,2026-01-07 or, to say what becomes of waits, "
            f"rescue,2026-01-05,2026-01-07,{policies[-1]}; the last word is "
            f"{' or '.join(policies)}.",
        )
    return Pause(journey, start, end, Policy(policy))


def slept(text: str, zone: str) -> tuple[int, int]:
    """Read FROM,TO; raises ThroughlineError for what is no span of time."""
    first, last = (*text.split(","), "")[:2]
    start, end = instant(first or None, zone), instant(last or None, zone)
    if text.count(",") != 1 or start is None or end is None:
        raise ThroughlineError(
            f"{text!r} does not say from when to when nothing ran.",
            "Write both with a comma between them, like 2026-01-05T22:00,2026-01-06T06:00.",
        )
    return start, end
