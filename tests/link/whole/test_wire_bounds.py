"""Frames at their bounds: the longest, the shortest, the last sign that needs an escape, and bytes cut anywhere."""

import pytest

from firmware.link import wire

GOOD = wire.frame([("i", 17), ("c", "panel")])


def fed(data, size, console=True):
    decoder = wire.Decoder(console)
    found = []
    for at in range(0, len(data), size):
        found += decoder.feed(data[at : at + size])
    return found


@pytest.mark.parametrize("size", [1, 63, 64, 511, 512, 513, 5000])
def test_a_frame_of_512_bytes_is_one_and_of_513_is_told_as_too_long_however_it_arrives(size):
    whole = wire.frame([("x", "y" * (512 - 19))])
    assert len(whole) == wire.MAX_FRAME == 512 and len(whole) - 11 == wire.MAX_BODY
    body = whole[1:-10]
    longer = body[:-2] + b'y"}'
    frames = whole + b"$" + longer + b"*" + wire.crc_hex(longer) + b"\n" + GOOD
    expected = [(wire.FRAME, body), (wire.OVERLONG, b""), (wire.FRAME, GOOD[1:-10])]
    assert fed(frames, size) == fed(frames, size, console=False) == expected


@pytest.mark.parametrize("count", range(12))
def test_what_is_shorter_than_a_check_is_damaged(count):
    line = b"*00000000"[:count] if count < 9 else b"x" * (count - 9) + b"*00000000"
    kind = wire.FRAME if count == 9 else wire.BAD_CRC
    assert fed(b"$" + line + b"\n", 64) == [(kind, b"")]


def test_a_table_passes_over_what_is_outside_frames_and_a_laptop_reads_it():
    data = b"boot\r\n\r\n" + GOOD + b"x" * 513 + b"\r\n" + b"tail"
    assert fed(data, 64) == [(wire.CONSOLE, b"boot"), (wire.FRAME, GOOD[1:-10]), (wire.CONSOLE, b"x" * 512)]
    assert fed(data, 64, console=False) == [(wire.FRAME, GOOD[1:-10])]


def test_a_reader_goes_on_right_behind_the_line_that_it_took():
    decoder = wire.Decoder(False)
    data = b"??" + GOOD + b"!!" + GOOD[:5]
    assert decoder.take(data, 0) == (wire.FRAME, 2 + len(GOOD)) and decoder.body == GOOD[1:-10]
    assert decoder.take(data, 2 + len(GOOD)) == (wire.NOTHING, len(data))
    assert decoder.take(GOOD[5:], 0) == (wire.FRAME, len(GOOD) - 5)
    assert decoder.take(b"$x$" + GOOD, 0) == (wire.BAD_CRC, 3)
    assert decoder.body == b""


@pytest.mark.parametrize(
    ("text", "quoted"),
    [("\x1f", '"\\u001f"'), (" ", '" "'), ("\x0b", '"\\u000b"'), ("a/b", '"a/b"'), ("\\", '"\\\\"'), ('"', '"\\""')],
)
def test_a_sign_below_a_blank_is_escaped_and_a_blank_is_not(text, quoted):
    assert wire.quote(text) == wire.value(text) == quoted
    assert wire.encode([("a", text)]) == b'{"a":' + quoted.encode() + b"}"


def test_fields_are_written_in_their_order_with_one_comma_between():
    pairs = [("a", 1), ("b", "x"), ("c", None), ("d", True), ("e", "$"), ("f", -5)]
    assert wire.encode(pairs) == b'{"a":1,"b":"x","c":null,"d":true,"e":"\\u0024","f":-5}'
    assert wire.encode([]) == b"{}" and wire.encode([("a", "x"), ("b", "y")]) == b'{"a":"x","b":"y"}'


def test_the_longest_body_is_framed_and_one_byte_more_is_no_frame():
    assert len(wire.frame([("x", "y" * (wire.MAX_BODY - 8))])) == 512
    with pytest.raises(ValueError, match="over 512 bytes"):
        wire.frame([("x", "y" * (wire.MAX_BODY - 7))])
    with pytest.raises(ValueError, match="not an int, str, bool or None"):
        wire.frame([("x", 1.0)])


def test_a_check_has_eight_digits_whatever_it_is():
    found = {wire.crc_hex(b"%d" % number) for number in range(3000)}
    assert {len(one) for one in found} == {8} and any(one.startswith(b"00") for one in found)


def test_a_reader_takes_no_more_memory_the_longer_it_reads():
    decoder = wire.Decoder()
    for at in range(0, len(GOOD) * 50, 7):
        decoder.feed((GOOD * 50)[at : at + 7])
    assert len(decoder._buffer) == wire.MAX_FRAME
