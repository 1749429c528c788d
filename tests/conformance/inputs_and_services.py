"""Checks of inputs, uart, watchdog arguments, flash and heap."""

import os
from array import array

from hal import contract
from tests.conformance.tools import ABSENT, IMU, MASK, kind_of, later, read_adc, say, sleep

try:
    from micropython import heap_lock, heap_unlock
except ImportError:

    def heap_lock():
        """CPython has no heap to lock."""

    heap_unlock = heap_lock

PING = b"ping pong"
SLEEP = "the far end sleeps"  # whoever runs this suite lets it, for a second, when it has heard this
_TURNS = 100  # of 20 ms
_ASLEEP_TURNS = 45  # of the second's 50: fewer than that would be left if a buffer of 256 bytes were filled first
_WAITED_MS = 10


def check_inputs_and_adc_agree_with_a_table_at_rest(board):
    bits = board.inputs.bits()
    raw = read_adc(board)
    if not bits & 1 << contract.STOP_CLOSED or bits & 1 << contract.STOP_SHORT:
        return f"STOP loop, bits {bits}"
    supply_mv = raw[contract.SUPPLY] * contract.VOLTAGE_SPAN_MV // contract.ADC_MAX
    return "" if 20000 < supply_mv < 30000 and raw[contract.CURRENT] < 300 else f"adc {list(raw)}"


def check_uart_brings_what_was_sent_then_nothing(board):
    """The far end has sent PING before the board was started."""
    got = b""
    buf = bytearray(3)
    for _ in range(5):
        n = board.uart.read_into(buf)
        got += bytes(buf[:n])
        sleep(board, 20)
    return "" if got == PING and board.uart.read_into(buf) == 0 else f"got {got}"


def check_uart_never_accepts_more_than_it_says(board):
    big = bytearray(b" " * 5000)
    big[4999] = 10
    accepted = board.uart.write(big, 5000)
    more = board.uart.write(big, 5000)
    sleep(board, 100)
    return "" if 0 < accepted < 5000 and more <= accepted else f"accepted {accepted}, then {more}"


def check_uart_takes_nothing_while_the_far_end_sleeps(board):
    """And never waits; awake again, it is written to as before."""
    say(board, SLEEP)
    blank = b" " * (contract.UART_MOST - 1) + b"\n"
    longest = quiet = 0
    for _ in range(_TURNS):
        began_ms = board.clock.now_ms()
        quiet = 0 if board.uart.write(blank, len(blank)) else quiet + 1
        took_ms = (board.clock.now_ms() - began_ms) & MASK
        if took_ms > _WAITED_MS:
            return f"waited {took_ms} ms"
        longest = max(longest, quiet)
        sleep(board, 20)
    return "" if longest >= _ASLEEP_TURNS and not quiet else f"took nothing {longest} times, and {quiet} at the end"


def check_watchdog_range(board):
    for timeout_ms in (0, -1, contract.WATCHDOG_MAX_MS + 1):
        if kind_of(board.watchdog.start, timeout_ms) != contract.RANGE:
            return f"{timeout_ms} accepted"
    return ""


def check_root_keeps_files(board):
    if board.root.endswith("/"):
        return f"root is {board.root}"
    path = board.root + "/check.bin"
    with open(path, "wb") as f:
        f.write(b"kept")
    os.rename(path, board.root + "/check2.bin")
    with open(board.root + "/check2.bin", "rb") as f:
        same = f.read() == b"kept"
    os.remove(board.root + "/check2.bin")
    return "" if same else "read something else"


def check_selftest_and_serial(board):
    failures = board.selftest()
    return "" if failures == () and board.serial else f"{failures} {board.serial}"


def check_image_is_a_digest_or_empty(board):
    told = board.image
    good = not told or (len(told) == 64 and all(digit in "0123456789abcdef" for digit in told))
    return "" if good else f"image {told}"


def check_tick_calls_do_not_allocate(board):
    """Where there is no heap to lock this only shows that the calls work in one tick."""
    burst = bytearray(16)
    raw = array("H", [0] * contract.ADC_CHANNELS)
    board.clock.wait_until(later(board.clock.now_ms(), 20))
    heap_lock()
    try:
        one_tick(board, burst, raw)
        why = ""
    except MemoryError:
        why = "MemoryError"
    heap_unlock()
    return why


def one_tick(board, burst, raw):
    board.clock.now_ms()
    board.i2c.read_into(IMU, 0x1E, burst)
    board.i2c.read_into(IMU, 0x1E, burst)
    try_absent(board, burst)
    try_too_much(board)
    board.adc.read_into(raw)
    board.inputs.bits()
    board.outputs.drive(1)
    board.outputs.contactor(False)
    board.outputs.buzzer(False)
    board.outputs.kick()
    board.outputs.inert()
    board.uart.read_into(burst)
    board.uart.write(b"\n", 1)
    board.watchdog.feed()


def try_absent(board, burst):
    try:
        board.i2c.read_into(ABSENT, 0x1E, burst)
    except OSError:
        return


def try_too_much(board):
    try:
        board.outputs.drive(contract.DRIVE_MAX + 1)
    except OSError:
        return


CHECKS = (
    check_inputs_and_adc_agree_with_a_table_at_rest,
    check_uart_brings_what_was_sent_then_nothing,
    check_uart_never_accepts_more_than_it_says,
    check_uart_takes_nothing_while_the_far_end_sleeps,
    check_watchdog_range,
    check_root_keeps_files,
    check_selftest_and_serial,
    check_image_is_a_digest_or_empty,
    check_tick_calls_do_not_allocate,
)
