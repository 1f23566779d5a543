"""Errors that nobody expected: the journey is kept, and the report holds nothing personal."""

import sys

import pytest

from app.failures import Failures, plain, report


def raised(message: str) -> Exception:
    """Return an error that was raised from another, far inside."""
    found: Exception = RuntimeError()
    try:
        try:
            nobody: dict[str, int] = {}
            _ = nobody["ann@example.com"]
        except KeyError as error:
            raise ValueError(message) from error
    except ValueError as error:
        found = error
    return found


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("no customer 'ann@example.com' here", "no customer <text> here"),
        ("cannot read /srv/ann/carts.json: gone", "cannot read <path>: gone"),
        (r"cannot read C:\Users\ann\carts.json", "cannot read <path>"),
        ("order 8841 of 84.00", "order # of #.#"),
    ],
)
def test_a_message_loses_what_may_be_a_persons_own(message: str, said: str) -> None:
    assert plain(message) == said


def test_a_report_names_places_in_the_program_and_nothing_else() -> None:
    text = report(raised("customer 'ann' in /srv/ann/x.csv spent 84"))
    assert "tests/app/test_window_failures.py:" in text
    assert "ValueError: customer <text> in <path> spent #" in text
    assert "KeyError: <text>" in text
    assert "ann" not in text.replace("tests/app", "")


def test_the_journey_is_kept_before_the_person_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    done: list[str] = []
    failures = Failures(lambda: done.append("kept"), lambda text: done.append(text[:8]))
    error = raised("odd")
    failures.take(type(error), error, error.__traceback__)
    assert done == ["kept", "A report"]
    assert "ValueError: odd" in capsys.readouterr().err


def test_a_person_is_told_even_where_nothing_can_be_kept(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told: list[str] = []

    def cannot() -> None:
        raise OSError("no room")

    failures = Failures(cannot, told.append)
    error = raised("odd")
    failures.take(type(error), error, None)
    assert len(told) == 1
    assert "no room" in capsys.readouterr().err


def test_errors_are_taken_while_watched_and_left_to_python_after() -> None:
    before = sys.excepthook
    failures = Failures(lambda: None, lambda _: None)
    failures.watch()
    assert sys.excepthook == failures.take
    failures.end()
    assert sys.excepthook == before
