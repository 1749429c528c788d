"""What the tests beside it share."""

import json
import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

import bascule
from bascule.cli.main import cli
from tests.support.seasoned import season

EXAMPLES = Path(bascule.__file__).parent / "examples"


COMMAND = [sys.executable, "-m", "bascule"]


# Makes its stdin the terminal in whose foreground it is.
ON_ITS_TERMINAL = [
    sys.executable,
    "-c",
    "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); from bascule.__main__ import main; main()",
]


WITHOUT_PTY = [sys.executable, "-c", "import sys; sys.modules['pty'] = None; from bascule.__main__ import main; main()"]


# Quick enough for the tests, slow enough for a laptop to keep up on a busy machine.
FAST = ["--speed", "30"]


class Sim:
    """The process, its facts, and its stdin."""

    def __init__(self, *words, command=COMMAND, **options):
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        self.process = subprocess.Popen([*command, "sim", "--headless", "--json", *words], env=environment, **streams)
        self.facts = json.loads(self.process.stdout.readline())
        self.port = self.facts["port"]

    def say(self, line):
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def ended(self):
        """Exit code and stderr."""
        _, said = self.process.communicate(timeout=10)
        return self.process.returncode, (said or b"").decode()


def tell(*words):
    """Exit code and the JSON object of one command of the laptop."""
    ran = CliRunner().invoke(cli, [*words, "--json"])
    return ran.exit_code, json.loads(ran.stdout)


def seasoned(folder):
    """A state folder that remembers Anna as one who may have 60 degrees by her sessions, and the words to use it."""
    flash = folder / "state" / "flash"
    flash.mkdir(parents=True)
    season(flash)
    return ["--state-dir", str(folder / "state")]


def confirm(table):
    """Answer what the panel asks, as somebody would who reads it in another terminal, and confirm the session."""
    for _ in range(400):
        said = tell("panel")[1]
        if said["page"] == "ARMED":
            return
        if said["shown"] == "stands":
            table.say("press down" if said["page"] == "QUESTION" else "press ok")
        time.sleep(0.05)
    pytest.fail(f"the panel still shows {said}")


def wait_for(state, seconds=60, above_deg=-180.0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = tell("status")[1]
        if found["state"] == state and found["inversion_deg"] > above_deg:
            return found
    pytest.fail(f"still {found} after {seconds} s")


def _shown(keyboard, awaited, seconds=30):
    seen = b""
    end = time.monotonic() + seconds
    while awaited not in seen and time.monotonic() < end:
        if select.select([keyboard], [], [], 0.1)[0]:
            seen += os.read(keyboard, 4096)
    return seen
