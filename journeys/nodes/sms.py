"""SMS: a text message to the customer's phone."""

from typing import ClassVar

from journeys.content.message import Message
from journeys.content.part import Text
from journeys.document.node import Card


class Sms(Message):
    """Send a text message, if there is a phone number and consent."""

    kind: ClassVar[str] = "sms"
    channel: ClassVar[str] = "sms"
    channel_words: ClassVar[str] = "text messages"
    address_words: ClassVar[str] = "phone number"
    can_be_opened: ClassVar[bool] = False
    card: ClassVar[Card] = Card(
        "SMS",
        "Messages",
        "message-square",
        "sms",
        says="Send a text message to those who have a phone number and agreed to get it.",
    )

    text: Text = ""
