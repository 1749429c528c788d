"""The least program that uses the board as the firmware does; sends a digest of what it reads."""

from array import array


def main(board):
    """Read everything, drive while DOWN or UP is held, 50 times a second."""
    board.watchdog.start(200)
    board.i2c.write(0x6A, 0x10, b"\x50")
    board.i2c.write(0x6A, 0x11, b"\x50")
    raw = bytearray(16)
    adc = array("H", [0, 0, 0, 0])
    digest = bytearray(1)
    deadline_ms = board.clock.now_ms()
    while True:
        deadline_ms = (deadline_ms + 20) & 0x3FFFFFFF
        board.clock.wait_until(deadline_ms)
        board.i2c.read_into(0x6A, 0x1E, raw)
        board.adc.read_into(adc)
        bits = board.inputs.bits()
        digest[0] = (sum(raw) + sum(adc) + bits) & 255
        drive = 0
        if bits & 4:
            drive = 1000
        elif bits & 8:
            drive = -1000
        board.outputs.contactor(drive != 0)
        board.outputs.drive(drive)
        board.outputs.kick()
        board.watchdog.feed()
        board.uart.write(digest, 1)
