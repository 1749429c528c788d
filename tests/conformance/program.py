"""A program that asks a board for every sentence of hal/README.md and says over the uart which ones hold.

Runs as the firmware does, in any home. Phases follow one another over resets; a file on the flash says which is next.
Every line is `ok NAME` or `FAIL NAME: why`; the last is `done`.
"""

from hal import contract
from tests.conformance import inputs_and_services, outputs, time_and_bus
from tests.conformance.tools import closed, later, say, sleep


def check_cause_is_power_on(board):
    return "" if board.reset_cause() == contract.POWER_ON else f"cause {board.reset_cause()}"


def check_cause_is_soft(board):
    return "" if board.reset_cause() == contract.SOFT else f"cause {board.reset_cause()}"


def check_cause_is_watchdog(board):
    return "" if board.reset_cause() == contract.WATCHDOG else f"cause {board.reset_cause()}"


def check_reset_opens_the_contactor(board):
    sleep(board, 60)
    return "still closed" if closed(board) else ""


def check_watchdog_is_off_after_a_reset(board):
    board.clock.wait_until(later(board.clock.now_ms(), 1000))
    return ""


def check_watchdog_spares_who_feeds(board):
    board.watchdog.start(100)
    sleep(board, 500)
    return ""


def report(board, checks):
    for check in checks:
        name = check.__name__[6:]
        why = check(board)
        say(board, f"FAIL {name}: {why}" if why else "ok " + name)


def phase(board):
    """0, then one more after every reset."""
    path = board.root + "/phase"
    try:
        with open(path) as f:
            number = int(f.read())
    except OSError:
        number = 0
    with open(path, "w") as f:
        f.write(str(number + 1))
    return number


FIRST = [check_cause_is_power_on]
for group in (time_and_bus, outputs, inputs_and_services):
    FIRST.extend(group.CHECKS)


def main(board):
    """One phase per start of the board."""
    number = phase(board)
    if number == 0:
        report(board, FIRST)
        board.outputs.contactor(True)
        sleep(board, 60)
        board.reset()
    if number == 1:
        report(board, (check_cause_is_soft, check_reset_opens_the_contactor, check_watchdog_is_off_after_a_reset))
        board.outputs.contactor(True)
        sleep(board, 60)
        report(board, (check_watchdog_spares_who_feeds,))
        board.clock.wait_until(later(board.clock.now_ms(), 2000))
        say(board, "FAIL watchdog_resets_who_does_not_feed: still running")
    report(board, (check_cause_is_watchdog, check_reset_opens_the_contactor, check_watchdog_is_off_after_a_reset))
    say(board, "done")
    while True:
        sleep(board, 1000)
