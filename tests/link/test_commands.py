"""What each command does, what it refuses, and that a refusal changes nothing."""

import base64
import hashlib

import pytest

from firmware.link import messages
from firmware.profile.form import MAX_BYTES, to_wire
from firmware.safety import faults
from firmware.version import VERSION
from tests.support.desk import MINUTE, Desk
from tests.support.profiles import TODAY, clearance, profile

ANNA = profile("sciatica", max_inversion_cdeg=2500)
KEY = "acute_hip_instability"
CLEARED = profile(KEY, clearances=[clearance(KEY)])
DAMAGED = "0" * 64


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path)
    desk.hello(TODAY)
    return desk


def facts(desk):
    """All that a push, a clock or a hello can change."""
    return desk.chosen.people.revision, desk.chosen.blob, desk.chosen.changed, desk.chosen.screened.reasons


def why_locked(desk):
    return [code for code, _, _, _ in desk.why("lock")]


# hello


def test_hello_says_who_the_table_is(tmp_path):
    desk = Desk(tmp_path)
    answer = desk.ask("hello", p=1)
    assert 0 <= answer.pop("up_ms") < 100
    assert answer == {"p": 1, "fw": VERSION, "sn": "T-1", "rev": 0, "img": ""}


def test_hello_tells_which_program_runs(tmp_path):
    desk = Desk(tmp_path)
    desk.status.image = "0123456789abcdef" * 4
    assert desk.ask("hello", p=1)["img"] == "0123456789abcdef" * 4


@pytest.mark.parametrize("other", [0, 2, 2**30 - 1])
def test_another_protocol_is_told_both_numbers_and_stays_read_only(desk, other):
    code, field, sentence = desk.refused("hello", p=other)
    assert (code, field) == ("VERSION", "p")
    assert f"The laptop uses protocol {other}, the table 1." in sentence
    assert desk.ask("profile.verdict", who="")["verdict"] == "locked"
    assert desk.refused("clock.set", day=TODAY, min=MINUTE)[0] == "HELLO_FIRST"
    desk.hello(TODAY)


def test_nothing_changes_before_a_hello(tmp_path):
    desk = Desk(tmp_path)
    before = facts(desk)
    assert desk.refused("clock.set", day=TODAY, min=MINUTE)[0] == "HELLO_FIRST"
    assert desk.refused("profile.put", off=0, d="QUJD")[0] == "HELLO_FIRST"
    assert desk.refused("profile.commit", n=3, sha=DAMAGED)[0] == "HELLO_FIRST"
    assert facts(desk) == before


@pytest.mark.parametrize("command", messages.READ_ONLY)
def test_reading_needs_no_hello(tmp_path, command):
    desk = Desk(tmp_path)
    desk.chosen.push(to_wire(ANNA))
    assert "e" not in desk.ask(command, **GOOD[command])


# Every command against the table of messages


GOOD = {
    "hello": {"p": 1},
    "status": {},
    "watch": {"on": 0},
    "clock.set": {"day": TODAY, "min": MINUTE},
    "profile.put": {"off": 0, "d": "QUJD"},
    "profile.commit": {"n": 3, "sha": hashlib.sha256(b"ABC").hexdigest()},
    "profile.get": {"who": "", "off": 0},
    "profile.verdict": {"who": ""},
    "people": {"at": 0},
    "progress": {"who": ""},
    "panel": {},
    "why": {"who": "", "of": "lock", "at": 0},
    "profile.remove": {"who": ""},
}
FIELDS = [(name, field[0]) for name, row in messages.COMMANDS.items() for field in row[1]]


def test_there_is_no_command_that_moves_the_table():
    assert set(messages.COMMANDS) == set(GOOD)


@pytest.mark.parametrize("command", GOOD)
def test_an_unknown_field_is_refused(desk, command):
    assert desk.refused(command, **GOOD[command], force=1)[:2] == ("UNKNOWN_FIELD", "force")


@pytest.mark.parametrize(("command", "field"), FIELDS)
def test_a_missing_field_is_refused(desk, command, field):
    fields = {name: value for name, value in GOOD[command].items() if name != field}
    assert desk.refused(command, **fields)[:2] == ("MISSING_FIELD", field)


@pytest.mark.parametrize(("command", "field"), FIELDS)
@pytest.mark.parametrize("odd", [None, True])
def test_a_field_of_the_wrong_type_is_refused(desk, command, field, odd):
    assert desk.refused(command, **{**GOOD[command], field: odd})[:2] == ("WRONG_TYPE", field)


@pytest.mark.parametrize(("command", "field"), FIELDS)
def test_a_number_for_text_and_text_for_a_number_is_refused(desk, command, field):
    odd = "1" if type(GOOD[command][field]) is int else 1
    code, named, sentence = desk.refused(command, **{**GOOD[command], field: odd})
    assert (code, named) == ("WRONG_TYPE", field)
    assert sentence.endswith("It must be a whole number." if odd == "1" else "It must be text.")


@pytest.mark.parametrize(
    ("command", "field", "odd"),
    [
        ("hello", "p", -1),
        ("watch", "on", 2),
        ("watch", "on", -1),
        ("clock.set", "day", 20251231),
        ("clock.set", "day", 21000101),
        ("clock.set", "min", -1),
        ("clock.set", "min", 1440),
        ("profile.put", "off", -1),
        ("profile.put", "off", 4096),
        ("profile.put", "d", ""),
        ("profile.put", "d", "QUJ"),
        ("profile.put", "d", "QUJD\n"),
        ("profile.put", "d", "Q U J D"),
        ("profile.put", "d", "QUI"),
        ("profile.put", "d", "QUJ="),
        ("profile.put", "d", "QUJDé"),
        ("profile.put", "d", base64.b64encode(b"x" * 241).decode()),
        ("profile.commit", "n", 0),
        ("profile.commit", "n", 4097),
        ("profile.commit", "sha", "0" * 63),
        ("profile.commit", "sha", "0" * 63 + "A"),
        ("profile.commit", "sha", "0" * 63 + "g"),
        ("profile.get", "off", 4096),
        ("why", "of", "moon"),
        ("why", "at", -1),
        ("why", "at", 1000),
    ],
)
def test_a_field_out_of_its_range_is_refused(desk, command, field, odd):
    before = facts(desk)
    assert desk.refused(command, **{**GOOD[command], field: odd})[:2] == ("OUT_OF_RANGE", field)
    assert facts(desk) == before


@pytest.mark.parametrize("name", ["fly", "", "drive", "move.down", "override", "__init__", "x" * 300])
def test_an_unknown_command_is_refused(desk, name):
    assert desk.refused(name)[:2] == ("UNKNOWN_COMMAND", "c")


@pytest.mark.parametrize(("name", "code"), [(None, "MISSING_FIELD"), (5, "UNKNOWN_COMMAND"), (True, "UNKNOWN_COMMAND")])
def test_a_command_that_is_no_word_is_refused(desk, name, code):
    assert desk.refused(name)[:2] == (code, "c")


def test_a_frame_without_a_command_is_refused(desk):
    assert desk.send([("i", 5)]) == {"i": 5, "e": "MISSING_FIELD", "m": "A field of the command is missing.", "f": "c"}


def test_every_answer_is_as_the_table_of_messages_says(desk):
    desk.push(ANNA)
    for command, fields in {**GOOD, "why": {"who": "", "of": "cap", "at": 0}}.items():
        answer = desk.push(ANNA) if command == "profile.commit" else desk.ask(command, **fields)
        expected = messages.COMMANDS[command][2]
        assert list(answer) == [field[0] for field in expected], command
        for name, kind, bounds, _ in expected:
            value = answer[name]
            if kind == messages.INT:
                assert bounds[0] <= value <= bounds[1], name
            elif kind == messages.TEXT:
                assert bounds[0] <= len(value) <= bounds[1], name
            elif kind == messages.CHOICE:
                assert value in bounds, name
            else:
                assert bounds[0] <= len(base64.b64decode(value, validate=True)) <= bounds[1], name


def test_every_error_has_its_sentence_and_what_to_do():
    for code, (sentence, hint) in messages.ERRORS.items():
        assert code == code.upper()
        assert len(code) <= 24
        assert sentence.endswith(".")
        assert hint.endswith(".")
        assert (messages.sentence(code), messages.hint(code)) == (sentence, hint)
    assert messages.sentence("OF_A_NEWER_TABLE") == messages.hint("OF_A_NEWER_TABLE") == ""


# status


def test_status_reports_the_record(desk):
    record = desk.status
    record.state, record.inv_cdeg, record.limit_cdeg, record.pos_cdeg, record.rate_cdps = 4, -1234, 2500, -1200, 300
    record.drive_permille, record.current_ma, record.supply_mv = 800, 2100, 23950
    record.battery_mv, record.bits = 25100, 1249
    record.fault, record.response, record.locked, record.link_errors = 6, 2, False, 4
    record.display = True
    answer = desk.ask("status")
    assert answer.pop("up_ms") > 0
    assert answer == {
        "st": "INVERTING",
        "inv": -1234,
        "lim": 2500,
        "pos": -1200,
        "rate": 300,
        "drv": 800,
        "ma": 2100,
        "mv": 23950,
        "bat": 25100,
        "in": 1249,
        "flt": 6,
        "resp": 2,
        "lock": 0,
        "n_lock": 1,
        "rev": 0,
        "bad_crc": 0,
        "overlong": 0,
        "unknown": 0,
        "failed": 4,
        "disp": 1,
        "selftest": "",
        "day": TODAY,
    }


# clock.set


def test_the_clock_decides_what_a_clearance_is_worth(tmp_path):
    desk = Desk(tmp_path)
    desk.hello()
    desk.push(CLEARED)
    assert why_locked(desk) == ["NOT_CLEARED", "NO_CLOCK"]
    assert desk.ask("clock.set", day=TODAY, min=MINUTE) == {"day": TODAY}
    assert desk.ask("profile.verdict", who="")["verdict"] == "usable"


def test_a_clock_set_back_takes_the_date_away(desk):
    desk.push(CLEARED)
    assert desk.refused("clock.set", day=TODAY - 1, min=MINUTE)[:2] == ("CLOCK_BACKWARDS", "day")
    assert why_locked(desk) == ["NOT_CLEARED", "NO_CLOCK"]
    desk.ask("clock.set", day=TODAY, min=MINUTE)
    assert why_locked(desk) == []


@pytest.mark.parametrize("day", [20260229, 20261131, 20261301, 20261200])
def test_a_day_that_does_not_exist_changes_nothing(desk, day):
    desk.push(CLEARED)
    assert desk.refused("clock.set", day=day, min=MINUTE)[:2] == ("BAD_DAY", "day")
    assert why_locked(desk) == []


def test_a_new_day_takes_effect_only_upright_and_at_rest(desk):
    desk.push(CLEARED)
    desk.status.upright_idle = False
    assert desk.ask("clock.set", day=20270302, min=MINUTE) == {"day": 20270302}
    assert desk.ask("profile.verdict", who="")["verdict"] == "usable"
    desk.status.upright_idle = True
    desk.ask("clock.set", day=20270302, min=MINUTE)
    assert why_locked(desk) == ["NOT_CLEARED", "CLEARANCE_EXPIRED"]


def test_a_clock_set_back_by_an_hour_keeps_the_date(desk):
    desk.push(CLEARED)
    assert desk.ask("clock.set", day=TODAY, min=MINUTE - 60) == {"day": TODAY}
    assert why_locked(desk) == []


def test_a_clock_that_does_not_take_the_time_says_so_and_locks_what_needs_a_date(desk):
    desk.push(CLEARED)
    desk.rtc.unplug()
    assert desk.refused("clock.set", day=TODAY, min=MINUTE)[0] == "CLOCK_FAILED"
    assert why_locked(desk) == ["NOT_CLEARED", "NO_CLOCK"]
    desk.rtc.plug()
    assert desk.ask("clock.set", day=TODAY, min=MINUTE) == {"day": TODAY}
    assert why_locked(desk) == []


def test_on_the_way_the_clock_chip_is_left_alone(tmp_path, mocker):
    desk = Desk(tmp_path)
    desk.hello()
    desk.status.upright_idle = False
    transfers = [mocker.spy(desk.rtc.bus, name) for name in ("read", "write")]
    assert desk.ask("clock.set", day=TODAY + 1, min=MINUTE) == {"day": TODAY + 1}
    assert [one.call_count for one in transfers] == [0, 0]
    desk.status.upright_idle = True
    desk.push(CLEARED)
    assert why_locked(desk) == []


# profile.put and profile.commit


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
    assert [(code, field, cdeg) for code, field, _, cdeg in desk.why("push")] == [
        ("OUT_OF_RANGE", "max_inversion_deg", 0),
        ("WRONG_TYPE", "born", 0),
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


def put_error(desk, off, data):
    answer = desk.ask("profile.put", off=off, d=base64.b64encode(data).decode())
    return answer.get("e"), answer.get("f"), answer.get("m")


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


# profile.get, profile.verdict, why


def test_the_profile_comes_back_byte_for_byte(desk):
    blob = to_wire(profile(KEY, name="Zoë $", clearances=[clearance(KEY)] * 4))
    desk.put(blob)
    desk.commit(blob)
    read = b""
    while True:
        answer = desk.ask("profile.get", who="", off=len(read))
        assert (answer["n"], answer["rev"]) == (len(blob), 1)
        if not answer["d"]:
            break
        read += base64.b64decode(answer["d"])
    assert read == blob
    assert desk.ask("profile.get", who="", off=4095)["d"] == ""


def test_where_nobody_is_stored_nobody_is_removed(desk):
    assert desk.refused("profile.remove", who="")[:2] == ("NO_SUCH_PERSON", "who")
    assert desk.refused("profile.remove", who="ben")[:2] == ("NO_SUCH_PERSON", "who")
    desk.push(ANNA)
    assert desk.ask("profile.remove", who="") == {"rev": 2}
    assert why_locked(desk) == ["NO_PROFILE"]


def test_a_profile_is_removed_only_upright_and_at_rest(desk):
    desk.push(ANNA)
    desk.status.upright_idle = False
    assert desk.refused("profile.remove", who="anna")[0] in ("NOT_UPRIGHT", "BUSY")
    assert desk.ask("people", at=0)["id"] == "anna"


@pytest.mark.parametrize(("at_upright", "code"), [(False, "NOT_UPRIGHT"), (True, "BUSY")])
def test_away_from_rest_nobody_is_read_but_the_chosen_one(desk, at_upright, code):
    """To read a profile from flash takes up to half a second: the bridge and the watchdog do not wait for it."""
    for who in ("ben", "anna"):
        desk.push(profile(id=who, name=who))
    desk.status.upright_idle = False
    desk.status.at_upright = at_upright
    assert desk.refused("people", at=0)[0] == code
    assert desk.ask("people", at=1)["chosen"] == 1
    for command, more in (
        ("profile.get", {"off": 0}), ("profile.verdict", {}), ("progress", {}), ("why", {"of": "lock", "at": 0}),
    ):  # fmt: skip
        assert desk.refused(command, who="ben", **more)[0] == code
        for who in ("", "anna"):
            answer = desk.send([("i", 7), ("c", command), ("who", who), *more.items()])
            assert answer.get("e") in (None, "PAST_END")


def test_eight_people_and_no_ninth(desk):
    for number in range(8):
        assert desk.push({**ANNA, "id": f"p{number}"})["rev"] == number + 1
    assert desk.push({**ANNA, "id": "p9"})["e"] == "FULL"
    found = [desk.ask("people", at=at) for at in range(8)]
    assert sorted(one["id"] for one in found) == [f"p{number}" for number in range(8)]
    assert [one["id"] for one in found if one["chosen"]] == ["p7"]
    assert desk.refused("people", at=8)[0] == "OUT_OF_RANGE"


def test_no_profile_reads_as_nothing(desk):
    assert desk.ask("profile.get", who="", off=0) == {"n": 0, "d": "", "rev": 0}
    assert why_locked(desk) == ["NO_PROFILE"]


def test_caps_are_named_by_their_origin(desk):
    desk.push(profile("hip_dysplasia", clearances=[clearance("hip_dysplasia")]))
    assert desk.why("cap") == [
        ("CAP", "", "table_rating", 6000),
        ("CAP", "", "profile", 5000),
        ("CAP", "", "condition:hip_dysplasia", 2000),
        ("CAP", "", "clearance:hip_dysplasia", 3000),
        ("CAP", "", "progression", 6000),
    ]


def test_a_fault_is_told_with_its_remedy(desk):
    assert desk.why("fault") == []
    for number, row in enumerate(faults.FAULTS):
        if number:
            desk.status.fault = number
            assert desk.why("fault") == [(row[faults.NAME], "", f"{row[faults.SENTENCE]} {row[faults.REMEDY]}", 0)]


@pytest.mark.parametrize("of", messages.WHY_LISTS)
def test_past_the_end_is_told(desk, of):
    count = len(desk.why(of))
    code, field, sentence = desk.refused("why", who="", of=of, at=count)
    assert (code, field) == ("PAST_END", "at")
    assert f"There are {count}." in sentence


def test_the_longest_reasons_fit_a_frame(desk):
    worst = profile(
        "acute_hip_instability", "k" * 40, clearances=[clearance(KEY, clinician="$" * 60, role="physician")] * 2
    )
    desk.push(worst)
    assert len(why_locked(desk)) == 4
    desk.push({**worst, "clearances": [{**clearance(KEY), "$" * 60 + "é": 1, "clinician": "\n"}], "😀" * 60: 2})
    assert len(desk.why("push")) == 3
