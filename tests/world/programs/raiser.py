"""Raises under heap lock on its tenth tick."""


def main(board):
    board.watchdog.start(200)
    due_ms = board.clock.now_ms()
    for tick in range(11):
        due_ms = (due_ms + 20) & 0x3FFFFFFF
        board.clock.wait_until(due_ms)
        if tick == 10:
            raise ValueError("tenth tick")
        board.watchdog.feed()
