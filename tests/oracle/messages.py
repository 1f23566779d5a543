"""Sending, and how people react (R41, R56, R107, R112, R121)."""

from collections.abc import Mapping

from journeys.content.message import Message
from journeys.people.population import Content
from journeys.people.response import ONE, ChannelResponse, Response
from journeys.simulation.settings import Mode
from tests.oracle.calendar import local
from tests.oracle.caps import Outgoing
from tests.oracle.draws import FULL, delay, draw, text_hash, threshold
from tests.oracle.fate import Fate
from tests.oracle.happening import Happening
from tests.oracle.instance import Instance, Sent

WEEK = 7 * 86_400
OPENED, OPEN_DELAY, CLICKED, CLICK_DELAY, UNSUBSCRIBED, GOAL, GOAL_DELAY, FAILED = range(8)


def send(fate: Fate, instance: Instance, message: Message) -> str:
    """Send what nothing speaks against, unless it fails; return the port."""
    channel = message.channel
    reacts = fate.settings.mode is not Mode.BACKTEST
    if reacts and message.responses.failed:
        bits, limit = drawn(fate, instance, FAILED), threshold(message.responses.failed)
        if bits < limit:
            fate.tell(instance, "failed", channel, bits, limit)
            return "failed"
    earlier = sum(fate.now - WEEK < each.time <= fate.now for each in fate.sent)
    assumed = (fate.profile.has(f"{what}.{channel}")[1] for what in ("consent", "address"))
    fate.tell(instance, "sent", channel, *assumed, earlier)
    kind, journey = (message.category, message.transactional), instance.plan.journey.id
    fate.sent.append(Outgoing(fate.now, channel, *kind, journey))
    instance.sent_log.append((fate.now, message.id))
    visit = instance.visits[message.id]
    instance.sent[message.id] = Sent(fate.now, channel, visit, len(fate.history))
    if reacts:
        Reaction(fate, instance, message, earlier).happen()
    return "sent"


class Reaction:
    """How one customer reacts to one message."""

    def __init__(self, fate: Fate, instance: Instance, message: Message, earlier: int) -> None:
        """Remember the message and what its shares depend on."""
        self.fate, self.instance, self.message = fate, instance, message
        self.model: ChannelResponse = fate.settings.responses.of(message.channel)
        self.hour = local(fate.now, fate.profile.zone).hour
        self.tired = min(3, earlier)
        self.minutes = (fate.now - instance.event.time) // 60

    def happen(self) -> None:
        """Draw what happens, slot by slot, and let it happen."""
        channel, now = self.message.channel, self.fate.now
        seen: int | None = now
        if channel != "sms":
            seen = self.ask("opened", OPENED, now + self.wait(self.model.open_delay, OPEN_DELAY))
            self.generate(f"{channel}_opened", seen, OPENED)
        if seen is None:
            return
        clicks = seen + self.wait(self.model.click_delay, CLICK_DELAY)
        clicked = self.ask("clicked", CLICKED, clicks)
        self.generate(f"{channel}_clicked", clicked, CLICKED)
        self.generate(
            f"{channel}_unsubscribed", self.ask("unsubscribed", UNSUBSCRIBED, seen), UNSUBSCRIBED
        )
        if clicked is not None and self.instance.plan.journey.goals:
            buys = clicked + self.wait(self.model.goal_delay, GOAL_DELAY)
            bought = self.ask("goal", GOAL, buys)
            if bought is not None:
                generate_goal(self.fate, self.instance, bought, GOAL)

    def ask(self, response: str, slot: int, happens: int) -> int | None:
        """Draw yes or no; return when it happens, None for no."""
        limit = self.limit(response)
        bits = drawn(self.fate, self.instance, slot)
        when = happens if bits < limit else None
        self.fate.tell(self.instance, "response", slot, when is not None, bits, limit, when)
        return when

    def limit(self, response: str) -> int:
        """Return the draw below which the answer is yes: the base, then factor by factor."""
        base: Response = self.model.of(response)
        declared: int | None = getattr(self.message.responses, response)
        factors = [
            base.hours[self.hour],
            base.fatigue[self.tired],
            next(factor for below, factor in base.ages if below < 0 or self.minutes < below),
        ]
        if response != "unsubscribed":
            factors.append(self.message.responses.relevance * ONE // 100)
        limit = threshold(base.share if declared is None else declared)
        for factor in factors:
            limit = min(FULL - 1, limit * factor >> 16)
        return limit

    def wait(self, table: tuple[int, ...], slot: int) -> int:
        """Return how long a reaction takes."""
        return delay(table, drawn(self.fate, self.instance, slot))

    def generate(self, name: str, when: int | None, slot: int) -> None:
        """Let an engagement happen, unless the answer was no."""
        if when is not None:
            generate(self.fate, self.instance, name, when, slot=slot, properties={})


def generate_goal(fate: Fate, instance: Instance, when: int, slot: int) -> None:
    """Let the event of the first goal happen, with what it carries from the entry (R112)."""
    goal, key = instance.plan.journey.goals[0], instance.plan.journey.entry.key
    names = {*goal.carries, *([key] if key is not None else [])}
    carried = {name: instance.event.properties.get(name) for name in sorted(names)}
    generate(fate, instance, goal.event, when, slot=slot, properties=carried)


def generate(
    fate: Fate,
    instance: Instance,
    name: str,
    when: int,
    *,
    slot: int,
    properties: Mapping[str, Content],
) -> None:
    """Put a generated event into the customer's future (R102, R113)."""
    journey, node = instance.plan.journey.id, instance.node
    visit = instance.visits.get(node, 1)
    digits = text_hash(journey, f"{instance.entry:016x}", node, str(visit), str(slot))
    rank = (journey, node, visit, slot, instance.entered_at, instance.entry)
    fate.generated.append(Happening(when, name, f"{digits:016x}", properties, rank=rank))


def drawn(fate: Fate, instance: Instance, slot: int) -> int:
    """Return the 32 bits of a slot of the step where an instance stands (R54, R114)."""
    place = text_hash(instance.plan.journey.id, instance.node)
    visit = instance.visits.get(instance.node, 1)
    return draw(fate.settings.seed, fate.profile.number, place, instance.entry, visit, slot)
