"""The page about the words of messages is the one that the program makes, and its examples hold."""

import re
from pathlib import Path

from journeys.content.filters.table import FILTERS
from journeys.content.reading import read
from journeys.reference.messages import WRITING, messages_page

PAGE = Path("docs") / "reference" / "messages.md"


def test_the_page_that_is_published_is_the_one_the_program_makes(root: Path) -> None:
    told = f"python -m journeys.reference messages > {PAGE}"
    assert (root / PAGE).read_text() == messages_page(), told


def test_every_filter_stands_on_the_page() -> None:
    titles = re.findall(r"^### (.*)$", messages_page(), re.MULTILINE)
    assert {name for title in titles for name in title.split(", ")} == set(FILTERS)


def test_every_example_on_the_page_can_be_read() -> None:
    examples = [written for written, _ in WRITING]
    for each in FILTERS.values():
        examples += re.findall(r"`[^`]*?(\{\{.*?\}\})`", " ".join(each.documentation.split()))
    assert len(examples) > len(FILTERS) / 2
    for example in examples:
        whole = example.replace("{% elif … %}", "{% elif a %}").replace("…", "x")
        assert read(whole).faults == (), example
