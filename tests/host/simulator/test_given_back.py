"""What a simulated table takes it gives back, and keeps for as long as it runs: the folder, the keys of a terminal."""

import contextlib
import signal
import termios
import tty

import pytest

from bascule.errors import Problem
from bascule.simulator import home, interrupts, keyboard, session
from bascule.simulator.picture import Sample
from hal.world.errors import WorldError


def test_no_second_table_takes_the_folder_while_the_first_one_runs(tmp_path):
    with home.held(tmp_path):
        with pytest.raises(Problem) as told, home.held(tmp_path):
            pass
        assert told.value.code == "FOLDER_IN_USE"
    with home.held(tmp_path):
        pass


def test_a_terminal_gets_its_keys_back_whatever_ends_the_table(monkeypatch):
    done = []
    monkeypatch.setattr(keyboard, "_on_our_terminal", lambda: True)
    monkeypatch.setattr(keyboard, "Typed", lambda keys: keys)
    monkeypatch.setattr(termios, "tcgetattr", lambda _number: "as it was")
    monkeypatch.setattr(termios, "tcsetattr", lambda _number, _when, settings: done.append(settings))
    monkeypatch.setattr(tty, "setcbreak", lambda _number, _when: done.append("single keys"))

    def fails():
        with keyboard.typed():
            assert done == ["single keys"]
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert done == ["single keys", "as it was"]


@pytest.mark.parametrize("ends", [None, WorldError("the firmware hung"), ZeroDivisionError()])
def test_ctrl_c_ends_a_program_again_once_its_table_has_gone(ends):
    """A flag that nobody looks at any more would swallow it."""
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.getsignal(number) for number in numbers]
    with contextlib.suppress(Problem, ZeroDivisionError), interrupts.flagged() as seen:
        assert [signal.getsignal(number) for number in numbers] == [seen.note, seen.note]
        if ends:
            raise ends
    assert [signal.getsignal(number) for number in numbers] == before


@pytest.mark.parametrize(("deg", "paused_s"), [(0.9, 2.0), (1.1, 0.0), (-0.9, 2.0), (-1.1, 0.0), (-60.0, 0.0)])
def test_a_pause_counts_only_at_level(deg, paused_s):
    samples = [Sample(float(at), deg, 0.0, 15.0, 0.0, "LEVEL_PAUSE") for at in range(3)]
    assert session.paused_at_level_s(samples) == paused_s
