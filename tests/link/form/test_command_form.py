"""The one form of a command: what is in it, and the many things near it that are not."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firmware.link import command_form, wire
from tests.link.commands import ANNA, GOOD, facts
from tests.support.profiles import TODAY

PLAIN = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E, exclude_characters='"\\$'), max_size=9)
VALUES = st.one_of(st.integers(-(10**10) + 1, 10**10 - 1), st.booleans(), st.none(), PLAIN)
REMOVE = b'{"i":9001,"c":"profile.remove","who":"anna"}'
OUT_OF_FORM = [
    b"", b" ", b"{", b"}", b"{}", b"[]", b"null", b'"i"', b'{"i"}', b'{"i":}', b'{"i":1', b'"i":1}', b'{"i":1}}',
    b'{"i":', b'{"i', b'{"i"',
    # commas and brackets
    b'{"i":1 "c":"panel"}', b'{"i":1"c":"panel"}', b'{"i":1,"c":"panel",}', b'{,"i":1}', b'{"i":1,,"c":"panel"}',
    b'{"i":1;"c":"panel"}', b'{"i":1]', b'[{"i":1}', b'[{"i":1}]', b'{"i":1}x', b'{"i":1}\0', b'{"i":1}{"i":1}',
    b'{"i":1}"', b'{"i":1}"x', b'{"i"=1}', b'{"i"::1}', b'{i:1}', b"{'i':1}", b'{1:"i"}', b'{"i":"a""b"}',
    # white space
    b' {"i":1}', b'{"i":1} ', b'{ "i":1}', b'{"i" :1}', b'{"i": 1}', b'{"i":1 }', b'{"i":1, "c":"panel"}',
    b'{"i":1,\t"c":"panel"}', b'{"i":1}\r', b'{"i":\x0b1}',
    # numbers
    b'{"i":01}', b'{"i":00}', b'{"i":-0}', b'{"i":-01}', b'{"i":+1}', b'{"i":--1}', b'{"i":-}', b'{"i":1.}',
    b'{"i":1.0}', b'{"i":1,000}', b'{"i":.5}', b'{"i":1e2}', b'{"i":1E2}', b'{"i":0x1}', b'{"i":1_0}', b'{"i":1L}',
    b'{"i":12345678901}', b'{"i":NaN}', b'{"i":Infinity}', b'{"i":-Infinity}', b'{"i":nan}', b'{"i":True}',
    b'{"i":none}', b'{"i":nulll}', "{\"i\":\u0661}".encode(), "{\"i\":\uff11}".encode(), b'{"i":\xb2}',
    # texts
    b'{"i":"\\u0031"}', b'{"\\u0069":1}', b'{"i":1,"\\ud800":1}', b'{"i":"\\n"}', b'{"i":"\\""}', b'{"i":"\\/"}',
    b'{"i":"a\nb"}', b'{"i":"\x01"}', b'{"i":"\x7f"}', b'{"i":"\0"}', b'{"i":"\xff"}', b'{"i":"\xc0\x80"}',
    b'{"i":"\xed\xa0\x80"}', '{"i":"é"}'.encode(), b'\xef\xbb\xbf{"i":1}', b'{"i":\'a\'}', b'{"i":"a}', b'{"i":a"}',
    b'{"i":"\x1f"}',
    # fields
    b'{"i",1}', b'{"c","panel"}',
    b'{"i":1,"i":1}', b'{"i":1,"c":"panel","i":2}', b'{"i":[]}', b'{"i":{}}', b'{"i":{"i":1}}', b'{"i":[1]}',
    b"{" + b",".join(b'"%d":1' % at for at in range(9)) + b"}",
]  # fmt: skip


def framed(body):
    return b"$" + body + b"*" + wire.crc_hex(body) + b"\n"


@pytest.mark.parametrize("fields", GOOD.items())
def test_every_command_has_the_form(fields):
    pairs = [("i", 7), ("c", fields[0]), *fields[1].items()]
    assert command_form.read(wire.encode(pairs)) == dict(pairs)


@given(st.dictionaries(PLAIN, VALUES, min_size=1, max_size=8))
def test_what_has_the_form_reads_as_any_reader_of_json_reads_it(fields):
    body = json.dumps(fields, separators=(",", ":")).encode()
    assert command_form.read(body) == fields
    assert [type(value) for value in command_form.read(body).values()] == [type(value) for value in fields.values()]


@pytest.mark.parametrize("body", OUT_OF_FORM)
def test_what_has_not_the_form_is_refused(body):
    assert command_form.read(body) is None


@given(st.integers(0, len(REMOVE) - 1), st.integers(0, 2), st.binary(max_size=2))
def test_what_is_read_can_be_written_in_one_way_only(at, cut, more):
    """Of all bodies near a command only those are read that come out as they went in."""
    body = REMOVE[:at] + more + REMOVE[at + cut :]
    found = command_form.read(body)
    assert found is None or json.dumps(found, separators=(",", ":")).encode() == body


@pytest.mark.parametrize("body", [
    b'{"i":9001 "c":"profile.remove" "who":"anna"]',
    b'{"i":9001,"c":"profile.remove","who":"anna"}\0',
    b'{"i":9001,"c":"clock.set","day":020270501,"min":00600}',
    b'{"i":51,"c":"clock.set","day":20270101,"\\udc00\\ud800":1.0,"min":0}',
])  # fmt: skip
def test_a_command_out_of_form_is_answered_and_changes_nothing(desk, body):
    desk.push(ANNA)
    before = facts(desk), desk.ask("status")["day"]
    (told,) = desk.say(framed(body))
    assert (told["t"], told["e"]) == ("err", "BAD_JSON")
    assert (facts(desk), desk.ask("status")["day"]) == before
    assert before[1] == TODAY
    assert desk.ask("profile.remove", who="anna") == {"rev": 2}
