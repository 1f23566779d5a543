"""What is offered where a person asks what can be done with something on the canvas."""

from collections.abc import Mapping
from types import MappingProxyType

ARRANGE = "Arrange"
LINE = ""

# The actions of a menu by what is selected; a name of a menu stands for all of it.
AROUND: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "step": (
            *("edit", "words", "rename", "add_after", "connect", LINE, "cut", "copy", "duplicate"),
            *(LINE, "fit_selection", LINE, "delete", "delete_and_close"),
        ),
        "several": (
            *("cut", "copy", "duplicate", LINE, ARRANGE, "fit_selection", LINE),
            *("delete", "delete_and_close"),
        ),
        "note": ("edit", LINE, "cut", "copy", "duplicate", LINE, "fit_selection", LINE, "delete"),
        "path": ("add_after", "connect", LINE, "delete"),
        "end": ("add_after", "connect"),
        "ground": ("paste", "add", "note", LINE, "select_all", "tidy", LINE, "fit", "full_size"),
    }
)
