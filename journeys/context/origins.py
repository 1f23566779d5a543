"""Every variable a journey can speak of on some data, and how it is there at the start (R70)."""

from collections.abc import Collection

from journeys.context.lineage import Origin
from journeys.document.journey import Journey
from journeys.program.needs import FROM
from journeys.program.roles import roles
from journeys.program.updates import is_call
from journeys.program.vocabulary import Vocabulary

OF_AN_ENTRY = "event.at"
OF_A_VISIT = ("session.started", "session.duration", "session.pages")
ALWAYS = ("customer.id", "journey.id", "journey.title", "now")
EXPERIMENT = "experiment"


def origins(journey: Journey, vocabulary: Vocabulary) -> dict[str, Origin]:
    """Return every variable by its name; of trails only the newest event is listed.

    Who enters at an instant, with no event, has no property of one, no session and no cart (R217).
    Nobody enters without the key (R14).
    """
    starts = frozenset(trigger.id for trigger in journey.triggers)
    happening = frozenset(trigger.id for trigger in journey.triggers if trigger.entered_by)
    part = roles(vocabulary)
    perhaps = Origin(perhaps=starts)

    def bringing(column: str | None) -> Origin:
        found = _bringing(journey, vocabulary, column)
        is_key = column is not None and column == journey.entry.key
        return Origin(surely=found) if is_key else Origin(perhaps=found)

    surely = Origin(surely=starts)
    found = {OF_AN_ENTRY: surely} | dict.fromkeys(OF_A_VISIT, Origin(surely=happening))
    found |= dict.fromkeys(ALWAYS, surely)
    found |= {f"event.{column.name}": bringing(column.name) for column in vocabulary.columns}
    brought = bringing(None)
    session = {"source": part.source, "referrer": part.referrer, "campaign": part.campaign}
    found |= {f"session.{name}": brought for name, column in session.items() if column}
    found |= {f"before.{event}[0]": perhaps for event in vocabulary.events}
    if part.cart:
        names = ("id", "lines", "items", *(("value",) if part.price else ()))
        found |= {f"cart.{name}": bringing(part.cart) for name in names}
    attributes = [column.name for column in vocabulary.attributes if column.name != "id"]
    for name in attributes:
        doubted = _doubted(name, attributes)
        found[f"customer.{name}"] = Origin(perhaps=starts, changes=True, doubted=doubted)
    for node in journey.nodes:
        for answer in node.declares():
            if answer.name is not None:
                found |= {f"{answer.name}.{name}": Origin() for name in answer.values}
        for caught in node.catches():
            names = ("at", *(column.name for column in vocabulary.columns))
            found |= {f"{caught.name}.{name}": Origin() for name in names}
    called = frozenset(
        trigger.id for trigger in journey.triggers if any(map(is_call, trigger.entered_by))
    )
    if called:
        found |= {f"{FROM}.{name}": Origin(perhaps=called) for name in found if name != "now"}
    return found | {
        f"{EXPERIMENT}.{shared.id}.arm": Origin()
        for node in journey.nodes
        for shared in node.shares()
        if shared.what == EXPERIMENT
    }


def _bringing(journey: Journey, vocabulary: Vocabulary, column: str | None) -> frozenset[str]:
    """Return the triggers whose events may have a property; of none asked for: those with events.

    Events of which the data have no row with it never bring it (R183).
    """
    return frozenset(
        trigger.id
        for trigger in journey.triggers
        if any((event, column) not in vocabulary.lacking for event in trigger.entered_by)
    )


def _doubted(name: str, attributes: Collection[str]) -> frozenset[bool]:
    """Return what asking an attribute does not tell of the variable that is called like it (R177).

    One that is there hides those inside its name; where some are inside, it is there with any.
    """
    parts = name.split(".")
    around = {".".join(parts[:count]) for count in range(1, len(parts))}
    is_hidden = any(each == "id" or each in attributes for each in around)
    has_some = any(each.startswith(f"{name}.") for each in attributes)
    return frozenset({*([True] if is_hidden else []), *([False] if has_some else [])})
