"""Checks of bridge, dead-man and contactor, seen through the current and the mirror contact."""

from hal import contract
from tests.conformance.tools import closed, kind_of, later, read_adc, sleep, stop_motor


def check_drive_range(board):
    for permille in (-1001, 1001, 100000):
        if kind_of(board.outputs.drive, permille) != contract.RANGE:
            return f"{permille} accepted"
    for permille in (-1000, 1000, 0):
        if kind_of(board.outputs.drive, permille):
            return f"{permille} refused"
    return ""


def check_contactor_follows_within_50_ms(board):
    for on in (True, False, True):
        board.outputs.contactor(on)
        sleep(board, 60)
        if closed(board) != on:
            return f"mirror says {closed(board)}, coil is {on}"
    board.outputs.inert()
    sleep(board, 60)
    return "closed after inert" if closed(board) else ""


def check_motor_runs_while_kicked_and_not_otherwise(board):
    board.outputs.contactor(True)
    sleep(board, 60)
    board.outputs.drive(300)
    sleep(board, 60, kick=True)
    kicked = read_adc(board)[contract.CURRENT]
    sleep(board, 100)
    left = read_adc(board)[contract.CURRENT]
    sleep(board, 20, kick=True)
    sleep(board, 20)
    again = read_adc(board)[contract.CURRENT]
    stop_motor(board)
    if kicked < 1000 or again < 1000:
        return f"no current while kicked: {kicked}, {again}"
    return "" if left < 300 else f"current {left} without kicks"


def check_motor_needs_the_contactor(board):
    board.outputs.drive(300)
    sleep(board, 60, kick=True)
    current = read_adc(board)[contract.CURRENT]
    stop_motor(board)
    return "" if current < 300 else f"current {current}, contactor open"


def check_positive_drive_extends(board):
    board.outputs.contactor(True)
    sleep(board, 60)
    at = []
    for permille in (600, -600):
        at.append(read_adc(board)[contract.POSITION])
        board.outputs.drive(permille)
        sleep(board, 600, kick=True)
    at.append(read_adc(board)[contract.POSITION])
    stop_motor(board)
    return "" if at[0] + 200 < at[1] and at[2] + 200 < at[1] else f"positions {at}"


def check_contactor_opens_when_nobody_feeds(board):
    board.outputs.contactor(True)
    sleep(board, 60)
    before = closed(board)
    board.clock.wait_until(later(board.clock.now_ms(), 1000))
    after = closed(board)
    sleep(board, 100)
    kept = closed(board)
    return ended(board) or ("" if before and not after and not kept else f"closed {before}, {after}, {kept}")


def check_contactor_opens_when_feeds_come_too_fast(board):
    board.outputs.contactor(True)
    sleep(board, 60)
    before = closed(board)
    for _ in range(6):
        board.watchdog.feed()
    sleep(board, 60)
    after = closed(board)
    return ended(board) or ("" if before and not after else f"closed {before}, {after}")


def ended(board):
    """Coil off and on again: the window watchdog has forgotten what it tripped for."""
    board.outputs.inert()
    sleep(board, 60)
    board.outputs.contactor(True)
    sleep(board, 60)
    again = closed(board)
    stop_motor(board)
    return "" if again else "does not close again"


CHECKS = (
    check_drive_range,
    check_contactor_follows_within_50_ms,
    check_motor_runs_while_kicked_and_not_otherwise,
    check_motor_needs_the_contactor,
    check_positive_drive_extends,
    check_contactor_opens_when_nobody_feeds,
    check_contactor_opens_when_feeds_come_too_fast,
)
