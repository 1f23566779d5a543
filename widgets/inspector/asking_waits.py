"""How the fields of waits are asked."""

from collections.abc import Mapping

from widgets.inspector.question import Asking
from widgets.inspector.speech import translate


def of_waits() -> dict[str, Asking]:
    """Return how the fields of all waits but the plain one are asked."""
    return {**_of_dates(), **_of_events()}


def _of_dates() -> Mapping[str, Asking]:
    otherwise = {
        "continue": translate("Inspector", "They go on at once"),
        "exit": translate("Inspector", "They leave the journey"),
        "branch": translate("Inspector", "They go a way of their own"),
    }
    return {
        "WaitTime.time": Asking(
            translate("Inspector", "At"),
            translate("Inspector", "By the customer\u2019s own clock."),
        ),
        "until": Asking(
            translate("Inspector", "Or any time until"),
            add=translate("Inspector", "Set"),
            empty=translate("Inspector", "At this time only"),
        ),
        "weekdays": Asking(translate("Inspector", "On these days")),
        "date": Asking(translate("Inspector", "Until which date")),
        "WaitDate.time": Asking(
            translate("Inspector", "Time of day"),
            translate("Inspector", "For a date that says none."),
        ),
        "offset": Asking(translate("Inspector", "How far from it")),
        "if_past": Asking(translate("Inspector", "If that is over already"), words=otherwise),
        "if_missing": Asking(translate("Inspector", "If there is no date"), words=otherwise),
    }


def _of_events() -> Mapping[str, Asking]:
    return {
        "WaitEvent.branches": Asking(
            translate("Inspector", "Until one of these"),
            translate("Inspector", "Whatever comes first decides the way they go."),
            add=translate("Inspector", "Add something else"),
            empty=translate("Inspector", "Nothing yet: say what should happen."),
            one=translate("Inspector", "Way"),
        ),
        "Catch.event": Asking(translate("Inspector", "They wait until"), role="event"),
        "Catch.name": Asking(
            translate("Inspector", "Keep it as"),
            translate("Inspector", "Messages can then say what happened, such as order.total."),
            add=translate("Inspector", "Give it a name"),
            empty=translate("Inspector", "It is not kept."),
            rare=True,
        ),
        "timeout": Asking(
            translate("Inspector", "At most"),
            add=translate("Inspector", "Set a limit"),
            empty=translate("Inspector", "Without a limit they may wait for ever."),
        ),
        "look_back": Asking(
            translate("Inspector", "What counts"),
            rare=True,
            words={
                "none": translate("Inspector", "Only what happens from now on"),
                "since_entry": translate("Inspector", "All since they entered"),
                "since_trigger": translate("Inspector", "All since the newest event they came by"),
            },
        ),
    }
