"""A process of its own in which messages are rendered: whatever a template does, it does here.

It reads lines of JSON from its standard input: how many there are, then those. It says with an
empty object that it has them, and answers each message with one line of JSON, and a template with
an empty object. The first line it writes says which limits the system puts on it.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping
from typing import BinaryIO, Protocol

from app.delivery.limits import FLUSH_SECONDS, HARD_SECONDS, MEMORY
from app.delivery.message import Reason
from journeys.values import Json

OUT_OF_MEMORY = 3
DEEP = 5_000
BUFFER = 2**18
NO_MEMORY: Mapping[str, Json] = {
    "reason": str(Reason.OUT_OF_MEMORY),
    "words": "The message needs more memory than one message may have.",
    "attempt": "Make the message simpler, or go through less.",
}


class Renders(Protocol):
    """What a worker renders with."""

    def learn(self, key: int, parts: list[list[str]]) -> None:
        """Take a template in, under a number."""

    def forget(self) -> None:
        """Forget all templates."""

    def render(self, key: int, context: Mapping[str, object], zone: str) -> dict[str, Json]:
        """Render a template for one customer."""


def main() -> None:
    """Be a worker until the input ends."""
    from app.delivery.engine import Engine

    serve(Engine())


def serve(engine: Renders) -> None:
    """Answer with an engine until the input ends."""
    source, target = _own_pipes()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program, which ends this one
    sys.setrecursionlimit(DEEP)
    _answer(target, {"limits_memory": limit_memory()})
    target.flush()
    alarm = _alarm()
    while count := source.readline():
        lines = [source.readline() for _ in range(int(count))]
        _answer(target, {})  # from here on it is the messages' own doing if this process ends
        target.flush()
        flushed = time.monotonic()
        for line in lines:
            alarm(HARD_SECONDS)
            try:
                told = _told(engine, json.loads(line))
            except MemoryError:
                _answer(target, NO_MEMORY)
                target.flush()
                os._exit(OUT_OF_MEMORY)  # what is left of this process is not to be trusted
            _answer(target, told)
            now = time.monotonic()
            if (
                now - flushed > FLUSH_SECONDS or not told
            ):  # else each message would wake the program
                target.flush()
                flushed = now
        target.flush()
        alarm(0)


def _told(engine: Renders, asked: dict[str, Json]) -> Mapping[str, Json]:
    match asked:
        case {"context": dict(context), "template": int(key), "zone": str(zone)}:
            return engine.render(key, context, zone)
        case {"parts": list(parts), "template": int(key)}:
            engine.learn(key, parts)  # type: ignore[arg-type] # our own other side wrote it
        case _:
            engine.forget()
    return {}


def _answer(target: BinaryIO, told: Mapping[str, Json]) -> None:
    target.write(json.dumps(told, separators=(",", ":")).encode() + b"\n")


def _own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Take the pipes away from everything else that may read or print."""
    source, target = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    return os.fdopen(source, "rb"), os.fdopen(target, "wb", BUFFER)


def limit_memory() -> bool:
    """Put limits on this process; return whether the system has them.

    Windows has none of these, and macOS does not keep to the one on memory: there the limits are
    the fuel, the watchdog, and what a template may hold.
    """
    if sys.platform == "win32":
        return False
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    try:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (ValueError, OSError):
        return False
    return sys.platform == "linux"


def _alarm() -> Callable[[float], object]:
    """Return what ends this very process unless it is called again within so many seconds.

    It does not wait for Python, and it works when the program that watches is gone.
    """
    if sys.platform == "win32":
        return lambda _seconds: None
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    return lambda seconds: signal.setitimer(signal.ITIMER_REAL, seconds)


if __name__ == "__main__":
    main()
