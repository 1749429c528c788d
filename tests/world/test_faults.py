"""The vocabulary of faults: complete, strict, and every fault in it changes the world and can be taken back."""

from contextlib import nullcontext

import pytest

from hal import contract
from hal.sim.home.rig import Rig
from hal.world.errors import FaultError, FirmwareCrash
from hal.world.faults.fault import Fault, parse
from hal.world.faults.injectors import signal
from hal.world.faults.vocabulary import VOCABULARY
from hal.world.hooks import Hooks

NAMES = (
    "off", "stuck", "garbage", "offset", "scale", "sign", "axis", "slow", "delayed", "intermittent", "nack", "bitflip",
    "saturate", "jam", "backdrive", "weld_on", "open_load", "slip", "shift_mass", "switch_open", "switch_closed",
    "brake_weak", "overrun", "stall", "exception", "oom", "reset", "brownout", "mains_off", "battery_low", "flash_torn",
    "flash_worn", "clock_jump", "uart_silence", "uart_sleep", "uart_unplug", "uart_noise", "uart_truncate",
    "uart_replay", "uart_flood", "noise", "dead_spot", "sag", "vibration",
)  # fmt: skip
ALL = [Fault(name, target) for target, name in VOCABULARY]
IMU = 0x6A
RTC = 0x68
USED = ("i2c",)  # of the calls that can be upset, what the program below makes


@pytest.fixture
def rig(tmp_path):
    """A table on CPython whose program reads its sensors and keeps a file, half-way down."""
    with Rig("cpython", state_dir=tmp_path, program="tests.world.programs.imu_reader", start_deg=-30.0) as rig:
        rig.run(1.0)
        (rig.root / "profile.bin").write_bytes(bytes(100))
        yield rig


def test_the_vocabulary_is_the_designs():
    assert {name for _, name in VOCABULARY} == set(NAMES)


@pytest.mark.parametrize("fault", ALL, ids=str)
def test_words_and_fault_are_the_same(fault):
    assert parse(str(fault)) == fault


@pytest.mark.parametrize("fault", ALL, ids=str)
def test_every_fault_hangs_runs_and_lifts(rig, fault):
    before = {part: dict(vars(part)) for part in (rig.world.bus, rig.world.analog, rig.world.wiring, rig.world)}
    undo = rig.break_(fault)
    # The program knows no errors but the board's own: one that is upset ends it, which is that fault's effect.
    with pytest.raises(FirmwareCrash) if fault.name in ("exception", "oom") and fault.target in USED else nullcontext():
        rig.run(0.3)
    undo()
    rig.run(1.5)
    for part, state in before.items():
        assert vars(part).keys() == state.keys(), f"{fault} left something on {part}"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("imu jam", "imu can be axis"),
        ("position axis", "position can be"),
        ("moon off", "off is possible on"),
        ("imu", "the faults are"),
        ("", "the faults are"),
        ("imu stuck 5", "takes no number"),
        ("stop off", "stop can be intermittent, stuck, switch_closed, switch_open"),
    ],
)
def test_what_cannot_be_applied_is_refused_with_what_can(words, said):
    with pytest.raises(FaultError, match=said):
        parse(words)


def test_an_unknown_fault_is_refused_before_it_is_hung(rig):
    with pytest.raises(FaultError):
        rig.break_(Fault("jam", "imu"))
    assert not rig.hung


def test_flash_faults_need_a_file(tmp_path):
    with Rig("cpython", state_dir=tmp_path, program="tests.world.programs.imu_reader") as rig:
        for name in ("flash_torn", "flash_worn"):
            with pytest.raises(FaultError, match="no file yet"):
                rig.break_(Fault(name))


def accel(rig):
    data = rig.world.bus.read(IMU, 0x28, 6)
    return [int.from_bytes(data[i : i + 2], "little", signed=True) for i in (0, 2, 4)]


IMU_FAULTS = [fault for fault in ALL if fault.target in ("imu", "gyro", "accel", "floor")]


@pytest.mark.parametrize("fault", IMU_FAULTS, ids=str)
@pytest.mark.parametrize(("imu", "settings"), [("lsm6dsox", "104848"), ("mpu6050", "1907030008 6b0100 372001")])
def test_every_fault_of_a_tilt_sensor_shows_on_either_chip_and_goes_again(tmp_path, imu, settings, fault):
    rig = Rig("cpython", state_dir=tmp_path, imu=imu, start_deg=-30.0)
    world, chip = rig.world, rig.world.imu
    chip.noise_factor = 0.0
    burst = (chip.address, chip.first_out, chip.last_out - chip.first_out + 1)

    def configured():
        for one in settings.split():
            world.bus.write(chip.address, int(one[:2], 16), bytes.fromhex(one[2:]))
        world.clock.now_us += 200_000

    def seen():
        """Twenty samples, the rate growing."""
        got = []
        for step in range(20):
            world.plant.rate_radps = 0.05 + 0.01 * step
            world.clock.now_us += 20_000
            got.append(world.bus.read(*burst))
        return got, rig.lag_us

    configured()
    true = seen()
    configured()
    undo = rig.break_(fault)
    assert seen() != true
    undo()
    configured()
    rig.lag_us = 0
    assert [len(data or b"") for data in seen()[0]] == [burst[2]] * 20


def test_a_tilt_sensor_turned_by_10_degrees_reads_10_degrees_more(rig):
    import math

    def deg():
        x, _, z = accel(rig)
        return math.degrees(math.atan2(-x, z))

    before = deg()
    rig.break_(parse("imu offset 10"))
    assert deg() - before == pytest.approx(10.0, abs=0.3)


def test_a_floor_that_leans_shows_on_the_roll_axis_only(rig):
    rig.break_(parse("floor offset 6"))
    x, y, z = accel(rig)
    assert y / (x * x + y * y + z * z) ** 0.5 == pytest.approx(0.1045, abs=0.01)


def test_a_part_of_a_burst_sees_the_same_fault(rig):
    rig.break_(parse("accel saturate"))
    assert rig.world.bus.read(IMU, 0x2A, 2) == b"\xff\x7f"
    assert rig.world.bus.read(IMU, 0x0F, 1) == b"\x6c"


def test_nack_counts_transfers(rig):
    rig.break_(parse("imu nack 2"))
    assert [rig.world.bus.read(IMU, 0x0F, 1) for _ in range(3)] == [None, None, b"\x6c"]


def test_a_held_data_line_fails_transfers_until_it_has_had_its_clocks(rig):
    bus = rig.world.bus
    undo = rig.break_(parse("bus stuck"))
    assert bus.read(IMU, 0x0F, 1) is None and not bus.write(RTC, 0x0F, b"\0") and not bus.answers(RTC)
    rig.run(0.5)
    assert bus.held_clocks
    undo()
    assert bus.read(IMU, 0x0F, 1) == b"\x6c"
    rig.break_(parse("bus stuck 18"))
    rig.run(0.02)
    assert bus.held_clocks == 9.0
    rig.run(0.02)
    assert not bus.held_clocks


def test_a_board_that_starts_frees_a_held_data_line(rig):
    rig.break_(parse("bus stuck 9"))
    rig.restart(contract.WATCHDOG)
    assert not rig.world.bus.held_clocks


def test_a_sensor_without_supply_forgets_its_settings(rig):
    undo = rig.break_(parse("imu off"))
    assert rig.world.bus.read(IMU, 0x10, 1) is None and not rig.world.bus.write(IMU, 0x10, b"\x40")
    undo()
    assert rig.world.bus.read(IMU, 0x10, 1) == b"\0"


def test_a_fault_of_the_tilt_sensor_is_none_of_the_clock_chip(rig):
    rig.break_(parse("imu off"))
    assert rig.world.bus.read(RTC, 0x0F, 1) == b"\x88" and rig.world.bus.write(RTC, 0x0F, b"\0")
    rig.break_(parse("rtc off"))
    assert rig.world.bus.read(RTC, 0x0F, 1) is None and not rig.world.bus.write(RTC, 0x0F, b"\0")


def test_a_clock_chip_stands_leaps_and_forgets(rig):
    def time():
        return rig.world.bus.read(RTC, 0, 7).hex()

    rig.world.bus.write(RTC, 0, bytes.fromhex("00001001231126"))
    undo = rig.break_(parse("rtc stuck"))
    rig.run(5.0)
    assert time() == "00001001231126"
    undo()
    assert time() == "05001001231126"
    rig.break_(parse("rtc clock jump -3600"))
    assert time() == "05000901231126"
    undo = rig.break_(parse("rtc battery low"))
    rig.run(1.0)
    assert time() == "06000901231126"
    rig.power_off()
    rig.power_on()
    assert time() == "00000001010100"


def test_position_moves_by_millimetres_and_stays_in_the_converter(rig):
    before = rig.world.analog.sample(0)[contract.POSITION]
    rig.break_(parse("position offset 10"))
    assert (rig.world.analog.sample(0)[contract.POSITION] - before) / 65535 * 360 == pytest.approx(10.0, abs=0.2)
    rig.break_(parse("position offset 400"))
    assert rig.world.analog.sample(0)[contract.POSITION] == 65535


def test_a_shorted_stop_loop_shows_neither_button_nor_resistor(rig):
    undo = rig.break_(parse("stop switch closed"))
    assert rig.world.input_bits() & 3 == 1 << contract.STOP_SHORT
    undo()
    assert rig.world.input_bits() & 3 == 1 << contract.STOP_CLOSED


def test_a_welded_contactor_stays_and_lets_go_when_lifted(rig):
    undo = rig.break_(parse("contactor weld on"))
    rig.run(0.2)
    assert rig.world.contactor_closed
    undo()
    assert not rig.world.contactor_closed


@pytest.mark.parametrize(("words", "moved"), [("driver stuck 600", 1.0), ("driver stuck -600", -1.0)])
def test_a_stuck_driver_moves_the_table_only_through_a_closed_contactor(rig, words, moved):
    rig.break_(parse(words))
    rig.run(0.5)
    assert rig.world.plant.inv_deg == pytest.approx(-30.0)
    rig.break_(parse("contactor weld on"))
    rig.run(0.5)
    assert (rig.world.plant.inv_deg + 30.0) * moved > 0.3


def test_an_obstacle_stops_the_table_on_the_side_it_came_from(rig):
    rig.break_(parse("obstacle jam -29"))
    rig.break_(parse("contactor weld on"))
    rig.break_(parse("driver stuck 600"))
    rig.run(3.0)
    assert rig.world.plant.inv_deg == pytest.approx(-29.0, abs=0.01)
    assert rig.world.plant.current_a > 4.0


def test_a_slipping_belt_loses_its_share(rig):
    rig.break_(parse("contactor weld on"))
    undo = rig.break_(parse("belt slip 0.5"))
    stuck = rig.break_(parse("driver stuck 600"))
    rig.run(3.0)
    stuck()
    rig.run(0.5)
    from hal.world.mechanics import linkage

    gone_deg = rig.world.plant.inv_deg + 30.0
    assert gone_deg == pytest.approx((linkage.inv_deg(rig.world.plant.stroke_m) + 30.0) / 2, abs=0.01)
    undo()
    assert rig.world.plant.inv_deg + 30.0 == gone_deg


def test_a_stall_longer_than_the_watchdog_restarts_the_board(rig):
    rig.break_(parse("stall"))
    before_s = rig.world.now_s
    rig.run(0.1)
    assert rig.world.now_s - before_s >= 0.1 and rig.lag_us == 0


def test_a_jumping_clock_moves_the_device_only(rig):
    before_ms, before_s = rig.world.clock.device_ms(), rig.world.now_s
    rig.break_(parse("clock jump 5000"))
    assert rig.world.clock.device_ms() == before_ms + 5000 and rig.world.now_s == before_s


def test_silence_noise_truncation_and_replay_act_on_the_cable(rig):
    cable = rig.world.cable
    undo = rig.break_(parse("uart silence"))
    rig.serial_in(b"lost")
    assert cable.head(64) == b"" and not cable.reading
    undo()
    undo = rig.break_(parse("uart truncate 0.5"))
    rig.serial_in(b"abcd")
    assert cable.head(64) == b"ab"
    undo()
    rig.break_(parse("uart replay"))
    rig.run(0.02)
    assert b"lostabcd" in cable.head(64)


def test_a_laptop_that_sleeps_takes_and_brings_nothing_and_a_pulled_cable_loses_what_is_sent(rig):
    """The program says a letter in each tick, so what stays in the board's buffer shows whether its port takes."""
    cable = rig.world.cable
    for words, kept in (("uart sleep", b"before under way"), ("uart unplug", b"")):
        rig.run(0.1)
        assert cable.take()
        rig.serial_in(b"before ")
        undo = rig.break_(parse(words))
        rig.serial_in(b"under way")
        rig.run(0.1)
        assert cable.head(64) == b"" and cable.take() == b""
        stays = cable.carry()
        rig.run(0.1)
        assert cable.carry() == stays
        undo()
        assert cable.head(64) == kept
        cable.drop_read(len(kept))
        rig.run(0.1)
        assert cable.take()


def test_hooks_nest_and_leave_in_any_order():
    class Part:
        def call(self):
            return "true"

    part, hooks = Part(), Hooks()
    undo_a = hooks.wrap(part, "call", lambda call: lambda: call() + "a")
    undo_b = hooks.wrap(part, "call", lambda call: lambda: call() + "b")
    assert part.call() == "trueab"
    undo_a()
    assert part.call() == "trueb"
    undo_b()
    assert part.call() == "true" and not vars(part)


def test_signals_do_what_their_names_say():
    late = signal.delayed(20)
    assert [late(t, [t])[0] for t in range(0, 60, 10)] == [0, 0, 0, 10, 20, 30]
    by_turns = signal.every_other(10, signal.constant(0))
    assert [by_turns(t, [7])[0] for t in (0, 5, 10, 15, 20)] == [0, 0, 7, 7, 0]
    flip = signal.bitflip(1, 1, 4)
    assert all(bin(flip(0, [0])[0]).count("1") == 1 for _ in range(20))
    lag = signal.lagging(100)
    lag(0, [0])
    assert 0 < lag(10, [100])[0] < 20
