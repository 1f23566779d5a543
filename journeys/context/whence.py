"""Where a value in a message comes from, for the one customer who gets it, in words."""

from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from journeys.context.entry import BEFORE, session_places, trail_places
from journeys.context.past import Past
from journeys.context.story import Arrival
from journeys.program.needs import FROM
from journeys.program.paths import written_steps
from journeys.program.roles import Roles
from journeys.simulation.explain import clock

OF_SESSION = ("source", "referrer", "campaign")


class Whence:
    """Says of the variables at one arrival where each comes from; instants by one zone's clock."""

    def __init__(self, arrival: Arrival, past: Past, roles: Roles, zone: ZoneInfo) -> None:
        self._arrival = arrival
        self._past = past
        self._roles = roles
        self._zone = zone

    def said(self, path: str) -> str:
        """Return where the variable of this name comes from."""
        first, *rest = written_steps(path)
        source = self._arrival.source
        if first == FROM and source is not None:
            return f"the journey {source.title!r}, as it was at {self._clock(source.telling.time)}"
        if first in self._arrival.answered:
            return "what another system answered on the way here"
        if first in self._arrival.caught:
            return self._event(self._arrival.caught[str(first)])
        sayings: Mapping[object, Callable[[list[str | int | None]], str]] = {
            "event": lambda _: self._event(self._arrival.event),
            "session": self._session,
            BEFORE: self._before,
            "cart": lambda _: self._cart(),
            "customer": lambda _: f"the profile as of {self._now}",
            "journey": lambda _: "this journey",
            "experiment": lambda _: "dealt on the way here",
            "now": lambda _: f"the moment of sending, {self._now}",
        }
        say = sayings.get(first)
        return say(rest) if say else "made in the message"

    def _event(self, place: int) -> str:
        name = self._past.names[place]
        said = f"the event {name} of" if name else "the moment they entered,"
        return f"{said} {self._clock(self._past.times[place])}"

    def _session(self, steps: list[str | int | None]) -> str:
        past, roles = self._past, self._roles
        if not past.names[self._arrival.event]:
            return "nothing: they entered outside of a visit"
        first = session_places(past, self._arrival.event, roles)[0]
        name = next(iter(steps), None)
        column = getattr(roles, str(name)) if name in OF_SESSION else None
        return (
            f"{column} of {self._event(first)}" if column else f"the visit since {self._at(first)}"
        )

    def _before(self, steps: list[str | int | None]) -> str:
        match steps:
            case [str(name), int(place), *_]:
                trail = trail_places(self._past, self._arrival.event, [name]).get(name, [])
                if -len(trail) <= place < len(trail):
                    return self._event(trail[place])
        return "what came before they entered"

    def _cart(self) -> str:
        cart = self._past.property(self._arrival.event, self._roles.cart or "")
        return f"the cart {cart}, as it was at {self._at(self._arrival.event)}"

    @property
    def _now(self) -> str:
        return self._clock(self._arrival.telling.time)

    def _at(self, place: int) -> str:
        return self._clock(self._past.times[place])

    def _clock(self, instant: int) -> str:
        return clock(instant, self._zone)
