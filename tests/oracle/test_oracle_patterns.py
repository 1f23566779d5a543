"""Cases worked by hand from R203: patterns, and how a text ends."""

import pytest

from journeys.people.population import Content
from tests.oracle.worked import branch, event, journey, lines, on, outcome, people, step
from tests.simulation.worked import answers, story

IN = [event(0, "in")]


def held(operator: str, value: str, text: Content, **fields: object) -> bool:
    """Return whether an attribute passes."""
    asks = {"kind": "attribute", "name": "a", "operator": operator, "value": value, **fields}
    ((truth, actual),) = answers(asks, IN, {"a": text})
    assert actual == text
    return truth is True


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("b", "abc", True),  # anywhere
        ("B", "abc", False),  # with regard to capitals
        ("(?i)B", "abc", True),
        ("^b", "abc", False),
        ("^a.c$", "abc", True),
        ("^a.c$", "abcd", False),
        ("", "", True),
        ("^$", "", True),
        ("x*", "abc", True),
        (r"^\d{4}$", "2024", True),
        (r"^\d$", "٣", False),  # RE2 means 0 to 9
        (r"^\pN$", "٣", True),
        (r"\bapp\b", "ios app", True),
        (r"\bapp\b", "apps", False),
        ("^ab$", "ab\n", False),
        ("a.b", "a\nb", False),
        ("(?s)a.b", "a\nb", True),
        ("^É$", "E\u0301", True),  # the text is composed
        ("E\u0301", "É", False),  # the pattern stands as it is written
        ("^.$", "E\u0301", True),
        ("strasse", "straße", False),
    ],
)
def test_r203_a_pattern_is_found_anywhere_in_the_composed_text(
    pattern: str, text: str, *, found: bool
) -> None:
    assert held("matches", pattern, text) is found
    assert held("matches_not", pattern, text) is not found


def test_r203_a_thousand_characters_are_looked_at_before_they_are_composed() -> None:
    assert held("matches", "x", "a" * 999 + "x")
    assert not held("matches", "x", "a" * 1_000 + "x")
    assert held("matches", "a$", "a" * 1_000 + "x")
    # 500 letters and their accents are 1,000 characters, and 500 when they are composed.
    accented = "e\u0301" * 500
    assert held("matches", "^é{500}$", accented + "é")
    # The accent of the thousandth character is beyond them.
    assert held("matches", "e$", "a" * 999 + "e\u0301")


@pytest.mark.parametrize(
    ("end", "text", "exactly", "ends"),
    [
        ("PP", "ios app", False, True),
        ("PP", "ios app", True, False),
        ("pp", "ios app", True, True),
        ("SSE", "Straße", False, True),
        ("sse", "Straße", True, False),
        ("É", "cafe\u0301", False, True),
        ("e", "cafe\u0301", False, False),
        ("", "x", False, True),
        ("", "", False, True),
        ("xx", "x", False, False),
        ("ios", "ios app", False, False),
    ],
)
def test_r203_and_r125_ends_with_is_as_starts_with(
    end: str, text: str, *, exactly: bool, ends: bool
) -> None:
    assert held("ends_with", end, text, exactly=exactly) is ends


@pytest.mark.parametrize("operator", ["matches", "matches_not", "ends_with"])
@pytest.mark.parametrize("value", [None, 12, True])
def test_r203_and_r31_what_is_missing_or_no_text_passes_none_of_them(
    operator: str, value: Content
) -> None:
    """Of what is no text the oracle alone is asked: the engine refuses to hold it so (R72)."""
    asks = {"kind": "attribute", "name": "a", "operator": operator, "value": ""}
    drawing = journey("t>b", on("in"), branch(asks))
    assert [line[4] for line in lines(outcome(drawing, people(IN, {"a": value})), "leaf")] == [
        False
    ]


def test_r203_filters_and_the_entry_are_asked_by_pattern_as_well() -> None:
    where = {"kind": "property", "name": "page", "operator": "matches", "value": "^/sale/"}
    drawing = journey("t>f", on("in", where=where), step("finish", "f"))
    rows = [event(0, "in", page="/sale/x"), event(1, "in", page="/x/sale/"), event(2, "in")]
    assert story(drawing, people(rows), "leaf", "refused_filter") == [
        (0, "t", "leaf", 0, True, "/sale/x"),
        (1, "t", "leaf", 0, False, "/x/sale/"),
        (1, "t", "refused_filter"),
        (2, "t", "leaf", 0, False, None),
        (2, "t", "refused_filter"),
    ]
    entry = {"kind": "entry", "name": "page", "operator": "matches_not", "value": "sale"}
    assert answers(entry, rows) == [(False, "/sale/x"), (False, "/x/sale/"), (False, None)]
