"""`census` says what messages say to everyone, and for whom something is amiss with them."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.app.speaking import FIRST, Said, drawing, put_drawing, put_events, said

SHOP = ("--shop", "150", "--mode", "mixed", "--seed", "4")
LETTER = {
    "subject": "{{ customer.first_name|default('You') }}: {{ event.platform }}",
    "text": "At {{ now|date('time') }}, {{ session.pages }} pages",
}


def put(folder: Path, **letter: object) -> Path:
    nodes = drawing()["nodes"] | {"letter": {"kind": "email", **letter}}
    return put_drawing(folder / "carts.json", nodes=nodes)


def of_file(folder: Path, **letter: object) -> Said:
    events = put_events(folder / "events.csv")
    return said("census", put(folder, **letter), "--events", events)


def test_a_person_reads_how_many_different_ones_there_are_and_for_whom(tmp_path: Path) -> None:
    words = "{{ event.platform }}{{ before.page_view[0].platform|default('') }}"
    told = of_file(tmp_path, text=words)
    assert told.code == 0
    assert told.out.splitlines() == [
        "Carts",
        "",
        "  E-mail (letter)",
        "    4 messages to 3 customers, 3 different",
        "      'mobile': 2 messages to 1 customer: bob",
        "      'desktop': 1 message: ann",
        "      'tabletmobile': 1 message: cid",
        "    A fallback stands in for",
        "      before.page_view[0].platform: 3 messages to 2 customers: ann, bob",
        "    Left blank",
        "      before.page_view[0].platform: 3 messages to 2 customers: ann, bob",
    ]


def test_outputs_that_begin_alike_are_shown_from_where_they_differ(tmp_path: Path) -> None:
    told = of_file(
        tmp_path,
        subject="Your cart is waiting for you",
        html="<style>p { color: red }</style>\n"
        "<p>It holds a hat &amp; <b>{{ event.platform }}</b></p>",
    )
    assert told.out.splitlines()[4:7] == [
        "      '…for you | It holds a hat & mobile': 2 messages to 1 customer: bob",
        "      '…for you | It holds a hat & desktop': 1 message: ann",
        "      '…for you | It holds a hat & tablet': 1 message: cid",
    ]


def test_words_that_cannot_be_made_are_counted_by_place_and_end_with_1(tmp_path: Path) -> None:
    told = of_file(tmp_path, text="Hi\n{% if event.platform == 'mobile' %}{{ 1 / 0 }}{% endif %}")
    assert told.code == 1
    assert "Cannot be written" in told.out
    assert "(text, line 2)" in told.out
    assert "2 messages to 1 customer: bob" in " ".join(told.out.split())


def test_a_message_without_words_and_one_nobody_gets(tmp_path: Path) -> None:
    told = of_file(tmp_path)
    assert told.code == 0
    assert told.out.splitlines()[2:] == [
        "  E-mail (letter)",
        "    4 messages to 3 customers. No words yet.",
    ]
    nobody = said(
        "census",
        put(tmp_path, text="Hi"),
        *("--events", put_events(tmp_path / "e.csv"), "--start", "2030-01-01"),
    )
    assert nobody.code == 0
    assert "Sent to nobody." in nobody.out


def test_those_who_lack_what_the_words_need_are_counted_by_what_they_lack(tmp_path: Path) -> None:
    told = of_file(tmp_path, text="{{ before.page_view[0].platform }}")
    assert told.code == 0
    assert told.out.splitlines()[3:] == [
        "    1 message, 1 different",
        "      'mobile': 1 message: cid",
        "    Not sent for want of",
        "      before.page_view[0].platform: 3 messages to 2 customers: ann, bob",
    ]


def test_where_there_are_no_messages_it_says_so(tmp_path: Path) -> None:
    nodes = {"cart": drawing()["nodes"]["cart"], "over": {"kind": "finish"}}
    edges = [{"from": "cart", "port": "next", "to": "over"}]
    path = put_drawing(tmp_path / "still.json", nodes=nodes, edges=edges)
    told = said("census", path, "--events", put_events(tmp_path / "events.csv"))
    assert (told.code, told.out.strip()) == (0, "There are no messages in what was named.")


def census_of(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(said("census", path, *SHOP, "--json").out)
    return found


def test_the_same_command_gives_the_same_bytes_also_in_a_file(tmp_path: Path) -> None:
    path, out = put(tmp_path, **LETTER), tmp_path / "census.json"
    first = said("census", path, *SHOP, "--json")
    second = said("census", path, *SHOP, "--json", out)
    assert first.out == out.read_text()
    assert "All of it stands in" in second.out
    assert said("census", path, *SHOP, "--json", path).code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of its own is asked for")
def test_it_can_be_stopped_while_it_renders_and_leaves_no_process(
    root: Path, tmp_path: Path
) -> None:
    import pty

    screen, inside = pty.openpty()
    heard = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); " + FIRST
    command = [sys.executable, "-c", heard, "census", str(put(tmp_path, **LETTER))]
    command += ["--shop", "20000"]
    with subprocess.Popen(command, cwd=root, stderr=inside, start_new_session=True) as process:
        os.close(inside)
        shown = b""
        while b"Rendering messages  [#" not in shown:
            shown += os.read(screen, 1_000)
        os.killpg(process.pid, signal.SIGINT)
        with contextlib.suppress(OSError):
            while b"as it was." not in shown:
                shown += os.read(screen, 1_000)
    os.close(screen)
    assert process.returncode == 130
    assert b"Traceback" not in shown
    ends = time.monotonic() + 20
    while is_anyone_there(process.pid) and time.monotonic() < ends:
        time.sleep(0.05)
    assert not is_anyone_there(process.pid)


def is_anyone_there(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
