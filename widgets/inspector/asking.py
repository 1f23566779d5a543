"""How each field is asked: its label, what it means, and the words of its choices."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from journeys.document.asked import Asked
from journeys.values import Value
from widgets.inspector.question import Asking
from widgets.inspector.speech import translate
from widgets.wording import kind_words

HIDDEN = frozenset({"id", "kind", "extensions", "nodes", "edges", "layout", "notes"})


def asking(model: type[Value], name: str) -> Asking:
    """Return how a field is asked; one that nothing is said of is asked by its own name."""
    for owner in model.__mro__:
        if found := _asked(_language()).get(f"{owner.__name__}.{name}"):
            return found
    return _own(model, name) or _asked(_language()).get(name) or Asking(_plainly(name))


def _own(model: type[Value], name: str) -> Asking | None:
    """Return how the kind itself wants a field to be asked, where it says so."""
    marks = model.model_fields[name].metadata
    own = next((mark for mark in marks if isinstance(mark, Asked)), None)
    if own is None:
        return None
    said = {word: kind_words(text) for word, text in own.words.items()}
    texts = (kind_words(text) if text else "" for text in (own.label, own.hint, own.add, own.empty))
    label, hint, add, empty = texts
    one = kind_words(own.one) if own.one else ""
    return Asking(
        label,
        hint,
        add,
        empty,
        one=one,
        role=own.picks,
        words=_words(**said),
        rare=own.rare,
        unchosen=own.unchosen,
    )


def _plainly(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _words(**words: str) -> Mapping[str, str]:
    return MappingProxyType(words)


def _language() -> str:
    """Return a word as it is said now: another one says that the language is another."""
    return translate("Inspector", "Name")


@cache
def _asked(language: str) -> Mapping[str, Asking]:
    """Return how fields are asked, by model and field or by field alone."""
    del language
    return MappingProxyType(
        {
            "title": Asking(translate("Inspector", "Name")),
            "event": Asking(translate("Inspector", "What happens"), role="event"),
            "ExitRule.event": Asking(translate("Inspector", "They leave when"), role="event"),
            "EventTrigger.event": Asking(
                translate("Inspector", "What they do to enter"), role="event"
            ),
            "where": Asking(
                translate("Inspector", "Only where"),
                add=translate("Inspector", "Only some of them"),
            ),
            "condition": Asking(translate("Inspector", "Who takes this path")),
            "order": Asking(
                translate("Inspector", "Order of starts"),
                translate("Inspector", "If several starts fit at once, the smallest number wins."),
                rare=True,
            ),
            "duration": Asking(translate("Inspector", "How long")),
            "branches": Asking(
                translate("Inspector", "Paths"),
                translate("Inspector", "Asked from top to bottom; the first that fits is taken."),
                add=translate("Inspector", "Add a path"),
                empty=translate("Inspector", "Everyone goes the same way."),
                one=translate("Inspector", "Path"),
            ),
            "arms": Asking(
                translate("Inspector", "Who gets what"),
                translate(
                    "Inspector", "By chance, and for good. Compare with those who get nothing."
                ),
                add=translate("Inspector", "Add a version"),
                one=translate("Inspector", "Version"),
            ),
            "unit": Asking(
                translate("Inspector", "The same for"),
                translate("Inspector", "Each gets one version and keeps it (the unit)."),
                words=_words(
                    customer=translate("Inspector", "Each customer"),
                    key=translate("Inspector", "Each thing the entry is about"),
                    household=translate("Inspector", "Each household"),
                ),
            ),
            "fallback": Asking(
                translate("Inspector", "If that is not known"),
                translate("Inspector", "Where customers go who cannot be given a version."),
                add=translate("Inspector", "Pick a version"),
                empty=translate("Inspector", "They leave the journey."),
                role="way out",
                rare=True,
            ),
            "experiment": Asking(
                translate("Inspector", "Name of the test"),
                translate("Inspector", "Tests of the same name give each person the same version."),
                rare=True,
            ),
            "salt": Asking(
                translate("Inspector", "Mix again"),
                translate("Inspector", "Any other word here deals the versions out anew."),
                add=translate("Inspector", "Mix again"),
                empty=translate("Inspector", "Mixed by the name of the test."),
                rare=True,
            ),
            "only_with": Asking(
                translate("Inspector", "Only for those with"),
                translate("Inspector", "Who lacks one of these is not sent to, and that is meant."),
                add=translate("Inspector", "Variable"),
                role="variable",
                rare=True,
            ),
            "responses": Asking(
                translate("Inspector", "How people react"),
                translate("Inspector", "Assumed in test runs. Empty: as usual for the channel."),
                rare=True,
            ),
            "opened": Asking(
                translate("Inspector", "Open it"),
                add=translate("Inspector", "Change"),
                empty=translate("Inspector", "About {}, as usual"),
            ),
            "clicked": Asking(
                translate("Inspector", "Click"),
                add=translate("Inspector", "Change"),
                empty=translate("Inspector", "About {}, as usual"),
            ),
            "unsubscribed": Asking(
                translate("Inspector", "Unsubscribe"),
                add=translate("Inspector", "Change"),
                empty=translate("Inspector", "About {}, as usual"),
            ),
            "goal": Asking(
                translate("Inspector", "Reach the goal"),
                add=translate("Inspector", "Change"),
                empty=translate("Inspector", "About {}, as usual"),
            ),
            "failed": Asking(
                translate("Inspector", "Does not arrive"),
                translate("Inspector", "An assumption for test runs."),
            ),
            "relevance": Asking(
                translate("Inspector", "Interest in it"),
                translate("Inspector", "100% is an average message. Assumed in test runs."),
                unit="%",
            ),
            "entry": Asking(translate("Inspector", "Who may enter again")),
            "mode": Asking(
                translate("Inspector", "Customers enter"),
                words=_words(
                    once=translate("Inspector", "Only once, ever"),
                    after_exit=translate("Inspector", "Again once they have left"),
                    every=translate("Inspector", "Every time it happens"),
                ),
            ),
            "when_active": Asking(
                translate("Inspector", "If it happens while they are in"),
                words=_words(
                    ignore=translate("Inspector", "Go on as before"),
                    restart=translate("Inspector", "Start again from the top"),
                    update_context=translate("Inspector", "Go on with the newer event"),
                ),
            ),
            "key": Asking(
                translate("Inspector", "Counted by"),
                translate("Inspector", "In the journey once for each value, such as each cart."),
                add=translate("Inspector", "Pick a property"),
                empty=translate("Inspector", "Once for each customer."),
                role="entry property",
                rare=True,
            ),
            "cooldown": Asking(
                translate("Inspector", "Pause between two entries"),
                add=translate("Inspector", "Set a pause"),
                empty=translate("Inspector", "No pause."),
            ),
            "maximum": Asking(
                translate("Inspector", "Entries at most"),
                add=translate("Inspector", "Set a limit"),
                empty=translate("Inspector", "No limit"),
                unit=translate("Inspector", "times"),
            ),
            "goals": Asking(
                translate("Inspector", "Goals"),
                translate("Inspector", "What the journey is for. The first decides tests."),
                add=translate("Inspector", "Add a goal"),
                empty=translate("Inspector", "No goal yet."),
                one=translate("Inspector", "Goal"),
            ),
            "window": Asking(
                translate("Inspector", "Counts for"),
                translate("Inspector", "Watched from the first message or the entry on."),
                role="look-back",
            ),
            "ends": Asking(
                translate("Inspector", "Ends the journey"),
                translate("Inspector", "Whoever reaches it leaves at once."),
            ),
            "match_key": Asking(
                translate("Inspector", "Only about the same thing"),
                translate("Inspector", "Where entries are counted by a property, such as a cart."),
                rare=True,
            ),
            "carries": Asking(
                translate("Inspector", "Repeats from the entry"),
                translate("Inspector", "What a made-up goal event says as the entry did."),
                add=translate("Inspector", "Property"),
                role="entry property",
                rare=True,
            ),
            "exits": Asking(
                translate("Inspector", "Exit rules"),
                translate("Inspector", "Takes customers out at once, from any step."),
                add=translate("Inspector", "Add an exit rule"),
                empty=translate("Inspector", "Everyone stays to the end."),
                one=translate("Inspector", "Exit rule"),
            ),
            "segments": Asking(
                translate("Inspector", "Segments"),
                translate("Inspector", "Groups of customers that conditions can ask for."),
                add=translate("Inspector", "Add a segment"),
                empty=translate("Inspector", "No segment yet."),
                one=translate("Inspector", "Segment"),
            ),
            "Segment.condition": Asking(translate("Inspector", "Who belongs to it")),
            "unprompted": Asking(
                translate("Inspector", "Without any message"),
                translate("Inspector", "How many reach the goal anyway. Assumed in test runs."),
                add=translate("Inspector", "Assume a share"),
                empty=translate("Inspector", "Nobody, until you set a share."),
            ),
            "share": Asking(translate("Inspector", "Reach it anyway")),
            "priority": Asking(
                translate("Inspector", "Priority"),
                translate("Inspector", "Of several journeys, the larger number goes first."),
            ),
            "loops": Asking(translate("Inspector", "Loops")),
            "maximum_visits": Asking(
                translate("Inspector", "Rounds at most"),
                unit=translate("Inspector", "times"),
            ),
            "minimum_period": Asking(
                translate("Inspector", "A round takes at least"),
            ),
        }
    )
