"""How much work something is, counted instead of timed: the lines of Python that are run."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def lines_run(work: Callable[[], object]) -> int:
    """Return how many lines of Python some work runs through."""
    lines = 0

    def count(_: FrameType, event: str, __: Any) -> Callable[..., Any]:  # noqa: ANN401 a tracer's
        nonlocal lines
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        work()
    finally:
        sys.settrace(before)
    return lines
