"""What the tests beside it share."""

import base64
import hashlib

from firmware.link import messages
from tests.support.desk import MINUTE
from tests.support.profiles import TODAY, clearance, profile

ANNA = profile("sciatica", max_inversion_cdeg=2500)


KEY = "acute_hip_instability"


CLEARED = profile(KEY, clearances=[clearance(KEY)])


DAMAGED = "0" * 64


def facts(desk):
    """All that a push, a clock or a hello can change."""
    return desk.chosen.people.revision, desk.chosen.blob, desk.chosen.changed, desk.chosen.screened.reasons


def why_locked(desk):
    return [code for code, *_ in desk.why("lock")]


GOOD = {
    "hello": {"p": 1},
    "status": {},
    "watch": {"on": 0},
    "clock.set": {"day": TODAY, "min": MINUTE},
    "language.set": {"to": "de"},
    "profile.put": {"off": 0, "d": "QUJD"},
    "profile.commit": {"n": 3, "sha": hashlib.sha256(b"ABC").hexdigest()},
    "profile.get": {"who": "", "off": 0},
    "profile.verdict": {"who": ""},
    "people": {"at": 0},
    "progress": {"who": ""},
    "panel": {},
    "why": {"who": "", "of": "lock", "at": 0},
    "profile.remove": {"who": ""},
}


FIELDS = [(name, field[0]) for name, row in messages.COMMANDS.items() for field in row[1]]


def put_error(desk, off, data):
    answer = desk.ask("profile.put", off=off, d=base64.b64encode(data).decode())
    return answer.get("e"), answer.get("f"), answer.get("m")
