"""The simulated board by itself: what it has in hand is given for what was asked, and its port is as large as it is."""

import os

import pytest

from hal.sim import codec
from hal.sim.board import I2C, Uart
from hal.sim.home.affinity import OneCore

IMU, RTC = 0x6A, 0x68


class Exchange:
    """Holds the answer of a read that was made in advance, and counts what has to be asked."""

    def __init__(self, addr=IMU, reg=0x22, answer=b"\x01\x02"):
        self.reply = bytearray(codec.REPLY_SIZE)
        self.request = bytearray(codec.REQUEST_SIZE)
        self.reply[codec.AT_I2C_COUNT : codec.AT_I2C_DATA + len(answer)] = bytes((len(answer), addr, reg)) + answer
        self.n = self.cost_us = self.i2c_used = self.asked = 0
        self.tx_space = 40

    def put(self, *_):
        """An entry."""

    put_byte = post = put

    def trade(self):
        self.asked += 1
        self.reply[codec.AT_I2C_DATA : codec.AT_I2C_DATA + 2] = b"\x0a\x0b"
        return 0


@pytest.mark.parametrize(
    ("addr", "reg", "count", "asked"), [(IMU, 0x22, 2, 0), (IMU, 0x28, 2, 1), (RTC, 0x22, 2, 1), (IMU, 0x22, 1, 1)]
)
def test_no_angle_is_read_from_the_answer_of_another_register(addr, reg, count, asked):
    exchange = Exchange()
    buf = bytearray(count)
    I2C(exchange).read_into(addr, reg, buf)
    assert exchange.asked == asked
    assert buf == (b"\x0a\x0b" if asked else b"\x01\x02")[:count]


def test_an_answer_in_hand_is_given_once():
    exchange = Exchange()
    buf = bytearray(2)
    for asked in (0, 1, 2):
        I2C(exchange).read_into(IMU, 0x22, buf)
        assert exchange.asked == asked


def test_the_port_takes_no_more_than_it_has_room_for_until_the_laptop_reads():
    uart = Uart(Exchange())
    assert [uart.write(bytes(32), 32) for _ in range(3)] == [32, 8, 0]


def test_whatever_runs_after_a_table_has_all_cores_again(monkeypatch):
    given = []
    monkeypatch.setattr(os, "sched_getaffinity", lambda _thread: {0, 1, 2}, raising=False)
    monkeypatch.setattr(os, "sched_setaffinity", lambda _thread, cores: given.append(len(cores)), raising=False)
    with OneCore(), OneCore():
        assert given == [1]
    assert given == [1, 3]
