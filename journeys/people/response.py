"""How people are assumed to react to messages until their own engagement is measured (R55, R56)."""

import math
from dataclasses import dataclass
from statistics import NormalDist

ONE = 65_536
FULL = 2**32
POINTS = 65

RESPONSES = ("opened", "clicked", "unsubscribed", "goal")
CHANNELS = ("email", "sms", "push", "in_app")


@dataclass(frozen=True, slots=True)
class Response:
    """One kind of reaction on one channel; factors are integers with 65,536 as one (R56).

    `share` is in basis points; `hours` has 24 factors by local hour, `fatigue` four by messages
    of the last seven days (0, 1, 2, 3 or more), `ages` pairs (minutes since the triggering event
    below which it holds, factor), the last one without a bound (-1).
    """

    share: int
    hours: tuple[int, ...] = (ONE,) * 24
    fatigue: tuple[int, ...] = (ONE,) * 4
    ages: tuple[tuple[int, int], ...] = ((-1, ONE),)


@dataclass(frozen=True, slots=True)
class ChannelResponse:
    """All reactions on one channel, with delay tables of 65 points in seconds."""

    opened: Response
    clicked: Response
    unsubscribed: Response
    goal: Response
    open_delay: tuple[int, ...]
    click_delay: tuple[int, ...]
    goal_delay: tuple[int, ...]

    def of(self, response: str) -> Response:
        """Return one reaction by its name."""
        found: Response = getattr(self, response)
        return found


@dataclass(frozen=True, slots=True)
class ResponseModel:
    """The reactions of every channel; `assumed` is False once a number was measured.

    Messages in the app are answered like push messages where nothing is known of them (R309).
    """

    email: ChannelResponse
    sms: ChannelResponse
    push: ChannelResponse
    unprompted_delay: tuple[int, ...]
    is_assumed: bool = True
    in_app: ChannelResponse | None = None

    def of(self, channel: str) -> ChannelResponse:
        """Return one channel by its name."""
        found: ChannelResponse | None = getattr(self, channel)
        return self.push if found is None else found


def threshold(basis_points: int) -> int:
    """Return the draw below which a share says yes: floor(basis points x 2^32 / 10,000)."""
    return basis_points * FULL // 10_000


def spread(median: int, sigma: float) -> tuple[int, ...]:
    """Return 65 quantiles in seconds of a log-normal delay with this median, cut at 1 %."""
    normal = NormalDist()
    shares = [min(max(point / (POINTS - 1), 0.01), 0.99) for point in range(POINTS)]
    return tuple(round(median * math.exp(sigma * normal.inv_cdf(share))) for share in shares)


def _factors(*percent: int) -> tuple[int, ...]:
    return tuple(share * ONE // 100 for share in percent)


_WAKING = _factors(
    35, 25, 20, 20, 25, 40, 65, 90, 110, 120, 120, 115,
    115, 110, 105, 105, 110, 115, 120, 125, 125, 115, 85, 55,
)  # fmt: skip
_TIRED = _factors(100, 85, 70, 50)
_ANNOYED = _factors(100, 120, 160, 240)
_FRESH = tuple(
    (minutes, share * ONE // 100)
    for minutes, share in ((60, 125), (180, 110), (1_440, 100), (4_320, 85), (-1, 70))
)


def _channel(opened: int, clicked: int, unsubscribed: int, goal: int, wait: int) -> ChannelResponse:
    return ChannelResponse(
        opened=Response(opened, hours=_WAKING, fatigue=_TIRED, ages=_FRESH),
        clicked=Response(clicked, fatigue=_TIRED),
        unsubscribed=Response(unsubscribed, fatigue=_ANNOYED),
        goal=Response(goal, ages=_FRESH),
        open_delay=spread(wait, 1.2),
        click_delay=spread(60, 1.0),
        goal_delay=spread(1_800, 1.1),
    )


STANDARD = ResponseModel(
    email=_channel(2_400, 1_400, 20, 900, 7_200),
    sms=_channel(0, 700, 40, 900, 600),
    push=_channel(900, 2_500, 10, 800, 1_200),
    unprompted_delay=spread(43_200, 1.3),
)
