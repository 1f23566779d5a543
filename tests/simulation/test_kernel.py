"""The small functions of the kernel, each held against a library that does the same."""

import random
import struct
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from functools import partial
from hashlib import sha256
from types import ModuleType
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeys.hashing import signed
from journeys.program import operations as op
from journeys.simulation.jit import kernel, plain_kernel
from journeys.simulation.zones import history
from tests.oracle.draws import mix as plain_mix
from tests.oracle.generation import world
from tests.simulation.comparing import built, compiled, plain, stories

ZONES = ("America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca", "UTC")
FIRST, LAST = 1_600_000_000, 1_800_000_000

bits = st.integers(-(2**63), 2**63 - 1)


@pytest.fixture(scope="module", params=["compiled", "plain"])
def form(request: pytest.FixtureRequest) -> ModuleType:
    """Return the kernel in both forms."""
    return kernel() if request.param == "compiled" else plain_kernel()


def numbers(form: ModuleType, values: list[int]) -> list[int] | np.ndarray:
    """Return numbers in the form the kernel takes."""
    return values if form is plain_kernel() else np.array(values, np.int64)


@given(x=bits)
def test_mix_is_the_same_in_both_forms_and_that_of_the_oracle_r54(x: int) -> None:
    assert kernel().mix(x) == plain_kernel().mix(x) == signed(plain_mix(x % 2**64))


@given(text=st.binary(max_size=190))
def test_hash_is_the_beginning_of_sha256_r2(text: bytes) -> None:
    for form in (kernel(), plain_kernel()):
        room = numbers(form, [*text, *([0] * (512 - len(text)))])
        found = form.hashed(room, 0, len(text), 400)
        assert found == struct.unpack(">q", sha256(text).digest()[:8])[0]


def _zone_program(form: ModuleType, zone: str) -> list[int] | np.ndarray:
    instants, offsets = history(zone, FIRST, LAST)
    head = [0] * op.RUN_WIDTH
    table = len(head) + 1
    head[op.R_ZONES] = len(head)
    duration = [0, 0, 0]
    return numbers(form, [*head, table, len(instants), *instants, *offsets, *duration])


@pytest.mark.parametrize("name", ZONES)
def test_the_clock_on_the_wall_is_that_of_zoneinfo_r20(form: ModuleType, name: str) -> None:
    """Local time, days and months, gaps and repeated hours, as the calendar library has them.

    Half of the times are whole hours before a clock changes, so that some end as it does.
    """
    program, zone = _zone_program(form, name), ZoneInfo(name)
    place, chance = len(program) - 3, random.Random(name)
    early, late = FIRST + 9_000_000, LAST - 90_000_000
    changes = [time for time in history(name, FIRST, LAST)[0] if early < time < late]
    for turn in range(400):
        start = chance.randrange(early, late)
        if changes and turn % 2:
            start = chance.choice(changes) - 86_400 + 1_800 * chance.randrange(-4, 5)
        months, days = chance.choice([(0, 1), (1, 0), (1, 2), (13, 0), (0, 7), (0, 200)])
        program[place : place + 2] = numbers(form, [months, days])
        shown = datetime.fromtimestamp(start, zone)
        assert form.local(program, 0, start) == int(shown.replace(tzinfo=UTC).timestamp())
        month = shown.month - 1 + months
        year, month = shown.year + month // 12, month % 12 + 1
        last = (datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC) - timedelta(1)).day
        moved = shown.replace(
            tzinfo=None, year=year, month=month, day=min(shown.day, last), fold=0
        ) + timedelta(days)
        assert form.after(program, 0, start, place) == _first_instant(moved, zone)


def _first_instant(shown: datetime, zone: ZoneInfo) -> int:
    """Return the first instant a clock shows this, or the first after a gap that holds it."""
    instant = int(shown.replace(tzinfo=zone, fold=0).timestamp())
    if datetime.fromtimestamp(instant, zone).replace(tzinfo=None) == shown:
        return instant
    offset = partial(lambda time: datetime.fromtimestamp(time, zone).utcoffset())
    low, high = instant - 86_400, instant + 86_400
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if offset(middle) == offset(low) else (low, middle)
    return high


def test_a_story_that_does_not_fit_runs_again_with_more_room() -> None:
    """No bound is silent: the smallest memory leads to the same story."""
    for seed in range(40):
        program, dataset = built(world(seed))
        small, large = compiled(program, dataset), compiled(program, dataset)
        small.grow(1, 8)
        large.grow(4_096, 1_000_000)
        assert stories(program, dataset, small) == stories(program, dataset, large)
        assert small.tally.tolist() == large.tally.tolist()


def test_a_new_data_set_never_compiles_again() -> None:
    """One signature a function, however many programs and data sets ran."""
    for seed in range(25):
        program, dataset = built(world(seed))
        stories(program, dataset, compiled(program, dataset))
    for function in (kernel().simulate, kernel().advance, kernel().begin, kernel().lay_out):
        assert len(function.signatures) == 1


def test_the_plain_form_needs_no_compiler() -> None:
    """The editor explains before machine code is there: Numba is not even imported."""
    script = (
        "import sys; from tests.oracle.generation import world;"
        "from tests.simulation.comparing import built, plain, stories;"
        "p, d = built(world(3)); stories(p, d, plain(p, d));"
        "assert 'numba' not in sys.modules"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.returncode == 0


def test_plain_and_compiled_leave_the_same_counts() -> None:
    for seed in range(40):
        program, dataset = built(world(seed))
        slow, fast = plain(program, dataset), compiled(program, dataset)
        stories(program, dataset, slow)
        stories(program, dataset, fast)
        assert list(slow.tally) == fast.tally.tolist()
