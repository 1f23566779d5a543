"""Signs that cannot be seen are found, and what only joins letters is left alone."""

from journeys.content.marks import marks


def test_marks_that_turn_the_writing_are_named_with_their_place() -> None:
    found = [(mark.offset, mark.name) for mark in marks("pay\u202egnp.exe\u200f a\u200bb")]
    assert found == [
        (3, "right-to-left override"),
        (11, "right-to-left mark"),
        (14, "zero width space"),
    ]


def test_emoji_and_scripts_that_join_hold_none() -> None:
    assert marks("👩‍👩‍👧 ❤️ می‌خواهم שלום Zürich") == ()
