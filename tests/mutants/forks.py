"""Jobs in forked children, one per core at a time: whatever a child breaks ends with it."""

import gc
import os
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

Job = TypeVar("Job")

CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Ended(NamedTuple):
    """How a child ended: what it said last, or that its time was up, or what else stopped it."""

    said: str
    timed_out: bool
    trouble: str


def each(jobs: Iterable[Job], body: Callable[[Job], str], cpu_s: float) -> Iterator[tuple[Job, Ended]]:
    """Yield (job, how it ended) as the children end; body runs in the child and returns what the child says.

    A child may use cpu_s seconds of processor time, so a busy machine makes none late.
    """
    running: dict[int, tuple[Job, Path]] = {}
    waiting = iter(jobs)
    gc.collect()
    gc.freeze()  # so that no child walks the whole heap, which would copy it
    with tempfile.TemporaryDirectory(prefix="mutants-") as scratch:
        while True:
            for job in waiting:
                folder = Path(tempfile.mkdtemp(dir=scratch))
                running[_start(job, body, cpu_s, folder)] = job, folder
                if len(running) == CORES:
                    break
            if not running:
                break
            pid, status = os.wait()
            if pid in running:
                job, folder = running.pop(pid)
                yield job, _ended(status, folder)
                shutil.rmtree(folder)


def _start(job, body, cpu_s, folder):
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        os.environ["TMPDIR"] = tempfile.tempdir = str(folder)
        silence = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(silence, descriptor)
        signal.setitimer(signal.ITIMER_PROF, cpu_s)  # its signal is not handled: it ends the process
        (folder / "said").write_text(body(job), "utf-8")
        code = 0
    except BaseException:  # noqa: BLE001 - the child must never go on as if it were the parent
        (folder / "trouble").write_text(traceback.format_exc(), "utf-8")
    finally:
        os._exit(code)


def _ended(status, folder):
    code = os.waitstatus_to_exitcode(status)
    if code == 0:
        return Ended((folder / "said").read_text("utf-8"), False, "")
    trouble = folder / "trouble"
    text = trouble.read_text("utf-8") if trouble.exists() else f"the child ended with {code}"
    return Ended("", code == -signal.SIGPROF, "" if code == -signal.SIGPROF else text)
