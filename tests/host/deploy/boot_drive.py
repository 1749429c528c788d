"""What the tests beside it share."""

import hashlib
import json
import struct
from types import SimpleNamespace

from click.testing import CliRunner

from bascule.cli.main import cli
from hal.boards import PICO
from tests.support.host import pico
from tests.support.host.table_stub import HELLO, frame

VERSION = HELLO["fw"]


DATA, PROGRAM = pico.image()


def describe(path, version=VERSION, **facts):
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    told = {"uf2": f"build/image/{path.name}", "sha256": digest, "version": version, **facts}
    (path.parent / "image.json").write_text(json.dumps(told))


def deploy(*words):
    ran = CliRunner().invoke(cli, ["deploy", *[str(word) for word in words], "--json"])
    assert "Traceback" not in ran.output
    return ran.exit_code, json.loads(ran.stdout)


def refused(*words):
    code, found = deploy(*words)
    return code, found["error"]["code"], found["error"]["text"], found["error"]["hint"]


def telling(**changes):
    """A table's answers with another hello."""
    said = {**HELLO, "img": PROGRAM, **changes}
    return lambda command: frame({"i": command["i"], **said}) if command["c"] == "hello" else b""


def plugged(mocker, *ports):
    vid, pid = PICO.usb
    usb = [SimpleNamespace(device=port, vid=vid, pid=pid, serial_number=f"S{n}") for n, port in enumerate(ports)]
    mocker.patch("serial.tools.list_ports.comports", return_value=usb)


def at_block(number, at, value):
    """The image with one byte of a block changed."""
    data = bytearray(DATA)
    data[512 * number + at] = value
    return bytes(data)


def moved(number, address):
    """The image with one block sent to another place."""
    data = bytearray(DATA)
    struct.pack_into("<I", data, 512 * number + 12, address)
    return bytes(data)


def too_long():
    """More blocks than the program's part of the flash has, the last of them a trailer's."""
    data = bytearray(pico.plain([pico.MARKS] * 4097))
    struct.pack_into("<I", data, 512 * 4096 + 12, PICO.flash.trailer)
    return bytes(data)


def cut(data):
    return data[:-100]


def block_missing(data):
    return data[:512] + data[1024:]


def flipped(data):
    return data[:512] + b"\0" + data[513:]


def last_missing(data):
    return data[:-512]
