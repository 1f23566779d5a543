"""Reads a PDF that Qt has written, as far as a test needs: its size, its fonts and its text."""

import re
import zlib
from dataclasses import dataclass

OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)endobj", re.DOTALL)
STREAM = re.compile(rb"stream\n(.*)\nendstream", re.DOTALL)
LETTERS = re.compile(rb"<([0-9A-F]{4})> <[0-9A-F]{4}> \[((?:<[0-9A-F]+> )+)\]")
SHOWN = re.compile(rb"/F(\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj|\bET\b")


@dataclass(frozen=True, slots=True)
class Page:
    """Its size in points, the names of the fonts that are inside, and each run of its text."""

    size: tuple[float, float]
    fonts: frozenset[str]
    runs: tuple[str, ...]


def read_page(content: bytes) -> Page:
    """Read the one page of a PDF."""
    objects = {int(number): body for number, body in OBJECT.findall(content)}
    page = next(body for body in objects.values() if b"/Type /Page\n" in body)
    _, _, wide, high = map(float, _said(rb"/MediaBox \[(.*?)\]", page).split())
    letters = {
        number: _letters(_unpacked(objects[int(_said(rb"/ToUnicode (\d+)", body))]))
        for number, body in objects.items()
        if b"/ToUnicode" in body
    }
    embedded = [body for body in objects.values() if b"/FontFile" in body]
    drawn = _unpacked(objects[int(_said(rb"/Contents (\d+)", page))])
    return Page(
        (wide, high),
        frozenset(_said(rb"/FontName /\w+\+([\w-]+)", body).decode() for body in embedded),
        tuple(_runs(drawn, letters)),
    )


def _said(pattern: bytes, body: bytes) -> bytes:
    found = re.search(pattern, body)
    assert found is not None, pattern
    return found[1]


def _unpacked(body: bytes) -> bytes:
    found = STREAM.search(body)
    assert found is not None
    return zlib.decompress(found[1]) if b"/FlateDecode" in body else found[1]


def _letters(table: bytes) -> dict[int, str]:
    """Return the character each number of a font stands for."""
    found: dict[int, str] = {}
    for first, codes in LETTERS.findall(table):
        for place, code in enumerate(re.findall(rb"<([0-9A-F]+)>", codes)):
            found[int(first, 16) + place] = bytes.fromhex(code.decode()).decode("utf-16-be")
    return found


def _runs(drawn: bytes, letters: dict[int, dict[int, str]]) -> list[str]:
    runs, run, font = [], "", 0
    for shown in SHOWN.finditer(drawn):
        if shown[1]:
            font = int(shown[1])
        elif shown[2]:
            codes = re.findall(rb"[0-9A-F]{4}", shown[2])
            run += "".join(
                letters[font].get(int(code, 16), "\N{REPLACEMENT CHARACTER}") for code in codes
            )
        else:
            runs.append(run)
            run = ""
    return runs
