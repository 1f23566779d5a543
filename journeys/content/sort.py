"""What a part of a message is: HTML, plain text, or a single line such as a subject."""

from enum import StrEnum


class Sort(StrEnum):
    """Decides how data is made harmless in it, and which slips there can be."""

    HTML = "html"
    TEXT = "text"
    LINE = "line"
