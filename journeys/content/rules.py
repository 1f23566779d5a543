"""What may stand in the words of a message, and what to write in place of what may not."""

import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches

from jinja2 import nodes

from journeys.content.filters.table import Filter

FUNCTIONS = ("range",)
LOOP = ("index", "index0", "first", "last", "length", "revindex", "revindex0", "cycle")
TESTS = (
    *("defined", "undefined", "none", "number", "string", "boolean", "mapping", "sequence"),
    *("even", "odd", "divisibleby"),
)

ONE_TEXT = "Write all words of the message in one text."
REFUSED: Mapping[type[nodes.Node], tuple[str, str]] = {
    nodes.Include: ("{% include %} cannot be used.", ONE_TEXT),
    nodes.Import: ("{% import %} cannot be used.", ONE_TEXT),
    nodes.FromImport: ("{% from %} cannot be used.", ONE_TEXT),
    nodes.Extends: ("{% extends %} cannot be used.", ONE_TEXT),
    nodes.Block: ("{% block %} cannot be used.", ONE_TEXT),
    nodes.Macro: ("{% macro %} cannot be used.", "Use {% for %} to repeat something."),
    nodes.CallBlock: ("{% call %} cannot be used.", "Use {% for %} to repeat something."),
    nodes.FilterBlock: ("{% filter %} cannot be used.", "Write the filter after each value."),
    nodes.AssignBlock: (
        "{% set %} cannot take a whole block.",
        "Write {% set name = value %} in one tag.",
    ),
    nodes.ScopedEvalContextModifier: (
        "{% autoescape %} cannot be used: data is always shown as plain text.",
        "Write markup in the message itself.",
    ),
    nodes.NSRef: ("A value inside another cannot be changed.", "Use {% set name = value %}."),
    nodes.Pow: ("Powers cannot be used.", "Multiply instead."),
}

BARRED: Mapping[str, tuple[str, str]] = {
    "safe": (
        "The filter 'safe' cannot be used: data is always shown as plain text.",
        "Write markup in the message itself.",
    ),
    "attr": ("The filter 'attr' cannot be used.", "Write customer.name, or customer['name']."),
    "random": ("Nothing here is left to chance.", "Use an experiment, or first."),
}


def suggestion(name: str, known: tuple[str, ...]) -> str:
    """Return what to try in place of a name that is not known."""
    near = get_close_matches(name.lower(), known, n=1)
    return f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(sorted(known))}."


def unfit(name: str) -> tuple[str, str] | None:
    """Return why something cannot bear this name, and what to try; None where it can."""
    if name.startswith("_"):
        return f"No name begins with _, as {name[:40]!r} does.", "Use the names offered here."
    if unicodedata.normalize("NFKC", name) != name:
        return f"{name[:40]!r} holds letters that look like others.", "Type the name anew."
    return None


def fits(wanted: Filter, node: nodes.Filter) -> bool:
    """Return whether a filter can take what is given to it in brackets."""
    if node.dyn_args or node.dyn_kwargs:
        return False
    names = tuple(str(pair.key) for pair in node.kwargs)
    return len(set(names)) == len(names) and wanted.can_take(len(node.args), names)
