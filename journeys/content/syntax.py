"""Slips in the grammar of a template, in plain words: what Jinja says, as a person would say it."""

import re
from collections.abc import Callable, Mapping

CLOSE_TAG = "Close it with {{% end{name} %}}."
TAGS = "if, elif, else, endif, for, endfor, set, with, endwith"
SIGNS: Mapping[str, str] = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "end of template": "the end of the text",
    "begin of print statement": "{{",
    "begin of statement block": "{%",
}

CUT_OFF = ("The text ends in the middle of a {{ … }} or {% … %}.", "Close it with }} or %}.")

Saying = Callable[[re.Match[str]], tuple[str, str]]


def spoken(message: str) -> tuple[str, str]:
    """Return what is wrong, and what to try, for a message of Jinja's parser."""
    for pattern, say in PATTERNS.items():
        if found := re.search(pattern, message):
            return say(found)
    return f"This cannot be read: {message.strip().rstrip('.')}.", "Compare it with an example."


def _sign(name: str) -> str:
    return SIGNS.get(name, name)


def _unclosed(found: re.Match[str]) -> tuple[str, str]:
    name = found[1]
    return f"{{% {name} %}} is never closed.", CLOSE_TAG.format(name=name)


def _misplaced(found: re.Match[str]) -> tuple[str, str]:
    if found[1].startswith("end") or found[1] in ("else", "elif"):
        words = f"{{% {found[1]} %}} does not belong to anything that is open here."
        return words, "Take it out, or open what it closes."
    return f"There is no tag {{% {found[1]} %}}.", f"The tags are: {TAGS}."


def _expected(found: re.Match[str]) -> tuple[str, str]:
    wanted, got = _sign(found[1]), _sign(found[2])
    if got == SIGNS["end of template"]:
        return CUT_OFF
    wanted = "a name" if wanted == "name" else wanted
    return f"{wanted} is expected here, and {got} was found.", "Look at what stands before it."


def _unexpected(found: re.Match[str]) -> tuple[str, str]:
    got = _sign(found[1])
    if got == SIGNS["end of template"]:
        return CUT_OFF
    return f"{got} cannot stand here.", "Look at what stands before it."


PATTERNS: Mapping[str, Saying] = {
    r"Unexpected end of template.*needs to be closed is '(\w+)'": _unclosed,
    r"[Uu]nexpected end of template, expected": lambda _: CUT_OFF,
    r"unknown tag '(\w+)'": _misplaced,
    r"Missing end of comment": lambda _: ("{# is never closed.", "Close it with #}."),
    r"Missing end of raw": lambda _: ("{% raw %} is never closed.", "Close it with {% endraw %}."),
    r"[Ee]xpected token '([^']+)', got '([^']+)'": _expected,
    r"[Uu]nexpected '([^']+)', expected '([^']+)'": lambda found: (
        f"{found[1]!r} closes a bracket that was opened otherwise.",
        f"Write {found[2]} here.",
    ),
    r"[Uu]nexpected '([^']+)'": _unexpected,
    r"[Uu]nexpected char [\"']([\"'])[\"'] at": lambda found: (
        "A text in quotation marks is never closed.",
        f"Write {found[1]} at its end.",
    ),
    r"[Uu]nexpected char '?\"?(.+?)'?\"? at \d+": lambda found: (
        f"The sign {found[1]} cannot stand here.",
        "Text stands in quotation marks: 'like this'.",
    ),
    r"Invalid character in identifier": lambda _: (
        "A name holds a letter that names cannot have.",
        "Use letters, digits and _.",
    ),
    r"expected name or number|[Ee]xpected subscript": lambda _: (
        "A name is expected after the full stop.",
        "Write it like customer.first_name.",
    ),
    r"[Tt]ag name expected": lambda _: ("A tag has no name.", f"The tags are: {TAGS}."),
    r"Expected an expression": lambda _: ("Something is missing here.", "Write a name or a text."),
    r"escape|codec": lambda _: ("A text holds a \\ that means nothing.", "Write it twice."),
    r"an't assign to": lambda _: ("This name cannot be given a value.", "Choose another name."),
}
