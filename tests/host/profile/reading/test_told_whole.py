"""What is told of a value: whole sentences and values, at the last place where they hold and one past it."""

import datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest

from bascule.conditions import lookup
from bascule.errors import Problem
from bascule.facts import Cap
from bascule.profile import checked, difference, file_form, laptop_only, mends, objections, reader, slips, words, writer
from bascule.profile.reader import Read
from firmware.profile import form
from firmware.screening import dose
from tests.support.laptop import ANNA


def told(fields, place):
    """(text, condition) of a reason about that place."""
    (one,) = objections.worded(Read(fields), [("X", place, "It is wrong.")])
    return one.text, one.condition


def test_a_condition_is_named_up_to_the_longest_key_that_the_form_takes():
    for length in (39, 40, 41):
        key = "a" * length
        assert told({"conditions": [key]}, "conditions[0]")[1] == (key if length <= 40 else ""), length


def test_of_a_place_that_is_not_there_nothing_is_told_but_what_is_wrong():
    for fields, place in (
        ({}, "id"), ({"conditions": ["a"]}, "conditions[1]"), ({"conditions": ["a"]}, "conditions[2]"),
        ({"conditions": 5}, "conditions[0]"), ({"clearances": [5]}, "clearances[0].condition"),
    ):  # fmt: skip
        assert told(fields, place) == ("It is wrong.", ""), place


def test_what_stands_at_a_place_is_found_though_another_field_begins_the_same():
    """A dot may be part of a name, and the field before it a number or a text."""
    for first in (5, "abc", None):
        assert told({"a": first, "a.b": 7}, "a.b") == ("It is wrong. It says 7.", "")
    assert told({"a": 5}, "a.b") == ("It is wrong.", "")
    for fields, place in (
        ({"a": {"b": 1}, "b": 7}, "b"), ({"a": {"bc": 1}, "abc": 7}, "abc"), ({"A": [7]}, "A[0]"),
        ({"conditions": [["a", 1], 7]}, "conditions[1]"),
    ):  # fmt: skip
        assert told(fields, place)[0] == "It is wrong. It says 7."


def test_what_a_newer_table_holds_is_told_in_the_units_of_the_file_and_otherwise_as_it_is():
    rows = [
        ({"issued": 20261123}, {"issued": datetime.date(2026, 11, 23)}),
        ({"issued": 99991231}, {"issued": datetime.date(9999, 12, 31)}),
        ({"issued": 20261131}, {"issued": 20261131}),
        ({"max_inversion_cdeg": 18000}, {"max_inversion_deg": 180}),
        ({"zones": [{"issued": 20261123}]}, {"zones": [{"issued": 20261123}]}),
        ({"clearances": [{"hold_cdeg": 2050}, 5]}, {"clearances": [{"hold_deg": 20.5}, 5]}),
    ]
    for wire, fields in rows:
        assert file_form.from_wire(wire) == fields


def test_what_is_kept_for_the_laptop_has_lines_and_no_other_sign_that_nobody_sees():
    for sign, wrong in (("\n", False), ("\t", True), ("\0", True), ("\x0b", True), ("\u200b", True)):
        fields, kept, reasons = laptop_only.parted({"id": "a", "notes": f"a{sign}b"})
        assert (fields, kept.notes, len(reasons)) == ({"id": "a"}, "" if wrong else f"a{sign}b", int(wrong)), repr(sign)


def unknown(key):
    return [one.text for one in checked._unknown([key])]


def test_of_a_name_that_is_none_no_more_is_said_than_is_known(monkeypatch):
    """One that has the name for certain is told without a question; of eight that may be meant none is left out."""
    assert unknown("thr") == ["conditions[0]: 'thr' is not known here. It is called total_hip_replacement: write that."]
    every = sorted(lookup.catalogue.known(), key=lambda one: one.key)
    for count in (7, 8, 9):
        found = lookup.Meant(False, tuple(one for one in every if one.key != lookup.OTHER)[:count])
        monkeypatch.setattr(checked.lookup, "meant", lambda _, found=found: found)
        (text,) = unknown("abc")
        assert ("or another one" in text) is (count > 8), count
        assert sum(one.key in text for one in found.conditions[:8]) == min(count, 8)


def test_of_clearances_that_were_changed_each_is_told_as_its_own_in_any_order():
    ours = [{"condition": key, "max_inversion_deg": 10} for key in ("sciatica", "hip_dysplasia")]
    theirs = [{**one, "max_inversion_deg": 15} for one in reversed(ours)]
    assert difference.between({"clearances": ours}, {"clearances": theirs}) == [
        difference.Difference(f"clearance of {one['condition']}: max_inversion_deg", 10, 15) for one in ours
    ]


def test_a_list_that_is_open_is_told_at_the_line_that_it_is_for():
    comma, bracket = "has no comma behind it", "does not close its ["
    rows = [
        (['a = [ "x"', '  "y" ]'], 1, (0, 'a = [ "x",', comma)),
        (['a = [ "x"', '  "y"', "  'z' ]"], 2, (1, '  "y",', comma)),
        (["a = [ 5", '  "y" ]'], 1, (0, "a = [ 5]", bracket)),
        (['a = [ "x"', 'b = "y"', '"z" ]'], 2, (0, 'a = [ "x",', comma)),
        (['a = [ "x"', 'b = ] "y"', '"z" ]'], 2, (0, 'a = [ "x",', comma)),
        (['a = [ "x",', "b = 5"], 1, (0, 'a = [ "x"]', bracket)),
        (["b = 5", 'a = [ "x"'], 1, (1, 'a = [ "x"]', bracket)),
        (["b = 5", 'a = [ "x"', ""], 1, None),
        (["a = [ 5", "b = 5"], 0, None),
        (["a = { b = 5"], 0, (0, "a = { b = 5}", "does not close its {")),
    ]
    for lines, number, expected in rows:
        assert mends.before(lines, number, "Unclosed array") == expected, lines
        assert mends.before(lines, number, "Invalid value") is None


def test_the_longest_line_and_the_most_dots_are_read_beside_a_comment_that_is_longer():
    comment = "\n# " + "x." * 3000
    for code, first, second in (
        ("LINE_TOO_LONG", 'a = "' + "x" * (reader.MAX_LINE - 6) + '"', 'a = "' + "x" * (reader.MAX_LINE - 5) + '"'),
        ("NOT_TOML", "a" + ".a" * reader.MAX_DOTS + " = 1", "a" + ".a" * (reader.MAX_DOTS + 1) + " = 1"),
    ):
        assert reader.from_toml((first + comment).encode()).reasons == ()
        assert [one.code for one in reader.from_toml((second + comment).encode()).reasons] == [code]


def test_what_no_table_knows_yet_is_read_as_it_stands():
    for fields in ({"zones": {"a": 5}}, {"aims": [{"hold_deg": 5}]}, {"zones": [{"issued": 5}]}):
        assert reader.from_fields(fields) == Read(fields)


def test_what_stands_in_a_table_that_is_not_known_is_read_in_the_types_that_the_form_judges():
    read = reader.from_fields({"zones": {"a": datetime.date(2026, 11, 23), "b": [{"c": datetime.time(10)}]}})
    assert read.profile == {"zones": {"a": "2026-11-23", "b": [{"c": "10:00:00"}]}}


def test_a_file_is_read_on_a_laptop_whose_files_are_never_waited_for(tmp_path, monkeypatch):
    """Windows has no such flag."""
    path = tmp_path / "anna.toml"
    path.write_text('id = "anna"', "utf-8")
    monkeypatch.delattr(reader.os, "O_NONBLOCK", raising=False)
    assert reader.read(path) == Read({"id": "anna"})


def test_a_value_is_told_as_it_would_be_written():
    rows = [(True, "true"), (Decimal("1E+30"), "1E+30"), (Decimal("NaN"), "NaN"), ("A", "'A'"), (5, "5")]
    assert [reader.short(value) for value, _ in rows] == [said for _, said in rows]


def test_nothing_is_told_to_be_written_that_could_not_be_read_either():
    example = 'write each line as field = value, for example name = "Anna".'
    rows = [
        (
            "born = 1980;\na = 1e99999999999999999999\nid = 5;",
            "Line 1 has a sign too many at its end: write born = 1980.",
        ),
        ('a = [ 5\n  "y" ]', f"Line 2 cannot be read (Unclosed array): {example}"),
        ("a = [ 1,\n 2\nb = 5", f"Line 3 cannot be read (Unclosed array): {example}"),
        ("a =", f"Line 1 cannot be read (Invalid value): {example}"),
        (
            "since.a = 2026-02-30T10:00:00",
            "Line 1 has a day or a time that does not exist: write a date, as 2026-11-01.",
        ),
    ]
    for text, expected in rows:
        assert [one.text for one in slips.found(text)] == [expected], text


def test_the_last_step_is_the_one_of_the_angle_at_which_it_is_held():
    for cdeg in range(1000, 6100, 50):
        held = SimpleNamespace(caps=[Cap(60, "table_rating", ""), Cap(cdeg / 100, words.HOLD, "")])
        assert words.last_step(held) == dose.held_step(cdeg), cdeg
    assert words.last_step(SimpleNamespace(caps=[Cap(20, "table_rating", "")])) == dose.held_step(0)


def test_a_file_is_written_with_plain_numbers_and_comments_at_their_own_fields_only():
    wanted = {
        "max_inversion_deg": (Decimal("25.0"), "25 # degrees past horizontal, 1 to 90"),
        "hold_deg": (Decimal("22.5"), "22.5 # the steps do not pass this angle for now"),
        "role": ("physician", '"physician" # or "orthopaedic_surgeon"'),
        "zone": ("physician", '"physician"'),
        "aim": (Decimal("-22.5"), "-22.5"),
    }
    written = writer.written({key: value for key, (value, _) in wanted.items()})
    assert written.split("\n")[1:-1] == [f"{key} = {text}" for key, (_, text) in wanted.items()]


def test_a_profile_that_was_pushed_in_another_form_has_no_file_that_is_exactly_it():
    """Neither one that comes before its own form in the alphabet nor one that comes after it."""
    blob = form.to_wire(ANNA)
    assert form.to_wire(reader.from_toml(writer.as_text(blob).encode()).profile) == blob
    for other in (b" " + blob, blob + b" ", blob.replace(b'","', b'", "', 1)):
        with pytest.raises(Problem) as caught:
            writer.as_text(other)
        assert caught.value.code == "NOT_EXACT"
