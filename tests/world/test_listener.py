"""What is overheard on the board's cable, also where a line was cut off."""

from types import SimpleNamespace

import pytest

from firmware.link import wire
from hal.world.clock import Clock
from hal.world.electrics.cable import Cable
from hal.world.hooks import Hooks
from hal.world.listener import Listener

READY = wire.frame([("t", "tel"), ("st", "READY"), ("flt", 0)])
FAULT = wire.frame([("t", "tel"), ("st", "FAULT"), ("flt", 7)])


@pytest.fixture
def overheard():
    world = SimpleNamespace(clock=Clock(), cable=Cable())
    listener = Listener(SimpleNamespace(world=world, hooks=Hooks()))
    return listener, world.cable.accept


@pytest.mark.parametrize("cut", range(1, len(READY)))
def test_a_line_that_a_restart_cut_off_anywhere_takes_nothing_from_the_next(overheard, cut):
    listener, say = overheard
    say(READY[:cut])
    say(b"the board starts anew ")
    say(FAULT)
    assert [(state, fault) for _, state, fault in listener.story] == [("FAULT", 7)]


def test_every_whole_line_is_heard_in_order(overheard):
    listener, say = overheard
    for piece in (READY + FAULT[:9], FAULT[9:], b"an error of the interpreter\n", READY):
        say(piece)
    assert [(state, fault) for _, state, fault in listener.story] == [("READY", 0), ("FAULT", 7), ("READY", 0)]
    assert (listener.state, listener.fault) == ("READY", 0)
    assert list(listener.codes) == [7] and list(listener.states) == ["READY", "FAULT"]
