"""Leading elsewhere: jumps into other journeys, and the answers of other systems (R222, R225)."""

from journeys.nodes.jump import Jump
from journeys.nodes.webhook import Answer, Webhook
from journeys.simulation.settings import Mode
from tests.oracle.context import context
from tests.oracle.draws import EVERYBODY, text_hash
from tests.oracle.fate import Fate
from tests.oracle.happening import Happening
from tests.oracle.instance import Instance
from tests.oracle.messages import drawn

MOST_JUMPS = 20
NO_ID = ""


def jump(fate: Fate, instance: Instance, node: Jump) -> None:
    """Leave, and call another journey once all who moved have run."""
    instant, made = fate.jumped
    made = made + 1 if instant == fate.now else 1
    if made > MOST_JUMPS:
        fate.tell(instance, "too_many_jumps")
    else:
        fate.jumped = fate.now, made
        fate.tell(instance, "jumped", node.journey)
        digits = text_hash(f"{instance.entry:016x}", node.id, str(instance.visits[node.id]))
        said, source = instance.event.properties, context(fate, instance)
        called = f"call.{node.call}"
        fate.jumps.append(Happening(fate.now, called, f"{digits:016x}", said, source=source))
    instance.end()


def ask_system(fate: Fate, instance: Instance, node: Webhook) -> str:
    """Ask another system; what it answers is drawn, or the likeliest; return the way on."""
    bits = None if fate.settings.mode is Mode.BACKTEST else drawn(fate, instance, 0)
    answer = likeliest(node) if bits is None else answer_at(node, bits * EVERYBODY >> 32)
    port = "failed" if answer is None else answer.id
    fate.tell(instance, "answered", port, bits)
    if answer is not None and node.known_as is not None:
        instance.caught[node.known_as] = Happening(fate.now, "", NO_ID, answer.values)
    return port


def likeliest(node: Webhook) -> Answer | None:
    """Return the likeliest answer, of equals the first; none where there is none at all."""
    return max(node.answers, key=lambda answer: answer.share, default=None)


def answer_at(node: Webhook, point: int) -> Answer | None:
    """Return the first answer whose cumulative share exceeds a point; none beyond the last."""
    reached = 0
    for answer in node.answers:
        reached += answer.share
        if reached > point:
            return answer
    return None
