"""Texts of several lines: one text here, a list of its lines in a file, where lines compare."""

import re
from dataclasses import dataclass

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

BREAK = re.compile(r"\r\n?")
BREAKS = re.compile(r"[\r\n]+")


@dataclass(frozen=True, slots=True)
class Lines:
    """Marks a text that a file holds as a list of lines; one text is read, too."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(joined, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        text = handler(schema)
        most = text["maxLength"] + 1
        return {"anyOf": [text, {"type": "array", "items": text, "maxItems": most}]}


LINES = Lines()


def joined(content: object) -> object:
    """Return the text of a list of lines, with line feeds alone; anything else as it is."""
    if isinstance(content, (list, tuple)):
        for number, line in enumerate(content, start=1):
            if not isinstance(line, str):
                raise ValueError(f"line {number} should be a text")
        content = "\n".join(content)
    return BREAK.sub("\n", content) if isinstance(content, str) else content


def split(text: str) -> tuple[str, ...]:
    """Return a text as a file holds it."""
    return tuple(text.split("\n"))


def single(content: object) -> object:
    """Return a text as one line: a break in it is a space."""
    return BREAKS.sub(" ", content) if isinstance(content, str) else content
