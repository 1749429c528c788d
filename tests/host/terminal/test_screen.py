"""A terminal that was away, as after Ctrl-Z and fg, is drawn again although nothing has changed."""

import contextlib
import os
import pty
import select
import signal

import pytest

from bascule.terminal import pause, screen


@pytest.fixture
def terminal():
    """The stream of a terminal, and a call that gives what was sent to it since the last one."""
    master, slave = pty.openpty()

    def shown():
        said = b""
        while select.select([master], [], [], 0.03)[0]:
            said += os.read(master, 65536)
        return said.decode()

    with os.fdopen(slave, "w") as stream:
        yield stream, shown
    os.close(master)


def test_whoever_comes_back_to_a_table_that_stands_still_sees_it(terminal, monkeypatch):
    stream, shown = terminal
    monkeypatch.setattr(pause.os, "kill", lambda *_: None)
    with screen.Screen(stream) as drawn:
        drawn.draw(["the angle"])
        assert "the angle" in shown()
        drawn.draw(["the angle"])
        assert shown() == ""
        signal.raise_signal(signal.SIGTSTP)
        shown()
        drawn.draw(["the angle"])
        assert "the angle" in shown()


def test_a_terminal_has_its_cursor_and_its_first_screen_again(terminal):
    stream, shown = terminal
    with screen.Screen(stream):
        assert shown().endswith("\x1b[?1049h\x1b[?25l\x1b[?7l")
    assert shown() == "\x1b[0m\x1b[?7h\x1b[?25h\x1b[?1049l"


@pytest.mark.parametrize("failure", [None, ZeroDivisionError])
def test_a_screen_that_is_gone_answers_no_signal(terminal, failure):
    """Ctrl-Z would write to what may be another file by then, and SIGTERM would end a program in its own words."""
    signals = (signal.SIGTERM, signal.SIGTSTP)
    before = [signal.signal(number, signal.SIG_DFL) for number in signals]
    try:
        with contextlib.suppress(ZeroDivisionError), screen.Screen(terminal[0]):
            assert signal.SIG_DFL not in map(signal.getsignal, signals)
            if failure:
                raise failure
        assert list(map(signal.getsignal, signals)) == [signal.SIG_DFL, signal.SIG_DFL]
    finally:
        for number, handler in zip(signals, before, strict=True):
            signal.signal(number, handler)


def test_a_screen_leaves_no_file_open(terminal):
    number = os.open(os.devnull, os.O_RDONLY)
    os.close(number)
    with screen.Screen(terminal[0]):
        assert os.path.exists(f"/dev/fd/{number}")
    assert not os.path.exists(f"/dev/fd/{number}")
