"""What may be typed at a simulated table, and that the help names all of it."""

import re
import string

import pytest
from click.testing import CliRunner

from bascule.cli.main import cli
from bascule.simulator import front
from bascule.simulator.hands import HELP, Hands


class Buttons:
    """A table of which only the buttons are looked at."""

    def __init__(self):
        self.touched = []

    def __getattr__(self, name):
        if name == "world":
            return type("World", (), {"now_s": 0.0})
        return lambda *words: self.touched.append((name, *words))


@pytest.fixture(scope="module")
def help_text():
    return " ".join(CliRunner().invoke(cli, ["sim", "--help"]).output.split())


def does_something(key):
    table = Buttons()
    hands = Hands(table)
    hands.key(key)
    return bool(table.touched) or hands.quit


KEYS = [key for key in string.printable if does_something(key)]


def test_there_are_keys():
    assert sorted(KEYS) == sorted("dnuoslq")


@pytest.mark.parametrize("key", KEYS)
def test_the_help_names_every_key(key, help_text):
    on_a_terminal = help_text.partition("On a terminal:")[2].partition("Otherwise")[0]
    assert re.search(rf"[ ,] ?{key} [a-z]+s[ .]", on_a_terminal)
    assert re.search(rf"(^|; ){key} ", front.KEYS)


@pytest.mark.parametrize("line", HELP.split(", "))
def test_the_help_names_every_line_and_each_is_understood(line, help_text):
    assert line in help_text
    for said in {line.replace("[SECONDS]", "2"), line.replace(" [SECONDS]", "")}:
        words = [word.split("|") for word in said.split()]
        for at in range(max(len(choices) for choices in words)):
            hands = Hands(Buttons())
            assert hands.line(" ".join(choices[min(at, len(choices) - 1)] for choices in words))
