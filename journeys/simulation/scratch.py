"""Room for one customer's story, in machine form or as plain Python, that grows when it must."""

from types import ModuleType
from typing import Any

import numpy as np

from journeys.simulation.dataset import Int64
from journeys.simulation.jit import kernel, plain_kernel
from journeys.simulation.kernel.places import (
    D_CUSTOMERS,
    D_OFFSETS,
    H_FULL,
    H_SEEN,
    H_SEEN_COUNT,
    H_TRACE,
    H_TRACED,
    HEAD,
)

ROOM = 32
BATCH = 1_000
TRACE_ROOM = 4_096


class Machine:
    """The kernel as machine code, with a program and customers: owns its scratch memory.

    `numbers` int64[] is the program, `customers` int64[] its customers as `pack` lays them out;
    `tally` int64[counted] is what was counted so far.
    """

    def __init__(self, numbers: Int64, counted: int, customers: Int64) -> None:
        self.kernel = self._kernel()
        self.customers = int(customers[D_CUSTOMERS])
        first = int(customers[D_OFFSETS])
        counts = np.diff(customers[first : first + self.customers + 1])
        self.most_events = int(counts.max()) if len(counts) else 0
        self.numbers: Int64 = self.taken(numbers)
        self.rows: Int64 = self.taken(customers)
        self.tally: Int64 = self.taken(np.zeros(counted, np.int64))
        self.nothing: Int64 = self.taken(np.empty(0, np.int64))
        self.state = self.nothing
        self.grow(ROOM, 0)

    def _kernel(self) -> ModuleType:
        return kernel()

    def taken(self, array: Any) -> Any:  # noqa: ANN401 arrays here, lists in the plain form
        """Return an array in the form the kernel takes."""
        return array if array.flags.writeable else array.copy()

    def grow(self, room: int, traced: int) -> None:
        """Take memory for `room` instances, answers and messages and `traced` numbers of trace."""
        self.room, self.traced = room, traced
        lay_out = self.kernel.lay_out
        size = lay_out(self.numbers, self.nothing, self.most_events, room, traced)
        self.state = self.taken(np.zeros(max(size, HEAD), np.int64))
        lay_out(self.numbers, self.state, self.most_events, room, traced)

    def grow_twice(self) -> None:
        """Double the room: a story did not fit."""
        self.grow(2 * self.room, 2 * self.traced)

    @property
    def is_full(self) -> bool:
        """True when the story that ran last did not fit and must run again with more room."""
        return bool(self.state[H_FULL])

    def run(self, first: int, last: int, over: int) -> None:
        """Run customers [first, last) from the empty state to the end, adding to the tally."""
        for start in range(first, last, BATCH):
            until = min(start + BATCH, last)
            while True:
                self.kernel.clear(self.numbers, self.state)
                self.kernel.simulate(self.numbers, self.rows, self.state, start, until, over)
                if not self.is_full:
                    break
                self.grow_twice()
            self.settle()

    def settle(self) -> None:
        """Add what was counted since the state was cleared to the tally."""
        self.kernel.settle(self.numbers, self.state, self.tally)

    def told(self) -> list[int]:
        """Return the trace of what ran last."""
        first = int(self.state[H_TRACE])
        return [int(number) for number in self.state[first : first + int(self.state[H_TRACED])]]

    def seen(self, width: int) -> list[list[int]]:
        """Return the events handled in what ran last, in order, as rows of `width` numbers."""
        first, count = int(self.state[H_SEEN]), int(self.state[H_SEEN_COUNT])
        rows = range(first, first + count * width, width)
        return [[int(number) for number in self.state[row : row + width]] for row in rows]


class PlainMachine(Machine):
    """The same as plain Python over lists: slow, at once there, and easy to follow."""

    def _kernel(self) -> ModuleType:
        return plain_kernel()

    def taken(self, array: Any) -> Any:  # noqa: ANN401 arrays there, lists here
        """Return an array as a list."""
        return array.tolist()
