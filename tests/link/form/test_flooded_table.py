"""A whole table whose port is flooded: it answers within two seconds of the last of it, and goes on as ever."""

import random

import pytest

from firmware.link import wire
from hal.sim.home.table import SimTable
from hal.world.electrics.cable import Cable
from tests.support.laptop import Laptop, blob

SOON_S = 2.0
FLOODS = {
    "noise": random.Random(1).randbytes(100_000),
    "dollars": b"$" * 600,
    "polls": b"?$G\n$$\n" * 2000,
    "modem probes": b"AT\r\nAT+GCAP\r\n" * 2000,
    "whole frames with nothing in them": b"$*00000000\n" * 600,
    "whole frames without an id": wire.frame([("a", 1)]) * 600,
    "commands": b"".join(wire.frame([("i", number), ("c", "status")]) for number in range(600)),
}


def answered_s(laptop):
    """Virtual seconds until a laptop that asks now, and once, has its answer."""
    began_s = laptop.table.world.now_s
    laptop.table.serial_in(wire.frame([("i", 4711), ("c", "status")]))
    while not any(message.get("i") == 4711 for message in laptop.listen()):
        laptop.table.run(0.05)
        assert laptop.table.world.now_s - began_s <= SOON_S
    return laptop.table.world.now_s - began_s


@pytest.mark.parametrize("flood", FLOODS)
def test_a_table_is_asked_again_within_two_seconds_of_a_flood(tmp_path, flood):
    with SimTable("cpython", state_dir=tmp_path) as table:
        table.run(2.0)
        laptop = Laptop(table)
        laptop.hello()
        assert laptop.push(blob())["verdict"] == "usable"
        table.serial_in(FLOODS[flood])
        answered_s(laptop)
        errors = [message for message in laptop.listen() if message.get("t") == "err"]
        assert len(errors) <= 2
        assert laptop.ask("people", at=0)["id"] == "anna"
        assert table.boots == [1]


def test_a_cable_keeps_the_newest_bytes_that_the_board_has_not_read():
    cable = Cable()
    cable.send(b"x" * 5000)
    cable.send(b"newest")
    assert cable.waiting == 1600
    cable.drop_read(1590)
    assert cable.head(64) == b"xxxxnewest"
