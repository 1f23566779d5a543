"""The cart rescue as people write it with SimPy: a process a customer, and one a journey."""

from collections import Counter
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from typing import Any

import simpy

HOUR, DAY, WEEK = 3_600, 86_400, 604_800
CERTAIN = 2**64 - 1
ARMS = ((4_500, "plain"), (9_000, "delivery"), (10_000, "holdout"))

Happening = tuple[int, str, str | None]
Steps = Generator[simpy.Event, Any, None]


@dataclass(slots=True)
class Shopper:
    """What one customer's processes share."""

    events: Sequence[Happening]
    unit: int
    may_get_mail: bool
    bought: list[int] = field(default_factory=list)
    last: int = -DAY
    is_active: bool = False
    exposed: int | None = None
    watched: list[int] = field(default_factory=list)


def mix(x: int) -> int:
    """Return splitmix64's finaliser."""
    x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & CERTAIN
    x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & CERTAIN
    return x ^ (x >> 31)


class Rescue:
    """Owns a simulation of the cart rescue and what it counts."""

    def __init__(self, shoppers: Sequence[Shopper], salt: int, start: int, end: int) -> None:
        self.counts: Counter[str] = Counter()
        self.salt = salt
        self.env = simpy.Environment(start)
        for shopper in shoppers:
            self.env.process(self.life(shopper))
        self.env.run(end)

    def life(self, shopper: Shopper) -> Steps:
        """Live through a customer's events."""
        env, counts = self.env, self.counts
        for time, name, platform in shopper.events:
            yield env.timeout(time - env.now)
            if name == "purchase":
                shopper.bought.append(time)
                self.reach(shopper, time)
            elif name != "add_to_cart":
                continue
            elif platform not in ("desktop", "mobile"):
                counts["filter"] += 1
            elif shopper.is_active:
                counts["active"] += 1
            elif time < shopper.last + DAY:
                counts["cooldown"] += 1
            else:
                counts["entries"] += 1
                shopper.last, shopper.is_active = time, True
                env.process(self.journey(shopper))

    def reach(self, shopper: Shopper, time: int) -> None:
        """Count the goals a purchase reaches."""
        kept = []
        for since in shopper.watched:
            if time <= since + WEEK:
                self.counts["goals"] += 1
            else:
                kept.append(since)
        shopper.watched = kept

    def journey(self, shopper: Shopper) -> Steps:
        """Wait an hour, look, deal out, send."""
        yield self.env.timeout(HOUR)
        now, counts = int(self.env.now), self.counts
        shopper.is_active = False
        if any(now - HOUR < time <= now for time in shopper.bought):
            counts["bought"] += 1
            return
        point = ((mix(self.salt ^ mix(shopper.unit)) >> 32) * 10_000) >> 32
        arm = next(name for upto, name in ARMS if upto > point)
        if shopper.exposed is None:
            shopper.exposed = now
            counts[f"exposed {arm}"] += 1
        shopper.watched.append(now)
        counts[arm] += 1
        if arm != "holdout":
            counts["sent" if shopper.may_get_mail else "not sent"] += 1
