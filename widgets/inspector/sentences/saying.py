"""A leaf of a condition as a sentence: which words can be changed, and which only join them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from journeys.conditions.comparison import PRESENCE, RELATIVE, WORDS, Operator
from journeys.conditions.tree import AttributeTest, BehaviourTest, EntryTest, Leaf
from journeys.durations import Duration
from journeys.people.population import ColumnType
from journeys.spoken import told_apart
from widgets.inspector.choices import Choices
from widgets.inspector.reading import written
from widgets.inspector.speech import translate

Key = Literal["", "not", "event", "measure", "of", "name", "operator", "value", "within", "where"]

SHOWN = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence; one with a key can be changed. `what` says what it is for.

    `raw` is what stands in the data where people say it in another way.
    """

    text: str
    key: Key = ""
    look: str = ""
    what: str = ""
    raw: str = ""


def words_of(leaf: Leaf, choices: Choices, negations: int = 0) -> tuple[Word, ...]:
    """Return the sentence of a leaf, the filter of its event left out."""
    told = _behaviour(leaf, choices) if isinstance(leaf, BehaviourTest) else _known(leaf, choices)
    never = Word(translate("Inspector", "not"), "not", "group", translate("Inspector", "Turned"))
    return (*[never] * negations, *told)


def held(leaf: Leaf, choices: Choices) -> ColumnType | None:
    """Return what the name a leaf asks for holds, where that is known."""
    if isinstance(leaf, BehaviourTest):
        return ColumnType.INSTANT if leaf.measure == "last" else ColumnType.DECIMAL
    known = choices.attributes if isinstance(leaf, AttributeTest) else choices.columns
    return known.get(leaf.name)


def operator_words(leaf: Leaf, operator: Operator) -> str:
    """Return a comparison in words; a count is 'at least' where a number 'is at least'."""
    if isinstance(leaf, BehaviourTest) and leaf.measure == "count":
        if operator is Operator.IS:
            return translate("Inspector", "exactly")
        return WORDS[operator].removeprefix("is ")
    if isinstance(leaf, BehaviourTest) and leaf.measure == "last":
        return WORDS[operator].removeprefix("is ")
    return WORDS[operator]


def is_unseen(leaf: Leaf, choices: Choices) -> bool:
    """Return whether a leaf is held against a text that certainly nobody has."""
    if isinstance(leaf, BehaviourTest) or leaf.operator not in (Operator.IS, Operator.ONE_OF):
        return False
    return all(choices.is_unseen(leaf.name, value) for value in leaf.values)


def unseen_words() -> str:
    """Return that nobody has a value."""
    return translate("Inspector", "Nobody has this in these events.")


def measure_words(measure: str) -> str:
    """Return what is asked of an event, in words."""
    said = {
        "count": translate("Inspector", "happened"),
        "sum": translate("Inspector", "adds up"),
        "last": translate("Inspector", "last happened"),
    }
    return said[measure]


def value_words(leaf: Leaf) -> str:
    """Return what a leaf is held against, in words."""
    if leaf.operator in RELATIVE:
        return Duration.parse(leaf.value).words
    said = [_said(value) for value in leaf.values]
    if len(said) > SHOWN:
        more = translate("Inspector", "%d more") % (len(said) - SHOWN + 1)
        said = [*said[: SHOWN - 1], more]
    joiner = translate("Inspector", "or")
    return f"{', '.join(said[:-1])} {joiner} {said[-1]}" if len(said) > 1 else "".join(said)


def _behaviour(leaf: BehaviourTest, choices: Choices) -> Iterator[Word]:
    said = told_apart((*choices.events, *choices.reactions, leaf.event))[leaf.event]
    look = "lost" if choices.is_lost(leaf.event) else "event"
    yield Word(said, "event", look, translate("Inspector", "Event"), leaf.event)
    asked = translate("Inspector", "What is asked of it")
    yield Word(measure_words(leaf.measure), "measure", "value", asked)
    if leaf.of is not None:
        yield Word(leaf.of, "of", "value", translate("Inspector", "Property"))
        yield Word(translate("Inspector", "to"))
    yield from _comparison(leaf)
    if leaf.measure == "count":
        once = leaf.value == Decimal(1)
        yield Word(translate("Inspector", "time") if once else translate("Inspector", "times"))
    window = translate("Inspector", "Window")
    if leaf.since is not None:
        yield Word(translate("Inspector", "since they entered"), "within", "value", window)
    elif leaf.within is None:
        yield Word(translate("Inspector", "at any time"), "within", "quiet", window)
    else:
        said = translate("Inspector", "in the last {}").format(leaf.within.words)
        yield Word(said, "within", "value", window)


def _known(leaf: Leaf, choices: Choices) -> Iterator[Word]:
    if isinstance(leaf, AttributeTest):
        yield Word(translate("Inspector", "the customer's"))
    elif isinstance(leaf, EntryTest):
        yield Word(translate("Inspector", "the entry's"))
    if not isinstance(leaf, BehaviourTest):
        known = choices.attributes if isinstance(leaf, AttributeTest) else choices.columns
        look = "lost" if known and leaf.name not in known else "value"
        yield Word(leaf.name, "name", look, translate("Inspector", "Property"))
    yield from _comparison(leaf)


def _comparison(leaf: Leaf) -> Iterator[Word]:
    how = translate("Inspector", "Comparison")
    yield Word(operator_words(leaf, leaf.operator), "operator", "value", how)
    if leaf.operator not in PRESENCE:
        yield Word(value_words(leaf), "value", "value", translate("Inspector", "Value"))
    if leaf.exactly:
        yield Word(translate("Inspector", "to the letter"))


def _said(value: object) -> str:
    if isinstance(value, bool):
        return translate("Inspector", "yes") if value else translate("Inspector", "no")
    if isinstance(value, Decimal):
        return written(value)
    return str(value) or translate("Inspector", "nothing")
