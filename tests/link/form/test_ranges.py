"""What a command may say: the last value that is taken, the first that is not, and what a laptop is told of it."""

import base64

import pytest

from firmware.link.checks import Refusal, check, has_id, raw
from firmware.link.messages import BASE64, CHOICE, COMMANDS, INT, MAX_INT, TEXT
from tests.link.commands import GOOD

FIELDS = [(name, *field[:3]) for name, row in COMMANDS.items() for field in row[1]]
DIGITS = "0123456789abcdef"


def with_value(command, field, value):
    return {"i": 1, "c": command, **GOOD[command], field: value}


def refused(command, field, value):
    """(code, detail) of a command with this value, which names the field."""
    with pytest.raises(Refusal) as caught:
        check(with_value(command, field, value))
    assert caught.value.field == field
    return caught.value.code, caught.value.detail


def of_length(kind, length):
    return base64.b64encode(b"x" * length).decode() if kind == BASE64 else "x" * length


@pytest.mark.parametrize(("command", "field", "kind", "bounds"), FIELDS)
def test_the_ends_of_a_range_are_taken_and_what_is_beyond_is_refused_with_the_range(command, field, kind, bounds):
    if kind == INT:
        least, most = bounds
        said = f"It must be from {least} to {most}."
        taken, beyond = (least, most), (least - 1, most + 1)
    elif kind == CHOICE:
        said = f"It must be one of {', '.join(bounds)}."
        taken, beyond = bounds, ("", bounds[0] + "x", bounds[0].upper())
    elif kind in (TEXT, BASE64):
        unit = "have {} to {} characters" if kind == TEXT else "be base64 of {} to {} bytes"
        said = f"It must {unit.format(*bounds)}."
        taken = [of_length(kind, length) for length in bounds]
        beyond = [of_length(kind, length) for length in (bounds[0] - 1, bounds[1] + 1) if length >= 0]
    else:
        said = "It must be 64 lowercase hex digits."
        taken, beyond = (DIGITS * 4, DIGITS[::-1] * 4), (DIGITS * 4 + "0", "F" * 64, "0" * 63 + "g", "0" * 63, "")
    for value in taken:
        check(with_value(command, field, value))
    for value in beyond:
        assert refused(command, field, value) == ("OUT_OF_RANGE", said)


@pytest.mark.parametrize(("command", "field", "kind", "bounds"), FIELDS)
def test_another_kind_of_value_is_refused_with_the_kind(command, field, kind, bounds):
    odd, said = (("1", True, None), "a whole number") if kind == INT else ((1, True, None), "text")
    for value in odd:
        assert refused(command, field, value) == ("WRONG_TYPE", f"It must be {said}.")


def test_of_several_unknown_fields_the_first_is_named_and_no_further_than_fits():
    with pytest.raises(Refusal) as caught:
        check({"i": 1, "c": "panel", "z": 1, "b" * 41: 1, "c2": 1})
    assert (caught.value.code, caught.value.field, caught.value.detail) == ("UNKNOWN_FIELD", "b" * 40, "")


def test_only_a_whole_number_of_31_bits_tells_an_answer_from_others():
    assert all(has_id({"i": one}) for one in (0, 1, MAX_INT))
    assert not any(has_id({"i": one}) for one in (-1, MAX_INT + 1, True, "1", None)) and not has_id({})


@pytest.mark.parametrize("data", [b"", b"a", b"ab", b"abc", bytes(range(256))])
def test_bytes_are_read_from_the_one_standard_way_to_write_them(data):
    text = base64.b64encode(data).decode()
    assert raw(text) == data
    for odd in (text + "=", text + "\n", " " + text, text[:-1] + "?"):
        assert raw(odd) is None


def test_what_the_laptop_may_send_changes_nothing_before_a_hello_but_what_only_reads_is_answered():
    assert [name for name, row in COMMANDS.items() if row[0]] == [
        "clock.set", "language.set", "profile.put", "profile.commit", "profile.remove",
    ]  # fmt: skip
