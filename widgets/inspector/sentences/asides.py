"""Sentences without a comparison: sequences, samples, segments and lists."""

from collections.abc import Iterator

from journeys.conditions.sentences import share_words
from journeys.conditions.tree import Leaf, ListTest, SampleTest, SegmentTest, SequenceTest
from journeys.spoken import told_apart
from widgets.inspector.choices import Choices
from widgets.inspector.sentences.words import Word, called, window_word
from widgets.inspector.speech import translate


def aside(leaf: Leaf, choices: Choices) -> Iterator[Word]:
    """Yield the words of a leaf that is true or false by itself."""
    match leaf:
        case SequenceTest():
            yield from _sequence(leaf, choices)
        case SampleTest():
            yield Word(translate("Inspector", "in a random"))
            share = translate("Inspector", "Share of customers")
            yield Word(share_words(leaf.share), "share", "value", share)
            yield Word(translate("Inspector", "called"))
            yield Word(leaf.name, "name", "value", translate("Inspector", "Name of the sample"))
        case SegmentTest():
            yield Word(translate("Inspector", "in the segment"))
            segment = choices.own.names.segment(leaf.segment)
            yield called(segment, "segment", translate("Inspector", "Segment"), leaf.segment)
        case ListTest():
            yield Word(translate("Inspector", "on the list"))
            yield Word(leaf.list, "list", "value", translate("Inspector", "List"))


def joined_words(*, but_not: bool) -> str:
    """Return how the second event of a sequence is joined to the first."""
    if but_not:
        return translate("Inspector", "but then no")
    return translate("Inspector", "and then")


def _sequence(leaf: SequenceTest, choices: Choices) -> Iterator[Word]:
    events = (leaf.first.event, leaf.then.event)
    said = told_apart((*choices.events, *choices.reactions, *events))
    looks = ["lost" if choices.is_lost(event) else "event" for event in events]
    first, then = translate("Inspector", "First event"), translate("Inspector", "Second event")
    yield Word(said[events[0]], "first", looks[0], first, events[0])
    yield window_word(leaf.within, leaf.since)
    how = translate("Inspector", "Whether it followed")
    yield Word(joined_words(but_not=leaf.but_not), "joined", "value", how)
    yield Word(said[events[1]], "then", looks[1], then, events[1])
    what = translate("Inspector", "About the same")
    if leaf.same is None:
        yield Word(translate("Inspector", "of anything"), "same", "quiet", what)
    else:
        look = "lost" if any(choices.lacks(event, leaf.same) for event in events) else "value"
        yield Word(translate("Inspector", "with the same"))
        yield Word(choices.property_words(leaf.same), "same", look, what, leaf.same)
    soon = translate("Inspector", "How soon")
    if leaf.gap is None:
        yield Word(translate("Inspector", "at any time after"), "gap", "quiet", soon)
    else:
        words = translate("Inspector", "within {}").format(leaf.gap.words)
        yield Word(words, "gap", "value", soon)
