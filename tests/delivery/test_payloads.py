"""Whatever a customer calls themselves, it is text: in HTML, in attributes, in lines and in SMS."""

from html.parser import HTMLParser

import pytest

from app.delivery.message import Failed, Job, Part, Reason, Rendered, Sort, Template
from app.delivery.renderer import Renderer
from tests.delivery.making import all_of, job
from tests.delivery.payloads import OPEN_AS_LINKS, PAYLOADS, RUN_AS_LINKS

FOUR_FIELDS = Template(
    (
        Part("subject", Sort.LINE, "For {{ name }} only"),
        Part("body", Sort.HTML, "<p>Hi {{ name }}!</p>"),
        Part("attribute", Sort.HTML, "<p title=\"{{ name }}\" lang='{{ name }}'>x</p>"),
        Part("sms", Sort.TEXT, "Hi {{ name }}!"),
    )
)


class Heard(HTMLParser):
    """What a reader of HTML finds: tags with attributes, and text."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_hundred_payloads_stay_text_in_four_fields(renderer: Renderer) -> None:
    """R175."""
    assert len(PAYLOADS) >= 100
    found = all_of(renderer, [Job(FOUR_FIELDS, {"name": name}) for name in PAYLOADS])
    for name, outcome in zip(PAYLOADS, found, strict=True):
        assert isinstance(outcome, Rendered), (name, outcome)
        clean = name.replace("\0", "")
        body, attribute = Heard(outcome["body"]), Heard(outcome["attribute"])
        assert body.tags == [("p", [])], name
        assert body.text == f"Hi {clean}!", name
        assert attribute.tags == [("p", [("title", clean), ("lang", clean)])], name
        assert outcome["sms"] == f"Hi {clean}!", name
        assert not set("\r\n\0\v\f\x85\u2028\u2029") & set(outcome["subject"]), name
        assert outcome["subject"].startswith("For "), name


def test_a_line_break_in_a_subject_becomes_a_space_and_that_is_told(renderer: Renderer) -> None:
    outcome = renderer.render(job("Hi {{ a }}", {"a": "x\r\nBcc: y"}, Sort.LINE))
    assert isinstance(outcome, Rendered)
    assert outcome["body"] == "Hi x Bcc: y"
    assert outcome.changes == ("body: line breaks became spaces",)


def test_marks_that_turn_the_writing_stay_and_half_signs_go(renderer: Renderer) -> None:
    outcome = renderer.render(job("{{ a }}", {"a": "\u202eabc\u200f \ud83d😀 👩‍👩‍👧"}, Sort.LINE))
    assert isinstance(outcome, Rendered)
    assert outcome["body"] == "\u202eabc\u200f 😀 👩‍👩‍👧"
    assert outcome.changes == ("body: signs that are no text were taken out",)


@pytest.mark.parametrize("source", ['<a href="{{ a }}">x</a>', "<img src='{{ b }}{{ a }}'>"])
def test_a_link_never_begins_with_what_runs(renderer: Renderer, source: str) -> None:
    """R175."""
    jobs = [job(source, {"a": link, "b": ""}) for link in (*RUN_AS_LINKS, *OPEN_AS_LINKS)]
    found = all_of(renderer, jobs)
    for link, outcome in zip((*RUN_AS_LINKS, *OPEN_AS_LINKS), found, strict=True):
        if link in RUN_AS_LINKS:
            assert isinstance(outcome, Failed), link
            assert outcome.reason is Reason.UNFIT, link
        else:
            assert isinstance(outcome, Rendered), (link, outcome)


def test_words_that_look_like_a_template_are_never_one(renderer: Renderer) -> None:
    outcome = renderer.render(job("{{ a }}", {"a": "{{ 7 * 7 }}{% for %}"}, Sort.TEXT))
    assert isinstance(outcome, Rendered)
    assert outcome["body"] == "{{ 7 * 7 }}{% for %}"
