"""Hands at a keyboard: runs `bascule` in a pseudo-terminal and types each answer when it is asked for."""

import os
import pty
import select
import subprocess
import sys
import time

# Makes its stdin the terminal in whose foreground it is, so that Ctrl-C reaches it.
_ON_ITS_TERMINAL = (
    "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); from bascule.__main__ import main; main()"
)
_PROMPT = b"\n> "
CTRL_C, CTRL_D = b"\x03", b"\x04"
# A Ctrl-C that arrives after the question is written and before Python reads is seen only at the next key.
_PRESS_AGAIN_S = 2


def typed(words, answers, folder, seconds=50):
    """(what the terminal showed, exit code) of `bascule WORDS` in `folder`; bytes among `answers` are keys."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
    keyboard, screen = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", _ON_ITS_TERMINAL, *words],
        env=environment,
        cwd=folder,
        start_new_session=True,
        stdin=screen,
        stdout=screen,
        stderr=screen,
    )
    os.close(screen)
    try:
        seen = _converse(keyboard, list(answers), time.monotonic() + seconds)
        return seen.decode(errors="replace").replace("\r\n", "\n"), process.wait(seconds)
    finally:
        process.kill()
        process.wait()
        os.close(keyboard)


def _converse(keyboard, answers, end):
    seen, answered, answer = b"", 0, None
    while time.monotonic() < end:
        if not select.select([keyboard], [], [], _PRESS_AGAIN_S)[0]:
            if answer == CTRL_C:
                os.write(keyboard, CTRL_C)
            continue
        try:
            data = os.read(keyboard, 4096)
        except OSError:
            return seen
        if not data:
            return seen
        seen += data
        if seen.endswith(_PROMPT) and len(seen) > answered:
            answered = len(seen)
            if not answers:
                raise AssertionError(f"one question too many: {seen[-400:].decode(errors='replace')}")
            answer = answers.pop(0)
            os.write(keyboard, answer if isinstance(answer, bytes) else answer.encode() + b"\n")
    raise AssertionError(f"no end: {seen[-400:].decode(errors='replace')}")
