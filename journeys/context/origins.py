"""Every variable a journey can speak of on some data, and how it is there at the start (R70)."""

from journeys.context.lineage import Origin
from journeys.document.journey import Journey
from journeys.program.roles import roles
from journeys.program.vocabulary import Vocabulary

ALWAYS = (
    *("event.at", "session.started", "session.duration", "session.pages"),
    *("customer.id", "journey.id", "journey.title", "now"),
)
EXPERIMENT = "experiment"


def origins(journey: Journey, vocabulary: Vocabulary) -> dict[str, Origin]:
    """Return every variable by its name; of trails only the newest event is listed."""
    starts = frozenset(trigger.id for trigger in journey.triggers)
    part = roles(vocabulary)
    always, perhaps = Origin(surely=starts), Origin(perhaps=starts)
    changes = Origin(perhaps=starts, changes=True)
    found = dict.fromkeys(ALWAYS, always)
    found |= {f"event.{column.name}": perhaps for column in vocabulary.columns}
    session = {"source": part.source, "referrer": part.referrer, "campaign": part.campaign}
    found |= {f"session.{name}": perhaps for name, column in session.items() if column}
    found |= {f"before.{event}[0]": perhaps for event in vocabulary.events}
    if part.cart:
        names = ("id", "lines", "items", *(("value",) if part.price else ()))
        found |= {f"cart.{name}": perhaps for name in names}
    found |= {f"customer.{column.name}": changes for column in vocabulary.attributes}
    return found | {
        f"{EXPERIMENT}.{shared.id}.arm": Origin()
        for node in journey.nodes
        for shared in node.shares()
        if shared.what == EXPERIMENT
    }
