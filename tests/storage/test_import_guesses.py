"""Columns are understood by their names and cells, and every guess can be overruled."""

from pathlib import Path

import pytest

from journeys.errors import UnreadableFileError
from journeys.people.population import ColumnType
from storage.importing.bring import import_files
from storage.importing.guessing import Given, guess_customers, guess_events
from storage.importing.mapping import CustomerMapping, EventMapping, Mapping, Named
from tests.storage.bringing import events_of, finished, put

TIMES = ("2024-01-01T10:00:00Z",)


def test_names_in_the_manner_of_other_tools_are_understood() -> None:
    samples = {
        "messageId": ("m1",),
        "userId": ("u1",),
        "Event Name": ("view",),
        "sentAt": TIMES,
        "sessionId": ("s1",),
        "utm_source": ("mail",),
        "customer_tier": ("gold",),
        "price": ("1.5",),
    }
    assert guess_events(samples) == EventMapping(
        customer="userId",
        event="Event Name",
        time="sentAt",
        id="messageId",
        session="sessionId",
        source="utm_source",
        attributes=(Named(column="customer_tier", name="customer_tier"),),
    )


def test_a_column_named_time_without_times_is_not_taken_for_the_time() -> None:
    samples = {"user_id": ("u",), "event": ("v",), "time": ("soon",), "created_at": TIMES}
    assert guess_events(samples).time == "created_at"


@pytest.mark.parametrize(
    ("column", "name"),
    [
        ("timezone", "zone"),
        ("email_consent", "consent.email"),
        ("SMS Opt-In", "consent.sms"),
        ("email", "address.email"),
        ("phone", "address.sms"),
        ("device_token", "address.push"),
        ("household_id", "household"),
        ("country", "country"),
    ],
)
def test_attributes_with_a_meaning_are_named_by_it(column: str, name: str) -> None:
    found = guess_customers({"customer_id": ("a",), column: ("x",)})
    assert found == CustomerMapping(
        customer="customer_id", attributes=(Named(column=column, name=name),)
    )


def test_two_columns_of_one_meaning_stay_two_attributes() -> None:
    found = guess_customers({"id": ("a",), "email": ("x",), "mail": ("y",)})
    assert [named.name for named in found.attributes] == ["address.email", "mail"]


def test_single_columns_can_be_overruled(tmp_path: Path) -> None:
    source = put(tmp_path / "e.csv", "user_id,other,event,time\nann,bob,view,2024-01-01\n")
    work = import_files([source], [], None, tmp_path / "kept", Given({"customer": "other"}))
    assert finished(work).dataset.ids == ("bob",)
    with pytest.raises(UnreadableFileError, match="'colour'"):
        finished(import_files([source], [], None, tmp_path / "kept", Given({"colour": "other"})))


def test_the_mapping_that_is_shown_brings_the_same_data_set_again(tmp_path: Path) -> None:
    content = "user_id,event,time,user_plan,price\nann,view,2024-01-01,free,1.5\n"
    first = events_of(tmp_path, content)
    again = events_of(tmp_path, content, mapping=Mapping.model_validate(first.mapping.plain()))
    assert again.mapping == first.mapping
    assert again.dataset.vocabulary == first.dataset.vocabulary
    assert again.dataset.wide.tolist() == first.dataset.wide.tolist() == [[15_000]]


def test_consents_are_truths_and_addresses_texts_whatever_they_look_like(tmp_path: Path) -> None:
    source = put(tmp_path / "c.csv", "id,consent_email,phone,household\nann,1,4915112345,12\n")
    found = finished(import_files([], [source], None, tmp_path / "kept"))
    types = {column.name: column.type for column in found.dataset.vocabulary.attributes}
    assert types == {
        "consent.email": ColumnType.TRUTH,
        "address.sms": ColumnType.TEXT,
        "household": ColumnType.TEXT,
    }
    said = " ".join(found.report.assumptions)
    assert "agreed to SMS or push" in said
