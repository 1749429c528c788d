"""One bit of any stored file flipped: the table locks, or nothing has changed; nothing is ever allowed by it."""

import pytest

from firmware.dates import DAY_MIN, minutes_of
from firmware.person.chosen import Chosen
from firmware.profile.form import to_wire
from firmware.store.people import People
from firmware.store.restarts import Restarts
from tests.support.profiles import TODAY, clearance, profile
from tests.support.when import at

NOW = minutes_of(TODAY, 600)
KEY = "hip_dysplasia"


def judged(root):
    """Of a table that has just been started: limit, time, steps and sessions left of each person, by id."""
    chosen = Chosen(People(str(root)))
    chosen.rescreen(TODAY, NOW)
    found = {}
    for place, who in enumerate(chosen.people.ids):
        if who:
            screened, record = chosen.screening_of(place), chosen.record_of(place)
            found[who] = (screened.limit_cdeg, screened.session_ms, record.step, -record.sessions, -record.ended_min)
    return found


@pytest.fixture
def root(tmp_path):
    """Anna may go to 20 degrees and has had one session today; Ben has changed his conditions and waits for nobody."""
    people = People(str(tmp_path))
    for who, born in (("anna", 1980), ("ben", 1970)):
        one = profile(KEY, id=who, born=born, clearances=[clearance(KEY)])
        assert people.put(one, to_wire(one), at(TODAY, NOW - DAY_MIN))[1] == ""
    for place in (0, 1):
        record = people.record(place)
        record.step, record.sessions, record.last_day, record.ended_min = 1, 1, NOW // DAY_MIN, NOW - 100
        record.here_day, record.answered_day = NOW // DAY_MIN, NOW // DAY_MIN
        assert people.remember(place, record)
    Restarts(str(tmp_path), False)
    return tmp_path


@pytest.mark.parametrize("name", ["profile_0.bin", "profile_1.bin", "person_0.bin", "person_1.bin"])
def test_a_flipped_bit_widens_nothing(root, name):
    well = judged(root)
    assert min(limit for limit, *_ in well.values()) > 0
    file = root / name
    content = file.read_bytes()
    locked = 0
    for byte in range(len(content)):
        file.write_bytes(content[:byte] + bytes([content[byte] ^ 1 << byte % 8]) + content[byte + 1 :])
        now = judged(root)
        assert len(now) == 2
        hit = [who for who in now if now[who][0] == 0]
        locked += len(hit) == 1
        assert all(now[who] == well[who] for who in now if who not in hit and who in well)
    file.write_bytes(content)
    assert locked == len(content), "each bit is noticed"
    assert judged(root) == well


def test_a_flipped_bit_of_the_restarts_is_never_fewer(root):
    file = root / "restarts.bin"
    content = file.read_bytes()
    for byte in range(len(content)):
        file.write_bytes(content[:byte] + bytes([content[byte] ^ 1 << byte % 8]) + content[byte + 1 :])
        assert Restarts(str(root), False).count == 255
