"""A message step: its words, the checks it must pass, how people may react, what it says."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import Field

from journeys.conditions.presence import Presence
from journeys.content.gist import gist
from journeys.content.part import Part
from journeys.content.said import said
from journeys.content.sending import Sending
from journeys.content.sort import Sort
from journeys.content.stand_in import STAND_IN, unwritten
from journeys.document.node import Port
from journeys.document.problems import Problem, Severity
from journeys.program.assembler import Assembler
from journeys.program.paths import is_with, owners, steps_of
from journeys.program.reasons import Reason
from journeys.program.responses import MessageResponses
from journeys.program.telling import Telling
from journeys.values import Value, VariableName, Whole

if TYPE_CHECKING:
    from journeys.content.reading import Reading

Share = Annotated[Whole, Field(ge=0, le=10_000)]
Names = Annotated[tuple[VariableName, ...], Field(max_length=20)]

MOST_SLIPS = 20
SENT_PORT, NOT_SENT_PORT = "sent", "not_sent"
NO_WORDS = "No words yet"
REACTIONS = {0: "open it", 2: "click", 4: "unsubscribe", 5: "reach the goal"}


class DeclaredResponses(Value):
    """Shares in basis points that replace those of the response model for one message (R56).

    `failed` is asked before everything else; `relevance` is in percent, 100 changes nothing.
    """

    opened: Share | None = None
    clicked: Share | None = None
    unsubscribed: Share | None = None
    goal: Share | None = None
    failed: Share = 0
    relevance: Annotated[Whole, Field(ge=0, le=10_000)] = 100


class Message(Sending):
    """What all messages share; a channel is a kind of its own.

    `can_be_opened` is False where nobody can know whether a message was looked at.
    """

    sends: ClassVar[bool] = True
    channel: ClassVar[str]
    channel_words: ClassVar[str]
    address_words: ClassVar[str]
    can_be_opened: ClassVar[bool] = True

    responses: DeclaredResponses = DeclaredResponses()
    only_with: Names = ()

    @classmethod
    def sorts(cls) -> dict[str, Sort]:
        """Return what each part of such a message is, in the order they are asked (R176)."""
        return {
            name: mark
            for name, field in cls.model_fields.items()
            for mark in field.metadata
            if isinstance(mark, Sort)
        }

    def parts(self) -> tuple[Part, ...]:
        """Return every part of the message, also those without words (R176)."""
        return tuple(Part(name, sort, getattr(self, name)) for name, sort in self.sorts().items())

    @cached_property
    def readings(self) -> "tuple[tuple[Part, Reading], ...]":
        """The parts that have words, each with what these ask for."""
        from journeys.content.reading import read

        return tuple((part, read(part.source, part.sort)) for part in self.parts() if part.source)

    @cached_property
    def needed(self) -> tuple[str, ...]:
        """What the words need before sending, and then what is declared (R177).

        What is known only while rendering is left out.
        """
        paths = (path for _, reading in self.readings for path in reading.needed)
        known = (path for path in paths if steps_of(path) is not None)
        return tuple(dict.fromkeys((*known, *self.only_with)))

    def is_only_for_those_with(self, path: str) -> bool:
        """Return whether it is declared that those who lack a variable are not sent to (R72)."""
        return is_with(self.only_with, path)

    @property
    def has_body(self) -> bool:
        """Whether there is more to read than a line on top, where the channel has room for it."""
        bodies = [part for part in self.parts() if part.sort is not Sort.LINE]
        return any(part.source.strip() for part in bodies or self.parts())

    def working(self) -> dict[str, Any]:
        """Return all but the words: of them it counts what they need, and whether they read."""
        apart = {*self.sorts(), "only_with"}  # it counts with what is needed
        said = {name: part for name, part in self.plain().items() if name not in apart}
        has_slips = any(reading.faults for _, reading in self.readings)
        return {**said, "needed": list(self.needed), "has_slips": has_slips}

    def tells(self, port: str) -> Presence:
        """Return that all that was asked before sending is there, unless it was not sent (R177)."""
        return self._sure if port != NOT_SENT_PORT else {}

    @cached_property
    def _sure(self) -> Presence:
        asked = (owners(steps_of(path) or ("",)) for path in self.needed)
        return {name: True for names in asked for name in names}

    def summary(self) -> str:
        """Say how the message begins."""
        return next(filter(None, map(gist, self.parts())), NO_WORDS)

    def check(self) -> Iterator[Problem]:
        """Yield a problem for each slip in the words (R177) and for unwritten fallbacks."""
        yield from self.faults_of_sending()
        for part, reading in self.readings:
            for fault in reading.faults[:MOST_SLIPS]:
                is_line = part.sort is Sort.LINE
                where = part.spoken if is_line else f"{part.spoken}, line {fault.place.line}"
                said = f"{fault.words} {fault.attempt}".strip()
                brief = f"{where[:1].upper()}{where[1:]}: {said}"
                yield Problem("slip", f"Slip in the {where}: {said}", self.id, brief=brief)
        for part in self.parts():
            if unwritten(part.source):
                words = f"The fallback in the {part.spoken} is still “{STAND_IN}”."
                brief = f"A fallback is still “{STAND_IN}”"
                yield Problem("stand_in", words, self.id, Severity.WARNING, brief=brief)

    @property
    def may_take_time(self) -> bool:
        """True: it may be held, or wait for its first outcome (R41, R44)."""
        return True

    def ports(self) -> tuple[Port, ...]:
        """Return the ways out of a message (R41)."""
        usual = (Port(SENT_PORT, "Sent"), Port(NOT_SENT_PORT, "Not sent"), Port("failed", "Failed"))
        return (*usual, *self.other_ports())

    def lower(self, to: Assembler) -> None:
        """Write the checks of R40 and the response table."""
        declared = self.responses
        responses = MessageResponses(
            opened=declared.opened,
            clicked=declared.clicked,
            unsubscribed=declared.unsubscribed,
            goal=declared.goal,
            failed=declared.failed,
            relevance=declared.relevance,
        )
        to.send(self.channel, responses, self.needed, self.rules())

    def say(self, telling: Telling) -> str:  # noqa: PLR0911 a line a reason
        """Say what was sent, which check stopped it, or how the customer is assumed to react."""
        operands = telling.operands
        match telling.reason:
            case Reason.NO_ADDRESS:
                return f"Not sent: there is no {self.address_words}."
            case Reason.NO_CONSENT:
                return f"Not sent: there is no consent to {self.channel_words}."
            case Reason.WORDS_MISSING:
                return f"Not sent: `{operands[0]}` is not known of this customer."
            case Reason.FAILED:
                return "Sending failed, as declared for a share of messages."
            case Reason.SENT:
                return self._say_sent(
                    consent_assumed=operands[1] is True, address_assumed=operands[2] is True
                )
            case Reason.RESPONSE:
                return self._say_response(telling)
            case _:
                return said(self, telling) or ""

    def _say_sent(self, *, consent_assumed: bool, address_assumed: bool) -> str:
        assumed = [
            *(["consent"] if consent_assumed else []),
            *([f"the {self.address_words}"] if address_assumed else []),
        ]
        because = f" ({' and '.join(assumed)} assumed: unknown in the data)" if assumed else ""
        title = self.card.title
        kind = title if title.isupper() else title.lower()
        return f"Sent the {kind} {self.name!r}{because}."

    def _say_response(self, telling: Telling) -> str:
        slot, says_yes = int(telling.operands[0] or 0), telling.operands[1] is True
        what = REACTIONS.get(slot, "react")
        if not says_yes:
            return f"Is assumed not to {what}."
        return f"Is assumed to {what} at {telling.clock}."


__all__ = ["DeclaredResponses", "Message"]
