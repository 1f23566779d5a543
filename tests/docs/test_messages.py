"""The page about the words of messages leaves no filter out, and its examples hold."""

import re

from journeys.content.filters.table import FILTERS
from journeys.content.reading import read
from journeys.reference.messages import WRITING, messages_page


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
