"""How the fields of starts are asked."""

from types import MappingProxyType

from widgets.inspector.question import Asking
from widgets.inspector.speech import translate


def of_starts() -> dict[str, Asking]:
    """Return how the fields of starts by the clock are asked."""
    return {
        "ScheduleTrigger.start": Asking(translate("Inspector", "When they enter")),
        "ScheduleTrigger.zone": Asking(
            translate("Inspector", "By whose clock"),
            words=MappingProxyType(
                {
                    "customer": translate("Inspector", "The customer\u2019s own"),
                    "workspace": translate("Inspector", "The same for everyone"),
                }
            ),
        ),
    }
