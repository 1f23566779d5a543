"""A fallback that nobody has written is found, and said to who writes the message."""

import pytest

from journeys.content.sort import Sort
from journeys.content.stand_in import unwritten
from journeys.nodes.email import Email
from journeys.nodes.push import Push
from journeys.nodes.sms import Sms
from widgets.content.notes import notes

STILL = "Hello {{ customer.first_name|default('…') }}"
WRITTEN = "Hello {{ customer.first_name|default('you') }}, and so on …"


@pytest.mark.parametrize("quote", ["'", '"'])
def test_a_fallback_that_was_never_written_is_found_where_it_stands(quote: str) -> None:
    source = STILL.replace("'", quote)
    (at,) = unwritten(source)
    assert source[at] == "…"


def test_dots_that_are_words_are_no_fallback() -> None:
    assert unwritten(WRITTEN) == ()


def test_a_message_warns_of_it_and_still_runs() -> None:
    (problem,) = Email(id="letter", subject=STILL, html=f"<p>{WRITTEN}</p>").check()
    assert problem.code == "stand_in"
    assert problem.words == "The fallback in the subject is still “…”."
    assert problem.severity == "warning"


def test_the_editor_marks_the_letter_itself() -> None:
    (note,) = notes(STILL, Sort.LINE, ())
    assert STILL[note.place.offset : note.end] == "…"
    assert not note.is_bad


@pytest.mark.parametrize(
    ("message", "has_body"),
    [
        (Email(id="a"), False),
        (Email(id="a", subject="Only a subject"), False),
        (Email(id="a", subject="Hello", html=" \n "), False),
        (Email(id="a", subject="Hello", text="Words"), True),
        (Sms(id="a", text="Words"), True),
        (Push(id="a", heading="Only a title"), False),
    ],
)
def test_a_line_on_top_alone_is_no_message(message: Email | Sms | Push, *, has_body: bool) -> None:
    assert message.has_body is has_body
