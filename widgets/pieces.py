"""What the parts of a message are called to people, by channel (R176)."""

from PySide6.QtCore import QCoreApplication


def piece_words(channel: str, name: str) -> str:
    """Return what a part is called."""
    translate = QCoreApplication.translate
    if channel == "email" and name == "text":
        return translate("Content", "Plain text")
    return {
        "subject": translate("Content", "Subject"),
        "html": translate("Content", "HTML"),
        "heading": translate("Content", "Title"),
        "text": translate("Content", "Text"),
    }.get(name, name)
