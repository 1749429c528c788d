"""The Pico's sensor bus: what is sent, what an error is told as, and a line that a chip holds."""

import errno

import pytest

from hal import contract
from tests.hal.pico import SCL, SDA

CLOCK = 0x68


@pytest.fixture
def bus(pico):
    return pico.load("bus").Bus()


def kind_of(call, *told):
    with pytest.raises(contract.HalError) as raised:
        call(*told)
    return raised.value.args[0]


def test_a_short_write_after_a_long_one_sends_its_own_bytes_and_no_more(pico, bus):
    bus.write(0x3C, 0x40, bytes(range(100, 132)))
    bus.write(CLOCK, 7, b"\x01\x02")
    bus.write(CLOCK, 8, b"\x09")
    assert pico.bus.sent == [
        (0x3C, b"\x40" + bytes(range(100, 132))), (CLOCK, b"\x07\x01\x02"), (CLOCK, b"\x08\x09"),
    ]  # fmt: skip


def test_a_clock_that_took_half_its_time_is_told_as_not_set(pico, bus):
    pico.bus.takes = 3
    assert kind_of(bus.write, CLOCK, 0, bytes(7)) == contract.NACK


@pytest.mark.parametrize(
    ("failure", "kind"),
    [
        (OSError(errno.ETIMEDOUT), contract.TIMEOUT),
        (OSError(errno.EIO), contract.NACK),
        # A locked heap leaves no number.
        (OSError(), contract.NACK),
    ],
)
@pytest.mark.parametrize("call", ["read_into", "write"])
def test_a_failed_transfer_is_told_by_its_kind(pico, bus, failure, kind, call):
    pico.bus.fails = failure
    assert kind_of(getattr(bus, call), CLOCK, 0, bytearray(2)) == kind


@pytest.mark.parametrize(
    ("addr", "reg", "size"), [(-1, 0, 1), (128, 0, 1), (1, -1, 1), (1, 256, 1), (1, 0, 0), (1, 0, 33)]
)
def test_what_the_contract_does_not_know_is_refused_and_not_sent(pico, bus, addr, reg, size):
    assert kind_of(bus.write, addr, reg, bytes(size)) == contract.RANGE
    assert kind_of(bus.read_into, addr, reg, bytearray(size)) == contract.RANGE
    assert not pico.bus.sent


@pytest.mark.parametrize("clocks", range(1, 10))
def test_a_chip_that_holds_the_line_is_clocked_until_it_lets_go(pico, bus, clocks):
    """Left in the middle of a byte, it keeps every other sensor from answering."""
    pico.bus.held, pico.bus.fails = clocks, OSError(errno.ETIMEDOUT)
    pico.log.clear()
    begun = pico.bus.begun
    assert kind_of(bus.read_into, 0x6A, 0x1E, bytearray(16)) == contract.TIMEOUT
    assert not pico.bus.held and pico.bus.begun == begun + 1
    assert pico.log.count((SCL, 0)) == clocks
    # Then a START and a STOP, at which every chip drops what it was at.
    assert pico.log[-2:] == [(SDA, 0), (SDA, 1)]


def test_a_line_that_nobody_holds_is_left_alone(pico, bus):
    begun = pico.bus.begun
    pico.log.clear()
    pico.bus.fails = OSError(errno.EIO)
    assert kind_of(bus.read_into, 0x6A, 0x1E, bytearray(16)) == contract.NACK
    assert pico.bus.begun == begun and not pico.log
