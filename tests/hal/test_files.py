"""When the Pico makes a new filesystem, which erases all people: only where nothing can be lost, or where one asks."""

import pytest

from tests.hal.pico import DOG_RESET

SECTOR = 4096
BLANK, WRITTEN = b"\xff" * SECTOR, b"\xff" * (SECTOR - 1) + b"\x00"
DOWN, UP, OK = (1 << 12, 1 << 13, 1 << 14)
PINS = {DOWN: 12, UP: 13, OK: 14}


def start(pico, held=0, let_go_ms=None):
    """Mount with these buttons held, until so many milliseconds have passed."""
    sleep = pico.sleep

    def press(on):
        for button, pin in PINS.items():
            pico.levels[pin] = int(on and held & button != 0)

    def passes(ms):
        sleep(ms)
        if let_go_ms is not None and pico.now_ms >= let_go_ms:
            press(False)

    files = pico.load("flash.files")
    files.sleep_ms = passes
    press(True)
    files.mount()
    return pico.flash.made


def test_a_filesystem_that_is_whole_is_never_made_anew_whatever_is_pressed(pico):
    assert start(pico, OK, 100) == 0


def test_a_new_board_gets_one(pico):
    pico.flash.whole = False
    assert start(pico) == 1 and pico.flash.whole


@pytest.mark.parametrize("roots", [(BLANK, WRITTEN), (WRITTEN, BLANK), (WRITTEN, WRITTEN)])
def test_one_root_that_is_written_keeps_all_people(pico, roots):
    """A root may be blank while it is written anew."""
    pico.flash.whole = False
    pico.flash.blocks = dict(enumerate(roots))
    assert start(pico) == 0


@pytest.mark.parametrize(
    ("held", "let_go_ms", "made"),
    [
        (OK, 200, 1),
        (OK, 4900, 1),
        (OK, None, 0),  # a button that is stuck
        (OK, 5200, 0),
        (OK | UP | DOWN, 200, 0),  # maintenance must find things as they are
        (OK | DOWN, 200, 0),
        (UP, 200, 0),
        (0, None, 0),
    ],
)
def test_only_ok_alone_that_is_let_go_of_in_time_gives_up_all_people(pico, held, let_go_ms, made):
    pico.flash.whole = False
    pico.flash.blocks = dict(enumerate((WRITTEN, WRITTEN)))
    assert start(pico, held, let_go_ms) == made


def test_a_restart_asks_for_nothing(pico):
    pico.flash.whole, pico.cause = False, DOG_RESET
    pico.flash.blocks = dict(enumerate((WRITTEN, WRITTEN)))
    assert start(pico, OK, 200) == 0
