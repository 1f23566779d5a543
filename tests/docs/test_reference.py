"""The pages of reference are those that the program makes; they lead on, and leave nothing out."""

import posixpath
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pytest

from journeys.conditions.comparison import Operator
from journeys.document import checks, keys, leading, questions
from journeys.document.checks import problems
from journeys.document.kinds import kinds
from journeys.document.problems import Severity
from journeys.program.reasons import Reason
from journeys.reference.faults import GAP, faults
from journeys.reference.pages import pages
from journeys.reference.sayings import MESSAGE, TRIGGER
from journeys.simulation.explain import RULES
from journeys.values import evolve
from tests.document.drawings import path
from tests.document.generation import made_journey

FOLDER = Path("docs") / "reference"
REMAKE = f"python -m journeys.reference {FOLDER.as_posix()}"
LINK = re.compile(r"\]\(([^)#:\s]*)(?:#([^)\s]*))?\)")
TITLE = re.compile(r"^#+ (.*)$", re.MULTILINE)


@pytest.fixture(scope="module")
def made() -> Mapping[str, str]:
    return pages()


@pytest.fixture(scope="module")
def page(made: Mapping[str, str]) -> str:
    return made["steps.md"]


def test_the_pages_that_are_published_are_those_the_program_makes(
    root: Path, made: Mapping[str, str]
) -> None:
    for place, written in made.items():
        published = root / FOLDER / place
        assert published.is_file(), f"{place} is not there: {REMAKE}"
        assert published.read_text() == written, f"{place} is not as the program makes it: {REMAKE}"


def test_no_page_is_left_of_a_kind_that_is_gone(root: Path, made: Mapping[str, str]) -> None:
    there = {path.relative_to(root / FOLDER).as_posix() for path in (root / FOLDER).rglob("*.md")}
    assert there == made.keys()


def test_one_command_writes_all_pages(root: Path, tmp_path: Path, made: Mapping[str, str]) -> None:
    command = [sys.executable, "-m", "journeys.reference", str(tmp_path)]
    subprocess.run(command, cwd=root, check=True)
    paths = (path for path in tmp_path.rglob("*") if path.is_file())
    assert {path.relative_to(tmp_path).as_posix(): path.read_text() for path in paths} == made


def test_the_command_asks_for_a_folder_that_is_there(root: Path, tmp_path: Path) -> None:
    for said in ([], [str(tmp_path / "elsewhere")]):
        command = [sys.executable, "-m", "journeys.reference", *said]
        ended = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
        assert (ended.returncode, ended.stdout) == (1, "")
        assert REMAKE in ended.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_of_step_has_its_page_with_a_picture_and_an_example(
    kind: str, made: Mapping[str, str], page: str
) -> None:
    own, card = made[f"steps/{kind}.md"], kinds()[kind].card
    assert own.startswith(f"# {card.title}\n")
    assert f"](../pictures/{kind}.png)" in own
    assert "Ways out" in own
    assert "- “" in own, "it says nothing: no sample has such a step, or its words are unknown"
    group = page.split(f"\n### {card.group}\n")[1].split("\n#", maxsplit=1)[0]
    assert f"[{card.title}](steps/{kind}.md): " in " ".join(group.split())


def test_every_operator_stands_on_the_page(page: str) -> None:
    for operator in Operator:
        assert f"| `{operator}` |" in page


def test_every_reason_has_its_sentence_on_the_page() -> None:
    others = (kind.examples for kind in kinds().values())
    told = [reason for said in (TRIGGER, MESSAGE, *others) for reason, _ in said]
    assert set(told) | set(RULES) == set(Reason)


def test_every_link_on_the_pages_leads_somewhere(root: Path, made: Mapping[str, str]) -> None:
    broken = set()
    for place, written in made.items():
        for target, title in LINK.findall(written):
            beside = posixpath.join(posixpath.dirname(place), target)
            there = posixpath.normpath(beside) if target else place
            is_there = there in made or (root / FOLDER / there).is_file()
            if not is_there or (title and title not in anchors(made[there])):
                broken.add((place, target, title))
    assert broken == set()


def anchors(written: str) -> Counter[str]:
    said = (re.sub(r"[^\w -]", "", title.lower()) for title in TITLE.findall(written))
    return Counter(title.replace(" ", "-") for title in said)


def test_no_two_titles_of_a_page_are_alike(made: Mapping[str, str]) -> None:
    for place, written in made.items():
        assert max(anchors(written).values()) == 1, place


# There is only something to connect, or to ask instead, where the journey has it.
NOW_AND_THEN = {"path_ends", "unknown_segment", "unknown_message", "unknown_experiment"}


@pytest.mark.parametrize("seed", range(40))
def test_a_problem_that_is_found_is_one_of_those_on_the_page(seed: int) -> None:
    whole = made_journey(seed)
    spoiled = evolve(whole, edges=(*whole.edges[seed % 5 + 1 :], path("nowhere > end")), goals=())
    places: tuple[type | ModuleType, ...] = (checks, keys, leading, questions, *kinds().values())
    known = [fault for place in places for fault in faults(place)]
    found = problems(spoiled, (whole,))
    assert found
    for problem in found:
        is_warning = problem.severity is Severity.WARNING
        assert any(
            (fault.code, fault.is_warning) == (problem.code, is_warning)
            and (fault.has_fix == (problem.fix is not None) or problem.code in NOW_AND_THEN)
            and re.fullmatch(re.escape(fault.words).replace(GAP, ".+"), problem.words)
            for fault in known
        ), problem
