"""Runs every case on the emulated chip and says how many hold; exits 1 when one does not. --core: the short run.

One session is lived once; at each of its stages a copy of the process goes on with each case.
"""

import os
import pickle
import selectors
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from hal.emulated import build
from tests.emulated import cases, program
from tests.emulated.bench import CONFORMANCE, IMAGE, Bench
from tests.emulated.chip import contract, edges, held, start, storage, timing, unread, volts, window, writes
from tests.emulated.whole import panel, people, same, seeded, session, tool

MODULES = (
    contract, edges, held, panel, people, program, same, seeded, session, start, storage, timing, tool, unread, volts,
    window, writes,
)  # fmt: skip
_PROCESSES = 2
_LONGEST_S = 1200

_ADVANCE: dict[str, Callable[[Bench], None]] = {
    cases.OFF: lambda _: None,
    cases.BOOTED: Bench.boot,
    cases.CONFIRMED: Bench.confirm,
    cases.HEAD_DOWN: Bench.go_down,
}


class _Copies:
    """At most two copies of this process at a time; what they say is printed as they end."""

    def __init__(self) -> None:
        self._pipes = selectors.DefaultSelector()
        self.held = 0
        self.failed: list[str] = []

    def begin(self, one: cases.Case, bench: Bench) -> None:
        self.wait(_PROCESSES - 1)
        read_fd, write_fd = os.pipe()
        if os.fork() == 0:
            os.close(read_fd)
            signal.alarm(_LONGEST_S)
            began = time.monotonic()
            try:
                said, why = one.run(bench) or "", ""
            except BaseException as failed:  # noqa: BLE001 - a copy of the process ends here, whatever comes
                said, why = "", "".join(traceback.format_exception(failed)[-4:])
            with open(write_fd, "wb") as pipe:
                pipe.write(pickle.dumps((said, why, time.monotonic() - began)))
            os._exit(0)
        os.close(write_fd)
        self._pipes.register(os.fdopen(read_fd, "rb"), selectors.EVENT_READ, one)

    def wait(self, most: int) -> None:
        """Until no more than so many are left."""
        while len(self._pipes.get_map()) > most:
            for key, _ in self._pipes.select():
                self._pipes.unregister(key.fileobj)
                self._ended(key.data, key.fileobj)
                os.wait()

    def _ended(self, one: cases.Case, pipe) -> None:
        with pipe:
            said = pipe.read()
        facts, why, took_s = pickle.loads(said) if said else ("", f"no end within {_LONGEST_S} s", _LONGEST_S)
        if why:
            self.failed.append(one.words)
            print(f"FAIL  {one.words}  ({took_s:.0f} s)\n{why}", flush=True)
        else:
            self.held += 1
            print(f"ok    {one.words}{': ' + facts if facts else ''}  ({took_s:.0f} s)", flush=True)


def main(core: bool, only: list[str]) -> int:
    """Live the session, with its cases on the way."""
    for image in (IMAGE, CONFORMANCE):
        if not image.exists():
            print(f"emulated: {image.name} is not built: `make emulated` builds it")
            return 1
    try:
        build.path()
    except build.EmulatorError as failed:
        print(f"emulated: {failed}")
        return 1
    wanted = [one for one in cases.CASES if (one.core or not core) and all(word in one.words for word in only)]
    began = time.monotonic()
    copies = _Copies()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        for stage in cases.STAGES:
            here = [one for one in wanted if one.stage == stage]
            if here or any(cases.STAGES.index(one.stage) > cases.STAGES.index(stage) for one in wanted):
                _ADVANCE[stage](bench)
            for one in here:
                copies.begin(one, bench)
        copies.wait(0)
    print(f"{len(wanted)} cases in {time.monotonic() - began:.0f} s")
    print(f"emulated: {copies.held} of {len(wanted)}")
    return 0 if copies.held == len(wanted) > 0 else 1


if __name__ == "__main__":
    sys.exit(main("--core" in sys.argv[1:], [word for word in sys.argv[1:] if word != "--core"]))
