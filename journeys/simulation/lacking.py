"""Which properties an event never has in the data, and what journeys ask of it in vain (R183)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from journeys.conditions.comparison import PRESENCE
from journeys.conditions.tree import BehaviourTest, PropertyTest, SequenceTest
from journeys.document.journey import Journey
from journeys.document.rules import EntryRule
from journeys.errors import InvalidJourneyError
from journeys.program.vocabulary import MISSING, Vocabulary
from journeys.simulation.currencies import with_currencies
from journeys.simulation.dataset import Dataset
from journeys.simulation.dating import undated_in
from journeys.simulation.names import Owner, made_up, owners_of
from journeys.simulation.profiles import updates_of
from journeys.simulation.settings import Mode
from journeys.spoken import spoken
from journeys.values import Value, within

AT_ONCE = 1_000_000


@dataclass(frozen=True, slots=True)
class Lack:
    """Something asked of an event that never has it: where, by what value, of which event.

    `rule` is that of the journey which `owner` belongs to, and empty for steps. With `is_key` the
    event has to say which one it is about, such as which cart.
    """

    where: str
    owner: Owner
    rule: str
    value: Value
    event: str
    name: str
    is_key: bool = False

    @property
    def keeps_all_out(self) -> bool:
        """True where nobody can enter because of it."""
        return isinstance(self.value, EntryRule)


def with_facts(dataset: Dataset) -> Vocabulary:
    """Return the vocabulary of a data set that knows what its events and attributes lack."""
    words = with_currencies(dataset)
    lacking = {
        (event, column.name)
        for place, column in enumerate(words.columns)
        for event, has in zip(words.events, _having(dataset, place), strict=True)
        if not has
    }
    return replace(words, lacking=frozenset(lacking), undated=undated_in(dataset))


def hearing(
    vocabulary: Vocabulary, journeys: Iterable[Journey], mode: Mode = Mode.MIXED
) -> Vocabulary:
    """Return a vocabulary that claims nothing of what a run of journeys may make up or change."""
    run = tuple(journeys)
    made, changed = made_up(run, mode), {update.attribute for update in updates_of(run)}
    lacking = frozenset(pair for pair in vocabulary.lacking if pair[0] not in made)
    undated = vocabulary.undated - changed
    if (lacking, undated) == (vocabulary.lacking, vocabulary.undated):
        return vocabulary
    return replace(vocabulary, lacking=lacking, undated=undated)


def refuse_keyless(
    journeys: Sequence[Journey], vocabulary: Vocabulary, mode: Mode = Mode.BACKTEST
) -> None:
    """Raise InvalidJourneyError for the first start that lets nobody in, for want of the key."""
    heard = hearing(vocabulary, journeys, mode)
    for journey in journeys:
        for lack in lacks(journey, heard):
            if lack.keeps_all_out:
                near = nearest_key(journey, vocabulary)
                raise InvalidJourneyError(
                    f"{journey.name}: {lack.where} {words_of(lack)}",
                    f"Did you mean {near!r}?" if near else "Choose another key, or none.",
                )


def lacks(journey: Journey, vocabulary: Vocabulary) -> Iterator[Lack]:
    """Yield what a journey asks of events that never have it."""
    for where, owner, rule in owners_of(journey):
        for value, event, name, is_key in _asked(journey, owner):
            if (event, name) in vocabulary.lacking:
                yield Lack(where, owner, rule, value, event, name, is_key)


def words_of(lack: Lack) -> str:
    """Return what is wrong, as it follows 'the step ...'."""
    event, name = spoken(lack.event), lack.name
    if lack.keeps_all_out:
        return f"lets nobody in: no {event!r} in the data says which {name!r} it is about."
    if lack.is_key:
        return (
            f"waits in vain for {event!r} with the {name!r} they entered with: no {event!r} in the "
            "data has one."
        )
    return f"asks {event!r} for {name!r}, and none in the data has it."


def nearest_key(journey: Journey, vocabulary: Vocabulary) -> str:
    """Return the property most like the key of the entry that all who enter bring; '' for none."""
    events = [event for trigger in journey.triggers for event in trigger.entered_by]
    return nearest(journey.entry.key or "", events, vocabulary)


def nearest(name: str, events: Sequence[str], vocabulary: Vocabulary) -> str:
    """Return the property most like a name that each of some events has; '' where none is like."""
    import difflib

    held = [
        column.name
        for column in vocabulary.columns
        if all((event, column.name) not in vocabulary.lacking for event in events)
    ]
    return next(iter(difflib.get_close_matches(name, held, n=1)), "")


def _asked(journey: Journey, owner: Owner) -> Iterator[tuple[Value, str, str, bool]]:
    """Yield (value that asks, event, property, whether it is the key) of a step or a rule."""
    key = journey.entry.key
    for event in getattr(owner, "entered_by", ()) if key is not None else ():
        yield journey.entry, event, key or "", True
    for value in within(owner):
        event = getattr(value, "event", None)
        if event is not None and key is not None and getattr(value, "match_key", False):
            yield value, event, key, True
        if event is not None:
            for test in within(getattr(value, "where", None)):
                if isinstance(test, PropertyTest) and test.operator not in PRESENCE:
                    yield test, event, test.name, False
        if isinstance(value, BehaviourTest) and value.of is not None:
            yield value, value.event, value.of, False
        if isinstance(value, SequenceTest) and value.same is not None:
            for part in (value.first, value.then):
                yield value, part.event, value.same, False


def _having(dataset: Dataset, place: int) -> list[bool]:
    """Return of each event whether any row of it has the property at a place."""
    words, kinds = dataset.vocabulary, dataset.type
    found = np.zeros(len(words.events), np.bool_)
    is_narrow = place < words.narrow
    row = dataset.narrow[place] if is_narrow else dataset.wide[place - words.narrow]
    for begin in range(0, dataset.events, AT_ONCE):
        part = row[begin : begin + AT_ONCE]
        is_there = part >= 0 if is_narrow else part != MISSING
        found[kinds[begin : begin + AT_ONCE][is_there]] = True
        if found.all():
            break
    return [bool(has) for has in found]
