"""Short ways to make messages for tests."""

from collections.abc import Mapping

from app.delivery.message import Job, Outcome, Part, Sort, Template
from app.delivery.renderer import Renderer


def message(source: str, sort: Sort = Sort.HTML) -> Template:
    """Return a message of one part, named body."""
    return Template((Part("body", sort, source),))


def job(source: str, context: Mapping[str, object], sort: Sort = Sort.HTML) -> Job:
    """Return a message of one part for a customer in Zurich."""
    return Job(message(source, sort), context, "Europe/Zurich")


def all_of(renderer: Renderer, jobs: list[Job]) -> list[Outcome]:
    """Render messages to the end."""
    found: list[Outcome] = []
    for _ in renderer.batch(jobs, len(jobs), found.append):
        pass
    return found


GOOD = job("Hi {{ name }}", {"name": "<b>"})
GOOD_WORDS = "Hi &lt;b&gt;"
