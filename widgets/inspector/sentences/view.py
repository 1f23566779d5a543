"""A part of a condition on the screen: a sentence, or a group of them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from journeys.conditions.tree import Tree
from widgets.inspector.context import Context
from widgets.inspector.controls.picking import Option
from widgets.inspector.sentences.flavour import Flavour
from widgets.inspector.speech import translate

REMOVE, DUPLICATE, UP, DOWN, GROUP, UNGROUP, TURN = (
    "remove", "duplicate", "up", "down", "group", "ungroup", "turn",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a part stands in: its flavour, the data, and how parts inside it are made."""

    flavour: Flavour
    context: Context
    make: "Callable[[Tree, Surroundings], View]"


class View(QWidget):
    """Shows a part of a tree.

    `changed` says that it reads otherwise now, `left` that the person is done with it, `acted`
    carries what is to be done with the whole part by the group it stands in, unless it `is_alone`.
    """

    changed = Signal()
    left = Signal()
    acted = Signal(str)

    is_alone = False

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.around = around

    def tree(self) -> Tree:
        """Return what is shown, put together from what stands on the screen."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Go to the first word that can be changed."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do with the whole part what its menu offers."""
        action = _action(event)
        if action:
            self.acted.emit(action)
        else:
            super().keyPressEvent(event)


def actions(*, is_alone: bool, regroup: str) -> tuple[Option, ...]:
    """Return what can be done with a part; one that is alone has nowhere to go.

    `regroup` is GROUP, UNGROUP or nothing.
    """
    offered = (
        Option(TURN, translate("Inspector", "Turn into its opposite")),
        Option(DUPLICATE, translate("Inspector", "Duplicate")),
        Option(UP, translate("Inspector", "Move up")),
        Option(DOWN, translate("Inspector", "Move down")),
        Option(UNGROUP, translate("Inspector", "Take out of the group")),
        Option(GROUP, translate("Inspector", "Put into a group")),
        Option(REMOVE, translate("Inspector", "Remove")),
    )
    left_out = {GROUP, UNGROUP, *((UP, DOWN) if is_alone else ())} - {regroup}
    return tuple(each for each in offered if each.value not in left_out)


def _action(event: QKeyEvent) -> str:
    control = Qt.KeyboardModifier.ControlModifier
    shift = Qt.KeyboardModifier.ShiftModifier
    alt = Qt.KeyboardModifier.AltModifier
    pressed = (event.modifiers() & (control | shift | alt), Qt.Key(event.key()))
    keys = {
        (alt, Qt.Key.Key_Up): UP,
        (alt, Qt.Key.Key_Down): DOWN,
        (control, Qt.Key.Key_D): DUPLICATE,
        (control, Qt.Key.Key_G): GROUP,
        (control | shift, Qt.Key.Key_G): UNGROUP,
        (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Delete): REMOVE,
    }
    return keys.get(pressed, "")
