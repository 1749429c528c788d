"""What is said while a screen is drawn is said when it is gone, and a lost port is not an empty table."""

import io

import pytest

from bascule import output
from bascule.errors import NO_TABLE, REFUSED, Problem
from bascule.table import people


def test_nobody_misses_a_warning_that_came_while_a_screen_was_drawn(capsys):
    with output.notes_kept() as kept:
        for text in ("the table failed", "the clock was refused", "the table failed"):
            output.note(text)
        assert capsys.readouterr().err == ""
        assert kept == ["the table failed", "the clock was refused"]
    assert capsys.readouterr().err == "the table failed\nthe clock was refused\n"


@pytest.mark.parametrize("code", ["PAST_END", "PORT_LOST", "NO_ANSWER"])
def test_a_lost_port_is_not_called_an_empty_table(mocker, code):
    table = mocker.Mock(**{"ask.side_effect": Problem(NO_TABLE, code, "text")})
    if code == "PAST_END":
        assert people.chosen(table) is None
        return
    with pytest.raises(Problem):
        people.chosen(table)


def test_a_table_that_moves_tells_of_the_chosen_person_alone(mocker):
    anna = {"id": "anna", "name": "Anna", "verdict": "usable", "lim": 1500, "chosen": 1}
    busy = Problem(REFUSED, "NOT_UPRIGHT", "text")
    assert people.chosen(mocker.Mock(**{"ask.side_effect": [busy, anna]})).id == "anna"


@pytest.mark.parametrize("errors", ["strict", "surrogateescape"])
def test_a_name_that_the_terminal_cannot_show_does_not_end_the_command(monkeypatch, errors):
    """As in the C locale, where Python opens stdout with the second."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors=errors)
    monkeypatch.setattr("sys.stdout", stream)
    output._take_any_sign()
    stream.write("J\u00f6rg\n")
    stream.flush()
    assert stream.buffer.getvalue() == b"J?rg\n"
