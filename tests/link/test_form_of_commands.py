"""The form of a command on the table's own server: hello, fields, kinds and bounds, and each answer."""

import base64

import pytest

from firmware.link import errors, messages
from firmware.profile.form import to_wire
from firmware.version import VERSION
from tests.link.commands import ANNA, DAMAGED, FIELDS, GOOD, facts
from tests.support.desk import MINUTE, Desk
from tests.support.profiles import TODAY


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


def test_there_is_no_command_that_moves_the_table():
    assert set(messages.COMMANDS) == set(GOOD)


@pytest.mark.parametrize("command", GOOD)
def test_an_unknown_field_is_refused(desk, command):
    assert desk.refused(command, **GOOD[command], force=1)[:2] == ("UNKNOWN_FIELD", "force")


@pytest.mark.parametrize("command", GOOD)
def test_a_field_of_another_command_is_unknown_in_this_one(desk, command):
    others = {name: value for fields in GOOD.values() for name, value in fields.items() if name not in GOOD[command]}
    for name, value in others.items():
        assert desk.refused(command, **GOOD[command], **{name: value})[:2] == ("UNKNOWN_FIELD", name)


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
        ("profile.put", "d", "Q U J D"),
        ("profile.put", "d", "QUI"),
        ("profile.put", "d", "QUJ="),
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
    for code, (sentence, hint) in errors.ERRORS.items():
        assert code == code.upper()
        assert len(code) <= 24
        assert sentence.endswith(".")
        assert hint.endswith(".")
        assert (errors.sentence(code), errors.hint(code)) == (sentence, hint)
    assert errors.sentence("OF_A_NEWER_TABLE") == errors.hint("OF_A_NEWER_TABLE") == ""
