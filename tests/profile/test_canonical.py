"""The one way to write JSON."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firmware.profile import canonical

plain = st.characters(exclude_categories=["Cs"])
values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(plain, max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(plain, max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)


def depth(value):
    if isinstance(value, dict):
        value = list(value.values())
    return 1 + max([depth(one) for one in value], default=0) if isinstance(value, list) else 0


@given(values)
def test_agrees_with_another_writer(value):
    expected = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    if depth(value) <= 4:
        assert canonical.write(value) == expected
        assert canonical.read(bytearray(expected)) == value


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" {}",
        b"{} ",
        b'{"a": 1}',
        b'{"b":1,"a":2}',
        b'{"a":1,"a":1}',
        b'{"a":1.0}',
        b'{"a":1e2}',
        b'{"a":-0}',
        b'{"a":01}',
        b'{"a":NaN}',
        b'{"a":Infinity}',
        b'{"a":"\\u00e9"}',
        b'{"a":"\\/"}',
        b'{"a":"\x01"}',
        b'{"a":"\xff"}',
        b'{"a":"\xc0\x80"}',
        b'{"a":"\xed\xa0\x80"}',
        b'{"a":"\\ud800"}',
        b'{"a":"\xf7\xbf\xbf\xbf"}',
        b"\xef\xbb\xbf{}",
        b"[" * 2000,
        b"[" * 2000 + b"]" * 2000,
        b"[[[[[[]]]]]]",
        b"9" * 4000 + b".0",
    ],
)
def test_any_other_way_is_refused(data):
    with pytest.raises(ValueError, match=r"."):
        canonical.read(data)


@pytest.mark.parametrize("value", [1.5, b"x", (1,), {1: 2}, {"a": 2.0}, [[[[[[]]]]]], "\ud800"])
def test_what_cannot_be_written(value):
    with pytest.raises(ValueError, match=r"not|deep"):
        canonical.write(value)


def test_as_deep_as_a_profile_may_ever_go_and_no_deeper():
    assert canonical.read(b'[[{"a":[1]}]]') == [[{"a": [1]}]]
    with pytest.raises(ValueError, match="deep"):
        canonical.write([[[[[1]]]]])


def test_characters_of_every_length():
    text = "\x7f\x80\u07ff\u0800\ud7ff\ue000\uffff\U00010000\U0010ffff"
    assert canonical.read(canonical.write(text)) == text


def test_huge_numbers_are_numbers():
    data = b'{"a":' + b"9" * 4000 + b"}"
    assert canonical.read(data)["a"] == 10**4000 - 1


@pytest.mark.parametrize("wrap", [lambda one: [one], lambda one: {"a": one}, lambda one: [{"a": one}]])
def test_four_levels_of_anything_are_as_deep_as_it_goes(wrap):
    """A list, a table, or one in the other: what is deeper would need a stack that the table has not got."""
    one = 1
    for _ in range(4):
        one = wrap(one)
        if depth(one) <= 4:
            assert canonical.read(memoryview(canonical.write(one))) == one
    while depth(one) <= 4:
        one = wrap(one)
    with pytest.raises(ValueError, match="deep"):
        canonical.write(one)
