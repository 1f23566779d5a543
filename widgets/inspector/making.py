"""Which widget asks for a field: chosen from its type alone, so that new kinds need no form."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

from journeys.content.message import DeclaredResponses, Message
from journeys.context.naming import written
from journeys.document.node import UNNAMED, Node
from journeys.document.rules import Segment
from journeys.people.response import RESPONSES, STANDARD
from journeys.values import Value
from widgets.inspector.asking import asking
from widgets.inspector.choices import Choices
from widgets.inspector.context import Context
from widgets.inspector.controls.picking import Option, options
from widgets.inspector.controls.shelf import Shelf
from widgets.inspector.fields.cause import CauseField
from widgets.inspector.fields.choice import ChoiceField
from widgets.inspector.fields.clock import ClockField
from widgets.inspector.fields.content import ContentField
from widgets.inspector.fields.dated import DateField, dates
from widgets.inspector.fields.days import DaysField
from widgets.inspector.fields.duration import DurationField
from widgets.inspector.fields.event import EventField
from widgets.inspector.fields.field import Field
from widgets.inspector.fields.form import Form
from widgets.inspector.fields.looking import LookBackField
from widgets.inspector.fields.name import NameField, Offering
from widgets.inspector.fields.names import NamesField
from widgets.inspector.fields.nested import NestedField
from widgets.inspector.fields.onward import OnwardField
from widgets.inspector.fields.optional import OptionalField
from widgets.inspector.fields.pairs import PairsField
from widgets.inspector.fields.schedule import ScheduleField
from widgets.inspector.fields.share import ShareField
from widgets.inspector.fields.shift import ShiftField
from widgets.inspector.fields.text import TextField
from widgets.inspector.fields.things import ThingsField
from widgets.inspector.fields.truth import TruthField
from widgets.inspector.fields.weights import WeightsField
from widgets.inspector.fields.whole import WholeField
from widgets.inspector.fresh import begun, fresh_value, name_after
from widgets.inspector.question import Asking
from widgets.inspector.sentences.beginnings import fresh_behaviour
from widgets.inspector.sentences.tree import TreeField
from widgets.inspector.shapes import Shape, shape_of

NOBODY_SAID = "id"
PICKED: Mapping[str, Callable[[Choices], Iterable[str]]] = {
    "attribute": lambda choices: choices.attributes,
    "call": lambda choices: choices.calls,
    "date": lambda choices: dates(choices.attributes),
    "list": lambda choices: choices.lists,
}
CAUSE = frozenset({"event", "where", "condition"})
ONWARD = frozenset({"journey", "call"})
SCHEDULED = frozenset({"start", "repeat"})
DATED = frozenset({"date", "attribute", "entry"})
OF_AN_EVENT = ("where", "name")
POINTS = 100  # basis points of a percent


def make_field(model: type[Value], name: str, asked: Asking, context: Context) -> Field | None:
    """Return the widget that asks for a field; None where it is asked elsewhere."""
    if _is_asked_elsewhere(model, name):
        return None
    fields = model.model_fields
    shape = shape_of(fields[name])
    if model is Segment:
        context = replace(context, is_of_customers=True)
    if several := _of_several(model, name, asked, context):
        return several
    if "weight" in _parts_of(shape):
        return WeightsField(asked, context, _one_more(shape, asked, context))
    inner = _reactions(model, asked, context) if shape.model is DeclaredResponses else None
    inner = inner or _plain(shape, asked, context)
    if inner is None or not shape.may_be_empty or isinstance(inner, (TreeField, ContentField)):
        return inner
    return OptionalField(inner, asked.add, asked.empty, _beginning(name, shape, asked, context))


def _of_several(model: type[Value], name: str, asked: Asking, context: Context) -> Field | None:
    """Return the widget that asks for several fields at once, where there is one."""
    fields = model.model_fields.keys()
    if name == "event" and fields >= CAUSE:
        return _cause(model, asked, context)
    if name == "date" and fields >= DATED:
        return DateField(asked.label, context)
    if name == "journey" and fields >= ONWARD:
        return OnwardField(asked.label, context)
    if name == "start" and fields >= SCHEDULED:
        return ScheduleField(asked.label, context)
    is_shift = name == "offset" and "before" in fields
    return ShiftField(asked.label, context) if is_shift else None


def _is_asked_elsewhere(model: type[Value], name: str) -> bool:
    """Say whether another field asks for one as well, or a room of its own, as for words."""
    fields = model.model_fields
    if issubclass(model, Message) and name in model.sorts():
        return True
    is_of_cause = fields.keys() >= CAUSE and name in {"where", "condition"}
    is_of_date = fields.keys() >= DATED and name in {"attribute", "entry"}
    is_of_shift = name == "before" and "offset" in fields
    is_of_schedule = fields.keys() >= SCHEDULED and name == "repeat"
    is_of_onward = fields.keys() >= ONWARD and name == "call"
    is_of_other = is_of_cause or is_of_date or is_of_shift or is_of_schedule or is_of_onward
    return is_of_other or (name == "holdout" and "arms" in fields)


def make_form(
    model: type[Value], context: Context, shelf: Shelf | None = None, *, is_inside: bool = False
) -> Form:
    """Return a form for a kind of value."""
    return Form(model, context, make_field, shelf=shelf, is_inside=is_inside)


def _reactions(model: type[Value], asked: Asking, context: Context) -> Field | None:
    """Return the fields of how people react to a message of its channel."""
    if not issubclass(model, Message):
        return None
    make = partial(_reaction, model.channel)
    return NestedField(asked.label, context, Form(DeclaredResponses, context, make, is_inside=True))


def _reaction(
    channel: str, model: type[Value], name: str, asked: Asking, context: Context
) -> Field | None:
    """Return the field of a reaction, which says what is assumed while nothing is set."""
    if name not in RESPONSES:
        return make_field(model, name, asked, context)
    usual = STANDARD.of(channel).of(name).share
    empty = asked.empty.format(f"{usual / POINTS:g}%")
    return OptionalField(ShareField(asked.label, context), asked.add, empty, lambda _: usual)


def _plain(shape: Shape, asked: Asking, context: Context) -> Field | None:
    what = asked.label
    if asked.role and shape.sort != "content":
        return _named(shape, asked, context)
    if shape.sort == "share" and asked.unit:
        return WholeField(what, context, (shape.least, shape.most), asked.unit)
    makers: dict[str, Callable[[], Field | None]] = {
        "text": lambda: TextField(what, context),
        "whole": lambda: WholeField(what, context, (shape.least, shape.most), asked.unit),
        "share": lambda: ShareField(what, context),
        "truth": lambda: TruthField(what, context),
        "choice": lambda: ChoiceField(what, context, shape.words, asked.words),
        "duration": lambda: DurationField(what, context),
        "clock": lambda: ClockField(what, context),
        "days": lambda: DaysField(what, context),
        "look back": lambda: LookBackField(what, context, shape.words, asked.words),
        "content": lambda: ContentField(what, context),
        "contents": lambda: PairsField(what, context, asked.add, asked.one),
        "names": lambda: NamesField(what, context, asked.add, lambda _: ()),
        "filter": lambda: TreeField(
            what, context, asked.add, is_filter=True, may_be_empty=shape.may_be_empty
        ),
        "condition": lambda: TreeField(
            what, context, is_filter=False, may_be_empty=shape.may_be_empty
        ),
        "value": lambda: _nested(shape, asked, context),
        "values": lambda: _things(shape, asked, context),
    }  # fmt: skip
    maker = makers.get(shape.sort)
    return maker() if maker else None


def _named(shape: Shape, asked: Asking, context: Context) -> Field:
    """Return a field that picks from names, by its role."""
    if asked.role == "event":
        return EventField(asked.label, context)
    if asked.role == "look-back":
        return DurationField(asked.label, context, looks_back=True)
    offering = _offering(asked, context)
    if shape.sort == "names":
        return NamesField(asked.label, context, asked.add, offering)
    is_open = asked.role not in ("way out", "segment")
    return NameField(asked.label, context, offering, asked.unchosen, is_open=is_open)


def _offering(asked: Asking, context: Context) -> Offering:
    def offered(owner: Value | None) -> tuple[Option, ...]:
        if asked.role == "way out":
            ports = owner.ports() if isinstance(owner, Node) else ()
            return tuple(Option(port.id, port.title or port.id) for port in ports)
        if asked.role == "segment":
            known = context.choices.own.segments
            return tuple(Option(name, title) for name, title in known.items())
        if asked.role in PICKED:
            return options(tuple(PICKED[asked.role](context.choices)))
        names = context.choices.properties_of(context.entry_events)
        if asked.role == "variable":
            attributes = (written(f"customer.{name}") for name in context.choices.attributes)
            return options((*(written(f"event.{name}") for name in names), *attributes))
        return options(names)

    return offered


def _beginning(
    name: str, shape: Shape, asked: Asking, context: Context
) -> Callable[[Value | None], object]:
    """Return what makes the content of a field that was empty."""

    def begin(owner: Value | None) -> object:
        if asked.role in {"way out", "entry property", *PICKED, "property", "segment"}:
            offered = _offering(asked, context)(owner)
            return offered[0].value if offered else NOBODY_SAID
        if name == "name":
            return name_after(str(getattr(owner, "event", "")))
        return begun(name, shape, context)

    return begin


def _nested(shape: Shape, asked: Asking, context: Context) -> Field | None:
    if shape.model is None:
        return None
    return NestedField(asked.label, context, make_form(shape.model, context, is_inside=True))


def _things(shape: Shape, asked: Asking, context: Context) -> Field | None:
    model = shape.model
    if model is None:
        return None
    return ThingsField(
        asked,
        context,
        lambda: make_form(model, context, is_inside=True),
        _one_more(shape, asked, context),
    )


def _one_more(
    shape: Shape, asked: Asking, context: Context
) -> Callable[[tuple[Value, ...]], Value]:
    model = shape.model or Value
    return lambda things: fresh_value(model, things, context, asked.one)


def _parts_of(shape: Shape) -> frozenset[str]:
    """Return what the fields of the things of a list are called."""
    is_list = shape.sort == "values" and shape.model is not None
    return frozenset(shape.model.model_fields) if is_list and shape.model else frozenset()


def _cause(model: type[Value], asked: Asking, context: Context) -> Field:
    """Return the field that asks for an event or a condition."""
    event = EventField(asked.label, context)
    some = asking(model, "where").add
    where = TreeField(asked.label, context, some, is_filter=True, may_be_empty=True)
    condition = TreeField(asked.label, context, is_filter=False, may_be_empty=False)
    begin = next(iter(context.choices.events), UNNAMED)
    return CauseField(
        asked.label,
        context,
        (event, where, condition),
        (begin, fresh_behaviour(context)),
        tuple(name for name in OF_AN_EVENT if name in model.model_fields),
    )
