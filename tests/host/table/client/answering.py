"""What the tests beside it share."""

import json

from click.testing import CliRunner

from bascule.cli.main import cli
from tests.support.host.table_stub import frame

STATUS = {
    "st": "READY", "inv": -7000, "lim": 2500, "pos": -6990, "rate": 0, "drv": 0, "ma": 0, "mv": 24000, "flt": 0,
    "resp": 0, "lock": 0, "n_lock": 0, "rev": 3, "bad_crc": 0, "overlong": 0, "unknown": 0, "failed": 0, "disp": 1,
    "selftest": "", "bat": 25000, "in": 1249, "up_ms": 5000, "day": 20261123,
    "lang": "en", "lang_lost": 0, "gaps": 0,
}  # fmt: skip


TELEMETRY = {"t": "tel", "n": 1, "ms": 1200, "st": "INVERTING", "inv": -1234, "lim": 2500, "drv": 500, "flt": 0}


def status(port):
    ran = CliRunner().invoke(cli, ["status", "-p", port, "--json"])
    return ran.exit_code, json.loads(ran.stdout), ran.stderr


def answering(**by_command):
    """Answers by command; what is not given is left to the stub."""
    return lambda command: by_command.get(command["c"].replace(".", "_"), lambda _: b"")(command)


def ok(fields):
    return lambda command: frame({"i": command["i"], "ok": 1, **fields})


def damaged_first(times):
    seen = []

    def answer(command):
        seen.append(command)
        return frame({"t": "err", "e": "BAD_CRC", "m": "-"}) if len(seen) <= times else ok(STATUS)(command)

    return answer
