"""Which channel is the best: what they prefer, else what they answer to (R48, R307)."""

import unicodedata
from collections.abc import Sequence

from tests.oracle.best import is_higher, opened, rate
from tests.oracle.comparisons import folded
from tests.oracle.fate import Fate
from tests.oracle.instance import Instance

NONE = "none"


def choose_channel(fate: Fate, instance: Instance, channels: Sequence[str]) -> str:
    """Choose a channel, and say why; return the port."""
    port, why = best_of(fate, [each for each in channels if can_be_used(fate, each)])
    fate.tell(instance, "channel_chosen", port, why)
    return port


def best_of(fate: Fate, usable: Sequence[str]) -> tuple[str, str]:
    """Return the best of the channels that can be used, and why it is."""
    if not usable:
        return NONE, NONE
    wanted = fate.profile.attributes.get("preferred_channel")
    if isinstance(wanted, str):
        for channel in usable:
            if spelled(wanted) == spelled(channel):
                return channel, "preference"
    rates = {channel: rate_of(fate, channel) for channel in usable}
    best = usable[0]
    for channel in usable[1:]:
        if is_higher(rates[channel], rates[best]):
            best = channel
    is_alone = not any(each != best and not is_higher(rates[best], rates[each]) for each in usable)
    return best, "rate" if is_alone else "order"


def can_be_used(fate: Fate, channel: str) -> bool:
    """Return whether there is consent and an address, or neither is known, and no suppression."""
    wanted = (f"consent.{channel}", f"address.{channel}")
    is_reachable = all(fate.profile.has(each)[0] for each in wanted)
    return is_reachable and not fate.profile.attributes.get("suppressed")


def rate_of(fate: Fate, channel: str) -> tuple[int, int]:
    """Return the rate at which a customer answers on a channel, shrunk to the audience's."""
    opens = sum(row.name == opened(channel) for row in fate.history)
    before = (row for row in fate.history if row.time < fate.started)
    messages = sum(row.name == f"{channel}_delivered" for row in before)
    messages += sum(each.channel == channel for each in fate.sent)
    return rate(opens, messages, fate.learned.rates.get(channel, 0))


def spelled(text: str) -> str:
    """Return a text as conditions compare it (R125)."""
    return folded(unicodedata.normalize("NFC", text))
