"""The canvas for those who hear it: one named item for each step, in reading order."""

from functools import cache
from typing import TypeAlias

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, QSize
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow

from widgets.canvas.surface import Surface
from widgets.wording import kind_words, step_words

translate = QCoreApplication.translate

Text: TypeAlias = QAccessible.Text

_kept: dict[int, "CanvasHeard"] = {}


class StepHeard(QAccessibleInterface):
    """A step: its title, and what it does and leads to."""

    def __init__(self, canvas: Surface, name: str) -> None:
        super().__init__()
        self._canvas = canvas
        self.name = name

    def isValid(self) -> bool:
        """Say whether the step is still there."""
        return shiboken6.isValid(self._canvas) and self.name in self._canvas.scene.steps.place

    def object(self) -> QObject | None:  # type: ignore[override]  # its stub forgets None
        """Return nothing: a step is no widget."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]  # its stub forgets None
        """Return nothing: the canvas has the window."""
        return None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]  # its stub forgets None
        """Return the canvas."""
        return QAccessible.queryAccessibleInterface(self._canvas)

    def child(self, index: int) -> None:  # type: ignore[override]  # its stub forgets None
        """Return nothing: a step has no parts."""
        del index

    def childAt(self, x: int, y: int) -> None:  # type: ignore[override]  # its stub forgets None
        """Return nothing."""
        del x, y

    def childCount(self) -> int:
        """Return that there are no parts."""
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return that it is no part."""
        del child
        return -1

    def rect(self) -> QRect:
        """Return where on the screen the step is."""
        canvas = self._canvas
        frame = canvas.camera.frame(canvas.scene.steps.frame(self.name))
        corner = canvas.mapToGlobal(QPoint(round(frame.x), round(frame.y)))
        return QRect(corner, QSize(round(frame.width), round(frame.height)))

    def role(self) -> QAccessible.Role:
        """Return that it is an item of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Return whether it is selected."""
        found = QAccessible.State()
        found.selectable = found.focusable = True
        found.selected = self.name in self._canvas.selection
        found.focused = self._canvas.selection[-1:] == (self.name,)
        return found

    def text(self, t: Text) -> str:
        """Return its title; as description what it does, what is wrong and where it leads."""
        journey = self._canvas.journey
        node = journey.by_id[self.name]
        if t == Text.Name:
            return step_words(node)
        if t != Text.Description:
            return ""
        ends = [journey.target(node.id, port.id) for port in node.ports()]
        there = [end for end in dict.fromkeys(ends) if end is not None and end in journey.by_id]
        named = [step_words(journey.by_id[end]) for end in there]
        leads = translate("Canvas", "leads to {}").format(", ".join(named)) if named else ""
        wrong = (problem.words for problem in self._canvas.scene.wrong(self.name))
        line = node.line(self._canvas.scene.names)
        said = (kind_words(node.card.title), line, *wrong, leads)
        return ", ".join(each for each in said if each)

    def setText(self, t: Text, text: str) -> None:
        """Change nothing: steps are renamed with F2."""


class CanvasHeard(QAccessibleInterface):
    """The canvas: a list of its steps."""

    def __init__(self, canvas: Surface) -> None:
        super().__init__()
        self._canvas = canvas
        self._steps: dict[str, StepHeard] = {}

    def isValid(self) -> bool:
        """Say whether the canvas is still there."""
        return shiboken6.isValid(self._canvas)

    def object(self) -> QObject:
        """Return the canvas."""
        return self._canvas

    def window(self) -> QWindow | None:  # type: ignore[override]  # its stub forgets None
        """Return the window of the canvas."""
        return self._canvas.window().windowHandle()

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]  # its stub forgets None
        """Return what the canvas stands in."""
        parent = self._canvas.parentWidget()
        return QAccessible.queryAccessibleInterface(parent) if parent is not None else None

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # its stub forgets None
        """Return a step by its place in reading order."""
        names = self._canvas.scene.reading_order()
        if not 0 <= index < len(names):
            return None
        name = names[index]
        if name not in self._steps:
            self._steps[name] = StepHeard(self._canvas, name)
            QAccessible.registerAccessibleInterface(self._steps[name])
        return self._steps[name]

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # its stub forgets None
        """Return the step at a place of the screen."""
        for index in range(self.childCount()):
            found = self.child(index)
            if found is not None and found.rect().contains(x, y):
                return found
        return None

    def childCount(self) -> int:
        """Return how many steps there are."""
        return len(self._canvas.scene.steps.names)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the place of a step in reading order."""
        names = self._canvas.scene.reading_order()
        is_mine = isinstance(child, StepHeard) and child.name in names
        return names.index(child.name) if is_mine and isinstance(child, StepHeard) else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # its stub forgets None
        """Return the step that was selected last."""
        names, chosen = self._canvas.scene.reading_order(), self._canvas.selection
        return self.child(names.index(chosen[-1])) if chosen and chosen[-1] in names else None

    def rect(self) -> QRect:
        """Return where on the screen the canvas is."""
        return QRect(self._canvas.mapToGlobal(QPoint(0, 0)), self._canvas.size())

    def role(self) -> QAccessible.Role:
        """Return that it is a list."""
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        """Return whether the keys go to it."""
        found = QAccessible.State()
        found.focusable = True
        found.focused = self._canvas.hasFocus()
        return found

    def text(self, t: Text) -> str:
        """Return what it is called."""
        return self._canvas.accessibleName() if t == Text.Name else ""

    def setText(self, t: Text, text: str) -> None:
        """Change nothing."""


@cache
def make_heard() -> None:
    """Let every canvas be heard from now on."""
    QAccessible.installFactory(_heard)


def tell_selected(canvas: Surface) -> None:
    """Tell those who listen which step was selected."""
    names, chosen = canvas.scene.reading_order(), canvas.selection
    if QAccessible.isActive() and chosen and chosen[-1] in names:
        event = QAccessibleEvent(canvas, QAccessible.Event.Focus)
        event.setChild(names.index(chosen[-1]))
        QAccessible.updateAccessibility(event)


def _heard(key: str, of: QObject) -> QAccessibleInterface | None:
    """Return the interface of a canvas; Qt does not keep it alive, so it is kept here."""
    del key
    if not isinstance(of, Surface):
        return None
    name = id(of)
    if name not in _kept:
        _kept[name] = CanvasHeard(of)
        of.destroyed.connect(lambda: _kept.pop(name, None))
    return _kept[name]
