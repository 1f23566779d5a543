"""E-mail: a message to the customer's inbox."""

from typing import ClassVar

from journeys.content.message import Message
from journeys.content.part import Html, OneLine, Text
from journeys.document.node import Card


class Email(Message):
    """Send an e-mail, if there is an address and consent."""

    kind: ClassVar[str] = "email"
    channel: ClassVar[str] = "email"
    channel_words: ClassVar[str] = "e-mail"
    address_words: ClassVar[str] = "e-mail address"
    card: ClassVar[Card] = Card(
        "E-mail",
        "Messages",
        "mail",
        "email",
        says="Send an e-mail to those who have an address and agreed to get it.",
    )

    subject: OneLine = ""
    html: Html = ""
    text: Text = ""
