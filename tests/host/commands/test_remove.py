"""`bascule profile remove`: asks first, and without an answer changes nothing."""

import pytest

from tests.support.host.people_table import PeopleTable, served
from tests.support.host.persons import ANNA, BEN
from tests.support.host.terminal import CTRL_C, CTRL_D, typed

QUESTION = (
    "Remove the profile of Ben from table T-1 on {port}? What the table has counted of the sessions stays there. "
    "(yes, no)"
)


def test_with_yes_it_takes_one_and_leaves_the_others(tell):
    table = PeopleTable(ANNA, BEN)
    code, found, _ = tell(table, "profile", "remove", "ben", "--yes")
    assert (code, found["removed"], found["revision"]) == (0, "ben", 3)
    assert list(table.blobs) == ["anna"]


def test_it_needs_a_name(tell):
    table = PeopleTable(ANNA)
    assert tell(table, "profile", "remove", "--yes")[0] == 2
    assert list(table.blobs) == ["anna"]


def test_where_nobody_can_be_asked_nothing_is_changed_nor_the_table_greeted(tell):
    table = PeopleTable(ANNA, BEN)
    code, found, err = tell(table, "profile", "remove", "ben")
    assert (code, found["error"]["code"]) == (2, "NOT_CONFIRMED")
    assert "nothing was removed" in err and "--yes" in err
    assert (list(table.blobs), table.day) == (["anna", "ben"], 0)


@pytest.mark.parametrize(
    ("answers", "code", "left"),
    [
        (["yes"], 0, ["anna"]), (["perhaps", "y"], 0, ["anna"]), (["no"], 2, ["anna", "ben"]),
        ([CTRL_D], 2, ["anna", "ben"]), ([CTRL_C], 130, ["anna", "ben"]),
    ],
)  # fmt: skip
def test_on_a_terminal_it_asks_by_name_and_obeys(tmp_path, answers, code, left):
    table = PeopleTable(ANNA, BEN)
    with served(table) as stub:
        shown, ended = typed(["profile", "remove", "ben", "-p", stub.port], answers, tmp_path)
    assert " ".join(shown.split()).startswith(QUESTION.format(port=stub.port))
    assert (ended, list(table.blobs)) == (code, left)
    assert (f"removed ben from {stub.port}" in shown) == (code == 0)
    assert "Traceback" not in shown
