"""Every rule of entering, waiting, asking and reaching goals has a case that bears its number."""

import ast
import re
from pathlib import Path

FOLDER = Path(__file__).parent
BORNE = re.compile(r"^test((?:(?:_and)?_r\d+)+)(?=_)")

ENTRY = (10, 11, 12, 13, 14, 15, 16, 17, 18, 27, 49)
WAITING = (20, 21, 22, 23, 24, 25, 26)
CONDITIONS = (30, 31, 32, 33, 34, 35, 38)
GOALS_AND_DRAWS = (53, 54)
DETAILS = (
    *(100, 101, 102, 103, 104, 105, 106, 108, 110, 111, 113, 114, 115, 116, 118),
    *(122, 123, 124, 125, 129, 130, 131, 132, 135, 136, 137, 153),
)
QUESTIONS = (200, 201, 203, 204, 205, 206, 207, 208, 209, 210)
WAYS = (211, 212, 213, 214, 215, 216, 217, 218, 219, 220, 221, 222, 223, 224, 225, 226, 227, 228)
SENDING = (42, 43, 45, 48, 73, 300, 301, 302, 303, 304, 305, 306, 307, 308, 309)

RULES = {*ENTRY, *WAITING, *CONDITIONS, *GOALS_AND_DRAWS, *DETAILS, *QUESTIONS, *WAYS, *SENDING}

LANDING: dict[int, str] = {}
"""Rules that are being built: each goes up into its group with its first case here."""

NOT_BUILT = {
    36: "catalogues",
}
"""Rules, or what of them is not in another rule, that nothing keeps yet."""


NAMED = {
    "New York at nine across both switches": (
        "test_r22_r212_nine_in_the_morning_across_both_switches",
        "test_r219_nine_in_new_york_stays_nine_across_both_changes_of_its_clock",
    ),
    "Mondays in Sydney": ("test_r22_r212_mondays_in_sydney",),
    "gap and double times, and the half hour of Lord Howe": (
        "test_r20_r212_times_in_a_gap_and_times_twice",
    ),
    "P1D against PT24H, and P1M at the end of a month": (
        "test_r20_calendar_parts_move_the_wall_clock",
    ),
    "a change of zone while waiting": (
        "test_r21_a_new_zone_moves_calendar_waits_and_no_others",
        "test_r104_r212_a_new_zone_moves_the_end_from_the_stored_start",
    ),
    "an event exactly at the time-out": ("test_r3_r213_an_event_exactly_at_the_time_out_beats_it",),
    "an exit during a wait of thirty days": (
        "test_r4_r12_an_exit_during_a_thirty_day_wait_satisfies_no_wait",
    ),
    "a purchase for another cart": ("test_r14_a_purchase_for_another_cart_and_one_for_none",),
    "a segment left by ageing, with no event": (
        "test_r15_ageing_out_of_a_window_is_found_at_exactly_that_instant",
    ),
    "an event that takes out and lets in again": (
        "test_r12_one_event_takes_out_and_lets_in_again",
    ),
    "update_context while waiting": (
        "test_r13_r213_update_context_while_waiting_asks_conditions_again",
    ),
    "restart": (
        "test_r10_a_restart_ends_the_wait",
        "test_r10_a_restart_that_is_refused_leaves_the_old_one_alone",
    ),
    "two keys side by side": ("test_r10_r213_two_keys_wait_side_by_side",),
    "looking back at several caught events": (
        "test_r23_r213_look_back_with_several_caught_events",
    ),
}
"""Cases that other tools get wrong, or leave open, by what they are known as."""


def cases() -> list[tuple[str, str]]:
    """Return (file, name) of every case."""
    return [
        (path.name, part.name)
        for path in sorted(FOLDER.glob("test_*.py"))
        for part in ast.parse(path.read_text()).body
        if isinstance(part, ast.FunctionDef)
    ]


def borne() -> dict[int, list[str]]:
    """Return the cases of each rule: the numbers stand at the beginning of their names."""
    found: dict[int, list[str]] = {}
    for file, name in cases():
        named = BORNE.match(name)
        for number in re.findall(r"\d+", named[0] if named else ""):
            found.setdefault(int(number), []).append(f"{file}: {name}")
    return found


def test_every_rule_has_a_case_that_is_named_after_it() -> None:
    assert sorted(RULES - borne().keys()) == []


def test_what_is_not_built_is_listed_until_it_has_a_case() -> None:
    waiting = LANDING.keys() | NOT_BUILT.keys()
    assert sorted(waiting & RULES) == []
    assert sorted(waiting & borne().keys()) == []


def test_the_cases_that_others_get_wrong_are_there() -> None:
    known = {name for _, name in cases()}
    assert {what: [*{*names} - known] for what, names in NAMED.items() if {*names} - known} == {}
