"""The command line introduces itself, ends with the right code, and never with a traceback."""

import io
import os
import signal
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path

import pytest

from app.cli.bar import Bar, drive, line
from app.cli.main import COMMANDS, parser
from journeys.progress import Progress
from tests.app.speaking import FIRST, is_refused, said, said_apart

NAMES = {"open", "import", "check", "simulate", "trace", "export", "schema", "picture"}
NAMES |= {"screenshots", "lineage", "census"}


def test_the_commands_are_those_that_were_promised() -> None:
    assert {command.NAME for command in COMMANDS} == NAMES


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command.NAME))
def test_every_command_says_what_it_does_with_examples(command: object) -> None:
    name = str(getattr(command, "NAME", ""))
    ended = said(name, "--help")
    assert ended.code == 0
    assert f"python3 -m app {name} " in ended.out.split("examples:")[1]
    assert str(getattr(command, "__doc__", "")).splitlines()[0] in ended.out
    assert max(map(len, ended.out.splitlines())) <= 110


def test_the_help_lists_every_command_and_the_exit_codes() -> None:
    ended = said("--help")
    assert ended.code == 0
    assert all(name in ended.out.split() for name in NAMES)
    assert "Exit codes: 0 fine, 1 problems were found, 2 it cannot be done" in ended.out


@pytest.mark.parametrize(
    "words",
    [
        ("dance",),
        ("simulate", "--mode", "dreamt"),
        ("simulate", "shop_rescue", "--shop", "-1"),
        ("simulate", "shop_rescue", "--shop", "9" * 30),
        ("simulate", "shop_rescue", "--events", "e.csv", "--map", "customer"),
        ("trace", "shop_rescue"),
        ("import", "events.csv"),
        ("picture", "shop_rescue", "out.png", "--theme", "pink"),
    ],
)
def test_what_cannot_be_understood_is_said_with_the_way_to_the_help(words: tuple[str, ...]) -> None:
    ended = said(*words)
    assert is_refused(ended, "--help` shows how")


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (("simulate",), ["No journey is named", "shop_rescue"]),
        (("simulate", "--json", "shop_rescue", "--shop", "10"), ["Name a journey's file first"]),
        (("simulate", "shop_rescue"), ["No data is named", "--events FILE"]),
        (("simulate", "--all", "--shop", "10"), ["--all --workspace W"]),
        (("simulate", "shop_rescue", "--shop", "1", "--events", "e.csv"), ["Name one of them"]),
        (("simulate", "shop_rescue", "--shop", "1", "--map", "time=at"), ["Add --events FILE"]),
        (("simulate", "shop_rescue", "--shop", "1", "--zone", "europe/berlni"), ["Europe/Berlin"]),
        (("simulate", "shop_rescue", "--shop", "1", "--zone", "Qwxyz"), ["Europe/Berlin or UTC"]),
        (("simulate", "shop_rescue", "--shop", "1", "--start", "soon"), ["'soon' is no time"]),
        (
            (
                "simulate",
                "shop_rescue",
                "--shop",
                "1",
                "--start",
                "2026-02-01",
                "--end",
                "2026-01-01",
            ),
            ["end before it starts", "later end"],
        ),
        (("simulate", "shop_rescue", "--shop", "1", "--start", "0001-01-01"), ["1900 and 2200"]),
        (("simulate", "shop_rescue", "--shop", "1", "--end", "9999-12-31"), ["another start or"]),
        (("simulate", "shop_rescue", "--shop", "0"), ["'0' is no number from 1 to"]),
        (("simulate", "shop_rescue", "--shop", "9" * 12), ["from 1 to 10,000,000"]),
        (("simulate", "shop_rescue", "--shop", "1", "--seed", "-1"), ["whole number from 0 to"]),
        (("trace", "shop_rescue", "--shop", "9", "--customer", "eve"), ["'eve'", "customer-0000"]),
        (("picture", "shop_rescue", "out.gif"), ["'out.gif'", ".png, .svg or .pdf"]),
        (("check", "nowhere.json"), ["There is no file 'nowhere.json'"]),
    ],
)
def test_what_cannot_be_done_is_said_with_what_to_try(
    words: tuple[str, ...], parts: list[str]
) -> None:
    assert is_refused(said(*words), *parts)


def test_the_schema_is_the_committed_one(root: Path, tmp_path: Path) -> None:
    committed = (root / "resources" / "schema" / "journey-1.schema.json").read_text()
    assert said("schema").out == committed
    assert said("schema", tmp_path / "schema.json").code == 0
    assert (tmp_path / "schema.json").read_text() == committed


def test_whoever_has_read_enough_may_go(root: Path) -> None:
    command = [sys.executable, "-c", FIRST, "schema"]
    with subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == ""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_behind_stdout_is_told(root: Path) -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-c", FIRST, "schema"],
            cwd=root,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert ended.returncode == 2
    assert "The disk is full" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals there")
def test_who_stops_it_at_a_terminal_gets_a_sentence(root: Path) -> None:
    import pty

    screen, inside = pty.openpty()
    heard = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); " + FIRST
    command = [sys.executable, "-c", heard, "simulate", "shop_rescue", "--shop", "5000000"]
    with subprocess.Popen(command, cwd=root, stderr=inside) as process:
        os.close(inside)
        shown = b""
        while b"Making up customers  [" not in shown:
            shown += os.read(screen, 1_000)
        process.send_signal(signal.SIGINT)
        while b"as it was." not in shown:
            shown += os.read(screen, 1_000)
    os.close(screen)
    assert process.returncode == 130
    assert b"Traceback" not in shown
    assert b"Stopped. What was kept before is as it was." in shown


def test_an_unprintable_letter_does_not_end_the_program(root: Path) -> None:
    narrow = "import sys; sys.stdout.reconfigure(encoding='ascii'); " + FIRST
    ended = said_apart(root, "check", "shop_rescue", "caf\u00e9.json", program=narrow)
    assert ended.code == 2
    assert "Traceback" not in ended.err


def test_the_exit_codes_stand_in_every_help_that_may_find_problems() -> None:
    for name in ("check", "simulate", "trace", "census", "import"):
        assert "Exit codes: 0" in said(name, "--help").out
    assert parser().prog == "python3 -m app"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_a_bar_moves_in_words_and_leaves_nothing_behind() -> None:
    screen = Terminal()

    def work() -> Generator[Progress, None, str]:
        yield Progress(0, 0, "Reading")
        yield Progress(5, 10, "Walking")
        return "done"

    assert drive(work(), screen) == "done"
    shown = screen.getvalue().split("\r")
    assert "Reading ..." in shown[1]
    assert shown[2].startswith("Walking  [############------------]  50%")
    assert shown[-2:] == [" " * len(shown[2].rstrip()), ""]


def test_beside_a_terminal_quick_work_is_silent() -> None:
    page = io.StringIO()
    Bar(page).show(Progress(5, 10, "Walking"))
    assert page.getvalue() == ""


def test_work_is_closed_however_it_ends() -> None:
    ends = []

    def work() -> Generator[Progress, None, None]:
        try:
            yield Progress(1, 2, "Walking")
            raise ValueError("as it were")
        finally:
            ends.append("closed")

    with pytest.raises(ValueError, match="as it were"):
        drive(work(), io.StringIO())
    assert ends == ["closed"]


def test_a_bar_never_says_more_than_all() -> None:
    assert line(Progress(7, 5, "Walking")).endswith("100%")
    assert line(Progress(-1, 5, "Walking")).endswith("  0%")
