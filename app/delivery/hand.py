"""One worker process as the program sees it: started when needed, given messages, killed."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from typing import IO

from app.delivery.limits import KNOWN_TEMPLATES, LONGEST_ANSWER
from app.delivery.message import Template

ROOT = Path(__file__).resolve().parents[2]
ENTRY = "app.delivery.worker"
LIMITED = b'{"limits_memory":true}\n'
WINDOWLESS = getattr(subprocess, "CREATE_NO_WINDOW", 0)
TICK = 0.05
KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PATH")


@dataclass(frozen=True, slots=True)
class Asked:
    """One message on its way to a worker: its place in the batch, and its line of JSON."""

    place: int
    key: int
    template: Template
    line: bytes


@dataclass(frozen=True, slots=True)
class Answered:
    """What a worker made of some messages: its answers in order; fewer where it ended early.

    Where it ended before it had begun, the messages have nothing to do with it.
    """

    hand: "Hand"
    asked: tuple[Asked, ...]
    lines: tuple[bytes, ...]
    has_begun: bool


class WorkerEndedError(Exception):
    """A worker process is no longer there."""


class Hand:
    """Owns a worker process, and the thread that speaks with it.

    `answers` gets an Answered for each `give`. Until then `has_begun` says whether the worker has
    taken up the messages, and `count` how many lines came back.
    """

    def __init__(self, answers: SimpleQueue[Answered], entry: str = ENTRY) -> None:
        self.count = 0
        self.limits_memory = True
        self.has_begun = False
        self._answers = answers
        self._entry = entry
        self._process: subprocess.Popen[bytes] | None = None
        self._known: set[int] = set()
        self._given: SimpleQueue[tuple[Asked, ...] | Event | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name="rendering", daemon=True)
        self._thread.start()

    @property
    def process_id(self) -> int | None:
        """The id of the process, while there is one."""
        return self._process.pid if self._process else None

    def give(self, asked: tuple[Asked, ...]) -> None:
        """Have messages rendered."""
        self.count = 0
        self.has_begun = False
        self._given.put(asked)

    def kill(self) -> None:
        """End the process at once; a new one is started for the next messages."""
        process = self._process
        if process is not None:
            process.kill()

    def close(self) -> None:
        """End the process and the thread, whatever they are at."""
        self._given.put(None)
        while self._thread.is_alive():
            self.kill()  # again and again: one may just be starting
            self._thread.join(TICK)

    def stop(self) -> None:
        """End what it is at; whoever was interrupted need not know whether that is anything."""
        is_through = Event()
        self._given.put(is_through)
        while not is_through.wait(TICK):
            self.kill()  # again and again: one may just be starting

    def _work(self) -> None:
        while (asked := self._given.get()) is not None:
            if isinstance(asked, Event):
                asked.set()
                continue
            lines: list[bytes] = []
            # A pipe that breaks, or is closed already, says the same: the process is gone.
            with contextlib.suppress(OSError, ValueError, WorkerEndedError):
                self._speak(asked, lines)
            if len(lines) < len(asked):
                self._end()
            self._answers.put(Answered(self, asked, tuple(lines), self.has_begun))
        self._end()

    def _speak(self, asked: Sequence[Asked], lines: list[bytes]) -> None:
        source, target = self._started()
        sent = self._lines(asked)
        target.write(b"%d\n" % len(sent) + b"".join(line for line, _ in sent))
        target.flush()
        _line(source)
        self.has_begun = True
        for _, is_message in sent:
            line = _line(source)
            self.count += 1
            if is_message:
                lines.append(line)

    def _lines(self, asked: Sequence[Asked]) -> list[tuple[bytes, bool]]:
        """Return the lines to send, and if each is a message: before them come new templates."""
        if len(self._known) > KNOWN_TEMPLATES:
            self._known.clear()
        lines = [] if self._known else [(b"{}\n", False)]
        for each in asked:
            if each.key not in self._known:
                self._known.add(each.key)
                parts = [[part.name, part.sort, part.source] for part in each.template.parts]
                told = json.dumps({"parts": parts, "template": each.key})
                lines.append((told.encode() + b"\n", False))
            lines.append((each.line, True))
        return lines

    def _started(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._process is None:
            self._known.clear()
            self._process = started(self._entry)
            self.limits_memory = _line(_pipe(self._process.stdout)) == LIMITED
        return _pipe(self._process.stdout), _pipe(self._process.stdin)

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):  # what was not sent any more is lost with it
                _pipe(pipe).close()
        process.wait()


def started(entry: str) -> subprocess.Popen[bytes]:
    """Start a worker process; of this one it gets neither environment nor files."""
    program = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from {entry} import main; main()"
    return subprocess.Popen(  # noqa: S603 # it starts this very Python, with our own line
        [sys.executable, "-I", "-B", "-X", "utf8", "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=WINDOWLESS,
        env={name: os.environ[name] for name in KEPT if name in os.environ},
    )


def _line(source: IO[bytes]) -> bytes:
    line = source.readline(LONGEST_ANSWER)
    if not line.endswith(b"\n"):
        raise WorkerEndedError
    return line


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise WorkerEndedError
    return pipe
