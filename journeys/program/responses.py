"""How people react to a message, as integer tables (R55, R56)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from journeys.people.response import ONE, RESPONSES, Response, ResponseModel, threshold
from journeys.program import operations as op
from journeys.program.pool import Pool


@dataclass(frozen=True, slots=True)
class MessageResponses:
    """What one message declares: shares in basis points (None: the model's), relevance in %."""

    opened: int | None = None
    clicked: int | None = None
    unsubscribed: int | None = None
    goal: int | None = None
    failed: int = 0
    relevance: int = 100


class ResponseTables:
    """Writes response tables into a pool."""

    def __init__(self, pool: Pool, model: ResponseModel, event: Callable[[str], int]) -> None:
        self.pool = pool
        self.model = model
        self.event = event
        self._written: dict[tuple[str, MessageResponses, bool], Sequence[int]] = {}

    def message(self, channel: str, declared: MessageResponses, *, has_goal: bool) -> Sequence[int]:
        """Return the table of a message; without a goal its goal draw is never asked."""
        asked = (channel, declared, has_goal)
        if asked not in self._written:
            self._written[asked] = self._table(channel, declared, has_goal=has_goal)
        return self._written[asked]

    def _table(self, channel: str, declared: MessageResponses, *, has_goal: bool) -> Sequence[int]:
        source = self.model.of(channel)
        table = [0] * op.M_RESPONSES
        table[op.M_FAILED] = threshold(declared.failed)
        table[op.M_RELEVANCE] = declared.relevance * ONE // 100
        table[op.M_OPENED_TYPE] = self.event(f"{channel}_opened")
        table[op.M_CLICKED_TYPE] = self.event(f"{channel}_clicked")
        table[op.M_UNSUBSCRIBED_TYPE] = self.event(f"{channel}_unsubscribed")
        table[op.M_OPEN_DELAY] = self.pool.put(source.open_delay)
        table[op.M_CLICK_DELAY] = self.pool.put(source.click_delay)
        table[op.M_GOAL_DELAY] = self.pool.put(source.goal_delay)
        shares = (declared.opened, declared.clicked, declared.unsubscribed, declared.goal)
        for name, share in zip(RESPONSES, shares, strict=True):
            table.append(self._response(source.of(name), share, has_goal=has_goal, name=name))
        return table

    def _response(self, source: Response, share: int | None, *, has_goal: bool, name: str) -> int:
        if name == "goal" and not has_goal:
            return op.NOWHERE
        base = threshold(source.share if share is None else share)
        ages = [number for age in source.ages for number in age]
        return self.pool.put((base, *source.hours, *source.fatigue, len(source.ages), *ages))
