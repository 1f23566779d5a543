"""How Qt draws what the style sheets leave to it."""

from typing import Any

from PySide6.QtWidgets import QProxyStyle, QWidget

from widgets.corners import round_corners
from widgets.shell.look import TIP_RADIUS

TIP = "QTipLabel"
IS_ROUND = "is-round"


class Style(QProxyStyle):
    """Qt's own style that looks the same everywhere, with round corners for its tool tips."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def polish(self, what: Any, /) -> None:  # noqa: ANN401 Qt has three of them under one name
        """Make ready what is drawn next; a tip is met nowhere else before it is seen."""
        if isinstance(what, QWidget) and what.inherits(TIP) and not what.property(IS_ROUND):
            what.setProperty(IS_ROUND, True)  # noqa: FBT003 the value of a property
            round_corners(what, TIP_RADIUS)
        super().polish(what)
