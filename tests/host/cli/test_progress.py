"""How far long work has come: one line on a terminal, gone before anything else is printed, and none anywhere else."""

import io

import pytest

from bascule import output

BACK = output._Progress._BACK


class Terminal(io.StringIO):
    """Keeps what is shown, as a terminal does."""

    def isatty(self):
        return True


def on_terminal(mocker):
    """What a terminal on stderr has got, from now on."""
    terminal = mocker.patch("sys.stderr", Terminal())
    mocker.patch.object(output, "_progress", output._Progress())
    return terminal.getvalue


def test_each_line_takes_the_place_of_the_one_before(mocker):
    shown = on_terminal(mocker)
    for text in ("1 of 2", "2 of 2"):
        output._progress.show(text)
    assert shown() == BACK + "1 of 2" + BACK + "2 of 2"


@pytest.mark.parametrize("then", [output.note, output.prompt, lambda text: output.say([text])])
def test_it_is_cleared_once_before_anything_else_and_again_only_after_another(capsys, mocker, then):
    shown = on_terminal(mocker)
    then("first")
    assert BACK not in shown()
    for count in (2, 4):
        output._progress.show("on the way")
        for _ in range(3):
            then("said")
        assert shown().count(BACK) == count
    assert BACK not in capsys.readouterr().out


def test_what_is_no_terminal_sees_none(mocker):
    seen = mocker.patch("sys.stderr", io.StringIO())
    progress = output._Progress()
    progress.show("on the way")
    progress.clear()
    assert seen.getvalue() == ""
