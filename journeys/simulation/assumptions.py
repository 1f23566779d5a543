"""What a run takes for granted, in sentences: no number without what it stands on."""

from collections.abc import Iterator

from journeys.conditions.tree import AttributeTest
from journeys.content.message import Message
from journeys.program.reading import CHANNELS
from journeys.simulation.dataset import Dataset
from journeys.simulation.pauses import said
from journeys.simulation.profiles import updates_of
from journeys.simulation.program import Program
from journeys.simulation.settings import Mode
from journeys.simulation.zones import IN_SETTINGS

REACTING = {
    Mode.BACKTEST: "Only what was recorded happens: nobody reacts to the messages of this run.",
    Mode.MIXED: "Reactions to messages fall by chance, as people usually react; recorded opens, "
    "clicks and unsubscribes after the start are left out.",
    Mode.GENERATED: "Reactions to messages, and goals without one, fall by chance, as people "
    "usually react; recorded reactions and goal events after the start are left out.",
}
WORDS = {"email": "e-mail", "sms": "text message", "push": "push notification"}


def assumptions(program: Program, dataset: Dataset) -> tuple[str, ...]:
    """Return the assumptions of a run, the most far-reaching first."""
    return tuple(_assumptions(program, dataset))


def _assumptions(program: Program, dataset: Dataset) -> Iterator[str]:
    settings = program.settings
    yield REACTING[settings.mode]
    named = {journey.id: journey for journey in program.journeys}
    for pause in sorted(settings.pauses, key=lambda each: each.start):
        is_outside = pause.end <= program.start or pause.start >= program.end
        lies = " This lies outside of the run." if is_outside else ""
        yield said(pause, named[pause.journey], settings.zone) + lies
    known = dataset.vocabulary.attribute_places
    used = {
        node.channel
        for journey in program.journeys
        for node in journey.nodes
        if isinstance(node, Message)
    }
    for channel in (channel for channel in CHANNELS if channel in used):
        if f"consent.{channel}" not in known:
            yield f"Consent to {WORDS[channel]}s is not in the data: it is assumed given."
        if f"address.{channel}" not in known:
            yield f"Addresses for {WORDS[channel]}s are not in the data: they are assumed there."
    if used and settings.mode is not Mode.BACKTEST and settings.responses.is_assumed:
        yield "How often and how soon people react is assumed, not measured."
    if "zone" not in known and settings.zone_rule is None:
        yield f"Time zones are not in the data: all live by {settings.zone}, {IN_SETTINGS}."
    changing = {int(place) for place in set(dataset.change_attribute.tolist())}
    updated = {update.attribute for update in updates_of(program.journeys)}
    asked = {each.leaf.name for each in program.leaves if isinstance(each.leaf, AttributeTest)}
    for name in sorted(asked):
        if name in known and known[name] not in changing and name not in updated:
            yield f"The attribute {name!r} has no history: it is read as known at import."
