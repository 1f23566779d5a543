"""What brings customers to the made-up shop: searches, newsletters, friends, or nothing at all."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a session comes from; `weight` says how often."""

    source: str
    channel: str
    referrer: str | None
    campaign: str | None
    weight: int


ORIGINS = (
    Origin("google", "organic", "search.example.com", None, 34),
    Origin("google", "paid_search", "search.example.com", "spring-search", 21),
    Origin("facebook", "social", "social.example.com", "spring-social", 10),
    Origin("instagram", "social", "photos.example.com", None, 8),
    Origin("partner", "organic", "blog.example.com", None, 4),
    Origin("direct", "direct", None, None, 23),
    Origin("newsletter", "email", "mail.example.com", "newsletter", 0),
)
DIRECT = 5
NEWSLETTER = 6
