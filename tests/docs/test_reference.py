"""The page about steps and conditions is the one that the program makes, and leaves nothing out."""

import re
from pathlib import Path
from types import ModuleType

import pytest

from journeys.conditions.comparison import Operator
from journeys.document import checks, leading, questions
from journeys.document.checks import problems
from journeys.document.kinds import kinds
from journeys.document.problems import Severity
from journeys.program.reasons import Reason
from journeys.reference.faults import GAP, faults
from journeys.reference.page import steps_page
from journeys.reference.sayings import MESSAGE, TRIGGER
from journeys.simulation.explain import RULES
from journeys.values import evolve
from tests.document.drawings import path
from tests.document.generation import made_journey

PAGE = Path("docs") / "reference" / "steps.md"


@pytest.fixture(scope="module")
def page() -> str:
    return steps_page()


def test_the_page_that_is_published_is_the_one_the_program_makes(root: Path, page: str) -> None:
    assert (root / PAGE).read_text() == page, f"python -m journeys.reference > {PAGE}"


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_of_step_stands_on_the_page_with_an_example(kind: str, page: str) -> None:
    section = page.split(f"\n`{kind}`, in the group ")[1].split("\n### ", maxsplit=1)[0]
    assert "Ways out" in section
    assert "- “" in section, "it says nothing: no sample has such a step, or its words are unknown"


def test_every_operator_stands_on_the_page(page: str) -> None:
    for operator in Operator:
        assert f"| `{operator}` |" in page


def test_every_reason_has_its_sentence_on_the_page() -> None:
    others = (kind.examples for kind in kinds().values())
    told = [reason for said in (TRIGGER, MESSAGE, *others) for reason, _ in said]
    assert set(told) | set(RULES) == set(Reason)


def test_every_link_on_the_page_leads_somewhere(page: str) -> None:
    there = {
        title.lower().replace(" ", "-") for title in re.findall(r"^#+ (.*)$", page, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#(.*?)\)", page)) <= there


# There is only something to connect, or to ask instead, where the journey has it.
NOW_AND_THEN = {"path_ends", "unknown_segment", "unknown_message", "unknown_experiment"}


@pytest.mark.parametrize("seed", range(40))
def test_a_problem_that_is_found_is_one_of_those_on_the_page(seed: int) -> None:
    whole = made_journey(seed)
    spoiled = evolve(whole, edges=(*whole.edges[seed % 5 + 1 :], path("nowhere > end")), goals=())
    places: tuple[type | ModuleType, ...] = (checks, leading, questions, *kinds().values())
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
