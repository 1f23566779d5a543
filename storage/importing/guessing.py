"""Guesses from names and cells which column means what, so that most files need no mapping."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from journeys.errors import UnreadableFileError
from storage.importing.mapping import CustomerMapping, EventMapping, Named

Columns: TypeAlias = Mapping[str, str]
CUSTOMERS = "customers."
ROLES = {"time": "the time", "customer": "the customer", "event": "the name of the event"}
Samples: TypeAlias = Mapping[str, tuple[str, ...]]

CUSTOMER = (
    "customer_id user_id profile_id contact_id subscriber_id member_id client_id person_id "
    "visitor_id distinct_id anonymous_id customer user profile contact client visitor uid userid "
    "customerid id email email_address"
)
EVENT = "event event_name event_type name type action activity"
TIME = (
    "timestamp time event_time event_timestamp occurred_at created_at sent_at datetime date_time "
    "ts at date event_date event_datetime"
)
ARRIVAL = (
    "received_at arrival arrived_at arrival_time ingested_at ingestion_time ingest_time "
    "processed_at processing_time loaded_at server_received_at server_upload_time received "
    "receipt_time"
)
EVENT_ID = "event_id message_id insert_id event_uuid uuid eventid messageid id"
SESSION = "session_id session sessionid visit_id ga_session_id"
SOURCE = (
    "source utm_source acquisition_channel acquisition_source traffic_source channel_source "
    "referrer_source medium utm_medium"
)
CHANGED = "changed_at updated_at valid_from as_of effective_at modified_at from timestamp time"

PREFIXES = ("user_", "customer_", "profile_", "traits_", "user_properties_", "context_traits_")
IDS = frozenset({"user_id", "customer_id", "profile_id"})
MEANINGS = {
    "zone": "zone timezone time_zone tz",
    "household": "household household_id family_id",
    "consent.email": "consent_email email_consent email_opt_in email_optin opt_in_email "
    "accepts_email email_subscribed subscribed_email accepts_marketing",
    "consent.sms": "consent_sms sms_consent sms_opt_in sms_optin opt_in_sms accepts_sms "
    "sms_subscribed",
    "consent.push": "consent_push push_consent push_opt_in push_optin opt_in_push accepts_push "
    "push_enabled",
    "address.email": "address_email email email_address mail e_mail",
    "address.sms": "address_sms phone phone_number mobile mobile_phone msisdn sms telephone",
    "address.push": "address_push push_token device_token fcm_token apns_token push_address",
}
NAMED = {alias: name for name, aliases in MEANINGS.items() for alias in aliases.split()}
MOMENT = re.compile(
    r"-?\d{9,19}(\.\d+)?|\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d([.,]\d+)?)?"
    r" ?(Z|z|UTC|[+-]\d\d(:?\d\d)?)?)?"
)


@dataclass(frozen=True, slots=True)
class Given:
    """Columns that a person named by role: customer, event, time, arrival, id, session or source.

    An empty name says that no column is the arrival, the id, the session or the source.
    `calls` are the files of calls, which have columns of their own (R221).
    """

    events: Columns = field(default_factory=dict)
    customers: Columns = field(default_factory=dict)
    calls: tuple[Path, ...] = ()


NOTHING = Given()


def simple(name: str) -> str:
    """Return a column's name in small letters and underscores, as the lists above have it."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    return re.sub(r"[^0-9a-z]+", "_", spaced.lower()).strip("_")


def meaning(column: str) -> str:
    """Return the attribute that a column holds: one with a meaning (R127), else its own name."""
    plain = simple(column)
    for prefix in ("", *PREFIXES):
        if plain.startswith(prefix) and plain.removeprefix(prefix) in NAMED:
            return NAMED[plain.removeprefix(prefix)]
    return column


def guess_events(samples: Samples, given: Columns | None = None) -> EventMapping:
    """Return what the columns of event files mean; `given` columns by role are not guessed.

    Raises UnreadableFileError when no column can be the customer, the event or the time.
    """
    roles = _given(given, ("customer", "event", "time", "arrival", "id", "session", "source"))
    _take(roles, "time", _among(TIME, _moments(samples), roles), samples)
    _take(roles, "customer", _among(CUSTOMER, samples, roles), samples)
    _take(roles, "event", _among(EVENT, samples, roles), samples)
    moments = _moments(samples)
    for role, names, columns in (
        ("arrival", ARRIVAL, moments),
        ("id", EVENT_ID, samples),
        ("session", SESSION, samples),
        ("source", SOURCE, samples),
    ):
        found = _among(names, columns, roles)
        if role not in roles and found is not None:
            roles[role] = found
    return EventMapping(
        customer=roles["customer"],
        event=roles["event"],
        time=roles["time"],
        arrival=roles.get("arrival") or None,
        id=roles.get("id") or None,
        session=roles.get("session") or None,
        source=roles.get("source") or None,
        attributes=_apart(
            column
            for column in samples
            if column not in roles.values() and _is_of_the_customer(column)
        ),
    )


def guess_customers(samples: Samples, given: Columns | None = None) -> CustomerMapping:
    """Return what the columns of customer files mean; `given` columns by role are not guessed.

    Raises UnreadableFileError when no column can be the customer.
    """
    roles = _given(given, ("customer", "time"))
    _take(roles, "customer", _among(CUSTOMER, samples, roles), samples, CUSTOMERS)
    changed = _among(CHANGED, _moments(samples), roles)
    if "time" not in roles and changed is not None:
        roles["time"] = changed
    others = (column for column in samples if column not in roles.values())
    return CustomerMapping(
        customer=roles["customer"], time=roles.get("time"), attributes=_apart(others)
    )


def _given(given: Columns | None, roles: tuple[str, ...]) -> dict[str, str]:
    for role in given or {}:
        if role not in roles:
            raise UnreadableFileError(
                f"No column can be the {role!r} of a row.", f"There are {', '.join(roles)}."
            )
        if role in ROLES and not (given or {})[role]:
            raise UnreadableFileError(
                f"There has to be a column for {ROLES[role]}.", f"Name one: --map {role}=COLUMN."
            )
    return dict(given or {})


def _is_of_the_customer(column: str) -> bool:
    plain = simple(column)
    return plain not in IDS and (plain.startswith(PREFIXES) or meaning(column) != column)


def _apart(columns: Iterable[str]) -> tuple[Named, ...]:
    """Name the attributes; where two columns would mean the same, the second keeps its name."""
    found: dict[str, str] = {}
    for column in columns:
        name = meaning(column)
        found[column if name in found else name] = column
    return tuple(Named(column=column, name=name) for name, column in found.items())


def _moments(samples: Samples) -> list[str]:
    return [
        column
        for column, cells in samples.items()
        if cells and sum(bool(MOMENT.fullmatch(cell.strip())) for cell in cells) > len(cells) / 2
    ]


def _among(names: str, columns: Iterable[str], taken: Mapping[str, str]) -> str | None:
    free = {simple(column): column for column in columns if column not in taken.values()}
    return next((free[name] for name in names.split() if name in free), None)


def _take(
    roles: dict[str, str], role: str, found: str | None, samples: Samples, prefix: str = ""
) -> None:
    if role in roles:
        return
    if found is None:
        words = ROLES[role]
        raise UnreadableFileError(
            f"No column looks like {words}; there are {', '.join(list(samples)[:20])}.",
            f"Say which column holds {words}: --map {prefix}{role}=COLUMN.",
        )
    roles[role] = found
