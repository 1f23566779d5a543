"""One measured case: a value, what it is held against, and how many times better it is."""

import gc
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Line:
    """`ratio` says how many times better the subject is than `against`; 1.0 is equal."""

    benchmark: str
    case: str
    subject: str
    value: float
    unit: str
    against: str
    against_value: float
    ratio: float

    def plain(self) -> dict[str, str | float]:
        """Return the line as JSON-ready objects, numbers to four digits."""
        return {
            name: float(f"{content:.4g}") if isinstance(content, float) else content
            for name, content in asdict(self).items()
        }


def seconds(work: Callable[[], object]) -> float:
    """Return how long some work takes, begun with the rubbish of earlier work cleared away."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def paired(
    subject: Callable[[], object], against: Callable[[], object], repetitions: int
) -> tuple[float, float]:
    """Return the median seconds of both, measured one after the other, again and again."""
    pairs = [(seconds(subject), seconds(against)) for _ in range(repetitions)]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
