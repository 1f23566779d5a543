"""Going from step to step until a step lasts (R26, R30, R50-R52, R105, R122)."""

from journeys.content.message import Message
from journeys.nodes.best_channel import BestChannel
from journeys.nodes.branch import Branch
from journeys.nodes.experiment import Experiment
from journeys.nodes.finish import Finish
from journeys.nodes.jump import Jump
from journeys.nodes.list_step import ListStep
from journeys.nodes.update_profile import UpdateProfile
from journeys.nodes.wait import Wait
from journeys.nodes.wait_date import WaitDate
from journeys.nodes.wait_event import WaitEvent
from journeys.nodes.wait_time import WaitTime
from journeys.nodes.webhook import Webhook
from tests.oracle.best_channel import choose_channel
from tests.oracle.conditions import ask
from tests.oracle.draws import share_point
from tests.oracle.fate import Exposure, Fate
from tests.oracle.holding import given_up
from tests.oracle.instance import Attempt, Instance
from tests.oracle.leading import ask_system, jump
from tests.oracle.standing import scene, unit_of
from tests.oracle.trees import width
from tests.oracle.updates import update
from tests.oracle.waits import begin, over


def go(fate: Fate, instance: Instance, port: str | None) -> None:
    """Leave a step by a port, and go on until a step lasts or the path ends."""
    while port is not None:
        target = instance.plan.target(instance.node, port)
        if target is None:
            fate.tell(instance, "path_ended", port)
            instance.end()
            return
        port = arrive(fate, instance, target)


def arrive(fate: Fate, instance: Instance, node: str) -> str | None:
    """Come to a step: count the visit, be held in a hasty loop, else act (R26, R105)."""
    instance.node, instance.attempt = node, Attempt()
    visit = instance.visits[node] = instance.visits.get(node, 0) + 1
    rule = instance.plan.journey.loops
    if visit > rule.maximum_visits:
        fate.tell(instance, "too_many_visits", visit)
        instance.end()
        return None
    loop = instance.plan.loops.get(node)
    if loop is not None:
        first, last = instance.loops.get(loop, (node, None))
        if first == node:
            release = fate.now if last is None else last + rule.minimum_period.window
            instance.loops[loop] = (node, max(fate.now, release))
            if release > fate.now:
                fate.tell(instance, "held", release)
                instance.is_held, instance.timer = True, release
                return None
    return act(fate, instance)


def act(fate: Fate, instance: Instance) -> str | None:
    """Do what the step does; return the port to leave by, None when it lasts or ends."""
    node = instance.plan.journey.by_id[instance.node]
    match node:
        case Finish():
            fate.tell(instance, "finished")
            instance.end()
        case Wait() | WaitDate() | WaitTime() | WaitEvent():
            return begin(fate, instance, node)
        case Message():
            instance.is_candidate = True
        case Branch() | Experiment() | BestChannel():
            return turn(fate, instance, node)
        case Jump():
            jump(fate, instance, node)
        case Webhook():
            return ask_system(fate, instance, node)
        case UpdateProfile() | ListStep():
            return update(fate, instance, node)
    return None


def turn(fate: Fate, instance: Instance, node: Branch | Experiment | BestChannel) -> str:
    """Find the way that is theirs; return its port."""
    match node:
        case Branch():
            return choose(fate, instance, node)
        case Experiment():
            return expose(fate, instance, node)
        case _:
            return choose_channel(fate, instance, node.names)


def move(fate: Fate) -> None:
    """Let all who leave their step run on, in the order of R4; a restart may have ended some."""
    moved, fate.moved = fate.moved, []
    for instance, port in sorted(moved, key=lambda pair: pair[0].order):
        if instance.is_active:
            go(fate, instance, port)


def ring(fate: Fate, instance: Instance) -> None:
    """Let a timer ring: what was caught in a pause acts, or a hold, a wait or a put-off is over."""
    instance.timer = None
    if instance.attempt.stands:
        go(fate, instance, given_up(fate, instance))
    elif instance.way is not None:
        port, instance.way = instance.way, None
        instance.left[instance.node] = len(fate.history)
        go(fate, instance, port)
    elif instance.is_held:
        instance.is_held = False
        go(fate, instance, act(fate, instance))
    else:
        go(fate, instance, over(fate, instance))


def choose(fate: Fate, instance: Instance, branch: Branch) -> str:
    """Take the first path whose condition is true, else the last one."""
    number, taken = 0, "else"
    for path in branch.branches:
        if ask(
            path.condition,
            scene(fate, instance),
            lambda *operands: fate.tell(instance, "leaf", *operands),
            number,
        ):
            taken = path.id
            break
        number += width(path.condition)
    fate.tell(instance, "branch_taken", taken)
    return taken


def expose(fate: Fate, instance: Instance, node: Experiment) -> str:
    """Deal the unit to its arm, for good, and expose it (R50-R52, R119)."""
    unit = unit_of(fate, instance, node)
    place = (node.experiment, unit)
    arm = fate.arms.get(place)
    if arm is None:
        point = share_point(node.experiment if node.salt is None else node.salt, unit)
        fate.arms[place] = arm = dealt(node, point)
        fate.tell(instance, "arm_assigned", arm, point)
        fate.tell(instance, "exposed", arm)
        key = instance.key if node.unit == "key" else None
        fate.exposures.append(Exposure(node.experiment, unit, arm, fate.now, instance.plan, key))
    else:
        if arm not in {port.id for port in node.ports()} and node.fallback is not None:
            arm = node.fallback
        fate.tell(instance, "arm_kept", arm)
    instance.arms[node.experiment] = arm
    if instance.watched_from is None:
        instance.watched_from = fate.now
    return arm


def dealt(node: Experiment, point: int) -> str:
    """Return the first arm whose cumulative weight exceeds a point, the holdout last."""
    reached = 0
    for arm in node.arms:
        reached += arm.weight
        if reached > point:
            return arm.id
    return "holdout"
