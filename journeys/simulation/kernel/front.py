"""The doors of the kernel: what the rest of the engine, and its tests, call."""

from journeys.simulation.kernel.calendar import after, at_time, local, moved
from journeys.simulation.kernel.customer import attach, begin, clear, lay_out
from journeys.simulation.kernel.loop import advance, close, settle, simulate
from journeys.simulation.kernel.numbers import hashed, mix
from journeys.simulation.kernel.resuming import resume
from journeys.simulation.kernel.sleeping import woken

__all__ = [
    "advance",
    "after",
    "at_time",
    "attach",
    "begin",
    "clear",
    "close",
    "hashed",
    "lay_out",
    "local",
    "mix",
    "moved",
    "resume",
    "settle",
    "simulate",
    "woken",
]
