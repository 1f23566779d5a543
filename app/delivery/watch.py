"""Looks after a worker: it may not be at one message for longer than a message may take."""

import time

from app.delivery import limits
from app.delivery.hand import Hand

LONGEST_TICK = 0.2


class Watch:
    """Looks whether a worker gets on: each message has its second, and starting has its own.

    What counts is the time in which this process looks as well, so that a machine that sleeps or
    stands still makes no message slow. `slow_at` says how many lines had come back by the kill.
    """

    def __init__(self, hand: Hand) -> None:
        self.slow_at: int | None = None
        self._hand = hand
        self._count = -1
        self._has_begun = hand.has_begun
        self._waited = 0.0
        self._looked = time.monotonic()

    def look(self) -> None:
        """Kill a worker that has been at one message for too long."""
        now = time.monotonic()
        self._waited += min(now - self._looked, LONGEST_TICK)
        self._looked = now
        seen = (self._hand.count, self._hand.has_begun)
        if seen != (self._count, self._has_begun):
            self._count, self._has_begun = seen
            self._waited = 0.0
        most = limits.SECONDS if self._has_begun else limits.START_SECONDS
        if self._waited > most and self.slow_at is None:
            self.slow_at = self._count if self._has_begun else None
            self._hand.kill()
