"""A trace shows what each message said, what was put in and from where, and whose clock it is."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.app.speaking import drawing, put_drawing, put_events, said

WORDS = {
    "kind": "email",
    "subject": "Your cart of {{ event.at|date('time') }}, "
    "{{ customer.name|default('you') }} {{ event.platform }}",
    "html": ["<p>{{ before.add_to_cart[0].at|date('day')|default('nothing yet') }}</p>", "<hr>"],
    "text": "{{ event.platform }} {{ session.pages }} {{ journey.title }}",
}


def put(folder: Path, **letter: object) -> tuple[str, ...]:
    """Write a journey whose letter has words, and events; return what names both."""
    nodes = drawing()["nodes"] | {"letter": {"kind": "email", **letter}}
    journey = put_drawing(folder / "carts.json", nodes=nodes)
    return str(journey), "--events", str(put_events(folder / "events.csv"))


def messages(*words: str) -> list[dict[str, Any]]:
    ended = said("trace", *words, "--render", "--json")
    rows = json.loads(ended.out)["customers"][0]["story"]
    assert [row["reason"] for row in rows if "message" in row] == [
        row["reason"] for row in rows if row["reason"] == "sent"
    ]
    return [row["message"] for row in rows if "message" in row]


def test_words_values_fallbacks_and_zone_stand_below_what_was_sent(tmp_path: Path) -> None:
    named = (*put(tmp_path, **WORDS), "--customer", "bob")
    told = said("trace", *named, "--zone", "Europe/Zurich", "--render")
    assert told.code == 0
    lines = [line.strip() for line in told.out.splitlines()]
    first = lines.index("Subject: Your cart of 10:00, you mobile")
    assert lines[first - 2].startswith("Sent the e-mail 'E-mail'")
    assert lines[first : first + 17] == [
        "Subject: Your cart of 10:00, you mobile",
        "HTML:",
        "<p>nothing yet</p>",
        "<hr>",
        "Text: mobile 1 Carts",
        "Filled in: event.at, '2026-01-05T09:00:00+00:00', from",
        "the event add_to_cart of 5 Jan 2026, 10:00:00.",
        "Filled in: event.platform, 'mobile', from the event",
        "add_to_cart of 5 Jan 2026, 10:00:00.",
        "Filled in: session.pages, '1', from the visit since 5",
        "Jan 2026, 10:00:00.",
        "Filled in: journey.title, 'Carts', from this journey.",
        "Missing: customer.name; 'you' stands in for it.",
        "Missing: before.add_to_cart[0].at; 'nothing yet' stands",
        "in for it.",
        "Zone: Europe/Zurich, the time zone in Settings.",
        "Finish",
    ]


def test_the_same_as_json_and_nothing_of_it_unasked(tmp_path: Path) -> None:
    named = (*put(tmp_path, **WORDS), "--customer", "bob")
    first, second = messages(*named)
    assert first["parts"]["subject"] == "Your cart of 10:00, you mobile"
    assert second["parts"]["html"] == "<p>5 January 2026</p>\n<hr>"
    assert first["fallbacks"] == {
        "customer.name": "you",
        "before.add_to_cart[0].at": "nothing yet",
    }
    assert first["zone"] == {"name": "UTC", "source": "the workspace's"}
    origins = {each["variable"]: each["origin"] for each in second["used"]}
    assert origins["before.add_to_cart[0].at"] == "the event add_to_cart of 5 Jan 2026, 10:00:00"
    assert origins["event.at"] == "the event add_to_cart of 6 Jan 2026, 10:00:00"
    plainly = json.loads(said("trace", *named, "--json").out)["customers"][0]["story"]
    whole = json.loads(said("trace", *named, "--json", "--render").out)["customers"][0]["story"]
    assert [{name: row[name] for name in row if name != "message"} for row in whole] == plainly


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{ event.platform|money('EUR') }}", "(text, line 1)"),
        ("\n{{ event.at / 2 }}", "(text, line 2)"),
    ],
)
def test_words_that_cannot_be_made_say_why_and_where(tmp_path: Path, text: str, told: str) -> None:
    named = (*put(tmp_path, text=text), "--customer", "bob")
    ended = said("trace", *named, "--render")
    assert ended.code == 1
    words = " ".join(ended.out.split())
    assert "Its words cannot be made:" in words
    assert told in words
    fault = messages(*named)[0]["fault"]
    assert (fault["reason"], fault["part"]) == ("unfit", "text")


def test_a_message_without_words_says_so(tmp_path: Path) -> None:
    ended = said("trace", *put(tmp_path), "--customer", "bob", "--render")
    assert ended.code == 0
    assert ended.out.count("No words yet.") == 2
