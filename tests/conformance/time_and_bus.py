"""Checks of the clock and the I2C bus. A check returns "" when its sentence of hal/README.md holds."""

from hal import contract
from tests.conformance.tools import ABSENT, IMU, MASK, kind_of, later, sleep


def check_now_is_in_range(board):
    now_ms = board.clock.now_ms()
    return "" if 0 <= now_ms < contract.TICKS_PERIOD else f"now_ms is {now_ms}"


def check_wait_ends_at_its_deadline(board):
    for ms in (1, 7, 20, 250):
        due_ms = later(board.clock.now_ms(), ms)
        board.clock.wait_until(due_ms)
        late_ms = (board.clock.now_ms() - due_ms) & MASK
        if late_ms > 1:
            return f"{late_ms} ms late after {ms}"
    return ""


def check_wait_for_the_past_returns_at_once(board):
    before_ms = board.clock.now_ms()
    board.clock.wait_until((before_ms - 500) & MASK)
    board.clock.wait_until(before_ms)
    took_ms = (board.clock.now_ms() - before_ms) & MASK
    return "" if took_ms <= 1 else f"took {took_ms} ms"


def check_i2c_reads(board):
    who = bytearray(1)
    board.i2c.read_into(IMU, 0x0F, who)
    return "" if who[0] == 0x6C else f"WHO_AM_I is {who[0]}"


def check_i2c_writes_what_it_then_reads(board):
    back = bytearray(2)
    for rate in (0x40, 0x50):
        board.i2c.write(IMU, 0x10, bytes((rate, rate)))
        board.i2c.read_into(IMU, 0x10, back)
        if back != bytes((rate, rate)):
            return f"wrote {rate} twice, read {bytes(back)}"
    return ""


def check_i2c_burst_is_fresh_every_period(board):
    board.i2c.write(IMU, 0x10, b"\x50\x50")
    burst = bytearray(16)
    sleep(board, 100)
    for _ in range(5):
        sleep(board, 20)
        board.i2c.read_into(IMU, 0x1E, burst)
        if burst[0] & 3 != 3:
            return f"status {burst[0]}"
    # A sample may come between two bursts, but not between each of three.
    again = []
    for _ in range(3):
        board.i2c.read_into(IMU, 0x1E, burst)
        again.append(burst[0] & 3)
    return "" if 0 in again else f"data ready again at once, status {again}"


def check_i2c_absent_address_is_nack(board):
    one = bytearray(1)
    read, write = kind_of(board.i2c.read_into, ABSENT, 0, one), kind_of(board.i2c.write, ABSENT, 0, one)
    return "" if read == write == contract.NACK else f"read {read}, write {write}"


def check_i2c_range(board):
    one = bytearray(1)
    for call in (board.i2c.read_into, board.i2c.write):
        for args in ((128, 0, one), (-1, 0, one), (IMU, 256, one), (IMU, -1, one)):
            if kind_of(call, *args) != contract.RANGE:
                return f"{args} accepted"
        for size in (0, contract.I2C_MAX_BYTES + 1):
            if kind_of(call, IMU, 0x10, bytearray(size)) != contract.RANGE:
                return f"{size} bytes accepted"
    return "" if kind_of(board.i2c.read_into, IMU, 0x10, bytearray(contract.I2C_MAX_BYTES)) == 0 else "32 bytes refused"


CHECKS = (
    check_now_is_in_range,
    check_wait_ends_at_its_deadline,
    check_wait_for_the_past_returns_at_once,
    check_i2c_reads,
    check_i2c_writes_what_it_then_reads,
    check_i2c_burst_is_fresh_every_period,
    check_i2c_absent_address_is_nack,
    check_i2c_range,
)
