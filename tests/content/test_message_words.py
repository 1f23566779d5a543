"""The words of a message stand in the journey, and in its file as lines."""

import json
from typing import Any

import pytest

from journeys.content.limits import LONGEST_LINE, LONGEST_TEMPLATE
from journeys.content.message import MOST_SLIPS, Message
from journeys.content.part import Part
from journeys.content.sort import Sort
from journeys.document.checks import problems
from journeys.document.diff import Diff
from journeys.document.edits.steps import ChangeNode
from journeys.document.format import dumps, loads
from journeys.document.history import History
from journeys.document.journey import Journey
from journeys.document.kinds import kinds
from journeys.document.problems import Problem, Severity
from journeys.errors import UnreadableFileError
from journeys.nodes.email import Email
from journeys.nodes.push import Push
from journeys.nodes.sms import Sms

LETTER = Email(
    id="letter",
    subject="Hello {{ customer.first_name|default('you') }}",
    html="<p>Hello,</p>\n\n<p>you &amp; us</p>",
    text="Hello,\n",
)


def in_file(node: Message) -> dict[str, Any]:
    """Return a step as its file holds it."""
    tree: dict[str, Any] = json.loads(dumps(Journey(id="j", nodes=(node,))))["nodes"][node.id]
    return tree


def from_file(kind: str, **fields: object) -> Message:
    """Return the step that a file with these fields holds."""
    tree = {
        "format": "throughline-journey",
        "version": 1,
        "id": "j",
        "nodes": {"a": {"kind": kind, **fields}},
    }
    node = loads(json.dumps(tree).encode()).node("a")
    assert isinstance(node, Message)
    return node


def slips(node: Message) -> list[Problem]:
    """Return what is wrong with the words of a message."""
    return [each for each in problems(Journey(id="j", nodes=(node,))) if each.code == "slip"]


def test_r176_every_message_has_its_parts_in_their_order() -> None:
    assert LETTER.parts() == (
        Part("subject", Sort.LINE, LETTER.subject),
        Part("html", Sort.HTML, LETTER.html),
        Part("text", Sort.TEXT, "Hello,\n"),
    )
    assert Sms(id="a").parts() == (Part("text", Sort.TEXT, ""),)
    assert [(part.name, part.sort) for part in Push(id="a").parts()] == [
        ("heading", Sort.LINE), ("text", Sort.TEXT)
    ]  # fmt: skip


def test_r176_bodies_are_lines_in_the_file_and_one_text_here() -> None:
    assert in_file(LETTER) == {
        "kind": "email",
        "subject": LETTER.subject,
        "html": ["<p>Hello,</p>", "", "<p>you &amp; us</p>"],
        "text": ["Hello,", ""],
    }
    assert loads(dumps(Journey(id="j", nodes=(LETTER,)))).nodes == (LETTER,)
    assert in_file(Email(id="letter")) == {"kind": "email"}


def test_r176_one_text_is_read_too_and_every_line_break_is_a_line_feed() -> None:
    read = from_file("sms", text="one\r\ntwo\rthree")
    assert (read.parts()[0].source, in_file(read)["text"]) == (
        "one\ntwo\nthree",
        ["one", "two", "three"],
    )
    assert from_file("sms", text=["one\ntwo", "three"]) == read
    assert from_file("sms", text=[]) == from_file("sms", text=[""]) == Sms(id="a")
    assert from_file("push", heading="one\r\ntwo") == Push(id="a", heading="one two")


@pytest.mark.parametrize(
    ("kind", "fields", "words"),
    [
        ("email", {"subject": "x" * (LONGEST_LINE + 1)}, "subject: the text has more than 1000"),
        ("email", {"html": ["x"] * 110_000}, f"html: the text has more than {LONGEST_TEMPLATE}"),
        ("sms", {"text": ["a", 5]}, "text: line 2 should be a text"),
        ("sms", {"text": 5}, "text: text is expected"),
        ("sms", {"subject": "a"}, "subject: this name is not known here"),
        ("push", {"heading": ["a"]}, "heading: text is expected"),
    ],
)
def test_words_that_cannot_be_are_refused_with_their_place(
    kind: str, fields: dict[str, object], words: str
) -> None:
    with pytest.raises(UnreadableFileError, match=f"At nodes/a/{words}"):
        from_file(kind, **fields)


def test_half_a_character_is_no_text() -> None:
    with pytest.raises(ValueError, match="unicode"):
        Sms(id="a", text="\ud800")


def test_the_second_line_of_a_card_says_how_the_message_begins() -> None:
    assert LETTER.summary() == "Hello …"
    assert Email(id="a", html=LETTER.html).summary() == "Hello,"
    assert Email(id="a", html="<style>p {}</style>\n{% if a %}<p\n>A &amp; B").summary() == "A & B"
    assert Sms(id="a", text="\n  {# draft #}\nSee  you").summary() == "See you"
    assert Push(id="a", text="<b>").summary() == "<b>"
    for kind in ("email", "sms", "push"):
        assert kinds()[kind].fresh("a").summary() == "No words yet"


def test_a_slip_is_an_error_of_the_step_with_its_place_and_what_to_try() -> None:
    (slip,) = slips(Email(id="a", html="<p>\n\n{{ customer.name|uper }}</p>"))
    assert (slip.node, slip.severity) == ("a", Severity.ERROR)
    said = "There is no filter 'uper'. Did you mean 'upper'?"
    assert slip.words == f"Slip in the HTML, line 3: {said}"
    assert slip.brief == f"HTML, line 3: {said}"
    (slip,) = slips(Push(id="a", heading="{{ }"))
    assert slip.words.startswith("Slip in the title: ")
    assert slips(LETTER) == []
    assert slips(Email(id="a", html="<a href={{ x }}>a</a>"))
    assert len(slips(Sms(id="a", text="{{ a|none_such }}\n" * 50))) == MOST_SLIPS


def test_words_are_changed_and_taken_back_as_everything_else() -> None:
    history = History(Journey(id="j", nodes=(Sms(id="a"),)))
    written = history.do(ChangeNode(Sms(id="a", text="Hello")))
    assert written.present.nodes == (Sms(id="a", text="Hello"),)
    assert written.undo().present.nodes == (Sms(id="a"),)


def test_other_words_that_need_the_same_leave_results_valid() -> None:
    def differ(before: str, after: str) -> Diff:
        was, now = (Journey(id="j", nodes=(Sms(id="a", text=text),)) for text in (before, after))
        return Diff.between(was, now)

    said = differ("Hello", "Hello {{ customer.name|default('you') }}")
    assert said.changed_nodes == {"a"}
    assert not said.logic
    assert differ("Hello", "Hello {{ customer.name }}").logic
    assert differ("{{ event.a }}{{ event.b }}", "{{ event.b }}{{ event.a }}").logic
    assert differ("Hello", "Hello {{").logic
