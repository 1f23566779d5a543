"""Room for one customer's story, in machine form or as plain Python, that grows when it must."""

from types import ModuleType
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from journeys.simulation.dataset import Dataset, Int64
from journeys.simulation.jit import kernel, plain_kernel
from journeys.simulation.kernel.places import H_FULL, H_TRACE, H_TRACED, HEAD

Columns: TypeAlias = list[npt.NDArray[np.signedinteger[Any]]]

ROOM = 32
TRACE_ROOM = 4_096


class Machine:
    """The kernel as machine code, with a program and customers: owns its scratch memory.

    `numbers` int64[] is the program, `columns` the customers as `flat` gives them; `tally`
    int64[counted] is what was counted so far.
    """

    def __init__(self, numbers: Int64, counted: int, columns: Columns) -> None:
        self.kernel = self._kernel()
        counts = np.diff(columns[0])
        self.customers = len(counts)
        self.most_events = int(counts.max()) if len(counts) else 0
        self.numbers: Int64 = self.taken(numbers)
        self.rows = self.kernel.Rows(*(self.taken(column) for column in columns))
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
        while first < last:
            first = int(
                self.kernel.simulate(
                    self.numbers, self.rows, self.state, self.tally, first, last, over
                )
            )
            if first < last:
                self.grow_twice()

    def told(self) -> list[int]:
        """Return the trace of what ran last."""
        first = int(self.state[H_TRACE])
        return [int(number) for number in self.state[first : first + int(self.state[H_TRACED])]]


class PlainMachine(Machine):
    """The same as plain Python over lists: slow, at once there, and easy to follow."""

    def _kernel(self) -> ModuleType:
        return plain_kernel()

    def taken(self, array: Any) -> Any:  # noqa: ANN401 arrays there, lists here
        """Return an array as a list."""
        return array.tolist()


def flat(dataset: Dataset) -> Columns:
    """Return the arrays of a data set in the order of Rows, blocks one column after the other."""
    return [
        dataset.offset,
        dataset.time,
        dataset.type,
        dataset.narrow.reshape(-1),
        dataset.wide.reshape(-1),
        dataset.event_hash,
        dataset.attributes.reshape(-1),
        dataset.customer_hash,
        dataset.change_offset,
        dataset.change_time,
        dataset.change_row,
        dataset.change_attribute,
        dataset.change_value,
    ]
