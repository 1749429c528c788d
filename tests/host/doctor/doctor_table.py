"""What the tests beside it share."""

import datetime
import json
import threading

import pytest
from click.testing import CliRunner

from bascule.cli.main import cli
from firmware.version import VERSION
from hal.sim.home.rig import Rig
from hal.world.faults.fault import Fault
from hal.world.port import PtyPort, pace
from tests.support.host.people_table import PeopleTable
from tests.support.host.table_stub import HELLO, TableStub, frame
from tests.support.laptop import ANNA

STATUS = {
    "st": "READY", "inv": -7001, "lim": 0, "pos": -6998, "rate": 0, "drv": 0, "ma": 0, "mv": 24000, "flt": 0, "resp": 0,
    "lock": 0, "n_lock": 0, "rev": 1, "bad_crc": 0, "overlong": 0, "unknown": 0, "failed": 0, "disp": 1, "selftest": "",
    "up_ms": 1, "bat": 25600, "in": 1249, "day": int(f"{datetime.date.today():%Y%m%d}"),
    "lang": "en", "lang_lost": 0, "gaps": 0,
}  # fmt: skip


ALL = (
    "port", "rights", "held by", "hello", "versions", "self-test", "sensor", "display", "language", "supply", "battery",
    "STOP", "ankle locks", "clock", "profile",
)  # fmt: skip


class Broken:
    """A simulated table that runs by itself, with faults in its world; `said` is what doctor may then say."""

    def __init__(self, folder, *hung):
        self._port = PtyPort()
        self.port = self._port.name
        self._over = threading.Event()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(folder, hung), daemon=True)

    def __enter__(self):
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(self, *_):
        self._over.set()
        self._thread.join()
        self._port.close()

    def _run(self, folder, hung):
        # The firmware lives in the thread that made it.
        with Rig("cpython", state_dir=str(folder), wall=datetime.datetime.now()) as table:
            for fault in hung:
                table.break_(fault)
            table.run(5.0)
            self._ready.set()
            pace(table, self._port, lambda: not self._over.is_set(), 5.0)


def doctor(*words):
    ran = CliRunner().invoke(cli, ["doctor", "--json", *words])
    assert "Traceback" not in ran.output
    found = json.loads(ran.stdout)
    return ran.exit_code, {one["name"]: one for one in found["checks"]}, found["ok"]


def verdicts(found, *names):
    return tuple(found[name]["verdict"] for name in names)


def at(table, **changes):
    """What doctor says of a table whose status is STATUS with changes; a tuple changes from look to look."""
    looks = iter(range(100))

    def answer(command):
        if command["c"] != "status":
            return table(command)
        look = next(looks)
        now = {**STATUS, "rate": look % 3, **changes}
        told = {key: value[look % len(value)] if isinstance(value, tuple) else value for key, value in now.items()}
        return frame({"i": command["i"], **{key: value for key, value in told.items() if value is not None}})

    # What it says changes from look to look, not with time.
    with pytest.MonkeyPatch.context() as patch, TableStub(answer) as stub:
        patch.setattr("bascule.doctor.table_check._APART_S", 0.0)
        return doctor("-p", stub.port)


def anna(command):
    return frame({"i": command["i"], **HELLO, "fw": VERSION}) if command["c"] == "hello" else PEOPLE(command)


PEOPLE = PeopleTable(ANNA)


def of(name, target, value=None):
    return Fault(name, target) if value is None else Fault(name, target, value)


def at_rest(command):
    if command["c"] == "status":
        return frame({"i": command["i"], **STATUS, "rate": command["i"] % 7})
    return anna(command)
