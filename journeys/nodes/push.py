"""Push: a notification on the customer's device."""

from typing import ClassVar

from journeys.content.message import Message
from journeys.document.node import Card


class Push(Message):
    """Send a push notification, if there is a device and consent."""

    kind: ClassVar[str] = "push"
    channel: ClassVar[str] = "push"
    channel_words: ClassVar[str] = "push notifications"
    address_words: ClassVar[str] = "device"
    card: ClassVar[Card] = Card("Push notification", "Messages", "bell-ring", "push")

    def summary(self) -> str:
        """Say what the second line of the card says."""
        return "To the app"
