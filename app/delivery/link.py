"""Which values may begin a link: addresses that only open something."""

import re

from app.delivery.missing import Missing
from journeys.content.filters.asking import UnfitError, text

SCHEMES = ("http", "https", "mailto", "tel", "sms")
SCHEME = re.compile(r"([^/?#:]*):")
HIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ufeff]+")


def link(value: object) -> object:
    """Let a value begin a link if it is an address that only opens something, or one without one.

    What runs when it is opened, as `javascript:` does, is refused.
    """
    if type(value) is Missing:
        return value
    words = HIDDEN.sub("", text(value))
    scheme = SCHEME.match(words)
    if scheme and scheme[1].lower() not in SCHEMES:
        raise UnfitError(f"A link cannot begin with {scheme[1][:20]}:.")
    return value
