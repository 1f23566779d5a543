"""What Home shows: files that were open lately, ready-made journeys, the customers in use."""

import time
from collections.abc import Generator
from datetime import datetime
from functools import cache
from importlib import import_module
from pathlib import Path

from app import wiring
from app.data import SampleShop, Source
from app.memory import Memory
from journeys.document.checks import problems
from journeys.document.format import loads
from journeys.errors import ThroughlineError
from journeys.progress import Progress
from journeys.samples import samples
from widgets.shell.home.content import HomeContent, ReadyMade, Recent

READ = 6
DAY = 86_400


@cache
def ready_made() -> tuple[ReadyMade, ...]:
    """Return the ready-made journeys, those of few steps first."""
    made = (ReadyMade(name, loads(content)) for name, content in samples().items())
    return tuple(sorted(made, key=lambda ready: len(ready.journey.nodes)))


def greeting(memory: Memory, source: Source) -> Generator[Progress, None, HomeContent]:
    """Read what Home shows; a file that is gone or cannot be read is shown as such."""
    import_module("journeys.graph")  # the pictures need it, and it is long in coming
    paths = memory.recent
    recent = []
    for done, path in enumerate(paths[:READ]):
        yield Progress(done, min(len(paths), READ), "Reading recent files")
        recent.append(looked_at(path, memory.step(path)))
    is_shop = isinstance(source, SampleShop)
    return HomeContent(tuple(recent), ready_made(), source.name, is_shop)


def looked_at(path: Path, step: str) -> Recent:
    """Return what is known of a recent file, and of the step in it that was changed last."""
    try:
        changed = edited(path.stat().st_mtime, time.time())
    except OSError:
        return Recent(path, wrong="Moved or deleted", is_gone=True)
    try:
        journey = wiring.journey_of(wiring.read_plain_file(path), path.name)
    except ThroughlineError as error:
        return Recent(path, changed=changed, wrong=error.what.removeprefix(f"{path.name}: "))
    return Recent(path, journey, changed, len(problems(journey)), at=step)


def edited(instant: float, now: float) -> str:
    """Return when a file was written, as people say it."""
    then, today = (datetime.fromtimestamp(each).astimezone() for each in (instant, now))
    if then.date() == today.date():
        return f"today {then:%H:%M}"
    if now - instant < 6 * DAY:
        return f"{then:%A %H:%M}"
    return f"{then.day} {then:%b %Y}"
