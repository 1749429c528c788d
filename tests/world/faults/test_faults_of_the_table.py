"""What each fault does to clock chip, drive, board and cable, and that it can be taken back."""

import pytest

from firmware.link import wire
from hal import contract
from hal.world.faults.fault import parse
from hal.world.faults.injectors import signal
from hal.world.hooks import Hooks
from tests.world.faults.fault_rig import RTC


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


@pytest.mark.parametrize("permille", [600, -600])
def test_a_jammed_screw_moves_neither_way(rig, permille):
    for words in ("contactor weld on", "actuator jam", f"driver stuck {permille}"):
        rig.break_(parse(words))
    rig.run(2.0)
    assert rig.world.plant.inv_deg == pytest.approx(-30.0, abs=0.01)


def test_a_flood_is_of_commands_that_a_table_takes(rig):
    cable = rig.world.cable
    rig.break_(parse("uart flood"))
    rig.run(0.02)
    found = wire.Decoder().feed(cable.head(cable.waiting))
    assert len(found) > 3
    assert all(kind == wire.FRAME and wire.parse(body)["c"] == "status" for kind, body in found)
