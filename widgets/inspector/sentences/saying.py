"""A leaf of a condition as a sentence: which words can be changed, and which only join them."""

from collections.abc import Iterator
from decimal import Decimal

from journeys.conditions.comparison import PRESENCE, RELATIVE, WORDS, Operator
from journeys.conditions.surroundings import context_words
from journeys.conditions.tree import (
    ArmTest,
    AttributeTest,
    BehaviourTest,
    Compared,
    ContextTest,
    EngagementTest,
    EntryTest,
    Leaf,
    PropertyTest,
)
from journeys.durations import Duration
from journeys.spoken import told_apart
from widgets.inspector.choices import Choices
from widgets.inspector.reading import written
from widgets.inspector.sentences.asides import aside
from widgets.inspector.sentences.measures import Asked, asked, measure_words
from widgets.inspector.sentences.words import Word, called, window_word
from widgets.inspector.speech import translate

SHOWN = 3
TIMES = frozenset({Asked("first"), Asked("last")})
AMOUNTS = frozenset({
    Asked("count"), Asked("distinct", has_property=True), Asked("sum", has_property=True),
})  # fmt: skip


def words_of(leaf: Leaf, choices: Choices, negations: int = 0) -> tuple[Word, ...]:
    """Return the sentence of a leaf, the filter of its event left out."""
    told: Iterator[Word]
    match leaf:
        case BehaviourTest():
            told = _behaviour(leaf, choices)
        case EngagementTest():
            told = _engagement(leaf, choices)
        case ArmTest():
            told = _arm(leaf, choices)
        case AttributeTest() | EntryTest() | PropertyTest() | ContextTest():
            told = _known(leaf, choices)
        case _:
            told = aside(leaf, choices)
    never = Word(translate("Inspector", "not"), "not", "group", translate("Inspector", "Turned"))
    return (*[never] * negations, *told)


def operator_words(leaf: Compared, operator: Operator) -> str:
    """Return a comparison in words; a count is 'at least' where a number 'is at least'."""
    what = asked(leaf) if isinstance(leaf, BehaviourTest) else None
    is_time = isinstance(leaf, EngagementTest) or what in TIMES
    if is_time and operator in PRESENCE:
        is_there = operator is Operator.PRESENT
        ever, never = translate("Inspector", "at any time"), translate("Inspector", "never")
        return ever if is_there else never
    is_amount = what in AMOUNTS
    if is_amount and operator is Operator.IS:
        return translate("Inspector", "exactly")
    return WORDS[operator].removeprefix("is ") if is_time or is_amount else WORDS[operator]


def is_unseen(leaf: Leaf, choices: Choices) -> bool:
    """Return whether a leaf is held against a text that certainly nobody has."""
    if not isinstance(leaf, (PropertyTest, EntryTest, AttributeTest)):
        return False
    if leaf.operator not in (Operator.IS, Operator.ONE_OF):
        return False
    return all(choices.is_unseen(leaf.name, value) for value in leaf.values)


def unseen_words() -> str:
    """Return that nobody has a value."""
    return translate("Inspector", "Nobody has this in these events.")


def value_words(leaf: Compared, choices: Choices) -> str:
    """Return what a leaf is held against, in words."""
    if leaf.operator in RELATIVE:
        return Duration.parse(leaf.value).words
    if isinstance(leaf, ArmTest):
        names = choices.own.names
        said = [str(names.version(leaf.experiment, str(value))) for value in leaf.values]
    else:
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
    what = translate("Inspector", "What is asked of it")
    yield Word(measure_words(asked(leaf)), "measure", "value", what)
    if leaf.of is not None:
        look = "lost" if choices.columns and leaf.of not in choices.columns else "value"
        yield Word(leaf.of, "of", look, translate("Inspector", "Property"))
        if leaf.measure == "sum":
            yield Word(translate("Inspector", "to"))
        elif leaf.measure != "distinct":
            yield Word(translate("Inspector", "that"))
    yield from _comparison(leaf, choices)
    if leaf.measure == "count":
        once = leaf.value == Decimal(1)
        yield Word(translate("Inspector", "time") if once else translate("Inspector", "times"))
    if leaf.measure == "distinct":
        yield Word(translate("Inspector", "of them"))
    yield window_word(leaf.within, leaf.since)


def _known(
    leaf: AttributeTest | EntryTest | PropertyTest | ContextTest, choices: Choices
) -> Iterator[Word]:
    if isinstance(leaf, AttributeTest):
        yield Word(translate("Inspector", "the customer's"))
    elif isinstance(leaf, EntryTest):
        yield Word(translate("Inspector", "the entry's"))
    if isinstance(leaf, ContextTest):
        words = context_words(leaf.name)
        yield Word(words, "name", "value", translate("Inspector", "What is asked"), leaf.name)
    else:
        known = choices.attributes if isinstance(leaf, AttributeTest) else choices.columns
        look = "lost" if known and leaf.name not in known else "value"
        yield Word(leaf.name, "name", look, translate("Inspector", "Property"))
    yield from _comparison(leaf, choices)


def _engagement(leaf: EngagementTest, choices: Choices) -> Iterator[Word]:
    yield Word(translate("Inspector", "they"))
    yield Word(did_words(leaf.did), "did", "value", translate("Inspector", "What they did"))
    message = choices.own.names.message(leaf.step)
    yield called(message, "step", translate("Inspector", "Message"), leaf.step)
    yield from _comparison(leaf, choices)


def did_words(did: str) -> str:
    """Return what somebody did with a message, in words."""
    said = {
        "sent": translate("Inspector", "got"),
        "opened": translate("Inspector", "opened"),
        "clicked": translate("Inspector", "clicked in"),
    }
    return said[did]


def _arm(leaf: ArmTest, choices: Choices) -> Iterator[Word]:
    yield Word(translate("Inspector", "their version in"))
    test = choices.own.names.test(leaf.experiment)
    yield called(test, "test", translate("Inspector", "Test"), leaf.experiment)
    yield from _comparison(leaf, choices)


def _comparison(leaf: Compared, choices: Choices) -> Iterator[Word]:
    how = translate("Inspector", "Comparison")
    yield Word(operator_words(leaf, leaf.operator), "operator", "value", how)
    if leaf.operator not in PRESENCE:
        words = value_words(leaf, choices)
        yield Word(words, "value", "value", translate("Inspector", "Value"))
    if leaf.exactly:
        yield Word(translate("Inspector", "to the letter"))


def _said(value: object) -> str:
    if isinstance(value, bool):
        return translate("Inspector", "yes") if value else translate("Inspector", "no")
    if isinstance(value, Decimal):
        return written(value)
    return str(value) or translate("Inspector", "nothing")
