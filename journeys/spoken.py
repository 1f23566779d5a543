"""Names from the data as people say them: 'add_to_cart' is read as 'add to cart'."""

from collections import Counter
from collections.abc import Iterable, Mapping

REACTIONS = {
    "email_opened": "opened an e-mail",
    "email_clicked": "clicked in an e-mail",
    "email_unsubscribed": "unsubscribed from e-mail",
    "sms_clicked": "clicked in an SMS",
    "sms_unsubscribed": "unsubscribed from SMS",
    "push_opened": "opened a push message",
    "push_clicked": "clicked a push message",
    "push_unsubscribed": "unsubscribed from push",
    "in_app_opened": "opened a message in the app",
    "in_app_clicked": "clicked a message in the app",
    "in_app_unsubscribed": "unsubscribed from messages in the app",
}

JOINS = str.maketrans("_-", "  ")


def spoken(name: str) -> str:
    """Return a name with its words apart; one that has no words in it stays what it is.

    A reaction to a message that a run makes up is said as a person would say it.
    """
    return REACTIONS.get(name) or " ".join(name.translate(JOINS).split()) or name


def told_apart(names: Iterable[str]) -> Mapping[str, str]:
    """Return what each name is called where all of them are offered: no two sound the same."""
    said = {name: spoken(name) for name in names}
    counts = Counter(said.values())
    return {name: name if counts[words] > 1 else words for name, words in said.items()}
