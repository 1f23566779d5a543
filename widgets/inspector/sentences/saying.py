"""A leaf of a condition as a sentence: which words can be changed, and which only join them."""

from collections.abc import Iterator
from decimal import Decimal

from journeys.conditions.comparison import PRESENCE, RELATIVE, TIMED, WORDS, Operator
from journeys.conditions.surroundings import BEFORE, context_words
from journeys.conditions.tree import (
    ArmTest,
    AttributeTest,
    BehaviourTest,
    Compared,
    ContextTest,
    EngagementTest,
    EntryTest,
    Leaf,
    ListTest,
    PropertyTest,
    SampleTest,
    SegmentTest,
)
from journeys.durations import Duration
from journeys.spoken import told_apart
from widgets.inspector.around import is_in_context
from widgets.inspector.choices import Choices
from widgets.inspector.reading import written
from widgets.inspector.sentences.asides import aside
from widgets.inspector.sentences.comparing import misfit
from widgets.inspector.sentences.measures import Asked, asked, measure_words
from widgets.inspector.sentences.words import Word, called, window_word
from widgets.inspector.speech import translate
from widgets.inspector.spoken_dates import moment_words

SHOWN = 3
TIMES = frozenset({Asked("first"), Asked("last")})
AMOUNTS = frozenset({Asked("count"), Asked("distinct", has_property=True)})


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
    return _turned(tuple(told), leaf, negations)


def _turned(told: tuple[Word, ...], leaf: Leaf, negations: int) -> tuple[Word, ...]:
    """Return a sentence that was turned into its opposite so many times."""
    turned = translate("Inspector", "Turned")
    if isinstance(leaf, (SegmentTest, ListTest, SampleTest)):
        if not negations:
            return (Word(translate("Inspector", "they are %s") % told[0].text), *told[1:])
        never = Word(translate("Inspector", "not"), "not", "group", turned)
        return (Word(translate("Inspector", "they are")), *[never] * negations, *told)
    never = Word(translate("Inspector", "it is not true that"), "not", "group", turned)
    return (*[never] * negations, *told)


def operator_words(leaf: Compared, operator: Operator) -> str:
    """Return a comparison in words; a count is 'at least' where a number 'is at least'."""
    what = asked(leaf) if isinstance(leaf, BehaviourTest) else None
    is_time = isinstance(leaf, EngagementTest) or what in TIMES
    if is_time and operator in PRESENCE:
        is_there = operator is Operator.PRESENT
        ever, never = translate("Inspector", "at any time"), translate("Inspector", "never")
        ever = translate("Inspector", "at all") if what is not None else ever
        return ever if is_there else never
    is_amount = what in AMOUNTS
    if is_amount and operator is Operator.IS:
        return translate("Inspector", "exactly")
    if is_amount and operator is Operator.IS_NOT:
        return translate("Inspector", "not exactly")
    return WORDS[operator].removeprefix("is ") if is_time or is_amount else WORDS[operator]


def is_unseen(leaf: Leaf, choices: Choices) -> bool:
    """Return whether a leaf is held against a text that certainly nobody has."""
    if not isinstance(leaf, (PropertyTest, EntryTest, AttributeTest)):
        return False
    if leaf.operator not in (Operator.IS, Operator.ONE_OF):
        return False
    return all(choices.is_unseen(leaf.name, value) for value in leaf.values)


def remark(leaf: Leaf, choices: Choices) -> str:
    """Return what is to be known of a sentence that may be true of nobody, or nothing."""
    if isinstance(leaf, ListTest) and choices.attributes and leaf.list not in choices.lists:
        return translate("Inspector", "Nobody is on this list in the data yet.")
    return unseen_words() if is_unseen(leaf, choices) else ""


def unseen_words() -> str:
    """Return that nobody has a value."""
    return translate("Inspector", "Nobody has this in these events.")


def value_words(leaf: Compared, choices: Choices) -> str:
    """Return what a leaf is held against, in words."""
    if leaf.operator in RELATIVE:
        return Duration.parse(leaf.value).words
    if leaf.operator in TIMED:
        return moment_words(str(leaf.value))
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
    window = window_word(leaf.within, leaf.since)
    if leaf.measure != "count":
        yield window
    what = translate("Inspector", "What is asked of it")
    yield Word(measure_words(asked(leaf)), "measure", "value", what)
    compared = tuple(_comparison(leaf, choices))
    if leaf.measure == "distinct":
        yield from (*compared, Word(translate("Inspector", "different")))
    if leaf.of is not None:
        look = "lost" if choices.lacks(leaf.event, leaf.of) else "value"
        words = choices.property_words(leaf.of)
        yield Word(words, "of", look, translate("Inspector", "Property"), leaf.of)
        if leaf.measure != "distinct":
            yield Word(translate("Inspector", "that"))
    if leaf.measure != "distinct":
        yield from compared
    if leaf.measure == "count":
        once = leaf.value == Decimal(1)
        yield Word(translate("Inspector", "time") if once else translate("Inspector", "times"))
        yield window


def _known(
    leaf: AttributeTest | EntryTest | PropertyTest | ContextTest, choices: Choices
) -> Iterator[Word]:
    if isinstance(leaf, AttributeTest):
        yield Word(translate("Inspector", "the customer's"))
    elif isinstance(leaf, EntryTest):
        yield Word(translate("Inspector", "the entry's"))
    if isinstance(leaf, ContextTest):
        look = "lost" if choices.columns and not is_in_context(leaf.name, choices) else "value"
        words, before = context_words(leaf.name).removesuffix(BEFORE), leaf.event is not None
        yield Word(words, "name", look, translate("Inspector", "What is asked"), leaf.name)
        yield from [Word(translate("Inspector", "before that"))] if before else []
    else:
        is_attribute = isinstance(leaf, AttributeTest)
        known = choices.attributes if is_attribute else choices.columns
        said = choices.attribute_words if is_attribute else choices.property_words
        look = "lost" if known and leaf.name not in known else "value"
        yield Word(said(leaf.name), "name", look, translate("Inspector", "Property"), leaf.name)
    yield from _comparison(leaf, choices)


def _engagement(leaf: EngagementTest, choices: Choices) -> Iterator[Word]:
    yield Word(translate("Inspector", "they"))
    never = leaf.operator is Operator.MISSING
    compared = tuple(_comparison(leaf, choices))
    yield from compared if never else ()
    yield Word(did_words(leaf.did), "did", "value", translate("Inspector", "What they did"))
    message = choices.own.names.message(leaf.step)
    yield called(message, "step", translate("Inspector", "Message"), leaf.step)
    yield from () if never else compared


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
    wrong = misfit(leaf, choices)
    look = "lost" if wrong == "operator" else "value"
    yield Word(operator_words(leaf, leaf.operator), "operator", look, how)
    if leaf.operator not in PRESENCE:
        words = value_words(leaf, choices)
        look = "lost" if wrong == "value" else "value"
        yield Word(words, "value", look, translate("Inspector", "Value"))
    if leaf.exactly:
        yield Word(translate("Inspector", "to the letter"))


def _said(value: object) -> str:
    if isinstance(value, bool):
        return translate("Inspector", "yes") if value else translate("Inspector", "no")
    if isinstance(value, Decimal):
        return written(value)
    return str(value) or translate("Inspector", "nothing")
