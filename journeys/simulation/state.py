"""A customer's state as one block that can be stored, moved, and gone on from at any instant."""

import numpy as np

from journeys.program.operations import (
    R_ATTRIBUTES,
    R_GENERATED,
    R_INSTANCE,
    R_ROW,
    R_TIMED,
)
from journeys.simulation.dataset import Int64
from journeys.simulation.kernel.places import (
    ARM_ROW,
    DATED_ROW,
    H_ARM_COUNT,
    H_ARM_MOST,
    H_ARMS,
    H_ATTRIBUTES,
    H_DATED,
    H_DATED_COUNT,
    H_DATED_MOST,
    H_INSTANCE_COUNT,
    H_INSTANCE_MOST,
    H_INSTANCES,
    H_MADE,
    H_MADE_COUNT,
    H_MADE_MOST,
    H_SEEN,
    H_SEEN_COUNT,
    H_SEEN_MOST,
    H_SENT,
    H_SENT_COUNT,
    H_SENT_MOST,
    H_WATCH,
    H_WATCHED,
    H_WAYS,
    HEAD,
    SENT_ROW,
    WAY_WIDTH,
)
from journeys.simulation.scratch import Machine

FIRST_OF_LAYOUT = H_SEEN_MOST
MOST = (H_SEEN_MOST, H_MADE_MOST, H_INSTANCE_MOST, H_ARM_MOST, H_SENT_MOST, H_DATED_MOST)
COUNTS = (H_SEEN_COUNT, H_MADE_COUNT, H_INSTANCE_COUNT, H_ARM_COUNT, H_SENT_COUNT, H_DATED_COUNT)


def sections(machine: Machine, head: Int64) -> list[tuple[int, int]]:
    """Return (field of the head that says where it stands, numbers in use) of each section."""
    p = machine.numbers
    return [
        (H_ATTRIBUTES, int(p[R_ATTRIBUTES])),
        (H_SEEN, int(head[H_SEEN_COUNT]) * int(p[R_ROW])),
        (H_MADE, int(head[H_MADE_COUNT]) * int(p[R_GENERATED])),
        (H_INSTANCES, int(head[H_INSTANCE_COUNT]) * int(p[R_INSTANCE])),
        (H_WATCH, int(head[H_WATCHED])),
        (H_ARMS, int(head[H_ARM_COUNT]) * ARM_ROW),
        (H_SENT, int(head[H_SENT_COUNT]) * SENT_ROW),
        (H_WAYS, int(p[int(p[R_TIMED])]) * WAY_WIDTH),
        (H_DATED, int(head[H_DATED_COUNT]) * DATED_ROW),
    ]


def advance(machine: Machine, block: Int64 | None, customer: int, until: int) -> Int64:
    """Let everything before `until` happen to a customer and return the new state, int64[].

    `block` is the state so far, None for the empty one; `customer` is the place in the machine's
    rows, which may have grown since. What was decided stands in the machine's trace, what was
    counted is added to its tally. Nothing else is kept: the block is all there is to know.
    """
    while True:
        _restore(machine, block, customer)
        machine.kernel.clear(machine.numbers, machine.state)
        machine.kernel.advance(machine.numbers, machine.rows, machine.state, until)
        if not machine.is_full:
            machine.settle()
            return _packed(machine)
        machine.grow_twice()


def close(machine: Machine, block: Int64, customer: int, over: int) -> None:
    """End the run: who still stands where, and which goal windows it cut (R7)."""
    while True:
        _restore(machine, block, customer)
        machine.kernel.clear(machine.numbers, machine.state)
        machine.kernel.close(machine.numbers, machine.state, over)
        if not machine.is_full:
            machine.settle()
            return
        machine.grow_twice()


def _restore(machine: Machine, block: Int64 | None, customer: int) -> None:
    if block is None:
        machine.kernel.begin(machine.numbers, machine.rows, machine.state, customer)
        return
    while any(block[count] > machine.state[most] for count, most in zip(COUNTS, MOST, strict=True)):
        machine.grow_twice()
    state, place = machine.state, HEAD
    state[:FIRST_OF_LAYOUT] = machine.taken(block[:FIRST_OF_LAYOUT])
    for field, size in sections(machine, block):
        at = int(state[field])
        state[at : at + size] = machine.taken(block[place : place + size])
        place += size
    machine.kernel.attach(machine.rows, state, customer)
    machine.kernel.resume(machine.numbers, state)


def _packed(machine: Machine) -> Int64:
    state = machine.state
    parts = [np.array(state[:HEAD], np.int64)]
    parts[0][FIRST_OF_LAYOUT:] = 0
    for field, size in sections(machine, parts[0]):
        at = int(state[field])
        parts.append(np.array(state[at : at + size], np.int64))
    return np.concatenate(parts)
