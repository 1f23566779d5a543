"""What a run takes for granted, in sentences: no number without what it stands on."""

from collections.abc import Iterator

from journeys.conditions.tree import AttributeTest
from journeys.content.message import Message
from journeys.durations import Duration
from journeys.program.reading import CHANNELS
from journeys.sending.rules import said
from journeys.simulation import pauses, sleep
from journeys.simulation.dataset import Dataset
from journeys.simulation.profiles import updates_of
from journeys.simulation.program import Program
from journeys.simulation.settings import Mode, RunSettings
from journeys.simulation.zones import IN_SETTINGS

REACTING = {
    Mode.BACKTEST: "Only what was recorded happens: nobody reacts to the messages of this run.",
    Mode.MIXED: "Reactions to messages fall by chance, as people usually react; recorded opens, "
    "clicks and unsubscribes after the start are left out.",
    Mode.GENERATED: "Reactions to messages, and goals without one, fall by chance, as people "
    "usually react; recorded reactions and goal events after the start are left out.",
}
WORDS = {
    "email": "e-mail",
    "sms": "text message",
    "push": "push notification",
    "in_app": "in-app message",
}


def assumptions(program: Program, dataset: Dataset) -> tuple[str, ...]:
    """Return the assumptions of a run, the most far-reaching first."""
    return tuple(_assumptions(program, dataset))


def _assumptions(program: Program, dataset: Dataset) -> Iterator[str]:
    settings = program.settings
    yield REACTING[settings.mode]
    named = {journey.id: journey for journey in program.journeys}
    for pause in sorted(settings.pauses, key=lambda each: each.start):
        lies = _where(program, pause.start, pause.end)
        yield pauses.said(pause, named[pause.journey], settings.zone) + lies
    for begin, over in sorted(settings.asleep):
        yield sleep.said(begin, over, settings.zone) + _where(program, begin, over)
    yield from said(settings.sending)
    yield from _late(settings, dataset)
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


def _where(program: Program, begin: int, over: int) -> str:
    is_outside = over <= program.start or begin >= program.end
    return " This lies outside of the run." if is_outside else ""


def _late(settings: RunSettings, dataset: Dataset) -> Iterator[str]:
    """Yield what is made of news that came late, where any did."""
    late = int((dataset.handled > dataset.time).sum())
    if late:
        many = "1 event was" if late == 1 else f"{late:,} events were"
        yield (
            f"{many} handed over late: such news acts only when it comes in, and counts by its "
            "own time."
        )
    if late or settings.asleep:
        age = Duration.of(settings.maximum_age).words
        yield f"Nobody enters by what is more than {age} old when it is handled."
