"""Which tables are found, and that several are never guessed between."""

import contextlib
import json
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from bascule.cli.main import cli
from bascule.errors import BAD_INPUT, NO_TABLE, Problem
from bascule.table import ports
from hal.boards import PICO


def usb(device, vid_pid=PICO.usb, serial="E66138"):
    return SimpleNamespace(device=device, vid=vid_pid[0], pid=vid_pid[1], serial_number=serial)


@pytest.fixture
def plugged(mocker):
    return lambda *devices: mocker.patch("serial.tools.list_ports.comports", return_value=list(devices))


def devices():
    ran = CliRunner().invoke(cli, ["devices", "--json"])
    assert ran.exit_code == 0
    found = json.loads(ran.stdout)
    assert list(found) == ["tables"]
    return found["tables"]


def test_no_table_is_an_empty_list_and_no_choice():
    assert devices() == []
    with pytest.raises(Problem) as caught:
        ports.choose(None)
    assert caught.value.exit_code == NO_TABLE


def test_only_the_tables_own_usb_identity_is_a_table(plugged):
    plugged(usb("/dev/ttyACM0", (0x1A86, 0x7523)), usb("/dev/ttyACM1"), usb("/dev/ttyS0", (None, None)))
    assert devices() == [{"port": "/dev/ttyACM1", "kind": "usb", "serial": "E66138"}]
    assert ports.choose(None) == "/dev/ttyACM1"


def test_two_tables_are_listed_and_not_guessed_between(plugged):
    plugged(usb("/dev/ttyACM1", serial="B"), usb("/dev/ttyACM0", serial="A"))
    with pytest.raises(Problem) as caught:
        ports.choose(None)
    assert (caught.value.exit_code, caught.value.code) == (BAD_INPUT, "SEVERAL_TABLES")
    assert "/dev/ttyACM0 (usb, A), /dev/ttyACM1 (usb, B)" in caught.value.text


def test_a_port_that_is_named_is_taken_without_looking(plugged):
    plugged(usb("/dev/ttyACM0"), usb("/dev/ttyACM1"))
    assert ports.choose("/dev/ttyACM1") == "/dev/ttyACM1"


def test_a_simulated_table_is_found_while_it_runs():
    with ports.announced("/dev/pts/77"):
        assert devices() == [{"port": "/dev/pts/77", "kind": "simulated", "serial": "SIM-0001"}]
    assert devices() == []
    assert list(ports.folder().iterdir()) == []


def test_each_simulated_table_has_a_serial_of_its_own():
    with ports.announced("/dev/pts/77") as first, ports.announced("/dev/pts/78") as second:
        assert [(one["port"], one["serial"]) for one in devices()] == [("/dev/pts/77", first), ("/dev/pts/78", second)]
    assert (first, second) == ("SIM-0001", "SIM-0002")
    assert list(ports.folder().iterdir()) == []


def test_a_serial_that_was_given_up_is_given_again():
    with contextlib.ExitStack() as opened:
        first = opened.enter_context(contextlib.ExitStack())
        assert first.enter_context(ports.announced("/dev/pts/77")) == "SIM-0001"
        assert opened.enter_context(ports.announced("/dev/pts/78")) == "SIM-0002"
        first.close()
        assert opened.enter_context(ports.announced("/dev/pts/79")) == "SIM-0001"


@pytest.mark.long
def test_tables_that_start_at_once_have_serials_of_their_own():
    start = (
        "import sys; from bascule.table import ports\nwith ports.announced('x') as it: print(it, flush=True); input()"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    started = [subprocess.Popen([sys.executable, "-c", start], env=environment, **streams) for _ in range(6)]
    serials = [one.stdout.readline() for one in started]
    for one in started:
        one.communicate("\n")
    assert len(set(serials)) == 6
    assert list(ports.folder().iterdir()) == []


def test_a_simulated_table_beside_a_real_one_is_a_second_table(plugged):
    plugged(usb("/dev/ttyACM0"))
    with ports.announced("/dev/pts/77"), pytest.raises(Problem, match="2 tables were found"):
        ports.choose(None)


def test_what_a_killed_process_left_behind_is_no_table():
    killed = "from bascule.table import ports; import os\nwith ports.announced('/dev/pts/77'): os._exit(1)"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", killed], env=environment, check=False)
    assert len(list(ports.folder().iterdir())) == 1
    assert devices() == []
    with ports.announced("/dev/pts/78") as serial:
        assert devices() == [{"port": "/dev/pts/78", "kind": "simulated", "serial": serial}]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"port": "x"}'])
def test_a_torn_announcement_is_passed_over(text):
    with ports.announced("/dev/pts/77"):
        next(ports.folder().iterdir()).write_text(text)
        assert devices() == []


@pytest.fixture
def as_another_user(mocker):
    """From now on this process is somebody else, whose temporary files have the same names."""

    def change():
        folder, ours = ports.folder(), os.getuid()
        mocker.patch("bascule.table.ports.folder", return_value=folder)
        mocker.patch("os.getuid", return_value=ours + 1)

    return change


def test_an_announcement_of_another_user_is_passed_over(as_another_user):
    with ports.announced("/dev/pts/77"):
        as_another_user()
        assert devices() == []


def test_nothing_is_written_into_another_users_folder(as_another_user):
    ports.folder().mkdir()
    as_another_user()
    with pytest.raises(Problem, match="another user"), ports.announced("/dev/pts/77"):
        pass
    assert list(ports.folder().iterdir()) == []
