"""What one journey has to pick from: the data, and what its own steps bring about."""

from collections.abc import Mapping
from dataclasses import replace

from journeys.document.journey import Journey
from journeys.people.population import ColumnType
from journeys.program.profile import Profile
from journeys.program.vocabulary import Column, Vocabulary
from journeys.simulation.names import reactions
from journeys.simulation.profiles import updates_of
from widgets.inspector.choices import Choices
from widgets.inspector.own import Own


def fitting(choices: Choices, journey: Journey, own: Own) -> Choices:
    """Return what a journey can pick from: the data, and what is its own or comes of its steps."""
    goal = journey.goals[0].event if journey.goals else ""
    return replace(
        choices,
        reactions=reactions(journey),
        goal=goal,
        own=own,
        attributes={**made_attributes(journey, choices), **choices.attributes},
    )


def made_attributes(journey: Journey, choices: Choices) -> Mapping[str, ColumnType]:
    """Return the attributes that steps make and the data do not have."""
    vocabulary = Vocabulary(
        columns=tuple(Column(name, held) for name, held in choices.columns.items()),
        attributes=tuple(Column(name, held) for name, held in choices.attributes.items()),
    )
    made = Profile(vocabulary, updates_of((journey,))).made
    return {name: column.type for name, column in made.items()}


def entry_events(journey: Journey) -> tuple[str, ...]:
    """Return the events that lead into a journey."""
    events = (event for trigger in journey.triggers for event in trigger.entered_by)
    return tuple(dict.fromkeys(events))
