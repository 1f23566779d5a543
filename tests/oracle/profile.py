"""What is known of a customer now: attributes, zone, consent, address, household (R127)."""

from collections.abc import Mapping
from dataclasses import dataclass

from journeys.people.population import ColumnType, Content, Held
from journeys.simulation.settings import RunSettings
from tests.oracle.calendar import zone_exists
from tests.oracle.draws import text_hash
from tests.oracle.happening import as_text

CHANNELS = ("email", "sms", "push", "in_app", "ads")


@dataclass(slots=True)
class Profile:
    """A customer's attributes; `known` are those the data have at all, `made` those steps make."""

    id: str
    known: Mapping[str, Held]
    attributes: dict[str, Content]
    settings: RunSettings
    made: Mapping[str, Held]

    @property
    def held(self) -> Mapping[str, Held]:
        """The types of all attributes that can be there (R223)."""
        return {**self.made, **self.known}

    @property
    def number(self) -> int:
        """The customer as a coordinate of draws."""
        return text_hash(self.id)

    @property
    def zone(self) -> str:
        """The zone in force (R104)."""
        own = self.attributes.get("zone")
        if isinstance(own, str) and zone_exists(own):
            return own
        rule = self.settings.zone_rule
        value = None if rule is None else self.attributes.get(rule.attribute)
        if rule is not None and value is not None:
            by_rule = dict(rule.zones).get(as_text(value))
            if by_rule is not None and zone_exists(by_rule):
                return by_rule
        return self.settings.zone

    @property
    def household(self) -> str:
        """The text that stands for the household; alone, it is the customer (R127)."""
        household = self.attributes.get("household")
        return self.id if household in (None, "") else as_text(household)

    def carry(self, changes: Mapping[str, Content]) -> None:
        """Take what an event row carries; an empty cell changes nothing (R100)."""
        self.attributes |= {name: new for name, new in changes.items() if new is not None}

    def withdraw(self, event: str) -> None:
        """Take back consent on channel_unsubscribed, unknown consent included (R128)."""
        for channel in CHANNELS:
            if event == f"{channel}_unsubscribed":
                column = self.held.get(f"consent.{channel}")
                is_truth = column is None or column.type is ColumnType.TRUTH
                self.attributes[f"consent.{channel}"] = False if is_truth else None

    def has(self, attribute: str) -> tuple[bool, bool]:
        """Return (is there, is assumed) for a consent or an address (R37)."""
        if attribute not in self.known and attribute not in self.attributes:
            return True, True
        return bool(self.attributes.get(attribute)), False
