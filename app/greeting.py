"""What Home shows: files that were open lately, ready-made journeys, the customers in use."""

import time
from collections.abc import Generator
from datetime import datetime
from pathlib import Path

from app import wiring
from app.data import SampleShop, Source
from journeys.document.checks import problems
from journeys.document.format import loads
from journeys.errors import ThroughlineError
from journeys.progress import Progress
from journeys.samples import samples
from widgets.shell.home.content import HomeContent, ReadyMade, Recent

READ = 5
DAY = 86_400


def ready_made() -> tuple[ReadyMade, ...]:
    """Return the ready-made journeys."""
    return tuple(ReadyMade(name, loads(content)) for name, content in samples().items())


def greeting(paths: tuple[Path, ...], source: Source) -> Generator[Progress, None, HomeContent]:
    """Read what Home shows; a file that is gone or cannot be read is shown as such."""
    recent = []
    for done, path in enumerate(paths[:READ]):
        yield Progress(done, min(len(paths), READ), "Reading recent files")
        recent.append(looked_at(path))
    is_shop = isinstance(source, SampleShop)
    return HomeContent(tuple(recent), ready_made(), source.name, is_shop)


def looked_at(path: Path) -> Recent:
    """Return what is known of a recent file."""
    try:
        changed = edited(path.stat().st_mtime, time.time())
    except OSError:
        return Recent(path, wrong="Moved or deleted")
    try:
        journey = wiring.read_journey(path)
    except ThroughlineError as error:
        return Recent(path, changed=changed, wrong=error.what)
    return Recent(path, journey, changed, len(problems(journey)))


def edited(instant: float, now: float) -> str:
    """Return when a file was written, as people say it."""
    then, today = (datetime.fromtimestamp(each).astimezone() for each in (instant, now))
    if then.date() == today.date():
        return f"Edited today {then:%H:%M}"
    if now - instant < 6 * DAY:
        return f"Edited {then:%A %H:%M}"
    return f"Edited {then.day} {then:%b %Y}"
