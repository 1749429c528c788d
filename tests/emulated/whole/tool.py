"""Programs on the laptop, as they are, over a pty to the emulated chip's USB port."""

import subprocess
import sys
import tomllib
from pathlib import Path

from hal.world.port import PtyPort, pace
from tests.emulated.bench import PROMPT, ROOT, Bench
from tests.emulated.cases import BOOTED, case

_EXAMPLE = ROOT / "host" / "bascule" / "examples"
_LONGEST_S = 60.0


def run_tool(bench: Bench, name: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run an installed program with {port} in its words; the chip lives on, as fast as this machine lets it."""
    port = PtyPort()
    command = [str(Path(sys.executable).with_name(name)), *[word.format(port=port.name) for word in words]]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    end_s = bench.now_s + _LONGEST_S
    try:
        pace(bench, port, lambda: child.poll() is None and bench.now_s < end_s, 1.0)
        if child.poll() is None:
            child.kill()
        out, err = child.communicate()
    finally:
        port.close()
    return subprocess.CompletedProcess(command, child.returncode, out, err)


@case("the real `bascule` pushes a profile over USB and reads it back", BOOTED, core=True)
def push(bench: Bench) -> str:
    (example, *_) = sorted(_EXAMPLE.glob("*.toml"))
    pushed = run_tool(bench, "bascule", "profile", "push", str(example), "--port", "{port}")
    assert pushed.returncode in (0, 3), pushed
    shown = run_tool(bench, "bascule", "profile", "show", "--port", "{port}")
    name = tomllib.loads(example.read_text())["name"]
    assert name in shown.stdout, shown
    status = run_tool(bench, "bascule", "status", "--json", "--port", "{port}")
    assert status.returncode == 0 and '"selftest"' in status.stdout, status
    return f"{example.name}, {name}"


@case("the real mpremote is refused a prompt, and the table goes on", BOOTED)
def mpremote(bench: Bench) -> None:
    tried = run_tool(bench, "mpremote", "connect", "{port}", "exec", "print(1)")
    assert tried.returncode != 0, tried
    bench.serial_out()
    assert PROMPT not in bench.said
    bench.serial_in(b"\n")
    assert bench.laptop.ask("hello", p=1)["ok"] == 1
    assert bench.boots == [1]
