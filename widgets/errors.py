"""What can go wrong where things are shown, in a way a person can act on."""

from journeys.errors import ThroughlineError


class PictureUnavailableError(ThroughlineError):
    """Nothing can be painted on this machine, because Qt or a library it needs is missing.

    `library` is the file of the system that is missing, such as libEGL.so.1, where that is known.
    """

    def __init__(self, what: str, attempt: str = "", library: str = "") -> None:
        super().__init__(what, attempt)
        self.library = library
