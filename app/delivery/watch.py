"""Looks after a worker: it may not be at one message for longer than a message may take."""

import time

from app.delivery import limits
from app.delivery.hand import Hand

LONGEST_TICK = 0.2


class Watch:
    """Looks whether a worker gets on: a message alone has its second, and starting has its own.

    Many messages given at once are left to it while some come back; else each is tried alone.
    What counts is the time in which this process looks as well, so that a machine that sleeps or
    stands still makes no message slow.
    """

    def __init__(self, hand: Hand, messages: int) -> None:
        self.is_slow = False
        self._hand = hand
        self._most = limits.SECONDS if messages == 1 else limits.SILENT_SECONDS
        self._seen = (hand.count, hand.has_begun)
        self._waited = 0.0
        self._looked = time.monotonic()

    def look(self) -> None:
        """Kill a worker of which nothing has come for too long."""
        now = time.monotonic()
        self._waited += min(now - self._looked, LONGEST_TICK)
        self._looked = now
        seen = (self._hand.count, self._hand.has_begun)
        if seen != self._seen:
            self._seen = seen
            self._waited = 0.0
        has_begun = seen[1]
        if self._waited > (self._most if has_begun else limits.START_SECONDS):
            self.is_slow = has_begun
            self._hand.kill()
