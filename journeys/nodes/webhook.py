"""Webhook: another system is asked, and its answer decides the way."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from journeys.conditions.comparison import Scalar
from journeys.conditions.facts import TAKEN
from journeys.conditions.presence import Presence
from journeys.content.part import OneLine
from journeys.content.reading import read
from journeys.content.sort import Sort
from journeys.document.asked import Asked
from journeys.document.edits.steps import ChangeNode
from journeys.document.node import WAY_OUT, Card, Examples, Node, Port
from journeys.document.problems import Problem, Severity
from journeys.program.answers import Declared
from journeys.program.assembler import Assembler
from journeys.program.reasons import Reason
from journeys.program.telling import Telling
from journeys.program.updates import Answer as Possible
from journeys.spoken import spoken
from journeys.values import Identifier, Name, Title, Value, Whole, evolve

FAILED = "failed"
UNCHOSEN = "another_system"
EVERYBODY = 10_000

ENDPOINT = Asked("Which system", "By the name it was given by those who run your journeys.")
PATH = Asked("What is asked there", "What comes after its address: stock/{{ event.sku }}")
KNOWN_AS = Asked(
    "Keep the answer as",
    "Later steps know its values under this name.",
    add="Keep the answer",
    empty="It only decides the way.",
)
ANSWERS = Asked(
    "What may be answered",
    "In a test run these shares decide; for the rest there is no answer.",
    add="Add an answer",
    empty="Nothing is answered.",
    one="Answer",
)
VALUES = Asked("What it tells", add="Add a value", one="Value")

Share = Annotated[Whole, Field(ge=0, le=EVERYBODY)]


class Answer(Value):
    """What the other system may answer: how often, in basis points, and what it tells."""

    id: Identifier
    title: Title = ""
    share: Annotated[Share, Asked("How often", "Assumed in test runs.")]
    values: Annotated[dict[Name, Scalar], Field(max_length=100), VALUES] = Field(
        default_factory=dict
    )

    @property
    def name(self) -> str:
        """What the answer is called."""
        return self.title or spoken(self.id)


class Webhook(Node):
    """Ask another system, and go on by its answer (R225).

    `endpoint` names the system, as it is set up where the journey runs; `path` is what is asked
    there. With a `name` the values of the answer are known in later steps under it. In a test run
    the declared shares decide, and nothing is asked.
    """

    kind: ClassVar[str] = "webhook"
    card: ClassVar[Card] = Card(
        "Ask another system",
        "Profile and systems",
        "webhook",
        "webhook",
        says="Ask another system, such as one for stock, and go on by its answer.",
    )
    examples: ClassVar[Examples] = (
        (Reason.ANSWERED, (WAY_OUT, 0)),
        (Reason.ANSWERED, (FAILED, 0)),
    )

    endpoint: Annotated[Identifier, ENDPOINT]
    path: Annotated[OneLine, PATH] = ""
    known_as: Annotated[Identifier | None, KNOWN_AS] = Field(default=None, alias="name")
    answers: Annotated[tuple[Answer, ...], Field(max_length=100), ANSWERS] = ()

    @model_validator(mode="after")
    def _ids_differ(self) -> "Webhook":
        ids = [answer.id for answer in self.answers]
        if FAILED in ids or len(set(ids)) != len(ids):
            raise ValueError("every answer has its own id, and none is called 'failed'")
        if self.known_as in TAKEN:
            raise ValueError(f"{self.known_as!r} has a meaning already: choose another name")
        return self

    @classmethod
    def fresh(cls, node: str, events: Sequence[str] = ()) -> Self:
        """Return a question that is always answered, to a system still to be chosen."""
        del events
        answered = Answer(id="answered", title="Answered", share=EVERYBODY)
        return cls(id=node, endpoint=UNCHOSEN, answers=(answered,))

    def ports(self) -> tuple[Port, ...]:
        """Return a way for each answer, and the one for none."""
        return (*(Port(each.id, each.name) for each in self.answers), Port(FAILED, "No answer"))

    def summary(self) -> str:
        """Say which system is asked."""
        if self.endpoint == UNCHOSEN:
            return "Which system is still to be said"
        return f"Ask the system '{spoken(self.endpoint)}'"

    def check(self) -> Iterator[Problem]:
        """Yield problems with the shares, with the path, and with values of two types."""
        total = sum(answer.share for answer in self.answers)
        if total > EVERYBODY:
            words = f"The answers add up to {total / 100:g}%, to more than 100%."
            brief = f"Answers add up to {total / 100:g}%"
            yield Problem("answers", words, self.id, fix=self._whole(total), brief=brief)
        if not self.answers:
            words = "No answer is declared: everybody leaves by 'No answer'."
            brief = "Has no answers yet"
            yield Problem("no_answers", words, self.id, Severity.WARNING, brief=brief)
        for fault in read(self.path, Sort.LINE).faults if self.path else ():
            said = f"{fault.words} {fault.attempt}".strip()
            yield Problem("slip", f"Slip in the path: {said}", self.id, brief=f"Path: {said}")
        for name, sorts in self._sorts().items():
            if len(sorts) > 1:
                words = f"{name!r} is {' and '.join(sorted(sorts))}: make it one of them."
                brief = f"{name!r} has two types"
                yield Problem("two_types", words, self.id, brief=brief)

    def _sorts(self) -> dict[str, set[str]]:
        """Return what each value is in the answers."""
        found: dict[str, set[str]] = {}
        for answer in self.answers:
            for name, value in answer.values.items():
                found.setdefault(name, set()).add(_sort(value))
        return found

    def _whole(self, total: int) -> ChangeNode:
        """Return the edit that scales the shares to 100 %."""
        shares = [answer.share for answer in self.answers]
        upto = [EVERYBODY * sum(shares[:count]) // total for count in range(len(shares) + 1)]
        parts = [end - begin for begin, end in pairwise(upto)]
        answers = tuple(
            evolve(answer, share=part) for answer, part in zip(self.answers, parts, strict=True)
        )
        return ChangeNode(evolve(self, answers=answers), "Share out 100% in the same proportions")

    def declares(self) -> tuple[Declared, ...]:
        """Return what each answer tells."""
        return tuple(Declared(each.id, self.known_as, each.values) for each in self.answers)

    def tells(self, port: str) -> Presence:
        """Return which values the answer has, and which it has not."""
        answer = next((each for each in self.answers if each.id == port), None)
        if answer is None or self.known_as is None:
            return {}
        return {f"{self.known_as}.{name}": name in answer.values for name in self._sorts()}

    def lower(self, to: Assembler) -> None:
        """Write what may be answered, and how often."""
        answers = [Possible(each.id, each.share, each.values) for each in self.answers]
        to.ask(self.known_as, answers)

    def say(self, telling: Telling) -> str:
        """Say what was answered."""
        found = (port.title for port in self.ports() if port.id == telling.operands[0])
        if telling.operands[0] == FAILED:
            return "There is no answer, as is assumed for a share of test runs."
        return f"The answer is '{next(found, '')}'."


def _sort(value: object) -> str:
    if isinstance(value, bool):
        return "yes or no"
    return "a number" if isinstance(value, Decimal) else "text"
