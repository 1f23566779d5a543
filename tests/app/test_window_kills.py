"""Killed at any moment, the window loses nothing: the last saved state or a newer one is there."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.cli.bar import drive
from app.recovery import Rescued, left_behind
from journeys.document.format import dumps, loads
from storage.files import fingerprint
from tests import proofs

pytestmark = pytest.mark.skipif(os.name == "nt", reason="programs are killed with a signal")
SECONDS, LEAST, FULL = 20.0, 10, 200
WAYS = ("moment", "within", "saving", "opening", "two")
STEPS, LONGEST, SAVING, DEEPEST = 12, 0.4, 0.012, 60


@dataclass
class Program:
    """What a program said before it was killed.

    `states` are the journeys it had, by fingerprint, each with its latest number; `sure` is the
    number of the newest that it said to be on the disk, `files` the same of each file.
    """

    number: int
    states: dict[str, int] = field(default_factory=dict)
    sure: int = -1
    files: dict[str, int] = field(default_factory=dict)
    over: set[str] = field(default_factory=set)
    last: str = ""
    offered: tuple[str, ...] | None = None
    taking: str = ""
    opened: str = ""
    said: list[str] = field(default_factory=list)

    def hear(self, what: str, words: list[str]) -> None:
        self.said.append(what)
        if what == "offered":
            assert words[0] == "0", "a copy could not be read"
            self.offered = tuple(words[1:])
        elif what in {"will", "taking"}:
            self.states[words[0]] = len(self.said)
            if what == "taking":
                self.taking = words[0]
        elif what == "opened":
            self.opened = words[0]
            if self.opened in (self.offered or ()):
                self.sure = self.states[self.opened]
        elif what == "over":
            self.over.add(words[0])
        elif what in {"kept", "saved"}:
            self.sure = self.states[words[0]]
            if what == "saved":
                self.last = words[1]
                self.files[self.last] = self.sure


class Programs:
    """Window programs on one folder, and everything they said."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.own, self.files = folder / "own", folder / "files"
        self.files.mkdir(parents=True)
        command = [sys.executable, "-m", "tests.app.killed"]
        self._server = subprocess.Popen(
            command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.all: dict[int, Program] = {}
        self._dead: set[int] = set()

    def start(self, seed: int, within: tuple[int, float] | None = None) -> Program:
        order = {"own": str(self.own), "files": str(self.files), "seed": seed, "within": within}
        self._order(order)
        number = int(self._until("started"))
        self.all[number] = Program(number)
        return self.all[number]

    def wait(self, program: Program, what: str, times: int = 1) -> None:
        """Read on until a program said something so many times more."""
        times += program.said.count(what)
        while program.said.count(what) < times:
            self._read()

    def kill(self, program: Program) -> None:
        os.kill(program.number, signal.SIGKILL)
        self.gone(program)

    def gone(self, program: Program) -> None:
        self._order({"wait": program.number})
        while self._until("gone") != str(program.number):
            pass
        self._dead.add(program.number)

    def hear_all(self) -> None:
        """Hear all that was said until now."""
        self._order({"tell": None})
        self._until("told")

    def end(self) -> None:
        for program in self.all.values():
            if program.number not in self._dead:
                os.kill(program.number, signal.SIGKILL)
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._server.stdin.close()
        assert self._server.wait(timeout=20) == 0
        self._server.stdout.close()

    def _order(self, order: object) -> None:
        assert self._server.stdin is not None
        self._server.stdin.write(f"{json.dumps(order)}\n")
        self._server.stdin.flush()

    def _until(self, what: str) -> str:
        while True:
            said, word = self._read()
            if said == what:
                return word

    def _read(self) -> tuple[str, str]:
        assert self._server.stdout is not None
        line = self._server.stdout.readline()
        assert line, "the programs ended"
        number, what, *words = line.split()
        if int(number) in self.all:
            self.all[int(number)].hear(what, words)
        return what, words[0] if words else ""


@pytest.fixture
def programs(root: Path, tmp_path: Path) -> Iterator[Programs]:
    made = Programs(root, tmp_path)
    yield made
    made.end()


class Court:
    """Judges what is left on the disk after each kill; `owed` is what the next start offers."""

    def __init__(self, programs: Programs) -> None:
        self._programs = programs
        self.owed: frozenset[str] = frozenset()

    def judge(self, dead: Program, alive: tuple[Program, ...] = ()) -> None:
        """Look at what the next start would find; raises AssertionError where anything is lost."""
        self._programs.hear_all()
        marks = [(one, dict(one.files)) for one in self._programs.all.values()]
        still = {one.taking for one in alive if not one.opened}  # offered until it is taken up
        files = self._files()
        left = drive(left_behind(self._programs.own))
        self._programs.hear_all()  # whoever lives says what it writes before it does
        self._compare(files, marks)
        offers: set[str] = set()
        for each in left:
            assert isinstance(each, Rescued), each
            content = each.copy.read_bytes()
            assert dumps(each.journey) == content
            offers.add(fingerprint(content))
            if each.origin.path is not None and each.origin.path.name in dead.files:
                in_file = dead.states.get(files[each.origin.path.name], -1)
                assert dead.states.get(fingerprint(content), in_file) >= in_file
        found = {*offers, *files.values()}
        newest = max((dead.states.get(each, -1) for each in found), default=-1)
        is_over = any(
            dead.last in one.over and files.get(dead.last) in one.states
            for one in self._programs.all.values()
            if one is not dead
        )  # another window was asked, and wrote its own state over the file
        assert is_over or newest >= dead.sure, "what was said to be on the disk is not there"
        known = {state for one in self._programs.all.values() for state in one.states}
        assert offers <= known
        for one in alive:
            assert not offers & (one.states.keys() - dead.states.keys() - still)
        taken = {one.opened for one in self._programs.all.values()} | {one.taking for one in alive}
        assert self.owed <= found | taken, "what nobody took up is gone"
        self.owed = frozenset(offers)

    def _files(self) -> dict[str, str]:
        """Return each file with the fingerprint of its state."""
        found = {}
        for path in self._programs.files.glob("*.json"):
            content = path.read_bytes()
            assert dumps(loads(content)) == content
            found[path.name] = fingerprint(content)
        return found

    def _compare(self, found: dict[str, str], marks: list[tuple[Program, dict[str, int]]]) -> None:
        """Compare the files with what was said to be saved in them: that, or a newer state."""
        for one, saved in marks:
            for name, number in saved.items():
                others = [each for each in self._programs.all.values() if each is not one]
                newer = any(found[name] in each.states for each in others)
                assert newer or one.states[found[name]] >= number


@pytest.mark.long("recovery")
def test_after_a_kill_the_journey_is_the_last_saved_one_or_newer(programs: Programs) -> None:
    is_full = proofs.long_run("recovery")
    chance, court = random.Random(7), Court(programs)
    until, kills = time.monotonic() + SECONDS, 0
    while kills < (FULL if is_full else LEAST) or (not is_full and time.monotonic() < until):
        way = WAYS[kills % len(WAYS)]
        delay = chance.choice((0, 10 ** chance.uniform(-6, -2.5)))
        within = (chance.randrange(1, DEEPEST), delay) if way == "within" else None
        program = programs.start(kills, within)
        other = programs.start(kills + FULL) if way == "two" else None
        if way == "within":
            programs.gone(program)
        else:
            programs.wait(program, "offered")
            assert way == "two" or frozenset(program.offered or ()) == court.owed
            if way == "saving":
                programs.wait(program, "saving")
            elif way != "opening":
                programs.wait(program, "will", chance.randrange(1, STEPS))
            longest = {"saving": SAVING, "opening": SAVING}.get(way, LONGEST)
            time.sleep(chance.random() * longest)
            programs.kill(program)
        court.judge(program, (other,) if other is not None else ())
        kills += 1
        if other is not None:
            programs.kill(other)
            court.judge(other)
            kills += 1
    assert kills >= LEAST
    assert (
        sum(program.sure >= 0 for program in programs.all.values()) > kills / 4
    )  # the others were killed before they kept anything
