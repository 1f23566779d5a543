"""Conditions as sentences, the way a marketer reads them."""

from journeys.conditions.chance import WHOLE
from journeys.conditions.comparison import RELATIVE, WORDS, Comparison, Operator
from journeys.conditions.sequences import Happening
from journeys.conditions.surroundings import context_words
from journeys.conditions.tree import (
    AllOf,
    AllOfFilter,
    AnyOf,
    AnyOfFilter,
    ArmTest,
    BehaviourTest,
    ContextTest,
    EngagementTest,
    EntryTest,
    Leaf,
    ListTest,
    Not,
    NotFilter,
    SampleTest,
    SegmentTest,
    SequenceTest,
    Tree,
)
from journeys.durations import Duration
from journeys.names import NO_NAMES, Names
from journeys.spoken import spoken

ONCE = " at least once"

MEASURED = {
    "average": "average",
    "minimum": "lowest",
    "maximum": "highest",
    "distinct": "number of different",
    "first": "first",
    "last": "last",
}
DONE = {"sent": "getting", "opened": "opening", "clicked": "clicking in"}
DID = {"sent": "got", "opened": "opened", "clicked": "clicked in"}
DID_NOT = {"sent": "did not get", "opened": "did not open", "clicked": "did not click in"}


def sentence(tree: Tree, names: Names = NO_NAMES) -> str:
    """Return a condition in plain words: 'purchase at least once in the last hour'.

    `names` say what segments, messages and tests are called.
    """
    if isinstance(tree, (AllOf, AllOfFilter)):
        return " and ".join(_inside(part, names) for part in tree.of) or "always"
    if isinstance(tree, (AnyOf, AnyOfFilter)):
        return " or ".join(_inside(part, names) for part in tree.of) or "never"
    if isinstance(tree, (Not, NotFilter)):
        return f"not ({sentence(tree.of, names)})"
    return _leaf(tree, names)


def gist(tree: Tree, names: Names = NO_NAMES) -> str:
    """Return a condition in fewer words: 'purchase in the last hour', once being enough."""
    said = sentence(tree, names)
    return said.replace(ONCE, "", 1) if isinstance(tree, BehaviourTest) else said


def compared(comparison: Comparison, names: Names = NO_NAMES) -> str:
    """Return the right-hand side: 'is at least 1'."""
    words = WORDS[comparison.operator]
    if comparison.operator in RELATIVE:
        return f"{words} {Duration.parse(comparison.value).words}"
    if isinstance(comparison, ArmTest):
        arms = (names.version(comparison.experiment, str(arm)) for arm in comparison.values)
        said = ", ".join(arm.quoted for arm in arms)
    else:
        said = ", ".join(_said(value) for value in comparison.values)
    exactly = " exactly" if comparison.exactly else ""
    return f"{words}{exactly} {said}".rstrip()


def share_words(share: int) -> str:
    """Return a share in basis points as people say it: '12.5%'."""
    return f"{share * 100 / WHOLE:g}%"


def _leaf(leaf: Leaf, names: Names) -> str:  # noqa: PLR0911 a line a kind
    match leaf:
        case BehaviourTest():
            return _behaviour(leaf)
        case SequenceTest():
            return _sequence(leaf)
        case SampleTest():
            return f"in the random {share_words(leaf.share)} called '{leaf.name}'"
        case SegmentTest():
            return f"in the segment {names.segment(leaf.segment).quoted}"
        case ListTest():
            return f"on the list '{spoken(leaf.list)}'"
        case EngagementTest():
            return _engagement(leaf, names)
        case ArmTest():
            test = names.test(leaf.experiment).quoted
            return f"version in the test {test} {compared(leaf, names)}"
        case ContextTest():
            return f"{context_words(leaf.name)} {compared(leaf)}"
    name = f"the entry's {leaf.name}" if isinstance(leaf, EntryTest) else leaf.name
    return f"{name} {compared(leaf)}"


def _behaviour(tree: BehaviourTest) -> str:
    what = _happening(tree)
    window = _window(tree)
    if tree.measure == "sum":
        return f"{tree.of} of {what}{window} adds up to {compared(tree).removeprefix('is ')}"
    if tree.of is not None:
        return f"{MEASURED[tree.measure]} {tree.of} of {what}{window} {compared(tree)}"
    if tree.measure != "count":
        return f"{MEASURED[tree.measure]} {what}{window} {compared(tree)}"
    return f"{what} {_times(tree)}{window}"


def _sequence(tree: SequenceTest) -> str:
    joined = "but no" if tree.but_not else "then"
    same = f" with the same {tree.same}" if tree.same else ""
    gap = f" within {tree.gap.words}" if tree.gap else ""
    window = _window(tree)
    comma = "," if window else ""
    then = f"{_happening(tree.then)}{same}{gap}"
    return f"{_happening(tree.first)}, {joined} {then}{comma}{window}"


def _engagement(tree: EngagementTest, names: Names) -> str:
    message = names.message(tree.step).quoted
    if tree.operator is Operator.PRESENT:
        return f"{DID[tree.did]} {message}"
    if tree.operator is Operator.MISSING:
        return f"{DID_NOT[tree.did]} {message}"
    return f"{DONE[tree.did]} {message} {compared(tree)}"


def _happening(tree: BehaviourTest | Happening) -> str:
    where = f" where {sentence(tree.where)}" if tree.where else ""
    return f"{spoken(tree.event)}{where}"


def _window(tree: BehaviourTest | SequenceTest) -> str:
    if tree.since:
        return " since they entered"
    return f" in the last {_span(tree.within)}" if tree.within else ""


def _times(tree: BehaviourTest) -> str:
    """Return how often: 'at least once', 'exactly 3 times'."""
    said = compared(tree)
    is_plain = tree.operator is Operator.IS
    how = f"exactly {said.removeprefix('is ')}" if is_plain else said.removeprefix("is ")
    return f"{how[:-1]}once" if how.endswith(" 1") else f"{how} times"


def _span(within: Duration) -> str:
    """Return a window in words: 'hour' rather than '1 hour', where that is all of it."""
    words = within.words
    return words.removeprefix("1 ") if words.count(" ") == 1 else words


def _inside(tree: Tree, names: Names) -> str:
    said = sentence(tree, names)
    return f"({said})" if isinstance(tree, (AllOf, AllOfFilter, AnyOf, AnyOfFilter)) else said


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return (
        f"'{value}'"
        if isinstance(value, str)
        else f"{value:f}"
        if hasattr(value, "as_tuple")
        else str(value)
    )
