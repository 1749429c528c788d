"""Composition root: a board becomes a running table. Whatever escapes, the outputs go inert and the board restarts."""

try:
    # A stray Ctrl-C on the serial line must never end the program.
    from micropython import kbd_intr

    kbd_intr(-1)
except ImportError:
    pass

from array import array

from firmware import maintenance
from firmware.drivers import inputs
from firmware.drivers.ds3231 import Ds3231
from firmware.executive import Executive
from firmware.link.server import Server
from firmware.panel.menu import Menu
from firmware.recovery import BareCalendar, BareChosen
from firmware.screening.conditions import reason
from firmware.status import Status
from firmware.store.calendar import Calendar
from firmware.store.language import Language
from firmware.person.chosen import Chosen
from firmware.store.people import People
from firmware.store.restarts import Restarts
from firmware.words.catalogue import Catalogue

_MOST_RESTARTS = 3
_ADC_CHANNELS = 4
_FLASH = "flash"  # the filesystem, among the names of board.selftest(),
_FULL = "flash_full"  # and that it works and has no room


def main(board):
    """Run the table on this board. A restart finds the table where it is and brings it up.

    Returns only for maintenance, with the outputs inert; never from service.
    """
    in_service = True
    try:
        board.outputs.inert()
        in_service = not maintenance.asked(board)
        if in_service:
            build(board).run()
    except Exception as escaped:  # noqa: BLE001 - its words go out, then the board restarts
        in_service = True
        board.outputs.inert()
        _say(board.uart, ("\nescaped: %r\n" % escaped).encode())
    finally:
        if in_service:
            try:
                board.outputs.inert()
            finally:
                board.reset()


def _say(uart, words):
    """As far as the port takes them."""
    while words:
        taken = uart.write(words, len(words))
        if not taken:
            return
        words = words[taken:]


def build(board):
    """Make every object of the table; without what is stored when the board is not well or keeps restarting."""
    status = Status()
    failed = board.selftest()
    status.selftest = " ".join(failed)
    status.image = board.image
    restarts = Restarts(board.root, board.reset_cause() == maintenance.POWER_ON)
    # Whoever has to read what is wrong reads it in their language: only a flash that failed is not asked for it.
    words = Catalogue(None if _FLASH in failed else Language(board.root))
    if failed:
        reasons = [reason("FLASH_FULL")] if _FULL in failed else []
        if len(failed) > len(reasons):
            reasons.append(reason("SELFTEST", status.selftest))
        if _FLASH in failed:
            reasons.append(reason("FLASH"))
        code = "FLASH_FULL" if _FULL in failed else ""
        calendar, chosen = BareCalendar(code), BareChosen(reasons, code)
    elif restarts.newer:
        calendar, chosen = BareCalendar("STORED_NEWER"), BareChosen([reason("RESTARTS_NEWER")], "STORED_NEWER")
    elif restarts.count > _MOST_RESTARTS:
        calendar, chosen = BareCalendar(), BareChosen([reason("RECOVERY")])
    else:
        calendar, chosen = _stored(board)
    # Somebody at the table vouches for the laptop's clock against the one that the table keeps.
    vouched = board.inputs.bits() & inputs.OK
    menu = Menu(chosen, board.clock.now_ms(), calendar.forget if vouched else None, calendar.vouch, words)
    server = Server(board.uart, status, chosen, menu, calendar, board.serial)
    adc_buffer = array("H", [0] * _ADC_CHANNELS)
    return Executive(board, chosen, menu, calendar, server, restarts, status, adc_buffer)


def _stored(board):
    calendar = Calendar(board.root, Ds3231(board.i2c), board.clock.now_ms())
    locks = [reason("CLOCK_NEWER")] if calendar.newer else []
    return calendar, Chosen(People(board.root), locks)
