"""In-app: a message that customers see in the app itself."""

from typing import ClassVar

from journeys.content.message import Message
from journeys.content.part import OneLine, Text
from journeys.document.node import Card


class InApp(Message):
    """Show a message in the app, if there is consent; its title is its `heading` (R309)."""

    kind: ClassVar[str] = "in_app"
    channel: ClassVar[str] = "in_app"
    channel_words: ClassVar[str] = "messages in the app"
    address_words: ClassVar[str] = "app"
    card: ClassVar[Card] = Card(
        "In-app message",
        "Messages",
        "message-square",
        "in_app",
        says="Show a message in the app to those who have it and agreed to get such messages.",
    )

    heading: OneLine = ""
    text: Text = ""
