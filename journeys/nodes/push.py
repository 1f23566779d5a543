"""Push: a notification on the customer's device."""

from typing import ClassVar

from journeys.content.message import Message
from journeys.content.part import OneLine, Text
from journeys.document.node import Card


class Push(Message):
    """Send a push notification, if there is a device and consent; its title is its `heading`."""

    kind: ClassVar[str] = "push"
    channel: ClassVar[str] = "push"
    channel_words: ClassVar[str] = "push notifications"
    address_words: ClassVar[str] = "device"
    card: ClassVar[Card] = Card(
        "Push notification",
        "Messages",
        "bell-ring",
        "push",
        says="Send a push notification to those who have a device and agreed to get it.",
    )

    heading: OneLine = ""
    text: Text = ""
