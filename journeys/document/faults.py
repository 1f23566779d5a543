"""What does not fit in a file, in plain words and with its place."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NoReturn

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from journeys.document.parsing import Path, printable, refuse_at
from journeys.values import Json

SHOWN = 60

TYPES = {
    "string_type": "text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": "an object",
    "model_type": "an object",
    "model_attributes_type": "an object",
}

WORDS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "missing": lambda _: "this is missing",
    "extra_forbidden": lambda _: "this name is not known here",
    "literal_error": lambda context: f"one of {context['expected']} is expected",
    "enum": lambda context: f"one of {context['expected']} is expected",
    "union_tag_invalid": lambda context: (
        f"the kind {printable(str(context['tag'])[:SHOWN])!r} is not one of "
        f"{context['expected_tags']}"
    ),
    "union_tag_not_found": lambda _: "'kind' is missing",
    "string_pattern_mismatch": lambda _: (
        "a name of letters, digits, _ and - is expected, that begins with a letter and has at "
        "most 64 of them"
    ),
    "string_too_long": lambda context: f"the text has more than {context['max_length']} letters",
    "string_too_short": lambda _: "the text is empty",
    "too_long": lambda context: f"the list has more than {context['max_length']} entries",
    "too_short": lambda context: f"the list has fewer than {context['min_length']} entries",
    "greater_than_equal": lambda context: f"the number is less than {context['ge']}",
    "less_than_equal": lambda context: f"the number is more than {context['le']}",
    "value_error": lambda context: str(context["error"]).rstrip("."),
}


def refuse(error: ValidationError, content: Json, at: Path) -> NoReturn:
    """Raise UnreadableFileError for what pydantic found in `content`, which stands at `at`."""
    place, words = fault(error, content)
    refuse_at((*at, *place), words)


def fault(error: ValidationError, content: object) -> tuple[Path, str]:
    """Return the place inside `content` that does not fit, and what is expected there."""
    found = [(_path(detail, content), detail) for detail in error.errors(include_url=False)]
    unknown = [path for path, detail in found if detail["type"] == "extra_forbidden"]
    place = unknown[0] if unknown else max((path for path, _ in found), key=len)
    here = [detail for path, detail in found if path == place]
    return place, _words(here)


def _words(details: list[ErrorDetails]) -> str:
    """Return one sentence for all that was tried at one place: several where kinds may differ."""
    said = [_said(detail) for detail in details]
    special = [words for words in said if words and words != "a number is expected"]
    if special:
        return special[0]
    expected = [TYPES.get(detail["type"], "a number") for detail in details]
    return f"{' or '.join(dict.fromkeys(expected))} is expected"


def _said(detail: ErrorDetails) -> str:
    if detail["type"] in TYPES:
        return ""
    say = WORDS.get(detail["type"])
    return say(detail.get("ctx", {})) if say else detail["msg"]


def _path(detail: ErrorDetails, content: object) -> Path:
    """Return where the fault is in the file: pydantic's own place names alternatives as well."""
    return tuple(_parts(detail, content))


def _parts(detail: ErrorDetails, content: object) -> Iterator[str]:
    here, parts = content, detail["loc"]
    for count, part in enumerate(parts, start=1):
        is_missing = detail["type"] == "missing" and count == len(parts)
        if isinstance(here, dict) and (part in here or is_missing):
            here = here.get(str(part))
            yield str(part)
        elif isinstance(here, list) and isinstance(part, int):
            here = here[part]
            yield str(part)
