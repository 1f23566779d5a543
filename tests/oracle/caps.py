"""How many messages a customer may get, over all journeys together (R43, R304)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journeys.content.message import Message
from journeys.sending.caps import Cap


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message that went out, as caps see it."""

    time: int
    channel: str
    category: str | None
    is_transactional: bool
    journey: str


@dataclass(frozen=True, slots=True)
class Full:
    """A cap that is full: what it counts, oldest first, and when it has room."""

    cap: Cap
    counted: tuple[Outgoing, ...]

    @property
    def release(self) -> int | None:
        """When it has room, had nothing more been sent; never where none may be sent at all."""
        if not self.cap.count:
            return None
        return self.counted[-self.cap.count].time + self.cap.within.window

    @property
    def said(self) -> tuple[str, int, str | None, int | None]:
        """What is told of it: id, how many it counts, and the newest of these."""
        newest = self.counted[-1] if self.counted else None
        last = (None, None) if newest is None else (newest.journey, newest.time)
        return (self.cap.id, len(self.counted), *last)


def full_caps(
    message: Message, caps: Iterable[Cap], sent: Sequence[Outgoing], now: int
) -> list[Full]:
    """Return the caps that have no room for a message, in their declared order."""
    if message.transactional:
        return []
    found = (
        Full(cap, tuple(each for each in sent if counts(cap, each, now)))
        for cap in caps
        if holds_for(cap, message.channel, message.category)
    )
    return [full for full in found if len(full.counted) >= full.cap.count]


def counts(cap: Cap, each: Outgoing, now: int) -> bool:
    """Return whether a cap counts a message at an instant: (now - window, now]."""
    is_recent = now - cap.within.window < each.time <= now
    is_meant = holds_for(cap, each.channel, each.category)
    return is_recent and is_meant and not each.is_transactional


def holds_for(cap: Cap, channel: str, category: str | None) -> bool:
    """Return whether a cap is about a channel and a category."""
    return cap.channel in (None, channel) and cap.category in (None, category)


def latest(full: Sequence[Full]) -> Full:
    """Return the cap with the latest release, of equals the first; one without any is the last."""
    never = [each for each in full if each.release is None]
    return never[0] if never else max(full, key=lambda each: each.release or 0)
