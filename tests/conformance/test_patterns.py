"""Texts held against patterns and endings, worked by hand, in both forms of the engine."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeys.conditions.patterns import pattern
from journeys.conditions.tree import AttributeTest
from journeys.document.format import loads, write
from journeys.errors import UnreadableFileError
from tests.oracle.worked import event
from tests.simulation.asking import answers

BAD = {
    "(a": "missing )",
    "a{2,1}": "invalid repetition",
    "(?=a)": "invalid perl operator",
    r"(a)\1": "invalid escape",
    "((a{1,100}){1,100}){1,100}": "invalid repetition size",
    "x" * 1_001: "more than 1000 letters",
}


def entry(operator: str, value: str, **more: object) -> dict[str, object]:
    """Return what is asked of the event entered by."""
    return {"kind": "entry", "name": "page", "operator": operator, "value": value} | more


def asked(condition: dict[str, object], *texts: str | None) -> list[bool]:
    """Return the answer for each text."""
    rows = [event(place, "in", page=text) for place, text in enumerate(texts)]
    return [truth for truth, _ in answers(condition, rows)]


def test_r203_a_pattern_is_found_anywhere_and_regards_capitals() -> None:
    texts = ("/cart/12", "/Cart/12", "see /cart/7?x=1", "", None)
    assert asked(entry("matches", r"/cart/\d+"), *texts) == [True, False, True, False, False]
    assert asked(entry("matches_not", r"/cart/\d+"), *texts) == [False, True, False, True, False]
    assert asked(entry("matches", r"(?i)^/cart"), *texts[:3]) == [True, True, False]


def test_r203_it_looks_at_the_composed_form_of_the_first_1000_characters() -> None:
    late, at_once = "." * 1_000 + "sale", "." * 996 + "sale"
    assert asked(entry("matches", "sale"), late, at_once) == [False, True]
    apart = unicodedata.normalize("NFD", "Caf\u00e9")
    assert asked(entry("matches", "^Caf\u00e9$"), apart, "Cafe") == [True, False]
    assert asked(entry("matches", "^.{4}$"), apart) == [True]


def test_r203_an_ending_is_compared_as_a_beginning_is() -> None:
    texts = ("shoes.JPG", "shoes.png", "jpg", None)
    assert asked(entry("ends_with", ".jpg"), *texts) == [True, False, False, False]
    exactly = entry("ends_with", ".jpg", exactly=True)
    assert asked(exactly, "shoes.JPG", "shoes.jpg") == [False, True]


@pytest.mark.parametrize("written", BAD)
def test_r203_a_pattern_that_could_blow_up_is_refused_with_its_place(written: str) -> None:
    nodes = {"b": {"kind": "branch", "branches": [{"id": "yes", "condition": None}]}}
    nodes["b"]["branches"] = [{"id": "yes", "condition": entry("matches", written)}]
    file = {"format": "throughline-journey", "version": 1, "id": "j", "nodes": nodes}
    with pytest.raises(UnreadableFileError) as caught:
        loads(write(file))  # type: ignore[arg-type]  # the very tree a file holds
    assert "nodes/b/branches/0/condition" in caught.value.what
    assert BAD[written] in caught.value.what


def test_r203_exactly_says_nothing_of_a_pattern() -> None:
    with pytest.raises(ValueError, match="always regards capitals"):
        AttributeTest.model_validate(entry("matches", "a", exactly=True) | {"kind": "attribute"})


@given(text=st.text(max_size=12), piece=st.text(alphabet="ab. \u00e9", min_size=1, max_size=3))
def test_r203_a_quoted_text_is_found_where_it_stands(text: str, piece: str) -> None:
    quoted = "".join(f"\\{letter}" if letter in ". " else letter for letter in piece)
    whole = unicodedata.normalize("NFC", text + piece + text)
    assert pattern(quoted)(text + piece + text) is (piece in whole)
