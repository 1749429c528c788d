"""A terminal of any size with `bascule` on it: what its screen shows, what is typed, and what is left afterwards."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time

import pyte

# Makes its stdin the terminal in whose foreground it is, so that keys and signals of the terminal reach it.
_ON_ITS_TERMINAL = (
    "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); from bascule.__main__ import main; main()"
)
# What a drawing ends with: half of one is not looked at.
_DRAWN = "\x1b[J"
_GIVEN_BACK = (("\x1b[?1049l", "\x1b[?1049h"), ("\x1b[?25h", "\x1b[?25l"), ("\x1b[?7h", "\x1b[?7l"))


class Drawn:
    """`raw` is all that was sent to it; `process` runs `bascule WORDS`."""

    def __init__(self, *words, columns=80, lines=24, stdout=None, **environment):
        self._keyboard, self._end = pty.openpty()
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.Stream(self._screen)
        self.raw = self._waiting = ""
        self.resize(columns, lines)
        self.before = termios.tcgetattr(self._end)
        asked = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1", "TERM": "xterm"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", _ON_ITS_TERMINAL, *words],
            env={name: value for name, value in {**asked, **environment}.items() if value is not None},
            start_new_session=True,
            stdin=self._end,
            stdout=stdout or self._end,
            stderr=self._end,
        )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()
        os.close(self._end)
        os.close(self._keyboard)

    @property
    def text(self):
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def as_before(self):
        """Whether the terminal has its settings, its first screen, its cursor and its wrapping again."""
        modes = [self.raw.rfind(on) > self.raw.rfind(off) for on, off in _GIVEN_BACK]
        return self.has_its_settings and all(modes)

    @property
    def has_its_settings(self):
        return termios.tcgetattr(self._end) == self.before

    def resize(self, columns, lines):
        """The window has another size now."""
        self._screen.resize(lines, columns)
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def type(self, keys):
        os.write(self._keyboard, keys)

    def wait_for(self, awaited, seconds=30):
        """The screen, as soon as it shows that text, or `awaited(text)` holds."""
        holds = awaited if callable(awaited) else lambda text: awaited in text
        end = time.monotonic() + seconds
        while not holds(self.text):
            assert time.monotonic() < end, f"not seen: {awaited}\n{self.text}"
            self._read()
        return self.text

    def ended(self, number=None, seconds=10):
        """Its exit code, after this signal if one is given; what it said to the end is in `raw` and `text`."""
        if number is not None:
            self.process.send_signal(number)
        end = time.monotonic() + seconds
        while self.process.poll() is None:
            assert time.monotonic() < end, f"it does not end\n{self.text}"
            self._read()
        while self._read():
            pass
        self._stream.feed(self._waiting)
        return self.process.returncode

    def paused(self, seconds=10):
        """Wait until the terminal's Ctrl-Z has stopped it."""
        end = time.monotonic() + seconds
        while os.waitid(os.P_PID, self.process.pid, os.WSTOPPED | os.WNOHANG) is None:
            assert time.monotonic() < end, f"it does not stop\n{self.text}"
            self._read()
        while self._read():
            pass

    def goes_on(self):
        """As after `fg`."""
        self.process.send_signal(signal.SIGCONT)

    def _read(self):
        if not select.select([self._keyboard], [], [], 0.1)[0]:
            return False
        said = os.read(self._keyboard, 65536).decode(errors="replace")
        self.raw += said
        whole, done, rest = (self._waiting + said).rpartition(_DRAWN)
        self._stream.feed(whole + done)
        self._waiting = rest
        return True
