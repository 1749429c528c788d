"""Whole persons get the verdict that they should get, from the laptop as from the table."""

import datetime
import tomllib
from pathlib import Path

import pytest

from bascule.profile import checked, reader, screening
from firmware.screening.record import PersonRecord
from firmware.screening.result import judge
from tests.support.profiles import TODAY
from tests.support.when import at

FILES = ("clinical.toml", "persons.toml")
DAY = datetime.date(2026, 11, 23)
NOON = 9_823 * 1440 + 720  # of DAY
PERSONS = [
    pytest.param(one, id=f"{name.partition('.')[0]}: {one['who']}")
    for name in FILES
    for one in tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))["person"]
]


def ago(days):
    return DAY - datetime.timedelta(days)


def fields(one):
    """The fields of the file of a person as they are written down here."""
    declared = one.get("declares", [])
    cleared = [
        {
            "condition": key,
            "clinician": "Dr. A. Example",
            "role": role,
            "issued": ago(one.get("cleared_days", 10)),
            "expires": one.get("expires", datetime.date(2027, 2, 1)),
            "max_inversion_deg": one.get("cleared_deg", 60),
        }
        for key, role in one.get("cleared", {}).items()
    ]
    since = {key: ago(days) for key, days in one.get("since", {}).items()}
    return {
        "schema": 1,
        "id": "x",
        "name": "X",
        "angle_ref": "deg_past_horizontal",
        "max_inversion_deg": one.get("asks_deg", 60),
        "session_s": 60,
        "born": one.get("born", 1980),
        "height_cm": one.get("height_cm", 170),
        "weight_kg": one.get("weight_kg", 68),
        "nothing_to_declare": one.get("says_so", not declared),
        "conditions": declared,
        **({"clearances": cleared} if cleared else {}),
        **({"since": since} if since else {}),
    }


@pytest.mark.parametrize("one", PERSONS)
def test_a_person_gets_the_verdict_that_is_right_for_them(one):
    verdict, *what = one["expect"].split()
    profile = checked.check(reader.from_fields(fields(one)), DAY)
    found = screening.result(profile, DAY)
    assert found.verdict == verdict, found
    if verdict == "refused":
        return
    spoken_of = {word for reason in found.reasons for word in (reason.code, reason.condition)}
    assert set(what if verdict == "locked" else ()) <= spoken_of
    if verdict == "usable":
        assert found.limit_deg == float(what[0])
        assert 0 < found.first_limit_deg <= 15
        assert set(what[1:]) <= {warning.code for warning in found.warnings}
    on_table = judge(profile.profile.fields, at(TODAY, NOON), PersonRecord())
    assert on_table.locked == (verdict == "locked")
    assert on_table.limit_cdeg == found.first_limit_deg * 100
    assert on_table.session_ms == found.first_session_s * 1000
    assert [text for _, text, _ in on_table.reasons] == [reason.text for reason in found.reasons]


def test_nobody_is_left_out():
    assert len(PERSONS) == 30 + 60
    assert {param.values[0]["expect"].split()[0] for param in PERSONS} == {"usable", "locked", "refused"}
