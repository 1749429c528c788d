"""`bascule doctor`: at a simulated table with faults hung in its world, and at answers that none gives."""

import datetime
import json
import os
import re
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from bascule.cli.main import cli
from bascule.doctor import finding, port_check, table_check
from bascule.table.ports import _KNOWN_USB
from firmware.link import messages
from firmware.safety import faults
from firmware.version import VERSION
from hal.boards import PICO
from hal.sim.home.rig import Rig
from hal.world.faults.fault import Fault
from hal.world.port import PtyPort, pace
from tests.support import pico
from tests.support.laptop import ANNA
from tests.support.people_table import PeopleTable
from tests.support.table_stub import HELLO, TableStub, frame

STATUS = {
    "st": "READY", "inv": -7001, "lim": 0, "pos": -6998, "rate": 0, "drv": 0, "ma": 0, "mv": 24000, "flt": 0, "resp": 0,
    "lock": 0, "n_lock": 0, "rev": 1, "bad_crc": 0, "overlong": 0, "unknown": 0, "failed": 0, "disp": 1, "selftest": "",
    "up_ms": 1, "bat": 25600, "in": 1249, "day": int(f"{datetime.date.today():%Y%m%d}"),
}  # fmt: skip
ALL = (
    "port", "rights", "held by", "hello", "versions", "self-test", "sensor", "display", "supply", "battery", "STOP",
    "ankle locks", "clock", "profile",
)  # fmt: skip


@pytest.fixture(autouse=True)
def nothing_built(mocker):
    """This checkout may hold an image or not."""
    mocker.patch("bascule.deploy.uf2.built", return_value=None)


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

    with TableStub(answer) as stub:
        return doctor("-p", stub.port)


def anna(command):
    return frame({"i": command["i"], **HELLO, "fw": VERSION}) if command["c"] == "hello" else PEOPLE(command)


PEOPLE = PeopleTable(ANNA)


@pytest.fixture(autouse=True)
def hurried(mocker):
    mocker.patch("bascule.doctor.table_check._APART_S", 0.02)
    mocker.patch("bascule.doctor.port_check._processes", return_value=[])


def test_a_simulated_table_has_no_profile_and_no_other_trouble(tmp_path):
    with Broken(tmp_path) as table:
        code, found, fine = doctor("-p", table.port)
    assert (code, fine) == (3, False)
    assert [name for name, one in found.items() if one["verdict"] == finding.TROUBLE] == ["profile"]
    assert set(ALL) <= set(found)
    assert verdicts(found, "sensor", "display", "supply", "battery", "clock", "versions") == ("ok",) * 6
    assert "profile push" in found["profile"]["do"]


def of(name, target, value=None):
    return Fault(name, target) if value is None else Fault(name, target, value)


@pytest.mark.parametrize(
    ("fault", "name", "words"),
    [
        (of("off", "imu"), "sensor", "IMU_STALE"),
        (of("offset", "position", 60.0), "sensor", "SENSES_DISAGREE"),
        (of("mains_off", ""), "supply", "MAINS_LOST"),
        (of("switch_closed", "stop"), "STOP", "STOP_LOOP"),
        (of("off", "rtc"), "clock", "no valid date"),
        (of("off", "display"), "display", "display"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_fault_of_the_world_is_named_where_it_belongs(tmp_path, fault, name, words):
    with Broken(tmp_path, fault) as table:
        code, found, _ = doctor("-p", table.port)
    assert code != 0
    assert found[name]["verdict"] == finding.TROUBLE
    assert words in found[name]["text"] and found[name]["do"]


def test_storage_that_cannot_be_read_is_made_anew_by_hand_only():
    _, found, _ = at(anna, selftest="flash")
    assert "hold OK while switching it on" in found["self-test"]["do"] and "erases" in found["self-test"]["do"]
    _, found, _ = at(anna, selftest="imu")
    assert "OK" not in found["self-test"]["do"]


def test_a_program_that_has_changed_in_its_flash_is_put_on_anew():
    _, found, _ = at(anna, selftest="program")
    assert "bascule deploy" in found["self-test"]["do"]


def test_a_broken_wire_of_the_voltages_is_called_by_its_name():
    _, found, _ = at(anna, selftest="volts")
    assert "ANALOG_SELECT" in found["self-test"]["do"]


def test_all_in_order():
    code, found, fine = at(anna)
    assert (code, fine) == (0, True)
    assert finding.TROUBLE not in verdicts(found, *ALL)
    assert "Anna: up to" in found["profile"]["text"]


@pytest.mark.parametrize(
    ("changes", "name", "verdict", "words"),
    [
        ({"selftest": "imu rtc"}, "self-test", "trouble", "imu, rtc"),
        ({}, "self-test", "ok", "every part"),
        ({"inv": -7501}, "sensor", "trouble", "no table can reach"),
        ({"inv": 9501}, "sensor", "trouble", "no table can reach"),
        ({"pos": -6500}, "sensor", "trouble", "position sensor -65.00"),
        ({"rate": 3}, "sensor", "cannot tell", "the same to the last digit"),
        ({"rate": (3, 3, 3, 3, 4)}, "sensor", "ok", "a little noise"),
        ({"disp": 0}, "display", "trouble", "does not answer"),
        ({"mv": 20999}, "supply", "trouble", "21.0 V"),
        ({"mv": 27501}, "supply", "trouble", "27.5 V"),
        ({"mv": 27500}, "supply", "ok", "27.5 V"),
        ({"in": 1248}, "STOP", "trouble", "pressed, or its wire is cut"),
        ({}, "STOP", "ok", "loop is closed"),
        ({"in": 1249 - 32}, "ankle locks", "ok", "left open, right closed"),
        ({"bat": 21999}, "battery", "trouble", "22.0 V"),
        ({"bat": 22000}, "battery", "ok", "22.0 V"),
        ({"day": 0}, "clock", "trouble", "no valid date"),
        ({"day": 20260101}, "clock", "trouble", "2026-01-01, but this computer's"),
        ({}, "clock", "ok", "the table's date is"),
    ],
)
def test_what_the_table_says_of_itself(changes, name, verdict, words):
    code, found, fine = at(anna, **changes)
    assert found[name]["verdict"] == verdict and words in found[name]["text"]
    assert (code, fine) == ((5, False) if verdict == "trouble" else (0, True))


@pytest.mark.parametrize(
    ("fault", "name"),
    [
        (faults.IMU_FROZEN, "sensor"),
        (faults.BATTERY_LOW, "battery"),
        (faults.MAINS_LOST, "supply"),
        (faults.STOP_LOOP, "STOP"),
        (faults.ANKLE_OPEN, "ankle locks"),
        (faults.CONTACTOR, "fault"),
    ],
)
def test_each_fault_is_named_once(fault, name):
    row = faults.FAULTS[fault]

    def answer(command):
        if command["c"] != "why":
            return anna(command)
        why = {"code": row[faults.NAME], "field": "", "text": row[faults.SENTENCE], "cdeg": 0, "key": ""}
        return frame({"i": command["i"], "n": 1, **why})

    code, found, _ = at(answer, flt=fault)
    assert code == 5
    assert [one for one, said in found.items() if said["verdict"] == finding.TROUBLE] == [name]
    assert row[0] in found[name]["text"]
    assert found["battery"]["verdict"] == ("trouble" if name == "battery" else "ok")


def test_it_only_looks():
    with TableStub(at_rest) as stub:
        code, found, _ = doctor("-p", stub.port)
    assert code == 0 and "profile" in found
    asked = {command["c"] for command in stub.heard}
    assert asked - {"hello"} <= set(messages.READ_ONLY) - {"watch"}
    assert {"hello", "status", "people"} <= asked


def test_another_version():

    def old(command):
        return frame({"i": command["i"], **HELLO, "fw": "0.0.9"}) if command["c"] == "hello" else PEOPLE(command)

    code, found, _ = at(old)
    assert (code, found["versions"]["verdict"]) == (5, "trouble")
    assert "bascule deploy" in found["versions"]["do"]


def test_another_protocol():
    def answer(command):
        if command["c"] == "hello":
            return frame({"i": command["i"], "e": "VERSION", "m": "The laptop uses protocol 1, the table 2."})
        return PEOPLE(command)

    code, found, _ = at(answer)
    assert (code, found["versions"]["verdict"]) == (5, "trouble")


def test_an_older_table_that_answers_otherwise():
    """The version is what to mend, and is named before the answer that is not understood."""
    code, found, _ = at(anna, selftest=None)
    assert found["answers"]["verdict"] == "trouble" and "no valid selftest" in found["answers"]["text"]
    assert list(found)[-2:] == ["versions", "answers"] and code != 0


@pytest.mark.parametrize(
    ("img", "verdict", "words"),
    [
        ("", "cannot tell", "does not tell"),
        ("0" * 64, "cannot tell", "runs 0000000000000000, but the image built here holds"),
        ("same", "ok", "the image built here"),
    ],
)
def test_the_program_is_compared_with_the_image_built_here(tmp_path, mocker, img, verdict, words):
    data, program = pico.image()
    (tmp_path / "bascule.uf2").write_bytes(data)
    mocker.patch("bascule.deploy.uf2.built", return_value=tmp_path / "bascule.uf2")

    def answer(command):
        told = program if img == "same" else img
        return frame({"i": command["i"], **HELLO, "img": told}) if command["c"] == "hello" else PEOPLE(command)

    code, found, _ = at(answer)
    assert code == 0 and found["program"]["verdict"] == verdict
    assert words in found["program"]["text"]


@pytest.mark.parametrize("data", [pico.plain([pico.MARKS] * 64), b"damaged"], ids=["no trailer", "damaged"])
def test_an_image_that_proves_nothing_is_not_compared(tmp_path, mocker, data):
    (tmp_path / "bascule.uf2").write_bytes(data)
    mocker.patch("bascule.deploy.uf2.built", return_value=tmp_path / "bascule.uf2")
    assert "program" not in at(anna)[1]


@pytest.mark.parametrize("code", ["WAIT", "ENOUGH_TODAY", "TODAY"])
def test_a_wait_between_sessions_is_no_trouble(code):
    def answer(command):
        if command["c"] != "why":
            return anna(command)
        return frame(
            {"i": command["i"], "n": 1, "code": code, "field": "", "text": "Come back later.", "cdeg": 0, "key": ""}
        )

    exit_code, found, fine = at(answer, lock=1, n_lock=1)
    assert (exit_code, fine) == (0, True)
    assert (found["profile"]["verdict"], found["profile"]["text"]) == ("ok", "a normal wait: Come back later.")


def test_a_wait_beside_another_reason_is_trouble():
    def answer(command):
        if command["c"] != "why":
            return anna(command)
        code, text = [("WAIT", "Come back."), ("CLOCK", "No valid date.")][command["at"]]
        return frame({"i": command["i"], "n": 2, "code": code, "field": "", "text": text, "cdeg": 0, "key": ""})

    code, found, _ = at(answer, lock=1, n_lock=2)
    assert (code, found["profile"]["verdict"]) == (3, "trouble")


def test_nobody_chosen():
    nobody = PeopleTable(ANNA)
    nobody.chosen = ""

    def answer(command):
        return anna(command) if command["c"] == "hello" else nobody(command)

    assert at(answer)[1]["profile"]["verdict"] == "cannot tell"


def test_no_table():
    code, found, fine = doctor()
    assert (code, fine, list(found)) == (4, False, ["port"])
    assert "Plug the table in" in found["port"]["do"]


def test_two_tables(mocker):
    vid, pid = PICO.usb
    usb = [SimpleNamespace(device=f"/dev/ttyACM{n}", vid=vid, pid=pid, serial_number="") for n in range(2)]
    mocker.patch("serial.tools.list_ports.comports", return_value=usb)
    code, found, _ = doctor()
    assert (code, found["port"]["verdict"]) == (2, "trouble")


def test_a_port_that_is_not_there():
    code, found, _ = doctor("-p", "/dev/no-such-port")
    assert (code, found["rights"]["verdict"]) == (4, "trouble")
    assert "hello" not in found


def test_a_socket_has_no_owner_and_here_no_listener():
    code, found, _ = doctor("-p", "socket://127.0.0.1:1")
    assert (code, found["rights"]["verdict"], found["hello"]["verdict"]) == (4, "ok", "trouble")


def test_a_silent_port(mocker):
    mocker.patch("bascule.table.client._HELLO_S", 0.2)
    with TableStub(lambda _: b"?\n") as stub:
        code, found, _ = doctor("-p", stub.port)
    assert (code, found["hello"]["verdict"]) == (6, "trouble")


def test_rights_are_looked_at(mocker):
    mocker.patch("bascule.doctor.port_check.os.access", return_value=False)
    with TableStub(lambda _: b"") as stub:
        code, found, _ = doctor("-p", stub.port)
    assert (code, found["rights"]["verdict"]) == (4, "trouble")
    assert "usermod" in found["rights"]["do"] and "99-bascule.rules" in found["rights"]["do"]


@pytest.mark.skipif(not os.path.isdir("/proc"), reason="only Linux says who has a port open")
def test_who_holds_the_port_is_named(mocker):
    mocker.patch("bascule.doctor.port_check._processes", return_value=[Path("/proc") / str(os.getpid())])
    with TableStub(lambda _: b"") as stub:
        found = port_check._holders(stub.port)
    assert found.verdict == "trouble" and f"({os.getpid()})" in found.text


def test_modem_manager_is_told_to_leave_it(tmp_path, mocker):
    process = tmp_path / "7"
    process.mkdir()
    (process / "comm").write_text("ModemManager\n")
    mocker.patch("bascule.doctor.port_check._processes", return_value=[process])
    mocker.patch("bascule.doctor.port_check._UDEV", tmp_path)
    port = "/dev/null"
    assert port_check._modem_manager(port).verdict == "trouble"
    number = os.stat(port).st_rdev
    noted = tmp_path / f"c{os.major(number)}:{os.minor(number)}"
    noted.write_text("E:ID_VENDOR=x\n")
    assert "udevadm" in port_check._modem_manager(port).do
    noted.write_text("E:ID_MM_DEVICE_IGNORE=1\n")
    assert port_check._modem_manager(port).verdict == "ok"


def test_modem_trouble_does_not_end_the_look(mocker):
    mocker.patch("bascule.doctor.port_check._modem_manager", return_value=finding.trouble("modem", "text", "do", 4))
    code, found, _ = at(anna)
    assert code == 4 and found["profile"]["verdict"] == "ok"


def test_the_rules_name_the_tables_usb_identity():
    text = port_check.RULES.read_text("ascii")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    for line in lines:
        ids = dict(re.findall(r"(idVendor|idProduct)}==\"([0-9a-f]{4})\"", line))
        assert (int(ids["idVendor"], 16), int(ids["idProduct"], 16)) in _KNOWN_USB
        assert 'ENV{ID_MM_DEVICE_IGNORE}="1"' in line
    assert 'GROUP="dialout"' in lines[0] and 'TAG+="uaccess"' in lines[0]


def test_for_a_person():
    with TableStub(at_rest) as stub:
        ran = CliRunner().invoke(cli, ["doctor", "-p", stub.port])
    assert ran.exit_code == 0
    lines = ran.stdout.splitlines()
    assert [line for line in lines if line.startswith("ok           hello        table T-1 answers")]
    assert len(lines) == len(ALL) + (os.path.isdir("/proc"))


def at_rest(command):
    if command["c"] == "status":
        return frame({"i": command["i"], **STATUS, "rate": command["i"] % 7})
    return anna(command)


def test_every_sense_fault_is_one_of_the_tables():
    names = {row[faults.NAME] for row in faults.FAULTS}
    assert set(table_check._SENSE_FAULTS) <= names
