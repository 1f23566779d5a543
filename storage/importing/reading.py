"""How cells become values: one SQL expression for each sort of value, exact to the last digit."""

from zoneinfo import available_timezones

from duckdb import DuckDBPyConnection

from journeys.errors import UnreadableFileError
from journeys.people.population import ColumnType, Held
from storage.importing.spool import literal

LARGEST = 2**43
EARLIEST = -2_208_988_800
LATEST = 7_258_118_400
INSTANT = r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d([.,]\d+)?)?( ?(Z|z|UTC|[+-]\d\d(:?[0-5]\d)?))?)?"
NUMBER = r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?"
WHOLE = r"[+-]?\d+"
EPOCH = r"-?\d{1,19}(\.\d+)?"
TRUE = "('true', 'yes', 'y', 't', '1', 'on')"
FALSE = "('false', 'no', 'n', 'f', '0', 'off')"

MACROS = f"""
CREATE MACRO fits_truth(t) AS lower(t) IN ('true', 'false', 'yes', 'no');
CREATE MACRO fits_whole(t) AS regexp_full_match(t, '-?(0|[1-9]\\d*)');
CREATE MACRO fits_decimal(t) AS regexp_full_match(t, '-?(0|[1-9]\\d*)?(\\.\\d+)?([eE][+-]?\\d+)?')
    AND regexp_matches(t, '^-?[.0-9]');
CREATE MACRO fits_instant(t) AS regexp_full_match(t, '{INSTANT}');
CREATE MACRO looks_epoch(t) AS regexp_full_match(t, '{EPOCH}');
CREATE MACRO is_far(t, most) AS coalesce(abs(try_cast(t AS DOUBLE)) > most, true);

CREATE MACRO truth_units(t) AS
    CASE WHEN lower(t) IN {TRUE} THEN 1 WHEN lower(t) IN {FALSE} THEN 0 END;

CREATE MACRO within(n) AS CASE WHEN abs(n) <= {LARGEST} THEN n::BIGINT END;
CREATE MACRO half_even(n, d) AS n // d + CASE
    WHEN 2 * abs(n % d) > d OR (2 * abs(n % d) = d AND (n // d) % 2 <> 0) THEN sign(n) ELSE 0 END;
CREATE MACRO fine_units(t) AS
    replace(try_cast(t AS DECIMAL(38, 20))::VARCHAR, '.', '')::HUGEINT;
CREATE MACRO decimal_units(t, places) AS CASE
    WHEN regexp_full_match(t, '{NUMBER}')
    THEN within(half_even(fine_units(t), pow(10, 20 - places)::HUGEINT)) END;
CREATE MACRO whole_units(t) AS CASE
    WHEN regexp_full_match(t, '{WHOLE}') THEN within(try_cast(t AS HUGEINT))
    WHEN regexp_full_match(t, '[+-]?\\d+\\.0*') THEN within(try_cast(split_part(t, '.', 1)
    AS HUGEINT)) END;
CREATE MACRO is_rounded(t, places) AS regexp_full_match(t, '{NUMBER}') AND
    fine_units(t) % pow(10, 20 - places)::HUGEINT <> 0;

CREATE MACRO whole_down(n, d) AS (n - ((n % d) + d) % d) // d;
CREATE MACRO epoch_scaled(n) AS CASE WHEN abs(n) < 100000000000 THEN n
    WHEN abs(n) < 100000000000000 THEN whole_down(n, 1000)
    WHEN abs(n) < 100000000000000000 THEN whole_down(n, 1000000)
    ELSE whole_down(n, 1000000000) END;
CREATE MACRO epoch_units(t) AS epoch_scaled(floor(try_cast(t AS DECIMAL(38, 9)))::HUGEINT);

CREATE MACRO wall(t) AS try_cast(substr(t, 1, 10) || ' ' || coalesce(
    nullif(regexp_extract(substr(t, 12), '^\\d\\d:\\d\\d(:\\d\\d)?'), ''), '00:00') AS TIMESTAMP);
CREATE MACRO shift_of(t) AS regexp_extract(substr(t, 17), '[+-]\\d\\d(:?\\d\\d)?$');
CREATE MACRO names_zone(t) AS
    length(t) > 16 AND regexp_matches(substr(t, 17), '(Z|z|UTC|[+-]\\d\\d(:?\\d\\d)?)$');
CREATE MACRO shift_seconds(s) AS CASE WHEN s = '' THEN 0 ELSE
    CASE WHEN s[1] = '-' THEN -1 ELSE 1 END * (3600 * s[2:3]::INT
    + 60 * coalesce(nullif(replace(s[4:], ':', ''), ''), '0')::INT) END;
CREATE MACRO instant_seconds(t) AS CASE
    WHEN looks_epoch(t) THEN epoch_units(t)::BIGINT
    WHEN NOT regexp_full_match(t, '{INSTANT}') THEN NULL
    WHEN names_zone(t) THEN seconds(wall(t)) - shift_seconds(shift_of(t))
    ELSE local_seconds(wall(t)) END;
CREATE MACRO instant_units(t) AS CASE
    WHEN instant_seconds(t) BETWEEN {EARLIEST} AND {LATEST} THEN instant_seconds(t) END;
"""


def prepare(connection: DuckDBPyConnection, zone: str) -> None:
    """Teach a database to read the sorts of values; times without a zone are those of `zone`.

    A local time that exists twice is the first of the two (R20).
    Raises UnreadableFileError when there is no such zone.
    """
    if zone not in available_timezones():
        raise UnreadableFileError(
            f"There is no time zone {zone!r}.", "Use a name such as Europe/Berlin or UTC."
        )
    known = literal(zone)
    local = "seconds(wall)"
    if zone != "UTC":
        local = (
            f"seconds(CASE WHEN timezone({known}, timezone({known}, wall) - INTERVAL 1 HOUR) = wall"
            f" THEN timezone({known}, wall) - INTERVAL 1 HOUR ELSE timezone({known}, wall) END)"
        )
    connection.execute("CREATE MACRO seconds(instant) AS epoch_ms(instant) // 1000")
    connection.execute(f"CREATE MACRO local_seconds(wall) AS {local}")
    connection.execute(MACROS)


def fits(cell: str, type_: ColumnType) -> str:
    """Return the condition that a cell looks like a value of a type, for guessing types."""
    return f"fits_{type_.value}({cell})"


def units(cell: str, held: Held) -> str:
    """Return a cell as the engine's number, NULL where it is missing or does not fit."""
    if held.type is ColumnType.TEXT:
        return cell
    if held.type is ColumnType.DECIMAL:
        places = held.scale
        exact = rf"-?\d{{1,{17 - places}}}" + (rf"(\.\d{{1,{places}}})?" if places else "")
        return (
            f"CASE WHEN regexp_full_match({cell}, '{exact}') THEN within(replace("
            f"try_cast({cell} AS DECIMAL(18, {places}))::VARCHAR, '.', '')::BIGINT) "
            f"ELSE decimal_units({cell}, {places}) END"
        )
    return f"{held.type.value}_units({cell})"


def complaint(cell: str, read: str, name: str, held: Held) -> str:
    """Return the reason why a row is rejected for a cell, NULL where there is none."""
    words = {
        ColumnType.TRUTH: "is no yes or no",
        ColumnType.WHOLE: f"is no whole number of at most {LARGEST:,}",
        ColumnType.DECIMAL: f"is no number of at most {LARGEST // 10**held.scale:,}",
        ColumnType.INSTANT: "is no date and time in ISO 8601 form from 1900 to 2199",
        ColumnType.TEXT: "",
    }[held.type]
    return (
        f"CASE WHEN {cell} IS NOT NULL AND {read} IS NULL THEN "
        f"{literal(name + ': ')} || chr(34) || left({cell}, 40) || chr(34)"
        f" || {literal(' ' + words)} END"
    )
