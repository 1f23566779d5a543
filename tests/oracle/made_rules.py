"""Made-up rules of whole journeys: who may enter, what takes them out, what they are for."""

from random import Random
from typing import Literal

from journeys.document.rules import EntryRule, ExitRule, Goal
from journeys.durations import Duration
from tests.oracle.made_ageing import may_age
from tests.oracle.made_behaviours import perhaps_filter
from tests.oracle.made_people import COLUMNS, EVENTS
from tests.oracle.made_questions import Around

SPANS = ("PT1H", "PT6H", "PT24H", "P7D")
ENDLESS = frozenset({"buy", "note", "email_opened"})
MODES: tuple[Literal["once", "after_exit", "every"], ...] = (
    "once",
    "after_exit",
    "every",
    "every",
    "every",
)
WHEN_ACTIVE: tuple[Literal["ignore", "restart", "update_context"], ...] = (
    "ignore",
    "restart",
    "restart",
    "update_context",
)


def entry_rule(chance: Random, events: set[str]) -> EntryRule:
    """Return who may enter; what may cause itself has a maximum, so that every world ends."""
    mode = chance.choice(MODES)
    cooldown = chance.choice((None, None, None, "PT10M", "PT1H", "PT24H", "P1D"))
    return EntryRule(
        key=chance.choice((None, None, "cart", "cart", "pages", "amount", "gift", "due")),
        mode=mode,
        when_active="ignore" if mode == "after_exit" else chance.choice(WHEN_ACTIVE),
        cooldown=Duration.parse(cooldown) if cooldown else None,
        maximum=chance.choice((2, 3, 5) if events & ENDLESS else (None, None, None, 1, 2, 4)),
    )


def goal(chance: Random, name: str, place: int) -> Goal:
    """Return what a journey is for; the first goal is one that may be generated."""
    return Goal(
        id=name,
        event=chance.choice(("buy", "buy", "note") if place == 0 else EVENTS),
        where=perhaps_filter(chance, 0.25),
        match_key=chance.random() < 0.6,
        window=Duration.parse(chance.choice(SPANS)),
        ends=chance.random() < 0.4,
        carries=tuple(sorted(chance.sample(sorted(COLUMNS), chance.choice((0, 1, 3))))),
    )


def exit_rule(chance: Random, name: str, around: Around) -> ExitRule:
    """Return what takes customers out."""
    if chance.random() < 0.4:
        return ExitRule(id=name, condition=may_age(chance, around))
    return ExitRule(
        id=name,
        event=chance.choice(("buy", "note", "email_unsubscribed", "push_clicked")),
        where=perhaps_filter(chance, 0.4),
        match_key=chance.random() < 0.6,
    )
