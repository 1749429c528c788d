"""Form, screening, frames and the server say the same bytes on MicroPython and on CPython."""

import base64
import binascii
import hashlib
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from firmware.link import wire
from firmware.profile.form import to_wire
from tests.link.commands import GOOD
from tests.link.form.test_command_form import OUT_OF_FORM
from tests.support.profiles import KEYS, clearance, profile

ROOT = Path(__file__).parents[2]
DAYS = (0, 20261031, 20261123, 20270228, 20270430, 20280229)
PROFILES = 600  # `make fuzz` takes 10,000
NEAR_COMMANDS = 1500  # `make fuzz` takes 20,000
NEAR = b'{}[]",:$ 0019.-+eEx\\\x00\t\x7f\x80\xc3\xa9\xed\xa0abio'
NAMES = ("Anna", "Zoë", "佳子", 'A$AP \\ "B"', "😀" * 60, "n" * 61, "", "a\nb", "a\x85b", "\xa0")
# What JSON readers let through, each in its own way.
LENIENT = (
    b"{}", b"[]", b"null", b"", b" ", b'{"a":1,}', b'{"a":1 "b":2}', b'{"a":01}', b'{"a":1.0}', b'{"a":NaN}',
    b'{"a":-0}', b'{"a":1e2}', b'{"a":"\\q"}', b'{"a":"\x01"}', b'{"a":"\xc0\x80"}', b'{"a":"\xed\xa0\x80"}',
    b'{"a":"\\ud800"}',
    b'{"a":"\xf7\xbf\xbf\xbf"}', b'{"a":"\xe0\x81\x81"}', b"{1:2}", b"{[]:1}", b"[" * 4000, b'{"a":' * 700, b"9" * 4096,
    b'{"a":1}x', b"\xef\xbb\xbf{}", b'{"schema":2}', b'{"schema":99999999999999999999,"x":[{"y":null}]}', b"x" * 4097,
    b'{"a":"\xed\xbf\xbf"}',
    b'{"schema":true}', b'{"\xc3\xa9":1,"z":2}', b'{"z":2,"\xc3\xa9":1}',
)  # fmt: skip


def some_profile(chance):
    """A profile in form more often than not."""
    declared = chance.sample([*KEYS, "zorp", "k" * 40], chance.randrange(4))
    given = [
        clearance(
            chance.choice(declared if declared and chance.random() < 0.9 else KEYS),
            clinician=chance.choice(NAMES[:5]),
            role=chance.choice(("physician", "orthopaedic_surgeon")),
            issued=chance.choice((20261031, 20261101, 20261102, 20280229)),
            expires=chance.choice((20261123, 20270301, 20280229)),
            max_inversion_cdeg=chance.randrange(100, 9001),
        )
        for _ in range(chance.randrange(3) if declared else 0)
    ]
    made = profile(
        *declared,
        clearances=given,
        max_inversion_cdeg=chance.randrange(100, 9001),
        born=chance.choice((1958, 1980, 2010)) if chance.random() < 0.3 else 1980,
    )
    if declared and chance.random() < 0.4:
        days = (20260101, 20261001, 20261231, 20260230, "x")
        made["since"] = {key: chance.choice(days) for key in chance.sample(declared, 1)}
    if chance.random() < 0.2:
        odd = chance.choice((None, True, 0, -1, 10**20, "x", [], {}, *NAMES))
        made[chance.choice([*made, "extra", "é"])] = odd
    if chance.random() < 0.1:
        del made[chance.choice(list(made))]
    return made


def profile_work(chance, profiles=PROFILES):
    for blob in LENIENT:
        yield f"profile 20261123 {blob.hex() or '00'}"
    for _ in range(profiles):
        blob = bytearray(to_wire(some_profile(chance)))
        if chance.random() < 0.15:
            blob[chance.randrange(len(blob))] = chance.randrange(256)
        yield f"profile {chance.choice(DAYS)} {blob.hex()}"


def frame_work(chance):
    for _ in range(60):
        data = bytearray(chance.randbytes(chance.randrange(100)))
        for number in range(6):
            line = bytearray(wire.frame([("i", number), ("name", chance.choice(NAMES)), ("on", True), ("x", None)]))
            if chance.random() < 0.4:
                at = chance.randrange(len(line))
                line[at : at + 1] = chance.randbytes(chance.randrange(3))
            data += line
        yield f"frames {data.hex()}"


def talk(chance):
    """A laptop's whole day: hello, pushes good and bad, questions, noise."""
    number = 0
    heard = bytearray()

    def say(command, **fields):
        nonlocal number
        number += 1
        heard.extend(wire.frame([("i", number), ("c", command), *fields.items()]))

    say("hello", p=1)
    say("clock.set", day=20261123, min=600)
    say("watch", on=1)
    for _ in range(12):
        blob = to_wire(some_profile(chance))
        for at in range(0, len(blob), 240):
            say("profile.put", off=at, d=base64.b64encode(blob[at : at + 240]).decode())
        say("profile.commit", n=len(blob), sha=hashlib.sha256(blob).hexdigest())
        heard.extend(chance.randbytes(20) + b"$torn\n")
        for of in ("lock", "push", "cap", "fault"):
            for at in range(4):
                say("why", who="", of=of, at=at)
        say("profile.verdict", who="")
        say("profile.get", who="", off=0)
        say("people", at=0)
        say("progress", who="anna")
        say("panel")
        say("status")
        say("why", of="moon", at=None, more="é")
    return bytes(heard)


def near_commands(chance, rounds):
    """Bodies of commands with a byte or two put in, taken out or changed."""
    bodies = [wire.encode([("i", 5), ("c", name), *fields.items()]) for name, fields in GOOD.items()]
    return [*OUT_OF_FORM, *(near(chance, chance.choice(bodies)) for _ in range(rounds))]


def command_work(chance, rounds):
    return [f"command {body.hex() or '00'}" for body in near_commands(chance, rounds)]


def near(chance, body):
    body = bytearray(body)
    for _ in range(chance.choice((0, 1, 1, 2))):
        at = chance.randrange(len(body) + 1)
        body[at : at + chance.randrange(3)] = bytes(chance.choices(NEAR, k=chance.randrange(3)))
    return bytes(body)


def on_cpython(work):
    return run(sys.executable, work)


def run(interpreter, work):
    """One answer for each line of work."""
    done = subprocess.run(
        [interpreter, "tests/link/program.py"],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "MICROPYPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        input="\n".join(work).encode(),
        capture_output=True,
        timeout=50,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode() + done.stdout.decode()[-500:]
    return [binascii.unhexlify(line) for line in done.stdout.split(b"\n")[:-1]]


@pytest.mark.long
def test_form_and_screening_agree_byte_for_byte(micropython):
    work = list(profile_work(random.Random(1)))
    here, there = on_cpython(work), run(micropython, work)
    assert len(here) == len(there) == len(work)
    for line, one, other in zip(work, here, there, strict=True):
        assert one == other, bytes.fromhex(line.split()[2])
    usable = sum(b'"limit":' in one and b'"limit":0' not in one for one in here)
    locked = sum(b'"limit":0' in one for one in here)
    assert min(usable, locked, len(here) - usable - locked) > 60, "all three verdicts are among them"


def test_frames_agree_byte_for_byte(micropython):
    work = list(frame_work(random.Random(2)))
    here = on_cpython(work)
    assert here == run(micropython, work)
    assert sum(one.count(b"1:{") for one in here) > 150


def test_a_server_says_the_same_bytes(micropython, tmp_path):
    heard = talk(random.Random(3)).hex()
    said = []
    for name, interpreter in (("here", sys.executable), ("there", micropython)):
        root = tmp_path / name
        root.mkdir()
        said += run(interpreter, [f"talk {root} {heard}"])
    assert said[0] == said[1]
    for part in (b'"e":"REFUSED"', b'"verdict":"usable"', b'"verdict":"locked"', b'"t":"tel"', b'"e":"BAD_CRC"'):
        assert part in said[0]


def test_a_command_near_the_form_is_taken_by_both_or_refused_by_both(micropython):
    work = command_work(random.Random(4), NEAR_COMMANDS)
    here, there = on_cpython(work), run(micropython, work)
    for line, one, other in zip(work, here, there, strict=True):
        assert one == other, bytes.fromhex(line.split()[1])
    refused, taken = here.count(b"out of form"), sum(one.startswith(b"{") for one in here)
    assert min(refused, taken, len(here) - refused - taken) > NEAR_COMMANDS // 20


def test_a_server_answers_what_is_near_a_command_in_the_same_bytes(micropython, tmp_path):
    heard = wire.frame([("i", 1), ("c", "hello"), ("p", 1)])
    heard += wire.frame([("i", 2), ("c", "clock.set"), ("day", 20261123), ("min", 600)])
    for body in near_commands(random.Random(6), 200):
        heard += b"$" + body + b"*" + wire.crc_hex(body) + b"\n"
    said = []
    for name, interpreter in (("here", sys.executable), ("there", micropython)):
        root = tmp_path / name
        root.mkdir()
        said += run(interpreter, [f"talk {root} {heard.hex()}"])
    assert said[0] == said[1]
    assert said[0].count(b'"ok":1') > 20 and said[0].count(b'"e":"BAD_JSON"') > 2


def test_watched_and_not_spoken_to_a_server_allocates_nothing(micropython, tmp_path):
    (taken,) = run(micropython, [f"still {tmp_path}"])
    assert int(taken) > 100 * 100


def test_a_table_that_moved_home_finds_its_profile(micropython, tmp_path):
    """Files written on one interpreter are read on the other."""
    blob = to_wire(profile("sciatica"))
    push = b"".join(
        wire.frame([("i", number), *pairs])
        for number, pairs in enumerate(
            [
                [("c", "hello"), ("p", 1)],
                [("c", "profile.put"), ("off", 0), ("d", base64.b64encode(blob[:200]).decode())],
                [("c", "profile.put"), ("off", 200), ("d", base64.b64encode(blob[200:]).decode())],
                [("c", "profile.commit"), ("n", len(blob)), ("sha", hashlib.sha256(blob).hexdigest())],
            ]
        )
    )
    ask = wire.frame([("i", 9), ("c", "profile.get"), ("who", "anna"), ("off", 0)])
    for first, second in ((sys.executable, micropython), (micropython, sys.executable)):
        shutil.rmtree(tmp_path / "table", ignore_errors=True)
        (tmp_path / "table").mkdir()
        run(first, [f"talk {tmp_path / 'table'} {push.hex()}"])
        (said,) = run(second, [f"talk {tmp_path / 'table'} {ask.hex()}"])
        assert b'"n":%d,' % len(blob) in said
