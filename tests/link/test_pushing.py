"""A profile pushed, piece by piece, to the table's own server."""

import base64
import hashlib

import pytest

from firmware.profile.form import MAX_BYTES, to_wire
from tests.link.commands import ANNA, CLEARED, DAMAGED, KEY, facts, put_error, why_locked
from tests.support.desk import Desk
from tests.support.profiles import TODAY, clearance, profile


def test_a_push_is_stored_and_in_force(desk):
    answer = desk.push(ANNA)
    assert answer == {"rev": 1, "verdict": "usable"}
    assert desk.ask("profile.verdict", who="") == {
        "verdict": "usable",
        "lim": 2500,
        "by": "profile",
        "n_caps": 3,
        "n_reasons": 0,
        "n_warnings": 0,
        "s": 180,
    }
    assert desk.chosen.blob == to_wire(ANNA)


def test_a_contraindicated_profile_is_stored_and_locks(desk):
    desk.push(ANNA)
    assert desk.push(profile("total_hip_replacement")) == {"rev": 2, "verdict": "locked"}
    assert desk.ask("profile.verdict", who="")["lim"] == 0
    assert desk.ask("profile.verdict", who="")["by"] == "lockout"
    assert why_locked(desk) == ["CONDITION_ABSOLUTE"]


@pytest.mark.parametrize(
    ("newer", "code"),
    [
        (profile("hip_of_a_newer_laptop"), "UNKNOWN_CONDITION"),
        ({"schema": 2, "id": "anna", "x": ["y"]}, "UNKNOWN_SCHEMA"),
    ],
)
def test_what_a_newer_laptop_knows_is_stored_and_locks(desk, newer, code):
    desk.push(ANNA)
    assert desk.push(newer) == {"rev": 2, "verdict": "locked"}
    assert why_locked(desk) == [code]


def test_a_malformed_profile_is_refused_with_all_reasons_and_the_one_before_stays(desk):
    desk.push(ANNA)
    before = facts(desk)
    assert desk.push({**ANNA, "max_inversion_cdeg": 14000, "born": "x"})["e"] == "REFUSED"
    assert facts(desk) == before
    assert [(code, field, cdeg, key) for code, field, _, cdeg, key in desk.why("push")] == [
        ("OUT_OF_RANGE", "max_inversion_deg", 0, ""),
        ("WRONG_TYPE", "born", 0, ""),
    ]
    assert desk.push(ANNA)["rev"] == 2
    assert desk.why("push") == []


def test_the_longest_profile_there_is(desk):
    longest = profile(*[f"{number:040}" for number in range(32)], name="😀" * 60)
    longest["clearances"] = [clearance(key, clinician="Ö" * 60) for key in longest["conditions"][:10]]
    while len(to_wire(longest)) > MAX_BYTES:
        longest["clearances"].pop()
    assert len(to_wire(longest)) > MAX_BYTES - 300
    assert desk.push(longest) == {"rev": 1, "verdict": "locked"}


def test_pieces_must_follow_each_other(desk):
    blob = to_wire(CLEARED)
    desk.put(blob[:240])
    code, field, sentence = put_error(desk, 239, b"x")
    assert (code, field) == ("OFFSET", "off")
    assert "The next piece starts at 240." in sentence
    assert put_error(desk, 241, b"x")[0] == "OFFSET"
    desk.ask("profile.put", off=240, d=base64.b64encode(blob[240:]).decode())
    assert desk.commit(blob)["rev"] == 1


def test_a_piece_may_come_twice_when_its_answer_was_lost(desk):
    blob = to_wire(CLEARED)
    desk.put(blob[:240])
    assert put_error(desk, 0, blob[:240])[0] is None
    rest = base64.b64encode(blob[240:]).decode()
    assert desk.ask("profile.put", off=240, d=rest) == desk.ask("profile.put", off=240, d=rest)
    assert put_error(desk, 240, b"x" * len(blob[240:]))[0] == "OFFSET"
    assert desk.commit(blob)["rev"] == 1


def test_a_put_at_0_starts_afresh(desk):
    desk.put(b"nonsense")
    assert desk.push(ANNA)["rev"] == 1


def test_no_piece_goes_past_the_longest_profile(desk):
    desk.put(b"x" * 4080)
    assert put_error(desk, 4080, b"x" * 17)[:2] == ("OUT_OF_RANGE", "d")
    assert put_error(desk, 4080, b"x" * 16)[0] is None


def test_a_commit_without_a_put(desk):
    before = facts(desk)
    assert desk.commit(to_wire(ANNA))["e"] == "NOTHING_PUT"
    assert facts(desk) == before


def test_a_second_commit_without_a_put(desk):
    desk.push(ANNA)
    before = facts(desk)
    assert desk.commit(to_wire(ANNA))["e"] == "NOTHING_PUT"
    assert facts(desk) == before


def test_a_length_that_does_not_match(desk):
    blob = to_wire(ANNA)
    before = facts(desk)
    desk.put(blob)
    answer = desk.ask("profile.commit", n=len(blob) - 1, sha=hashlib.sha256(blob[:-1]).hexdigest())
    assert (answer["e"], answer["f"]) == ("LENGTH", "n")
    assert f"{len(blob)} bytes were sent." in answer["m"]
    assert desk.commit(blob)["e"] == "NOTHING_PUT"
    assert facts(desk) == before


def test_a_digest_that_does_not_match(desk):
    blob = to_wire(ANNA)
    before = facts(desk)
    desk.put(blob)
    assert desk.refused("profile.commit", n=len(blob), sha=DAMAGED)[:2] == ("DIGEST", "sha")
    assert facts(desk) == before


@pytest.mark.parametrize(("at_upright", "code"), [(False, "NOT_UPRIGHT"), (True, "BUSY")])
def test_a_push_is_taken_only_upright_and_at_rest(desk, at_upright, code):
    blob = to_wire(ANNA)
    desk.put(blob)
    before = facts(desk)
    desk.status.upright_idle = False
    desk.status.at_upright = at_upright
    assert desk.commit(blob)["e"] == code
    assert put_error(desk, 0, b"x")[0] == code
    assert facts(desk) == before
    desk.status.upright_idle = True
    assert desk.commit(blob)["rev"] == 1


def test_a_profile_that_cannot_be_written_is_told_and_the_one_before_stays(tmp_path):
    desk = Desk(tmp_path)
    desk.hello(TODAY)
    desk.push(ANNA)
    before = facts(desk)
    (tmp_path / "profile_0.bin.new").mkdir()
    assert desk.push(profile("glaucoma"))["e"] == "NOT_STORED"
    assert facts(desk) == before


def test_a_commit_is_judged_by_the_day_it_is_by_then(desk):
    desk.now_ms += 24 * 3600 * 1000
    last_day = profile(KEY, clearances=[clearance(KEY, expires=TODAY)])
    assert desk.push(last_day)["verdict"] == "locked"


def test_a_piece_from_before_the_last_takes_nothing_away(desk):
    """Only the last one may come again: what a laptop sends late must not cut the profile off behind it."""
    blob = b"y" * 240 * 3
    desk.put(blob)
    assert put_error(desk, 480, blob[480:])[0] is None
    assert put_error(desk, 240, blob[240:480])[0] == "OFFSET"
    assert desk.commit(blob)["e"] == "REFUSED", "all of it had arrived"
