"""What an event or a change does to those who are in: goals, then exit rules (R53, R101)."""

from journeys.document.rules import ExitRule, Goal
from journeys.nodes.wait_event import Catch
from journeys.people.population import Content
from tests.oracle.conditions import ask
from tests.oracle.fate import Fate
from tests.oracle.filters import passes
from tests.oracle.happening import Happening
from tests.oracle.instance import Instance
from tests.oracle.standing import scene


def goals_and_exits(fate: Fate, event: Happening | None) -> None:
    """Ask every instance, in the order of R4; without an event, a profile has changed."""
    for instance in fate.in_order():
        ending = None if event is None else reach_goals(fate, instance, event)
        if not instance.is_active:
            continue
        if ending is not None:
            fate.tell(instance, "left_by_goal", ending.id)
            instance.end()
        else:
            exits(fate, instance, event)


def reach_goals(fate: Fate, instance: Instance, event: Happening) -> Goal | None:
    """Reach all goals that an event reaches; return the first of them that ends."""
    ending = None
    for goal in instance.plan.journey.goals:
        if (
            instance.watched_from is None
            or goal.id in instance.reached
            or event.time < instance.watched_from
            or event.time > instance.watched_from + goal.window.window
            or not matches(goal, event, fate.now)
        ):
            continue
        match key_of(goal, instance, event):
            case "missing":
                fate.tell(instance, "goal_key_missing", goal.id)
            case "equal":
                instance.reached.add(goal.id)
                fate.tell(instance, "goal_reached", goal.id, credited(instance, event))
                ending = goal if goal.ends and ending is None else ending
    return ending


def exits(fate: Fate, instance: Instance, event: Happening | None) -> None:
    """Let the first exit rule that matches take an instance out."""
    for rule in instance.plan.journey.exits:
        if rule.condition is not None:
            if exits_by_condition(fate, instance, rule):
                return
        elif event is not None and matches(rule, event, fate.now):
            key = key_of(rule, instance, event)
            if key == "missing":
                fate.tell(instance, "exit_key_missing", rule.id)
            elif key == "equal":
                leave(fate, instance, rule)
                return


def exits_now(fate: Fate, instance: Instance) -> bool:
    """Ask the exit rules in condition form, as a message does before it goes out (R40)."""
    rules = [rule for rule in instance.plan.journey.exits if rule.condition is not None]
    return any(exits_by_condition(fate, instance, rule) for rule in rules)


def exits_by_condition(fate: Fate, instance: Instance, rule: ExitRule) -> bool:
    """Take an instance out when the condition of a rule is true."""
    if rule.condition is None or not ask(rule.condition, scene(fate, instance)):
        return False
    leave(fate, instance, rule)
    return True


def leave(fate: Fate, instance: Instance, rule: ExitRule) -> None:
    """Take an instance out by a rule."""
    fate.tell(instance, "exited", rule.id)
    instance.end()


def credited(instance: Instance, event: Happening) -> str | None:
    """Return the message that went out last before an event happened, if one did (R106, R227)."""
    return next((step for time, step in reversed(instance.sent_log) if time <= event.time), None)


def matches(rule: ExitRule | Goal, event: Happening, now: int) -> bool:
    """Return whether an event is the one that a rule names, its key left aside."""
    return rule.event == event.name and passes(rule.where, event.properties, now)


def key_of(rule: ExitRule | Goal | Catch, instance: Instance, event: Happening) -> str:
    """Return how the key of an event stands to that of an instance (R132)."""
    name = instance.plan.journey.entry.key
    if name is None or not rule.match_key:
        return "equal"
    key: Content = event.properties.get(name)
    if key is None:
        return "missing"
    return "equal" if key == instance.key else "other"
