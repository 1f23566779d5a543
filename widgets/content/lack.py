"""What is known of those who lack a variable that a message needs, and what can be done."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lack:
    """Who lacks a variable, in words, and whether they can be led past the message."""

    words: str = ""
    can_lead_past: bool = False
