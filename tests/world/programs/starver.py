"""Drives with everything on, and stops feeding the watchdog after half a second; says its reset cause."""


def main(board):
    board.uart.write(bytes([48 + board.reset_cause()]), 1)
    board.watchdog.start(100)
    board.outputs.contactor(True)
    board.outputs.buzzer(True)
    due_ms = board.clock.now_ms()
    for tick in range(1000):
        due_ms = (due_ms + 20) & 0x3FFFFFFF
        board.clock.wait_until(due_ms)
        board.outputs.drive(500)
        board.outputs.kick()
        if tick < 25:
            board.watchdog.feed()
