"""The laptop's end of the cable, opened with pyserial as a laptop opens it."""

import sys
import threading

import pytest
import serial

from hal.sim.home.table import SimTable
from hal.world import port

pty_only = pytest.mark.skipif(sys.platform == "win32", reason="no pty on this platform")


@pytest.fixture(params=[pytest.param(port.PtyPort, marks=pty_only), port.SocketPort])
def echo_port(request, tmp_path):
    """An echoing table that runs beside the test, thirty times as fast as the wall clock."""
    end = request.param()
    stop = threading.Event()

    def live():
        with SimTable("cpython", state_dir=tmp_path, program="tests.world.programs.echo") as table:
            port.pace(table, end, lambda: not stop.is_set(), speed=30.0)

    thread = threading.Thread(target=live)
    thread.start()
    yield end
    stop.set()
    thread.join()
    end.close()


def open_serial(end):
    options = {"exclusive": True} if isinstance(end, port.PtyPort) else {}
    return serial.serial_for_url(end.name, timeout=5.0, write_timeout=5.0, **options)


@pytest.mark.long
def test_bytes_come_back_unchanged(echo_port):
    with open_serial(echo_port) as laptop:
        sent = bytes(range(256)) * 2
        laptop.write(sent)
        assert laptop.read(len(sent)) == sent


@pytest.mark.long
def test_laptop_may_close_and_open_again(echo_port):
    for word in (b"first\r\n", b"second\x03\x04\n", b"third\n"):
        with open_serial(echo_port) as laptop:
            laptop.write(word)
            assert laptop.read(len(word)) == word


@pytest.mark.long
def test_closed_port_keeps_nothing_for_the_next_laptop(echo_port):
    with open_serial(echo_port) as laptop:
        laptop.write(b"x" * 600)
        assert laptop.read(1) == b"x"
    stale = threading.Event()
    stale.wait(0.5)
    with open_serial(echo_port) as laptop:
        laptop.timeout = 0.3
        assert laptop.read(100) == b""
        laptop.write(b"y")
        assert laptop.read(1) == b"y"


@pty_only
def test_second_laptop_is_kept_out():
    end = port.PtyPort()
    with open_serial(end), pytest.raises(serial.SerialException):
        open_serial(end)
    end.close()


def test_pace_keeps_to_the_wall_clock(tmp_path, monkeypatch):
    end = port.SocketPort()
    naps, wall = [], [100.0]

    class FakeTime:
        monotonic = staticmethod(lambda: wall[0])

        @staticmethod
        def sleep(seconds):
            naps.append(seconds)
            wall[0] += seconds

    monkeypatch.setattr(port, "time", FakeTime)
    with SimTable("cpython", state_dir=tmp_path, program="tests.world.programs.echo") as table:
        port.pace(table, end, lambda: table.world.now_s < 2.0, speed=4.0)
    end.close()
    assert sum(naps) == pytest.approx(table.world.now_s / 4.0, rel=0.01)


def test_open_port_prefers_a_pty_where_there_is_one():
    end = port.open_port()
    end.close()
    assert isinstance(end, port.SocketPort if sys.platform == "win32" else port.PtyPort)


class Talker:
    """A table that says a lot at each turn."""

    reads = True

    def serial_in(self, data):
        """It hears nothing."""

    def serial_out(self):
        return bytes(9000)

    def laptop_reads(self, reads):
        self.reads = reads


@pytest.mark.parametrize("kind", [pytest.param(port.PtyPort, marks=pty_only), port.SocketPort])
def test_a_laptop_that_reads_no_more_fills_the_tables_own_buffer(kind):
    """On a real cable it would: a firmware that cannot bear it must fail here, too."""
    end, talker = kind(), Talker()
    with open_serial(end) as laptop:
        for _ in range(2000):
            end.pump(talker)
            if not talker.reads:
                break
        assert not talker.reads
        talker.serial_out = bytes
        for _ in range(2000):
            laptop.read(laptop.in_waiting or 1)
            end.pump(talker)
            if talker.reads:
                break
        assert talker.reads
    end.close()


def test_a_table_on_a_socket_is_for_this_computer_alone():
    """Nothing asks there who comes: whoever reaches it can push a profile."""
    end = port.SocketPort()
    try:
        assert end._listener.getsockname()[0] == "127.0.0.1"
    finally:
        end.close()
