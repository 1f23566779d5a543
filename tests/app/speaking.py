"""Runs the command line as a person would, and keeps what it said."""

import io
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.cli.main import main
from journeys.document.format import write

FIRST = "import sys; from app.cli.main import main; sys.exit(main(sys.argv[1:]))"
LIMITED = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0})); " + FIRST


@dataclass(frozen=True)
class Said:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str


def said(*words: str | Path) -> Said:
    """Run a command in this very process."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main([str(word) for word in words])
    return Said(code, out.getvalue(), err.getvalue())


def said_apart(root: Path, *words: str | Path, program: str = FIRST) -> Said:
    """Run a command in a process of its own."""
    command = [sys.executable, "-c", program, *(str(word) for word in words)]
    ended = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return Said(ended.returncode, ended.stdout, ended.stderr)


def said_with_room_for(root: Path, size: int, *words: str | Path) -> Said:
    """Run a command that may write files of at most so many bytes, as on a full disk."""
    return said_apart(root, *words, program=LIMITED.format(size))


def is_refused(ended: Said, *parts: str) -> bool:
    """Say whether a command ended in words that hold all parts, and in no traceback."""
    words = ended.err
    return (
        ended.code == 2
        and "Traceback" not in words
        and len(words.strip().splitlines()) >= 2
        and all(part in words for part in parts)
    )


def drawing(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 JSON
    """Return a small journey as it stands in a file: enter on a cart, wait, a letter."""
    plain: dict[str, Any] = {
        "format": "throughline-journey",
        "version": 1,
        "id": "carts",
        "title": "Carts",
        "nodes": {
            "cart": {"kind": "event_trigger", "event": "add_to_cart"},
            "hour": {"kind": "wait", "duration": "PT1H"},
            "letter": {"kind": "email"},
            "over": {"kind": "finish"},
        },
        "edges": [
            {"from": "cart", "port": "next", "to": "hour"},
            {"from": "hour", "port": "next", "to": "letter"},
            {"from": "letter", "port": "sent", "to": "over"},
        ],
    }
    return plain | changes


def put_drawing(path: Path, **changes: Any) -> Path:  # noqa: ANN401 JSON
    """Write a small journey into a file."""
    path.write_bytes(write(drawing(**changes)))
    return path


def put_events(path: Path) -> Path:
    """Write a small file of events: three customers, four carts."""
    path.write_text(
        "user_id,event,timestamp,platform\n"
        "ann,add_to_cart,2026-01-05 09:00:00,desktop\n"
        "ann,purchase,2026-01-05 09:30:00,desktop\n"
        "bob,add_to_cart,2026-01-05 10:00:00,mobile\n"
        "bob,add_to_cart,2026-01-06 10:00:00,mobile\n"
        "cid,page_view,2026-01-07 10:00:00,mobile\n"
        "cid,add_to_cart,2026-01-07 10:05:00,tablet\n"
    )
    return path
