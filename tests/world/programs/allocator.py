"""Allocates inside the tick, which a board under heap lock must not allow."""


def main(board):
    board.watchdog.start(200)
    due_ms = board.clock.now_ms()
    while True:
        due_ms = (due_ms + 20) & 0x3FFFFFFF
        board.clock.wait_until(due_ms)
        bytearray(200)
        board.watchdog.feed()
