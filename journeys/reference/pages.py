"""Every page of the reference, by its place in the folder of the reference."""

from collections.abc import Mapping

from journeys.document.kinds import kinds
from journeys.reference.messages import messages_page
from journeys.reference.page import steps_page
from journeys.reference.step import step_page


def pages() -> Mapping[str, str]:
    """Return all pages as Markdown: a page a kind of step, their index, the words of messages."""
    steps = {f"steps/{kind}.md": step_page(made) for kind, made in kinds().items()}
    return {"steps.md": steps_page(), **steps, "messages.md": messages_page()}
