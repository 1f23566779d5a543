"""Problems of what a message says that may be too old (R305)."""

from collections.abc import Iterator

from journeys.document.journey import Journey
from journeys.document.problems import Problem, Severity
from journeys.program.needs import lies_within

EVENT = "event"


def ageing(journey: Journey) -> Iterator[Problem]:
    """Yield ages of what has none, and words that need what they may have to do without."""
    caught = {each.name for node in journey.nodes for each in node.catches()}
    for node in journey.nodes:
        for age in node.aging:
            if age.owner != EVENT and age.owner not in caught:
                words = (
                    f"{node.name!r} asks how old {age.variable} is, and only the event by which "
                    "customers enter, and what a wait has kept, have an age."
                )
                brief = f"{age.variable} has no age"
                yield Problem("no_age", words, node.id, brief=brief)
            elif age.on_expiry == "fallback":
                needed = [path for path in node.needed if lies_within(path, age.variable)]
                for path in needed[:1]:
                    words = (
                        f"{node.name!r} does without {age.variable} when that is too old, and its "
                        f"words need {path}: write a fallback for it."
                    )
                    brief = f"{path} has no fallback"
                    yield Problem("needs_what_ages", words, node.id, Severity.WARNING, brief=brief)
