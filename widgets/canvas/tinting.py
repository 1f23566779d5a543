"""The colours of steps by number, as arrays hold them."""

from PySide6.QtGui import QColor

from widgets.theme import LIGHT, Theme, Tint

TINTS = tuple(LIGHT.tints)


def tints(theme: Theme) -> tuple[Tint, ...]:
    """Return the tints of a theme in the order of their numbers."""
    return tuple(theme.tints[name] for name in TINTS)


def faint(colour: str, opacity: float) -> QColor:
    """Return a colour that covers so much of what is under it: 0.0 nothing, 1.0 all."""
    found = QColor(colour)
    found.setAlphaF(opacity)
    return found


def mixed(colour: str, ground: str, share: float) -> QColor:
    """Return a colour as it looks when it covers only a share of its ground."""
    above, below = QColor(colour), QColor(ground)
    found = QColor(colour)
    found.setRgbF(
        above.redF() * share + below.redF() * (1 - share),
        above.greenF() * share + below.greenF() * (1 - share),
        above.blueF() * share + below.blueF() * (1 - share),
    )
    return found


def clear() -> QColor:
    """Return no colour at all, for pictures that are not painted everywhere."""
    return QColor("transparent")
