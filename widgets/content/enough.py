"""How much of a message is laid out in a preview, so that none can keep the window waiting."""

import re

MOST_LETTERS, LONGEST_WORD = 100_000, 2_000
MOST_TAGS, MOST_PICTURES, DEEPEST = 4_000, 300, 60
MOST_WORK = 1_000_000
OF_TAG = 8
TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)[^<>]*>?")
WORD = re.compile(rf"\S{{{LONGEST_WORD}}}")
STAND_ALONE = frozenset(("br", "hr", "img", "input", "link", "meta", "col", "wbr", "area", "base"))
END_BY_THEMSELVES = frozenset(("p", "li", "td", "th", "tr", "thead", "tbody", "dt", "dd", "body"))


def enough_text(text: str) -> str:
    """Return as much of a text as is laid out; a word without an end is broken off."""
    found = WORD.search(text, 0, MOST_LETTERS)
    return text[: found.end() if found else MOST_LETTERS]


def enough_html(html: str) -> str:
    """Return as much of HTML as is laid out: neither too long, nor too full, nor too deep.

    Whatever is in a table is measured several times, again for each table around it.
    """
    depth = tables = pictures = work = behind = 0
    for count, found in enumerate(TAG.finditer(html, 0, MOST_LETTERS), start=1):
        word = WORD.search(html, behind, found.start())
        if word is not None:
            return html[: word.end()]
        work += (found.start() - behind + OF_TAG) << tables
        name, step = found[2].lower(), -1 if found[1] else 1
        pictures += name == "img"
        if name not in STAND_ALONE | END_BY_THEMSELVES:
            depth = max(depth + step, 0)
        if name == "table":
            tables = max(tables + step, 0)
        if depth > DEEPEST or count > MOST_TAGS or pictures > MOST_PICTURES or work > MOST_WORK:
            return html[: found.start()]
        behind = found.end()
    word = WORD.search(html, behind, MOST_LETTERS)
    return html[: word.end() if word else MOST_LETTERS]
