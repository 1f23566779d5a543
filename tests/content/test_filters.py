"""What filters make of values, and that each says what it does."""

import pytest

from journeys.content.filters import lists, moments, numbers, words
from journeys.content.filters.asking import Content, TooMuchError, UnfitError
from journeys.content.filters.table import FILTERS, default


@pytest.mark.parametrize(
    ("value", "given", "made"),
    [
        (1250, ("EUR",), "€12.50"),
        (12.5, ("EUR",), "€12.50"),
        ("12.5", ("USD",), "$12.50"),
        (12, ("EUR", "main"), "€12.00"),
        (12.0, ("EUR", "minor"), "€0.12"),
        (123456789, ("CHF",), "CHF 1,234,567.89"),
        (1250, ("JPY",), "¥1,250"),
        (1250, ("KWD",), "KWD 1.250"),
        (-5, ("GBP",), "-£0.05"),
        (0.125, ("EUR",), "€0.12"),
        (0.135, ("EUR",), "€0.14"),
        ({"amount": 1250, "currency": "EUR"}, (), "€12.50"),
    ],
)
def test_money_is_cents_or_a_decimal_with_its_currency(
    value: Content, given: tuple[str, ...], made: str
) -> None:
    """R173."""
    assert numbers.money(value, *given) == made


@pytest.mark.parametrize(
    ("value", "zone", "style", "made"),
    [
        (1_700_000_000, "Europe/Zurich", "moment", "14 November 2023, 23:13"),
        (1_700_000_000, "Asia/Tokyo", "moment", "15 November 2023, 07:13"),
        ("2023-11-14T22:13:20Z", "Asia/Tokyo", "long", "Wednesday, 15 November 2023"),
        ("2023-11-14", "Asia/Tokyo", "day", "14 November 2023"),
        ("2023-11-14 09:05:00", "Asia/Tokyo", "time", "09:05"),
        ("2024-03-31T00:59:59+00:00", "Europe/Zurich", "time", "01:59"),
        ("2024-03-31T01:00:00+00:00", "Europe/Zurich", "time", "03:00"),
        ("2024-02-29", "UTC", "%d/%m/%y %% %a %e. %b %I%p", "29/02/24 % Thu 29. Feb 12am"),
    ],
)
def test_a_date_is_as_the_customers_clock_shows_it(
    value: Content, zone: str, style: str, made: str
) -> None:
    """R173."""
    assert moments.moment(value, style, zone=zone) == made


@pytest.mark.parametrize(
    "value", ["soon", True, [], 10**15, "9999-99-99", "2024-01-01T00:00:00+99:00"]
)
def test_what_is_no_date_is_refused_in_words(value: Content) -> None:
    with pytest.raises(UnfitError):
        moments.moment(value)


def test_words() -> None:
    assert words.title("maya o'neill-smith") == "Maya O'neill-Smith"
    assert words.title("élodie d'ARC") == "Élodie D'ARC"
    assert words.truncate("one two three", 9) == "one two…"
    assert words.truncate("one two three", 8) == "one two…"
    assert words.truncate("onetwothree", 5) == "onet…"
    assert words.truncate("one", 3) == "one"
    assert words.truncate("one two", 1) == "…"
    assert [words.plural(number, "item") for number in (0, 1, 2)] == ["items", "item", "items"]
    assert words.plural(2, "child", "children") == "children"


def test_lists() -> None:
    lines: Content = [{"name": "b", "price": 2.5}, {"name": "A", "price": 1}]
    assert lists.join(lines, ", ", "name") == "b, A"
    assert lists.sort(lines, "name") == [{"name": "A", "price": 1}, {"name": "b", "price": 2.5}]
    assert lists.sort([1, 3, 2], reverse=True) == [3, 2, 1]
    assert lists.total(lines, "price") == 3.5
    assert lists.unique(["a", "A", "b"]) == ["a", "b"]
    assert (lists.smallest([3, 1, 2]), lists.largest([3, 1, 2])) == (1, 3)
    assert lists.items({"a": 1}) == [["a", 1]]
    assert (lists.first([]), lists.last("ab")) == (None, "b")


@pytest.mark.parametrize("blank", [None, "", "  \n"])
def test_a_fallback_stands_in_for_what_would_be_a_blank(blank: Content) -> None:
    assert default(blank, "there") == "there"
    assert default(0, "there") == 0


def test_text_with_numbers_has_no_order_and_too_long_a_text_is_not_made() -> None:
    with pytest.raises(UnfitError):
        lists.sort([1, "a"])
    with pytest.raises(TooMuchError):
        words.replace("x" * 100_000, "x", "y" * 100_000)
    with pytest.raises(TooMuchError):
        lists.join(["x"] * 10_000, "y" * 10_000)


@pytest.mark.parametrize("name", FILTERS)
def test_every_filter_says_what_it_does_and_what_becomes_of_a_missing_value(name: str) -> None:
    filter_ = FILTERS[name]
    assert filter_.words.endswith(".")
    assert filter_.missing.endswith(".")
