"""Reads the IMU each tick and sends one letter: y fresh sample, n held sample, E no answer, C lost its settings."""


def main(board):
    burst = bytearray(16)
    rate = bytearray(1)
    board.i2c.write(0x6A, 0x10, b"\x40\x40")
    due_ms = board.clock.now_ms()
    while True:
        due_ms = (due_ms + 20) & 0x3FFFFFFF
        board.clock.wait_until(due_ms)
        try:
            board.i2c.read_into(0x6A, 0x1E, burst)
            said = b"y" if burst[0] & 3 == 3 else b"n"
            board.i2c.read_into(0x6A, 0x10, rate)
            if rate[0] != 0x40:
                said = b"C"
        except OSError:
            said = b"E"
        board.uart.write(said, 1)
