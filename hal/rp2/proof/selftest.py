"""Proves at start-up that every binding reaches what it is bound to, with the motor disconnected throughout."""

import os
from array import array
from time import sleep_ms, ticks_diff, ticks_ms

from machine import ADC, freq, mem32

from hal import contract
from hal.rp2 import pins
from hal.rp2.flash import program
from hal.rp2.proof import clock_chip

_WATCHDOG_CTRL = 0x40058000  # RP2040 datasheet 4.7.6
_WATCHDOG_ENABLE = 1 << 30
_PWM_SLICE = 0x40050000 + 20 * (pins.BRIDGE_DOWN // 2)  # 4.5.3: CSR, then DIV
_PWM_DIV = _PWM_SLICE + 4
_RUNNING = 1  # of CSR: on, free running, and neither output inverted
_UNDIVIDED = 1 << 4
_PIN_CTRL = 0x40014004  # 2.19.6.1: GPIO0_CTRL, then eight bytes further each
_FUNCTION = 0x1F
_PWM_FUNCTION = 4
_PWM_CC = _PWM_SLICE + 12
_PWM_TOP = _PWM_SLICE + 16
_TEMPERATURE = 4  # the ADC's own channel, inside the chip
_CLOSING_MS = 60  # a contactor whose coil has just been switched off

# WHO_AM_I of either tilt sensor: address, register, answer.
_IMUS = ((0x6A, 0x0F, 0x6C), (0x69, 0x75, 0x68))
_STRAPPED_WRONG = (0x6B, 0x0F, None)
_RTC = 0x68
_DISPLAY = 0x3C
_COMMANDS = 0x00  # the display cannot be read: it acknowledges a command that does nothing
_NOP = b"\xe3"
_FULL = "flash_full"
_ENOSPC = 28


def run(board):
    """The names of what does not work, as a tuple. The watchdog runs from here on, at its longest.

    A check gives true, or false where its name will do, or a name that says more.
    """
    checks = (
        ("clock", _clock),
        ("watchdog", _watchdog),
        ("contactor", _contactor),
        ("bridge", _bridge),
        ("deadman", _deadman),
        ("adc", _adc),
        ("volts", _volts),
        ("flash", _flash),
        ("imu", _imu),
        ("rtc", _rtc),
        ("display", _display),
        ("program", _program),
    )
    failed = []
    for name, check in checks:
        found = check(board)
        if not found:
            failed.append(name)
        elif type(found) is str:
            failed.append(found)
    board.outputs.inert()
    return tuple(failed)


def _clock(board):
    """20 ms of the firmware's clock are 20 ms of the chip's."""
    began_ms = ticks_ms()
    now_ms = board.clock.now_ms()
    board.clock.wait_until((now_ms + 20) & (contract.TICKS_PERIOD - 1))
    return 20 <= ticks_diff(ticks_ms(), began_ms) <= 22 and ticks_diff(board.clock.now_ms(), now_ms) >= 20


def _watchdog(board):
    board.watchdog.start(contract.WATCHDOG_MAX_MS)
    before = mem32[_WATCHDOG_CTRL]
    sleep_ms(2)
    after = mem32[_WATCHDOG_CTRL]
    return before & _WATCHDOG_ENABLE and after & 0xFFFFFF < before & 0xFFFFFF


def _contactor(board):
    """It opens; a start may find it on its way."""
    board.outputs.contactor(False)
    sleep_ms(_CLOSING_MS)
    return not board.inputs.bits() >> contract.CONTACTOR_CLOSED & 1


def _bridge(board):
    """Both pins belong to a PWM that runs at 20 kHz and inverts nothing, and what is asked for stands in its compare
    registers. Contactor open and enable line low.
    """
    for number in (pins.BRIDGE_DOWN, pins.BRIDGE_UP):
        if mem32[_PIN_CTRL + 8 * number] & _FUNCTION != _PWM_FUNCTION:
            return False
    if mem32[_PWM_SLICE] != _RUNNING or mem32[_PWM_DIV] != _UNDIVIDED:
        return False
    top = mem32[_PWM_TOP] + 1
    found = []
    for permille in (250, -500, 0):
        board.outputs.drive(permille)
        compare = mem32[_PWM_CC]
        found.append((round((compare & 0xFFFF) * 100 / top), round((compare >> 16) * 100 / top)))
    return found == [(100, 75), (50, 100), (100, 100)] and 19900 <= freq() // top <= 20100


def _deadman(board):
    """The enable line is low, rises with a kick, and falls by itself. Contactor open, drive 0."""
    if board.outputs.enabled():
        return False
    board.outputs.kick()
    sleep_ms(10)
    rose = board.outputs.enabled()
    sleep_ms(contract.DEADMAN_MS + 25)
    return rose and not board.outputs.enabled()


def _adc(board):
    """The reference is right when the chip's own temperature is one that people live at: 10 to 60 degrees."""
    raw = ADC(_TEMPERATURE).read_u16()
    board.adc.read_into(array("H", [0] * contract.ADC_CHANNELS))
    return 12800 <= raw <= 14700


def _volts(board):
    """The wire that chooses between motor supply and battery: without it both read the battery."""
    return board.adc.wired()


def _flash(board):
    """Whether a file can be written, read and removed; _FULL where there is no room for it."""
    path = board.root + "/selftest.tmp"
    mark = b"%d" % board.clock.now_ms()
    try:
        with open(path, "wb") as file:
            file.write(mark)
        with open(path, "rb") as file:
            same = file.read() == mark
        os.remove(path)
    except OSError as failure:
        return _FULL if failure.args[0] == _ENOSPC else False
    return same


def _imu(board):
    """Whether one that is known answers; otherwise what another chip calls itself, where one answers in its place."""
    strangers = []
    for address, register, answer in _IMUS + (_STRAPPED_WRONG,):
        found = _read(board, address, register)
        if found == answer:
            return True
        if found >= 0:
            strangers.append("imu=%02xh@%02xh" % (found, address))
    return strangers[0] if strangers else False


def _rtc(board):
    registers = bytearray(clock_chip.REGISTERS)
    try:
        board.i2c.read_into(_RTC, 0, registers)
    except OSError:
        return False
    return clock_chip.is_ds3231(registers)


def _display(board):
    try:
        board.i2c.write(_DISPLAY, _COMMANDS, _NOP)
    except OSError:
        return False
    return True


def _program(board):
    """No bit of the program in flash has changed since it was put there."""
    board.image, whole = program.judged()
    return whole


def _read(board, address, register):
    """One register, -1 when nobody answers."""
    one = bytearray(1)
    try:
        board.i2c.read_into(address, register, one)
    except OSError:
        return -1
    return one[0]
