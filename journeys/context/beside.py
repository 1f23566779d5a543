"""What keeps a journey from running that is wrong in another one, which runs with it (R1)."""

from collections.abc import Iterator, Sequence

from journeys.context.unsafe import found_beside
from journeys.document.companions import led_to
from journeys.document.journey import Journey
from journeys.document.problems import Problem, Severity
from journeys.program.vocabulary import Vocabulary


def found_with(
    vocabulary: Vocabulary | None, journey: Journey, companions: Sequence[Journey]
) -> tuple[Problem, ...]:
    """Return what is wrong with a journey, and where it leads to one that cannot run."""
    found = found_beside(vocabulary, journey, companions)
    unable = tuple(_unable(vocabulary, journey, companions))
    return (*unable, *found)


def _unable(
    vocabulary: Vocabulary | None, journey: Journey, companions: Sequence[Journey]
) -> Iterator[Problem]:
    run = (journey, *companions)
    wrong: dict[str, Problem] = {}
    for each in companions:
        others = [other for other in run if other is not each]
        errors = [
            problem
            for problem in found_beside(vocabulary, each, others)
            if problem.severity is Severity.ERROR and not problem.lets_run
        ]
        if errors:
            wrong[each.id] = errors[0]
    for node in journey.nodes if wrong else ():
        for each in led_to(node.calls, journey, companions):
            if (problem := wrong.get(each.id)) is not None:
                words = f"{each.name!r} runs with this journey, and cannot run: {problem.words}"
                brief = f"{each.name!r} cannot run"
                yield Problem("companion_wrong", words, node.id, brief=brief)
