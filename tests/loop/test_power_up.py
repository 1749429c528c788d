"""What the firmware does before it goes into service: the board's self-test, maintenance, files of other firmware."""

import builtins
import datetime
import shutil
from pathlib import Path

import pytest

from firmware.link import wire
from firmware.version import VERSION
from tests.loop.conftest import Run
from tests.support.laptop import Laptop, blob
from tests.support.layouts import age

KEYS = ("up", "down", "ok")
GOLDEN = Path(__file__).parents[1] / "golden" / "d4a6714-layout"
NEXT_DAY = datetime.datetime(2026, 12, 1, 10)  # after the last entry of these files
ANNA = {"id": "anna", "name": "Anna", "max_inversion_cdeg": 6000, "beyond_60": False}


def restart_with_failing_flash(table):
    """Where the self-test wants to write a file stands a folder."""
    (table.root / "selftest.tmp").mkdir()
    table._boot(2)
    table.run(3)


@pytest.mark.both_homes
@pytest.mark.parametrize("imu", ["lsm6dsox", "mpu6050"])
def test_whoever_may_start_starts_with_a_gyro_whose_bias_is_learnt(start, imu):
    table = start(imu=imu)
    table.world.imu.zero_rate_dps = (0.0, 20.0, 0.0)
    table.power_off()
    table.power_on()
    table.run(0.4)
    table.laptop.hello()
    began_s = table.world.now_s
    while (status := table.status())["st"] == "BOOT":
        assert table.world.now_s < began_s + 1.0
    assert abs(status["rate"]) <= 20 and abs(status["inv"] + 7000) < 40


def test_h35_a_board_that_fails_its_self_test_is_locked_and_says_which_part(table):
    restart_with_failing_flash(table)
    found = table.status()
    assert (found["selftest"], found["lock"], found["st"]) == ("flash", 1, "LOCKED")
    why = table.laptop.ask("why", who="", of="lock", at=0)
    assert why["code"] == "SELFTEST" and why["text"].endswith(": flash.")
    assert found["n_lock"] == 2
    assert "hold OK while switching on" in table.laptop.ask("why", who="", of="lock", at=1)["text"]
    table.press("down")
    table.run(3)
    assert table.inv_deg < -69.9
    table.laptop.hello()
    assert table.laptop.push(blob())["e"] == "NOT_STORED"


def test_h35_a_full_flash_is_said_to_be_full_and_nobody_is_told_to_erase_it(start, tmp_path, monkeypatch):
    table = start()
    real = builtins.open

    def opened(path, mode="r", *more, **named):
        if "w" in mode and str(path).startswith(str(tmp_path)):
            raise OSError(28, "no space left")
        return real(path, mode, *more, **named)

    monkeypatch.setattr(builtins, "open", opened)
    assert table.laptop.push(blob(name="Anne"))["e"] == "FLASH_FULL"
    assert table.laptop.ask("people", at=0)["name"] == "Anna"
    table._boot(2)
    table.run(3)
    found = table.status()
    assert (found["selftest"], found["n_lock"], found["st"]) == ("flash_full", 1, "LOCKED")
    why = table.laptop.ask("why", who="", of="lock", at=0)
    assert why["code"] == "FLASH_FULL" and "do not erase" in why["text"] and "hold OK" not in why["text"]
    table.laptop.hello()
    assert table.laptop.push(blob())["e"] == table.laptop.set_clock(20261201)["e"] == "FLASH_FULL"
    monkeypatch.setattr("hal.sim.board.Board.selftest", lambda board: ("rtc", "flash_full"))
    table._boot(2)
    table.run(3)
    told = [table.laptop.ask("why", who="", of="lock", at=at) for at in (0, 1)]
    assert [one["code"] for one in told] == ["FLASH_FULL", "SELFTEST"] and "rtc" in told[1]["text"]
    table.press("down")
    table.run(3)
    assert table.inv_deg < -69.9


@pytest.mark.long
@pytest.mark.both_homes
def test_h35_a_board_that_fails_its_self_test_head_down_still_returns(table):
    table.down_to(15)
    table.release("down")
    restart_with_failing_flash(table)
    table.tap("up")
    table.until_upright()


def power_up_with(table, keys) -> bytes:
    """Power off and on with these buttons held; what the table answers to a hello."""
    table.power_off()
    table.serial_out()
    for key in keys:
        table.press(key)
    table.power_on()
    table.run(2)
    for key in keys:
        table.release(key)
    table.serial_in(wire.frame([("i", 1), ("c", "hello"), ("p", 1)]))
    table.run(1)
    return table.serial_out()


@pytest.mark.both_homes
def test_three_buttons_at_power_up_leave_the_board_to_maintenance_with_everything_inert(table):
    assert power_up_with(table, KEYS) == b""
    table.press("down")
    table.run(2)
    assert not table.world.contactor_closed and not table.world.drive_permille


@pytest.mark.parametrize("keys", [("up", "down"), ("down", "ok"), ("ok",), ()])
def test_fewer_buttons_do_not(table, keys):
    assert VERSION.encode() in power_up_with(table, keys)


def test_away_from_upright_there_is_no_maintenance(table):
    table.world.plant.place(-40.0)
    assert VERSION.encode() in power_up_with(table, KEYS)


def test_no_restart_leads_to_maintenance(table):
    for key in KEYS:
        table.press(key)
    table._boot(2)
    table.run(2)
    for key in KEYS:
        table.release(key)
    table.laptop.hello()


@pytest.fixture
def flash(tmp_path: Path) -> Path:
    """What is on the flash before the first start: the files of commit d4a6714."""
    folder = tmp_path / "flash"
    folder.mkdir()
    for path in GOLDEN.glob("*.bin"):
        shutil.copy(path, folder)
    return folder


def on(table: Run) -> Run:
    """Three seconds after its start, with a laptop that has said hello and told no time."""
    table.run(3)
    table.laptop = Laptop(table)
    table.laptop.ask("hello", p=1)
    return table


def locks(table: Run, who: str = "") -> list[str]:
    count = table.laptop.ask("profile.verdict", who=who)["n_reasons"]
    return [table.laptop.ask("why", who=who, of="lock", at=at)["code"] for at in range(count)]


@pytest.mark.long
@pytest.mark.both_homes
def test_a_table_with_files_of_the_earliest_layout_comes_up_and_works_on(home: str, flash: Path) -> None:
    with Run(home, state_dir=flash.parent, wall=NEXT_DAY) as table:
        ask = on(table).laptop.ask
        assert table.status()["day"] == 20261201
        people = [ask("people", at=at) for at in range(4)]
        assert [one["name"] for one in people] == ["Carla", "Anna", "Ben Zoë", "Emil"]
        assert table.status()["rev"] == 7
        assert [locks(table, one["id"]) for one in people] == [
            ["NOT_CLEARED", "CLEARANCE_BEFORE_CHANGE"] * 2,
            [],
            [],
            ["WAIT"],
        ]
        before = ask("progress", who="anna")
        assert (before["step"], before["done"], before["today"], before["cap"]) == (1, 1, 0, 2000)
        table.laptop.tap("down")
        assert table.laptop.confirm() == "ARMED"
        table.down_to(19.5)
        table.run(50)
        table.release("down")
        table.tap("up")
        table.until_upright()
        table.run(1)
        table.laptop.felt()
        after = ask("progress", who="anna")
        assert (after["step"], after["done"], after["today"]) == (1, 2, 1)
        assert table.laptop.push(blob(**ANNA, weight_kg=70))["verdict"] == "locked"
        assert locks(table) == ["WAIT"]
        table.power_off()
        table.power_on()
        again = on(table).laptop.ask("progress", who="anna")
        assert {**again, "i": after["i"]} == after
        assert table.status()["rev"] == 8
        assert table.laptop.set_clock(20261130)["e"] == "CLOCK_BACKWARDS"


@pytest.mark.long
@pytest.mark.parametrize(
    ("file", "who", "code", "said"),
    [
        ("profile_0.bin", "carla", "PROFILE_NEWER", "a newer version stored this profile"),
        ("person_2.bin", "anna", "RECORD_NEWER", "a newer version kept this record"),
        ("newest_minute.bin", "carla", "CLOCK_NEWER", "a newer version logged the newest time"),
        ("restarts.bin", "carla", "RESTARTS_NEWER", "a newer version counted its restarts"),
    ],
)
def test_a_file_of_a_newer_layout_locks_says_so_and_stays(
    home: str, flash: Path, file: str, who: str, code: str, said: str
) -> None:
    newer = age(flash / file)
    with Run(home, state_dir=flash.parent, wall=NEXT_DAY) as table:
        for _ in range(2):
            on(table)
            if who == "anna":
                table.laptop.tap("down")
            why = table.laptop.ask("why", who="", of="lock", at=0)
            assert (why["code"], said in why["text"]) == (code, True)
            shown = table.laptop.ask("panel")
            assert (shown["l2"] + " " + shown["l3"]).startswith("Update the table's")
            assert table.laptop.confirm() in ("LOCKED", "NONE")
            table.press("down")
            table.run(3)
            table.release("down")
            assert abs(table.inv_deg + 70) < 0.1
            table.laptop.set_clock(20261201)
            table.laptop.push(blob(id=who))
            table.run(35)
            assert (flash / file).read_bytes() == newer
            table.power_off()
            table.power_on()


@pytest.mark.both_homes
@pytest.mark.parametrize(("file", "act"), [("newest_minute.bin", "clock.set"), ("person_1.bin", "profile.remove")])
def test_what_a_newer_file_forbids_is_told_with_what_to_do(home: str, flash: Path, file: str, act: str) -> None:
    age(flash / file)
    with Run(home, state_dir=flash.parent, wall=NEXT_DAY) as table:
        laptop = on(table).laptop
        answer = laptop.set_clock(20261201) if act == "clock.set" else laptop.ask(act, who="carla")
        assert answer["e"] == "STORED_NEWER"
        assert laptop.ask("people", at=0)["id"] == "carla", "who is stored can be read all the same"


def test_a_count_of_restarts_that_is_newer_is_the_reason_that_a_push_and_a_time_get(home: str, flash: Path) -> None:
    age(flash / "restarts.bin")
    with Run(home, state_dir=flash.parent, wall=NEXT_DAY) as table:
        laptop = on(table).laptop
        assert laptop.push(blob())["e"] == laptop.set_clock(20261201)["e"] == "STORED_NEWER"
        assert laptop.ask("profile.remove", who="")["e"] == "NO_SUCH_PERSON"


def test_a_newer_record_of_one_leaves_the_others_as_they_are(home: str, flash: Path) -> None:
    age(flash / "person_3.bin")
    with Run(home, state_dir=flash.parent, wall=NEXT_DAY) as table:
        on(table)
        assert [locks(table, who) for who in ("anna", "ben", "emil")] == [[], ["RECORD_NEWER"], ["WAIT"]]
