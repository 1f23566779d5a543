"""What can be picked for a word of a sentence, and what becomes of the sentence then."""

from collections.abc import Callable, Mapping

from journeys.conditions.comparison import Operator
from journeys.conditions.facts import TRAIL
from journeys.conditions.sequences import Happening
from journeys.conditions.surroundings import context_words
from journeys.conditions.tree import (
    ArmTest,
    AttributeTest,
    BehaviourTest,
    Compared,
    ContextTest,
    EntryTest,
    Leaf,
    SampleTest,
    SequenceTest,
)
from journeys.spoken import spoken
from widgets.inspector.amending import amended
from widgets.inspector.around import contexts
from widgets.inspector.context import Context
from widgets.inspector.controls.picking import Option, events, named, options
from widgets.inspector.sentences import measures
from widgets.inspector.sentences.asides import joined_words
from widgets.inspector.sentences.comparing import held, operators, seen_texts
from widgets.inspector.sentences.operands import with_name, with_operator, with_value
from widgets.inspector.sentences.saying import did_words, operator_words
from widgets.inspector.speech import translate

BUT_NOT, AND_THEN = "but_not", "and_then"
DEEDS = ("sent", "opened", "clicked")
OPEN = frozenset({"event", "first", "then", "of", "same", "name", "list"})


def offered(
    leaf: Leaf, key: str, context: Context, events_of: tuple[str, ...]
) -> tuple[Option, ...]:
    """Return what can be picked for a word; `events_of` are those a filter is about."""
    own = context.choices.own
    makers: Mapping[str, Callable[[], tuple[Option, ...]]] = {
        **dict.fromkeys(("event", "first", "then"), lambda: events(context.choices)),
        "measure": _measures,
        "operator": lambda: _operators(leaf, context),
        "same": lambda: (_anything(), *named(names(leaf, context, events_of))),
        "joined": lambda: (
            Option(AND_THEN, joined_words(but_not=False)),
            Option(BUT_NOT, joined_words(but_not=True)),
        ),
        "did": lambda: tuple(Option(one, did_words(one)) for one in DEEDS),
        "step": lambda: _named(own.messages),
        "test": lambda: _named(own.tests),
        "segment": lambda: _named(own.segments),
        "list": lambda: options(context.choices.lists),
    }
    if key == "name" and isinstance(leaf, ContextTest):
        some = contexts(context.choices)
        return tuple(Option(name, context_words(name), _group(name)) for name in some)
    maker = makers.get(key)
    return maker() if maker else named(names(leaf, context, events_of))


def _anything() -> Option:
    return Option("", translate("Inspector", "Anything"))


def _measures() -> tuple[Option, ...]:
    some = measures.offered()
    return tuple(Option(each.key, measures.offered_words(each)) for each in some)


def _operators(leaf: Leaf, context: Context) -> tuple[Option, ...]:
    if not isinstance(leaf, Compared):
        return ()
    some = operators(leaf, held(leaf, context.choices))
    return tuple(Option(each, operator_words(leaf, each)) for each in some)


def names(leaf: Leaf, context: Context, events_of: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of properties or attributes that a leaf can ask for."""
    match leaf:
        case BehaviourTest():
            return context.choices.properties_of((leaf.event,))
        case SequenceTest():
            first = context.choices.properties_of((leaf.first.event,))
            then = context.choices.properties_of((leaf.then.event,))
            return tuple(name for name in first if name in then)
        case AttributeTest():
            return tuple(context.choices.attributes)
        case SampleTest():
            return (leaf.name,)
        case _:
            is_entry = isinstance(leaf, EntryTest)
            return context.choices.properties_of(context.entry_events if is_entry else events_of)


def current(leaf: Leaf, key: str) -> str:
    """Return what is picked for a word now."""
    match leaf, key:
        case BehaviourTest(), "measure":
            return measures.asked(leaf).key
        case SequenceTest(), "first" | "then":
            return str(getattr(leaf, key).event)
        case SequenceTest(), "joined":
            return BUT_NOT if leaf.but_not else AND_THEN
        case SequenceTest(), "same":
            return leaf.same or ""
        case ArmTest(), "test":
            return leaf.experiment
    return str(getattr(leaf, key, ""))


def picked(leaf: Leaf, key: str, value: str, context: Context) -> Leaf:  # noqa: PLR0911 a line a word
    """Return the leaf with another word; raises ValidationError where that cannot be."""
    choices = context.choices
    match leaf, key:
        case BehaviourTest(), "measure":
            return measures.with_measure(leaf, value, names(leaf, context, ()), choices.columns)
        case BehaviourTest(), "of":
            return measures.with_property(leaf, value, choices.columns)
        case SequenceTest(), "first" | "then":
            return amended(leaf, {key: Happening(event=value, where=getattr(leaf, key).where)})
        case SequenceTest(), "joined":
            return amended(leaf, {"but_not": value == BUT_NOT})
        case SequenceTest(), "same":
            return amended(leaf, {"same": value or None})
        case ArmTest(), "test":
            return _with_test(leaf, value, context)
    if isinstance(leaf, Compared) and key == "operator":
        return _with_operator(leaf, Operator(value), context)
    if isinstance(leaf, Compared) and key == "name":
        return _renamed(leaf, value, context)
    return amended(leaf, {key: value})


def _with_operator(leaf: Compared, operator: Operator, context: Context) -> Leaf:
    made = with_operator(leaf, operator, held(leaf, context.choices))
    seen = seen_texts(made, context.choices)
    is_arm = isinstance(made, ArmTest) and bool(seen)
    if is_arm and made.values and not any(value in seen for value in made.values):
        return with_value(made, (seen[0],) if isinstance(made.value, tuple) else seen[0])
    return made


def _with_test(leaf: ArmTest, experiment: str, context: Context) -> Leaf:
    versions = tuple(context.choices.own.versions(experiment))
    kept = tuple(value for value in leaf.values if value in versions) or versions[:1]
    changes: dict[str, object] = {"experiment": experiment}
    if leaf.values and kept:
        changes["value"] = kept if isinstance(leaf.value, tuple) else kept[0]
    return amended(leaf, changes)


def _renamed(leaf: Compared, name: str, context: Context) -> Leaf:
    renamed = amended(leaf, {"name": name})
    seen = seen_texts(renamed, context.choices)
    return with_name(leaf, name, held(renamed, context.choices), seen)


def _named(known: Mapping[str, str]) -> tuple[Option, ...]:
    return tuple(Option(value, text) for value, text in known.items())


def _group(name: str) -> str:
    trail = TRAIL.fullmatch(name)
    return translate("Inspector", "Before: %s") % spoken(trail[1]) if trail else ""
