"""Frames: what is written comes out again, and nothing else ever does."""

import json
import random
import zlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from firmware.link import wire

PAIRS = [("i", 17), ("c", "profile.put"), ("off", 0), ("d", "QUJD")]
GOOD = wire.frame(PAIRS)
BODY = GOOD[1:-10]


def feed(data, size=64):
    """What a fresh decoder finds in `data`, fed in pieces of `size`."""
    decoder = wire.Decoder()
    found = []
    for at in range(0, len(data), size):
        found += decoder.feed(data[at : at + size])
    return found


def frames(data, size=64):
    return [body for kind, body in feed(data, size) if kind == wire.FRAME]


def long_frame(size):
    """A frame of exactly `size` bytes."""
    return wire.frame([("x", "y" * (size - 19))])


def test_a_frame_is_written_as_the_protocol_says():
    body = b'{"i":17,"c":"profile.put","off":0,"d":"QUJD"}'
    assert b"$" + body + b"*%08x\n" % zlib.crc32(body) == GOOD


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (0, "0"),
        (-25, "-25"),
        (True, "true"),
        (False, "false"),
        (None, "null"),
        ("", '""'),
        ("Zoë 佳", '"Zoë 佳"'),
        ('a"b\\c', '"a\\"b\\\\c"'),
        ("\b\f\n\r\t\x00\x1f\x7f", '"\\b\\f\\n\\r\\t\\u0000\\u001f\x7f"'),
    ],
)
def test_values(one, text):
    assert wire.value(one) == text


@pytest.mark.parametrize("one", [1.0, float("nan"), b"x", [], {}, (1,)])
def test_nothing_else_is_a_value(one):
    with pytest.raises(ValueError, match="not an int"):
        wire.value(one)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_quoting_agrees_with_another_writer(text):
    assert wire.quote(text) == json.dumps(text, ensure_ascii=False)


def test_a_dollar_sign_never_stands_in_a_frame():
    line = wire.frame([("name", "A$AP $$")])
    assert line.count(b"$") == 1
    assert json.loads(line[1:-10]) == {"name": "A$AP $$"}
    assert frames(b"$" + line) == [line[1:-10]]


@given(
    st.lists(
        st.tuples(
            st.text("abcdefgh", min_size=1, max_size=3),
            st.one_of(st.integers(), st.booleans(), st.none(), st.text(max_size=12)),
        ),
        max_size=4,
        unique_by=lambda pair: pair[0],
    ),
    st.integers(1, 64),
)
def test_what_is_written_is_read(pairs, size):
    try:
        line = wire.frame(pairs)
    except UnicodeEncodeError:
        return
    assert [wire.parse(body) for body in frames(line, size)] == [dict(pairs)]


def test_the_longest_frame_and_one_byte_more():
    assert len(long_frame(512)) == 512
    assert len(frames(long_frame(512))) == 1
    with pytest.raises(ValueError, match="over 512"):
        long_frame(513)


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_both_line_ends(end):
    assert frames(GOOD[:-1] + end) == [BODY]
    assert len(frames(long_frame(512)[:-1] + end)) == 1


@pytest.mark.parametrize("size", [513, 520, 600, 5000])
def test_an_overlong_frame_is_dropped_and_said_once(size):
    body = b'{"x":"' + b"y" * (size - 19) + b'"}'
    line = b"$" + body + b"*%08x\n" % zlib.crc32(body)
    assert len(line) == size
    assert feed(line + GOOD) == [(wire.OVERLONG, b""), (wire.FRAME, BODY)]


@pytest.mark.parametrize(
    "damaged",
    [
        GOOD[:20] + b"\n",
        GOOD[:20] + b"\r\n",
        b"$\n",
        b"$*00000000\n"[:-2] + b"\n",
        GOOD.replace(b"*", b"#"),
        GOOD.replace(b'"off":0', b'"off":1'),
        b"$" + BODY + b"*deadbeef\n",
        b"$" + BODY + GOOD[-9:],
    ],
)
def test_torn_and_damaged_frames_are_told(damaged):
    assert feed(damaged + GOOD) == [(wire.BAD_CRC, b""), (wire.FRAME, BODY)]


def test_the_check_is_written_in_one_way_only():
    shouted = b"$" + BODY + GOOD[-10:].upper()
    assert shouted != GOOD
    assert feed(shouted) == [(wire.BAD_CRC, b"")]


def test_a_torn_frame_ends_where_the_next_begins():
    assert feed(GOOD[:30] + GOOD) == [(wire.BAD_CRC, b""), (wire.FRAME, BODY)]


def test_nothing_of_a_good_frame_stays_with_a_bad_one():
    assert feed(GOOD + b"$x\n") == [(wire.FRAME, BODY), (wire.BAD_CRC, b"")]


def test_an_empty_frame_is_a_frame():
    assert feed(b"$*00000000\n") == [(wire.FRAME, b"")]


def test_everything_else_is_console():
    data = b"MPY: soft reboot\r\n\r\n\nTraceback (most recent call last):\n" + GOOD + b"AT\r" + GOOD
    assert feed(data) == [
        (wire.CONSOLE, b"MPY: soft reboot"),
        (wire.CONSOLE, b"Traceback (most recent call last):"),
        (wire.FRAME, BODY),
        (wire.CONSOLE, b"AT"),
        (wire.FRAME, BODY),
    ]


def test_a_long_console_line_is_cut():
    found = feed(b"x" * 5000 + b"\n" + GOOD)
    assert found == [(wire.CONSOLE, b"x" * 512), (wire.FRAME, BODY)]


@given(st.binary(max_size=1200), st.integers(1, 64))
@example(b"\x03\x04\x01\r\x03", 1)
@example(b"AT\r", 3)
@example(b"$" * 600, 64)
@example(b"x" * 513, 64)
@example(b"$" + b"x" * 600, 64)
@example(b"\r", 1)
def test_a_good_frame_gets_through_after_any_noise(noise, size):
    assert frames(noise + GOOD, size)[-1:] == [BODY]


@given(st.binary(max_size=300))
def test_pieces_make_no_difference(noise):
    data = noise + GOOD + noise
    assert feed(data, 1) == feed(data, 7) == feed(data, 64) == feed(data, 4096)


@given(st.lists(st.integers(0, len(GOOD) - 1), max_size=3), st.binary(min_size=1, max_size=3))
def test_no_damage_gets_a_wrong_frame_through(places, junk):
    data = bytearray(GOOD)
    for at in places:
        data[at : at + 1] = junk
    assert set(frames(bytes(data) + b"\n")) <= {BODY}


def test_twenty_thousand_noisy_frames_let_none_through_wrong():
    chance = random.Random(1)
    sent, stream = set(), bytearray()
    for number in range(20_000):
        line = bytearray(wire.frame([("t", "tel"), ("n", number), ("inv", number % 9000)]))
        sent.add(bytes(line[1:-10]))
        # Every other frame is flipped, cut or stretched somewhere.
        if chance.random() < 0.5:
            at = chance.randrange(len(line))
            line[at : at + chance.randrange(3)] = chance.randbytes(chance.randrange(3))
        stream += line
    decoder = wire.Decoder()
    through = [body for kind, body in decoder.feed(bytes(stream)) if kind == wire.FRAME]
    assert set(through) <= sent
    assert len(set(through)) == len(through) > 9_000


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"1", b'"a"', b"null", b"{", b"\xff", b'{"a":"\xff"}', b"[" * 500, b'{"a":' * 80, b"{'a':1}"],
)
def test_what_is_no_object_is_no_message(body):
    assert wire.parse(body) is None
