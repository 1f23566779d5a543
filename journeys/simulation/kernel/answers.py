"""Steps that ask another system: one of the declared answers is drawn (R225)."""

from journeys.program.operations import (
    ASK_ANSWERS,
    ASK_FIRST,
    ASK_KEPT,
    ASK_LIKELIEST,
    ASK_SHARES,
    N_A,
    R_MODE,
    RUN_BACKTEST,
)
from journeys.program.reasons import Reason
from journeys.program.vocabulary import MISSING
from journeys.simulation.jit import jit
from journeys.simulation.kernel.draws import drawn
from journeys.simulation.kernel.instances import entry_of, node_at
from journeys.simulation.kernel.places import I_JOURNEY, I_NODE
from journeys.simulation.kernel.records import tell
from journeys.simulation.kernel.visits import visits_of

ANSWERED = int(Reason.ANSWERED)
EVERYBODY = 10_000


@jit
def ask(p: list[int], s: list[int], instance: int) -> int:
    """Return the port of the answer: drawn by the shares, or the likeliest in a backtest.

    A number below 0 in the register of the name stands for an answer, one above for a row.
    """
    place = s[instance + I_NODE]
    node = node_at(p, place)
    table = p[node + N_A]
    count, port, bits = p[table + ASK_ANSWERS], p[table + ASK_LIKELIEST], MISSING
    if p[R_MODE] != RUN_BACKTEST:
        visit = visits_of(p, s, instance, place)
        bits = drawn(p, s, node, entry_of(p, s, instance), visit, 0)
        point = (bits * EVERYBODY) >> 32
        port = 0
        while port < count and p[table + ASK_SHARES + port] <= point:
            port += 1
    if port < count and p[table + ASK_KEPT]:
        s[instance + p[table + ASK_KEPT]] = -(p[table + ASK_FIRST] + port + 1)
    tell(s, ANSWERED, s[instance + I_JOURNEY], instance, place, 2, port, bits)
    return port
