"""Prints what messages say to everyone: the different ones, and what is amiss, and for whom."""

from collections.abc import Iterator, Mapping, Sequence

from app.cli.text import number, several, wrapped
from app.cli.words import fault
from app.delivery.census import Behind, Census, Named, Output, Said
from journeys.content.gist import readable
from journeys.content.message import NO_WORDS, Message
from journeys.document.journey import Journey

SHOWN = 5
NAMED = 3
LONGEST = 60
BEFORE = 24
LACKING = "Not sent for want of"


def counted(census: Census, journeys: Sequence[Journey]) -> Iterator[str]:
    """Yield the lines that tell a person what every message says."""
    by_id: Mapping[str, Journey] = {journey.id: journey for journey in journeys}
    if not census.steps:
        yield "There are no messages in what was named."
    title = ""
    for said in census.steps:
        journey = by_id[said.journey]
        if journey.name != title:
            yield from ("", journey.name) if title else (journey.name,)
            title = journey.name
        message = journey.node(said.step)
        if isinstance(message, Message):
            yield from ("", *_step(said, message))
    if census.weakness:
        yield from ("", *wrapped(census.weakness, first=""))


def _step(said: Said, message: Message) -> Iterator[str]:
    yield f"  {message.name} ({said.step})"
    if not said.sent.messages:
        yield "    Sent to nobody."
        yield from _listed(LACKING, said.lacking)
        return
    told = f"{_many(said.sent)}, {number(said.distinct)} different"
    yield f"    {told if message.readings else f'{_many(said.sent)}. {NO_WORDS}.'}"
    shown = said.outputs[:SHOWN]
    for words, output in zip(_apart([_read(each, message) for each in shown]), shown, strict=True):
        yield from _row(f"{words!r}: ", output.behind)
    if said.distinct > SHOWN:
        yield f"      and {number(said.distinct - SHOWN)} more"
    yield from _listed("A fallback stands in for", said.fallbacks)
    yield from _listed("Left blank", said.blanks)
    yield from _listed("Changed", said.changes)
    yield from _listed(LACKING, said.lacking)
    if said.faults:
        yield "    Cannot be written"
    for each in said.faults:
        yield from _row(f"{fault(each.failed, message.parts())} ", each.behind)


def _read(output: Output, message: Message) -> str:
    """Return all that an output says, in one line."""
    sorts = message.sorts()
    parts = (" ".join(readable(words, sorts[name]).split()) for name, words in output.parts)
    return " | ".join(filter(None, parts))


def _apart(texts: Sequence[str]) -> list[str]:
    """Return texts cut short, so that where they begin to differ is in view."""
    columns = enumerate(zip(*texts, strict=False))
    alike = next((at for at, letters in columns if len(set(letters)) > 1), 0)
    start = 0
    if alike > LONGEST - BEFORE:
        start = texts[0].rfind(" ", 0, alike - BEFORE) + 1
    cut = ("…" * bool(start) + text[start:] for text in texts)
    return [text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…" for text in cut]


def _listed(title: str, some: Sequence[Named]) -> Iterator[str]:
    if some:
        yield f"    {title}"
    for each in some:
        yield from _row(f"{each.name}: ", each.behind)


def _row(words: str, behind: Behind) -> Iterator[str]:
    named = ", ".join(behind.first[:NAMED])
    more = behind.customers - len(behind.first[:NAMED])
    who = f"{named} and {number(more)} more" if more else named
    yield from wrapped(f"{words}{_many(behind)}: {who}", first=" " * 6, rest=" " * 8)


def _many(behind: Behind) -> str:
    messages = several(behind.messages, "message")
    is_own = behind.messages == 1
    return messages if is_own else f"{messages} to {several(behind.customers, 'customer')}"
