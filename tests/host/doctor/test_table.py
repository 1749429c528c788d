"""What the doctor finds in a table."""

import pytest

from bascule.doctor import finding
from firmware.link import messages
from firmware.safety import faults
from tests.host.doctor.doctor_table import ALL, PEOPLE, STATUS, Broken, anna, at, at_rest, doctor, of, verdicts
from tests.support.host import pico
from tests.support.host.people_table import PeopleTable
from tests.support.host.table_stub import HELLO, TableStub, frame
from tests.support.laptop import ANNA


@pytest.mark.long
def test_a_simulated_table_has_no_profile_and_no_other_trouble(tmp_path):
    with Broken(tmp_path) as table:
        code, found, fine = doctor("-p", table.port)
    assert (code, fine) == (3, False)
    assert [name for name, one in found.items() if one["verdict"] == finding.TROUBLE] == ["profile"]
    assert set(ALL) <= set(found)
    assert verdicts(found, "sensor", "display", "supply", "battery", "clock", "versions") == ("ok",) * 6
    assert "profile push" in found["profile"]["do"]


@pytest.mark.long
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
        ({"selftest": "flash_full"}, "self-test", "trouble", "the table's storage is full"),
        ({"selftest": "imu flash_full"}, "self-test", "trouble", "imu, flash_full"),
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


@pytest.mark.parametrize(
    ("late", "name"),
    [
        ({"flt": faults.CONTACTOR}, "fault"),
        ({"flt": faults.ANKLE_OPEN}, "ankle locks"),
        ({"lock": 1, "n_lock": 1}, "profile"),
        ({"inv": 9501}, "sensor"),
        ({"disp": 0}, "display"),
        ({"mv": 19000}, "supply"),
        ({"bat": 19000}, "battery"),
        ({"in": STATUS["in"] - 1}, "STOP"),
        ({"day": 0}, "clock"),
    ],
)
def test_what_goes_wrong_while_the_doctor_looks_is_told(late, name):
    """By the last of its looks alone: whoever is told that all is well lies down on the table as it is then."""
    row = faults.FAULTS[late.get("flt", faults.CONTACTOR)]

    def answer(command):
        if command["c"] != "why":
            return anna(command)
        why = {"code": row[faults.NAME], "field": "", "text": row[faults.SENTENCE], "cdeg": 0, "key": ""}
        return frame({"i": command["i"], "n": 1, **why})

    _, found, fine = at(answer, **{key: (STATUS[key],) * 4 + (value,) for key, value in late.items()})
    assert (found[name]["verdict"], fine) == (finding.TROUBLE, False)


@pytest.mark.parametrize(
    ("failed", "said", "unsaid"),
    [
        ("imu=70h@69h", "`imu=70h@69h` means that a chip answers there with that id", "erases"),
        ("flash_full", "do not erase it", "hold OK"),
        ("flash", "hold OK", "is full"),
    ],
)
def test_what_failed_at_start_up_is_explained(failed, said, unsaid):
    _, found, _ = at(anna, selftest=failed)
    assert said in found["self-test"]["do"] and unsaid not in found["self-test"]["do"]


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


def reasons(*said):
    """A table that is locked for these codes and texts."""

    def answer(command):
        if command["c"] != "why":
            return anna(command)
        code, text = said[command["at"]]
        return frame({"i": command["i"], "n": len(said), "code": code, "field": "", "text": text, "cdeg": 0, "key": ""})

    return answer


def test_a_wait_that_is_longer_for_the_clock_says_so_and_is_no_trouble():
    apart = reasons(("WAIT", "Come back later."), ("CLOCK_APART", "The clock says otherwise."))
    exit_code, found, fine = at(apart, lock=1, n_lock=2)
    assert (exit_code, fine) == (0, True)
    assert found["profile"]["text"] == "a normal wait: Come back later. The clock says otherwise."
    assert at(reasons(("CLOCK_APART", "The clock says otherwise.")), lock=1, n_lock=1)[0] == 3


def test_without_a_date_the_table_says_why():
    why = reasons(("NO_CLOCK", "A laptop's time was refused."))
    found = at(why, lock=1, n_lock=1, day=0)[1]["clock"]
    assert (found["verdict"], found["text"]) == ("trouble", "the table has no valid date: A laptop's time was refused.")


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
