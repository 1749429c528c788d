"""`bascule ui` on a table: other programs use its port beside it, and have it to themselves when that has gone."""

import json
import subprocess

import pytest

from bascule.errors import Problem
from bascule.table.cable import Cable
from bascule.table.client import looked_at
from bascule.table.status import read
from tests.host.simulator.sim.sim_process import COMMAND, EXAMPLES, FAST, tell


@pytest.fixture
def page(sim):
    """`bascule ui` on a simulated table that serves no page of its own; the sim and the process."""
    table = sim(*FAST)
    process = subprocess.Popen([*COMMAND, "ui", "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    yield table, json.loads(process.stdout.readline()), process
    process.terminate()
    process.communicate(timeout=10)


@pytest.mark.long
def test_watch_push_status_and_a_page_work_side_by_side(page):
    table, said, _ = page
    assert said["port"] == table.port
    watch = subprocess.Popen([*COMMAND, "watch", "--json"], stdout=subprocess.PIPE)
    assert json.loads(watch.stdout.readline())["state"] in ("BOOT", "LOCKED")
    code, pushed = tell("profile", "push", str(EXAMPLES / "anna.toml"))
    assert (code, pushed["revision"]) == (0, 1)
    assert tell("status", "-p", table.port)[1]["state"] == "CONFIRM"
    for _ in range(200):
        if json.loads(watch.stdout.readline())["state"] == "CONFIRM":
            break
    else:
        pytest.fail("the watch does not go on")
    watch.terminate()
    watch.communicate(timeout=10)


@pytest.mark.long
def test_the_port_itself_is_taken_and_a_second_owner_is_told(page):
    table, _, _ = page
    with pytest.raises(Problem, match="use") as busy:
        Cable(table.port)
    assert busy.value.code == "PORT_BUSY"
    second = subprocess.run([*COMMAND, "ui", "--json"], capture_output=True, text=True, check=False)
    assert (second.returncode, json.loads(second.stdout)["error"]["code"]) == (4, "PORT_BUSY")


@pytest.mark.long
def test_when_the_page_is_gone_the_port_is_free_again(page):
    table, _, process = page
    process.terminate()
    process.communicate(timeout=10)
    with looked_at(table.port) as one:
        assert read(one).state == "LOCKED"
    assert tell("devices")[0] == 0
