"""Allocates only after feeding the watchdog, which is allowed."""


def main(board):
    due_ms = board.clock.now_ms()
    for _ in range(5):
        due_ms = (due_ms + 20) & 0x3FFFFFFF
        board.clock.wait_until(due_ms)
        bytearray(200)
    board.watchdog.start(200)
    while True:
        due_ms = (due_ms + 20) & 0x3FFFFFFF
        board.clock.wait_until(due_ms)
        board.watchdog.feed()
        bytearray(200)
