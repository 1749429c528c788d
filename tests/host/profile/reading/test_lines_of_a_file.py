"""What a line of a profile file is about: its field, a day, a text, a comment, or a list that stays open."""

import pytest

from bascule.profile import code_parts
from bascule.profile.mends import DAY, EXAMPLES, NUMBERS, before, field_of, is_day
from bascule.profile.signs import outside, quotes

OPEN, CLOSE = "\u201c", "\u201d"


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("born = 1980", "born"), ('  "born" = 1980', "born"), ("since.hip = 1", "hip"), ("born", "born"),
        ("clearances.a.role", "role"), ("5 = x", ""), ("", ""), ("= 5", ""),
    ],
)  # fmt: skip
def test_the_field_of_a_line_is_known_without_its_table(line, field):
    assert field_of(line) == field


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("issued = x", True), ("expires = 5", True), ("clearances.issued = x", True), ("since.a = x", True),
        ("  since.a = x", True), ("a = 1 August 2026", True), ("a = Aug 1999", True), ("a = 1 Au 2026", False),
        ("a = August 26", False), ("a = August 2126", False), ("name = 1 August 2026", False), ("born = x", False),
        ("issued", False), ("sincere = x", False),
    ],
)  # fmt: skip
def test_a_day_is_known_by_its_field_or_by_a_year_among_words(line, day):
    assert is_day(line) is day


OPEN_LIST, OPEN_TABLE = "Unclosed array", "Unclosed inline table"


@pytest.mark.parametrize(
    ("lines", "number", "said", "found"),
    [
        (['conditions = ["a"'], 0, OPEN_LIST, (0, 'conditions = ["a"]', "does not close its [")),
        (['conditions = ["a",'], 0, OPEN_LIST, (0, 'conditions = ["a"]', "does not close its [")),
        (["since = {a = 1"], 0, OPEN_TABLE, (0, "since = {a = 1}", "does not close its {")),
        (['conditions = ["a"', "born = 1"], 1, OPEN_LIST, (0, 'conditions = ["a"]', "does not close its [")),
        (['conditions = ["a"', '  "b"]'], 1, OPEN_LIST, (0, 'conditions = ["a",', "has no comma behind it")),
        (["conditions = ['a'", "  'b']"], 1, OPEN_LIST, (0, "conditions = ['a',", "has no comma behind it")),
        (['conditions = [', '  "a"', '  "b"', "]"], 2, OPEN_LIST, (1, '  "a",', "has no comma behind it")),
        (['conditions = ["a"'], 0, "Invalid value", None),
        (["born = 1980", "x"], 1, OPEN_LIST, None),
        (['conditions = ["["', "born = 1"], 1, OPEN_LIST, (0, 'conditions = ["["]', "does not close its [")),
    ],
)  # fmt: skip
def test_a_list_that_stays_open_is_told_where_it_should_have_been_closed(lines, number, said, found):
    assert before(lines, number, said) == found


def test_what_stands_in_texts_is_left_alone():
    assert outside('a "b" c', str.upper) == 'A "b" C'
    assert outside("a 'b' c", str.upper) == "A 'b' C"
    assert outside('a "b\\"c" d', str.upper) == 'A "b\\"c" D'
    assert outside("a", str.upper) == "A" and outside("", str.upper) == ""


def test_a_quote_alone_or_one_of_each_kind_is_no_text():
    assert quotes(f"name = {OPEN}") == 'name = "'
    assert quotes(f"name = x{CLOSE}") == 'name = x"'
    assert quotes(f"name = {OPEN}{CLOSE}") == quotes(f"name = '{CLOSE}") == 'name = ""'


@pytest.mark.parametrize("field", EXAMPLES)
def test_every_example_is_one_of_its_field(field):
    assert field_of(EXAMPLES[field]) == field
    if field in NUMBERS:
        assert EXAMPLES[field].partition(" = ")[2].isdigit()
    if field in ("issued", "expires"):
        assert DAY.search(EXAMPLES[field])


@pytest.mark.parametrize(
    ("code", "count"),
    [("a.b.c = 1", 2), ('"a.b".c', 1), ("'a.b'.c.d", 2), ('a."b\\".c".d', 2), ("", 0), ("1.5 # . .", 1)],
)
def test_only_dots_outside_texts_part_a_name(code, count):
    assert code_parts.dots(code) == count


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('a = """x""" # b\nc # d', ['a = """x"""', "c"]),
        ("a = '''x''' + \"\"\"y # z\n# w\"\"\" # v\nb # c", ["a = '''x''' + \"\"\"y", '# w""" # v', "b"]),
        ('# """\na # b', ["", "a"]),
        ('a = "#" + """\n#""" \'\'\'\n#\'\'\'\nb # c', ['a = "#" + """', "#\"\"\" '''", "#'''", "b"]),
        ("a  \t# b", ["a"]),
        ("a\r\nb\n", ["a", "b", ""]),
        ('a = "x" """\n""" # c\nd # e', ['a = "x" """', '""" # c', "d"]),
    ],
)
def test_a_text_of_several_lines_stays_whole_and_every_comment_goes(text, lines):
    assert code_parts.lines(text) == lines
