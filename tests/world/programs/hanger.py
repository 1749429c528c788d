"""Ticks ten times, then never waits again."""


def main(board):
    due_ms = board.clock.now_ms()
    for _ in range(10):
        due_ms = (due_ms + 20) & 0x3FFFFFFF
        board.clock.wait_until(due_ms)
    try:
        while True:
            pass
    finally:
        board.outputs.inert()
        board.reset()
