"""What is too old for a message by the time it goes out, and so missing in it (R305)."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from journeys.context.past import Plain, seen
from journeys.program.paths import steps_of
from journeys.sending.ages import Age


def without_expired(
    context: Mapping[str, Plain], ages: Iterable[Age], now: int
) -> dict[str, Plain]:
    """Return the variables without those that are older than they may be, at an instant."""
    found = dict(context)
    for age in ages:
        begun, steps = seen(context, f"{age.owner}.at"), steps_of(age.variable)
        if age.on_expiry != "fallback" or not isinstance(begun, datetime) or not steps:
            continue
        if now - int(begun.timestamp()) > age.max_age.window:
            found = _without(found, steps)
    return found


def _without(content: dict[str, Plain], steps: tuple[str | int, ...]) -> dict[str, Plain]:
    first, *rest = steps
    inner = content.get(str(first))
    if not rest:
        return {name: part for name, part in content.items() if name != first}
    if not isinstance(inner, dict):
        return content
    return {**content, str(first): _without(inner, tuple(rest))}
