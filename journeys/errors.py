"""What can go wrong in a way a person can act on: what happened, where, and what to try."""


class ThroughlineError(Exception):
    """Something a person can act on; anything else that is raised is a bug.

    `what` says what happened and where, `attempt` what to try next. Both are plain sentences.
    """

    def __init__(self, what: str, attempt: str = "") -> None:
        super().__init__(f"{what} {attempt}".strip())
        self.what = what
        self.attempt = attempt


class UnreadableFileError(ThroughlineError):
    """A file cannot be read as what it should be; nothing was changed."""


class NewerFileError(ThroughlineError):
    """A file was written by a newer Throughline; it is left as it is."""


class InvalidJourneyError(ThroughlineError):
    """A journey cannot run as it is drawn; its problems say what is wrong."""


class EditRefusedError(ThroughlineError):
    """An edit does not fit the journey it was made for; the journey stays as it was."""


class InvalidDatasetError(ThroughlineError):
    """Customers or events do not fit together."""


class StorageError(ThroughlineError):
    """Something could not be kept: a full disk, a locked file, a folder without permission."""
