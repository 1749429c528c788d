"""Each condition does what expected.toml says in plain words, and the table leaves out none of the 44 rows."""

import datetime
import re
import tomllib
from pathlib import Path

import pytest

from firmware.screening import conditions
from firmware.screening.rules import screen
from tests.support.profiles import TODAY, as_int, clearance, profile

EXPECTED = tomllib.loads(Path(__file__).with_name("expected.toml").read_text("utf-8"))
WORDS = {key: words for row in EXPECTED.values() for key, words in row.items()}
ROLES = ("orthopaedic_surgeon", "physician")
MAY_CLEAR = {"a surgeon": ROLES[:1], "a physician": ROLES[1:], "either": ROLES}
_CLEARED = re.compile(r"(a surgeon|a physician|either)(?:, (\d+) days after)?(?:, then (\d+) deg)?")
_CAPPED = re.compile(r"(\d+) deg")
_WARNED = re.compile(r"warning(?:, (\d+) s)?(?:, (\d+) deg)?")


def screened(key, role="", since=None, issued=20261101):
    """`key` alone in a profile that asks for as much as there is, cleared for as much by `role`."""
    bold = {"max_inversion_cdeg": 6000, "session_s": 600, "since": {} if since is None else {key: since}}
    cleared = [clearance(key, role=role, issued=issued, max_inversion_cdeg=9000)] if role else []
    return screen(profile(key, clearances=cleared, **bold), TODAY)


def codes(found):
    return [code for code, *_ in found.reasons]


def open_to(found, deg):
    """Usable up to `deg` and for the whole session, without a warning."""
    assert found.reasons == found.warnings == []
    assert (found.limit_cdeg, found.session_ms) == (deg * 100, 600_000)


@pytest.mark.parametrize("key", [row[conditions.KEY] for row in conditions.CONDITIONS])
def test_a_condition_does_what_is_expected_of_it(key):
    words = WORDS[key]
    if cleared := _CLEARED.fullmatch(words):
        needs_clearing(key, MAY_CLEAR[cleared[1]], int(cleared[2] or 0), int(cleared[3] or 60))
    elif words == "never":
        for role in ("", *ROLES):
            assert codes(screened(key, role, 20260101)) == ["CONDITION_ABSOLUTE"]
    elif words == "not today":
        (reason,) = screened(key, "physician").reasons
        assert reason[0] == "NOT_TODAY"
        assert "Take it out of the profile" in reason[1]
    elif capped := _CAPPED.fullmatch(words):
        open_to(screened(key), int(capped[1]))
    elif warned := _WARNED.fullmatch(words):
        found = screened(key)
        assert [code for code, *_ in found.warnings] == ["WARNING"]
        assert found.warnings[0][1].startswith(conditions.find(key)[conditions.NAME] + ": ")
        assert (found.reasons, found.limit_cdeg) == ([], int(warned[2] or 60) * 100)
        assert found.session_ms == int(warned[1] or 600) * 1000
    else:
        assert words == "noted"
        open_to(screened(key), 60)


def needs_clearing(key, roles, days_after, deg):
    assert codes(screened(key))[0] == "NOT_CLEARED"
    since = as_int(datetime.date(2026, 11, 1) - datetime.timedelta(days_after)) if days_after else None
    for role in ROLES:
        if role in roles:
            open_to(screened(key, role, since), deg)
        else:
            assert codes(screened(key, role, since)) == ["NOT_CLEARED", "CLEARANCE_ROLE"]
    if days_after:
        assert codes(screened(key, roles[0])) == ["NOT_CLEARED", "OPERATION_DATE"]
        assert codes(screened(key, roles[0], since, 20261031)) == ["NOT_CLEARED", "CLEARANCE_EARLY"]


def test_the_table_and_the_list_hold_the_same_rows():
    found = {}
    for row in conditions.CONDITIONS:
        found.setdefault(str(row[conditions.NUMBER]), set()).add(row[conditions.KEY])
    assert found == {number: set(keys) for number, keys in EXPECTED.items()}


def test_all_44_rows_are_covered():
    numbers = {row[conditions.NUMBER] for row in conditions.CONDITIONS}
    numbers |= {gate[conditions.GATE_NUMBER] for gate in conditions.GATES}
    assert numbers == set(range(46))


@pytest.mark.parametrize("key", [*EXPECTED["29"], "spinal_infection"])
def test_red_flags_send_people_to_a_doctor(key):
    assert conditions.find(key)[conditions.REASON].startswith("Seek care now, and do not invert.")


@pytest.mark.parametrize("key", EXPECTED["0"])
def test_what_helps_says_that_it_helps_the_hip_indirectly(key):
    assert "any benefit to the hip is indirect" in conditions.find(key)[conditions.REASON]
