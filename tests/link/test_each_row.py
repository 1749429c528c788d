"""For each row of the table of conditions: what the table itself makes of a profile that declares it.

Real server, store and dose; what is expected is the list written by hand for screening.
"""

import tomllib
from pathlib import Path

import pytest

from firmware.profile.form import to_wire
from tests.support.desk import Desk
from tests.support.profiles import TODAY, clearance, profile

EXPECTED = tomllib.loads((Path(__file__).parents[1] / "screening" / "expected.toml").read_text("utf-8"))
WORDS = {key: words for row in EXPECTED.values() for key, words in row.items()}
ROLES = {"a surgeon": "orthopaedic_surgeon", "a physician": "physician", "either": "physician"}
LONG_AGO = 20260101


@pytest.fixture
def told(tmp_path):
    """told(key, clearances, since): limit, reasons and warnings as the table says them after a push."""
    desk = Desk(tmp_path)
    desk.hello(TODAY)

    def tell(key, *clearances, **changes):
        pushed = to_wire(profile(key, clearances=clearances, max_inversion_cdeg=6000, session_s=600, **changes))
        desk.put(pushed)
        assert "e" not in desk.commit(pushed)
        verdict = desk.ask("profile.verdict", who="anna")
        reasons = [code for code, *_ in desk.why("lock")]
        return verdict["lim"], reasons, verdict["n_warnings"], verdict["s"]

    return tell


@pytest.mark.parametrize("key", WORDS)
def test_h28_the_table_does_what_the_row_says(told, key):
    words = WORDS[key]
    lim, reasons, warnings, seconds = told(key)
    if words == "never":
        assert (lim, reasons) == (0, ["CONDITION_ABSOLUTE"])
        assert told(key, clearance(key), since={key: LONG_AGO})[:2] == (0, ["CONDITION_ABSOLUTE"])
    elif words == "not today":
        assert (lim, reasons) == (0, ["NOT_TODAY"])
    elif words == "noted":
        assert (lim, reasons, warnings) == (6000, [], 0)
    elif words.startswith("warning"):
        assert (lim, reasons, warnings) == (2000 if words.endswith(" 20 deg") else 6000, [], 1)
        assert seconds == (60 if words.endswith(" 60 s") else 300)
    elif words.endswith(" deg") and words[0].isdigit():
        assert (lim, reasons) == (int(words.split()[0]) * 100, [])
    else:
        who, *more = words.split(", ")
        cap_deg = int(more[-1].split()[1]) if more and more[-1].startswith("then ") else 60
        assert (lim, reasons[0]) == (0, "NOT_CLEARED")
        given = clearance(key, role=ROLES[who], max_inversion_cdeg=9000)
        assert told(key, given, since={key: LONG_AGO})[:2] == (cap_deg * 100, [])
        if who == "a surgeon":
            assert told(key, clearance(key, role="physician"), since={key: LONG_AGO})[0] == 0
