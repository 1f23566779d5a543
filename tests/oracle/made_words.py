"""Made-up words of messages: variables of every family, with fallbacks, tests and loops."""

import re
from collections.abc import Sequence
from random import Random

from journeys.content.message import Message
from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.nodes.experiment import Experiment
from journeys.nodes.wait_event import WaitEvent
from journeys.people.population import Population
from journeys.simulation.settings import RunSettings
from journeys.values import evolve
from tests.oracle.made_parts import with_parts
from tests.oracle.plan import reachable

PARTS = {
    "email": ("subject", "html", "text"),
    "sms": ("text",),
    "push": ("heading", "text"),
    "in_app": ("heading", "text"),
}
World = tuple[tuple[Journey, ...], Population, RunSettings]

TRAILS = ("view", "view", "add", "add", "buy", "note", "pageview", "email_opened", "sms_clicked")
PLACES = (*(0,) * 7, 1, 2, 9, 10, 10, 10, -1, -1, -1, -2, -10, -11)
LISTS = ("cart.lines", "before.view", "before.add", "before.buy", "before['note']")
OF_SESSION = (
    *("source", "source", "source", "referrer", "campaign", "started", "duration", "pages"),
)
TRIALS = ("x1", "x2")
OTHERS = ("journey.id", "now", "learned.hour", "nothing", "nothing.at.all", "order.amount")
FAMILIES = (
    *("customer", "customer", "event", "event", "event", "before", "before"),
    *("cart", "cart", "arm", "session", "session", "session", "other"),
)
# A and B stand for variables, L for a list, P for a property, X and Y for other words.
LETTER = re.compile(r"\b[ABLPXY]\b")
PLAIN = ("words", "{{ A }}", "{{ A }}", "{{ A|upper }}", "{{ A or B }}", "{{ A|default('x') }}")
FORMS = (
    *PLAIN,
    "{{ A|default(B) }}",
    "{{ A or 'x' }}",
    "{{ 'x' if A else B }}",
    "{{ L|length }}",
    "{{ L[A].at }}",
    "{% if A %}{{ A }} X{% endif %}",
    "{% if A %}{{ A }}{% else %} Y {% endif %}",
    "{% if not A %} X {% else %}{{ A }}{% endif %}",
    "{% if A == 'web' %}{{ A }}{% elif B %} X {% endif %}",
    "{% if A and B %}{{ A }}{{ B }}{% endif %}",
    "{% if A or B %}{{ A }}{% endif %}",
    "{% if A is defined %}{{ A }}{% endif %}",
    "{% set it = A %}{{ it }}",
    "{% set it = A %}{{ it|default('x') }}{{ B|default('y') }}",
    "{% for row in L %}{{ row.P }} X {% else %} Y {% endfor %}",
    "{% for row in L if row.P %}{{ row.P }}{% endfor %}",
    "{% if L %}{% for row in L %}{{ row.at }}{{ A }}{% endfor %}{% endif %}",
)


def worded(seed: int, world: World) -> World:
    """Return a world whose messages have words, and whose data have what these are about."""
    chance = Random(f"words {seed}")
    drawings, people, settings = world
    if chance.random() < 0.85:
        people = with_parts(chance, people)
    return (
        tuple(Writer(chance, people, drawing).written() for drawing in drawings),
        people,
        settings,
    )


class Writer:
    """Writes the messages of one journey about one data set."""

    def __init__(self, chance: Random, people: Population, drawing: Journey) -> None:
        """Remember what there is to write about."""
        self.chance, self.drawing = chance, drawing
        self.columns = sorted(people.columns)
        self.attributes = sorted(people.attributes)
        self.arms: Sequence[str] = ()
        self.caught: Sequence[str] = ()

    def written(self) -> Journey:
        """Return the journey with words, and with goal events that carry a little more."""
        goals = (
            evolve(
                goal, carries=tuple(sorted({*goal.carries, *self.chance.sample(self.columns, 2)}))
            )
            for goal in self.drawing.goals
        )
        nodes = tuple(
            self.words_of(node) if isinstance(node, Message) else node
            for node in self.drawing.nodes
        )
        return evolve(self.drawing, nodes=nodes, goals=tuple(goals))

    def words_of(self, message: Message) -> Message:
        """Return a message that has words most of the time, in some of its parts."""
        if self.chance.random() < 0.2:
            return message
        passed = self.passed(message)
        self.arms = [node.experiment for node in passed if isinstance(node, Experiment)]
        waits = [node for node in passed if isinstance(node, WaitEvent)]
        self.caught = [one.name for node in waits for one in node.branches if one.name]
        parts = PARTS[message.kind]
        words = {part: self.words(part) for part in parts if self.chance.random() < 0.6}
        return evolve(message, **words)

    def passed(self, message: Message) -> Sequence[Node]:
        """Return the steps that can be passed on the way to a message."""
        return [
            node for node in self.drawing.nodes if message.id in reachable(self.drawing, node.id)
        ]

    def words(self, part: str) -> str:
        """Return a template for a part of a message."""
        pieces = [self.piece(2) for _ in range(self.chance.choice((1, 1, 1, 2)))]
        if part == "html":
            return "".join(f"<p>{piece}</p>\n" for piece in pieces)
        return (" " if part in ("subject", "heading") else "\n").join(pieces)

    def piece(self, depth: int) -> str:
        """Return words with a value, a fallback, a test or a loop; others stand inside."""
        form = self.chance.choice(FORMS if depth else PLAIN)
        filled: dict[str, str] = {}
        for letter in re.findall(LETTER, form):
            if letter not in filled:
                filled[letter] = self.filling(letter, depth - 1)
        return re.sub(LETTER, lambda letter: filled[letter[0]], form)

    def filling(self, letter: str, depth: int) -> str:
        """Return what stands in a form for a letter."""
        match letter:
            case "L":
                return self.chance.choice(LISTS)
            case "P":
                return self.said()
            case "X" | "Y":
                return self.piece(depth)
            case _:
                return self.variable()

    def variable(self) -> str:
        """Return a variable of any family."""
        chance, said = self.chance, self.said()
        place = chance.choice(PLACES)
        more = ("arm",) * 4 * bool(self.arms) + ("caught",) * 14 * bool(self.caught)
        match chance.choice(FAMILIES + more):
            case "customer":
                made = self.of_customer()
            case "event":
                made = f"event.{said}" if chance.random() < 0.8 else f"event['{said}']"
            case "before":
                row = f"before.{chance.choice(TRAILS)}[{place}]"
                made = f"{row}.{said}" if chance.random() < 0.5 else f"{row}.at"
            case "cart":
                line = f"lines[{place}].{said}"
                made = f"cart.{chance.choice(('id', 'items', 'value', 'lines', line, line))}"
            case "session":
                made = f"session.{chance.choice(OF_SESSION)}"
            case "caught":
                name, said = chance.choice(self.caught), chance.choice((said, "at"))
                made = f"{name}.{said}" if chance.random() < 0.8 else f"{name}['{said}']"
            case "arm":
                made = f"experiment.{chance.choice(self.arms or TRIALS)}.arm"
            case _:
                made = chance.choice(OTHERS)
        return made

    def of_customer(self) -> str:
        """Return an attribute of the customer, or the id."""
        dotted = [name for name in self.attributes if "." in name]
        objects = [name.rpartition(".")[0] for name in dotted]
        names = (*self.attributes, *objects, "id", "id", "nothing")
        name = self.chance.choice(names)
        return f"customer.{name}" if self.chance.random() < 0.8 else f"customer['{name}']"

    def said(self) -> str:
        """Return the name of a property."""
        return self.chance.choice((*self.columns, "at", "at", "nothing"))
