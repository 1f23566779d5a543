"""What became of the last message that a step sent in an instance (R206)."""

from journeys.program.operations import (
    DID_CLICKED,
    DID_SENT,
    NOTED_MADE,
    NOTED_SEEN,
    NOTED_TIME,
    R_GENERATED,
    R_INSTANCE,
    R_MODE,
    RUN_BACKTEST,
    Y_ANSWER,
    Y_DID,
    Y_NODE,
    Y_NOTES,
)
from journeys.program.vocabulary import MISSING
from journeys.simulation.jit import jit
from journeys.simulation.kernel.places import (
    E_DONE,
    E_INSTANCE,
    E_ROOT,
    E_SLOT,
    E_TIME,
    H_INSTANCES,
    H_MADE,
    H_MADE_COUNT,
    H_NOW,
    H_SEEN_COUNT,
    S_TIME,
    S_TYPE,
)
from journeys.simulation.kernel.rows import row_at

MOST_ANSWERS = 4
OPENED_SLOT, CLICKED_SLOT = 0, 2


@jit
def note_sent(s: list[int], instance: int, notes: int) -> None:
    """Note that a message is sent now, before its answers are made up."""
    s[instance + notes + NOTED_MADE] = s[H_MADE_COUNT] + 1
    s[instance + notes + NOTED_SEEN] = s[H_SEEN_COUNT]
    s[instance + notes + NOTED_TIME] = s[H_NOW]


@jit
def answer(p: list[int], s: list[int], instance: int, table: int) -> int:
    """Return when a message was sent, or first opened or clicked, or MISSING."""
    notes, did = p[table + Y_NOTES], p[table + Y_DID]
    if notes == 0 or s[instance + notes + NOTED_MADE] == 0:
        return MISSING
    if did == DID_SENT:
        return s[instance + notes + NOTED_TIME]
    if p[R_MODE] == RUN_BACKTEST:
        for number in range(s[instance + notes + NOTED_SEEN], s[H_SEEN_COUNT]):
            row = row_at(p, s, number)
            if s[row + S_TYPE] == p[table + Y_ANSWER]:
                return s[row + S_TIME]
        return MISSING
    first = s[instance + notes + NOTED_MADE] - 1
    own = (instance - s[H_INSTANCES]) // p[R_INSTANCE]
    slot = CLICKED_SLOT if did == DID_CLICKED else OPENED_SLOT
    for number in range(first, min(first + MOST_ANSWERS, s[H_MADE_COUNT])):
        made = s[H_MADE] + number * p[R_GENERATED]
        if s[made + E_INSTANCE] != own or s[made + E_ROOT] != p[table + Y_NODE]:
            return MISSING
        if s[made + E_SLOT] == slot:
            return s[made + E_TIME] if s[made + E_DONE] else MISSING
    return MISSING
