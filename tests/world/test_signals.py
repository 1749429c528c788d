"""Switches, analogue inputs, cable and trace."""

import hashlib

import pytest

from hal import contract
from hal.world.chips.bts7960 import HBridge
from hal.world.electrics.analog import Analog
from hal.world.electrics.cable import Cable
from hal.world.electrics.switches import Switches
from hal.world.mechanics import linkage
from hal.world.mechanics.person import Person
from hal.world.mechanics.plant import Plant
from hal.world.noise import Noise
from hal.world.trace import Trace

AT_REST = {contract.STOP_CLOSED, contract.LOCK_LEFT, contract.LOCK_RIGHT, contract.MAINS}


def set_bits(bits):
    return {bit for bit in range(16) if bits >> bit & 1}


@pytest.mark.parametrize(
    ("deg", "switch"),
    [
        (-70.0, contract.AT_UPRIGHT),
        (-68.9, None),
        (-2.1, None),
        (-1.9, contract.AT_LEVEL),
        (1.9, contract.AT_LEVEL),
        (2.1, None),
        (90.9, None),
        (91.1, contract.AT_END),
    ],
)
def test_angle_switches_close_in_their_bands(deg, switch):
    assert set_bits(Switches().bits(deg)) == AT_REST | ({switch} if switch is not None else set())


@pytest.mark.parametrize(("name", "bit"), [("down", 2), ("up", 3), ("ok", 4)])
def test_buttons_are_their_bits(name, bit):
    switches = Switches()
    switches.press(name, True)
    assert set_bits(switches.bits(30.0)) == AT_REST | {bit}
    switches.press(name, False)
    assert set_bits(switches.bits(30.0)) == AT_REST


def test_pressed_stop_opens_its_loop_and_shorts_nothing():
    switches = Switches()
    switches.press("stop", True)
    assert set_bits(switches.bits(30.0)) == AT_REST - {contract.STOP_CLOSED}


def test_unknown_names_are_refused():
    with pytest.raises(KeyError):
        Switches().press("dwon", True)
    with pytest.raises(KeyError):
        Switches().set_switch("at_level", True)


def analog(deg=0.0, amps=0.0):
    plant = Plant(Person(), deg)
    plant.current_a = amps
    bridge = HBridge()
    bridge.set(1.0, 1.0, False)
    return Analog(plant, Noise(2), bridge)


@pytest.mark.parametrize("deg", [-72.0, 0.0, 92.0])
def test_position_reads_the_stroke(deg):
    raw = analog(deg).sample(0)[contract.POSITION]
    assert 0.330 + raw / 65535 * 0.360 == pytest.approx(linkage.stroke_m(deg), abs=0.0005)


def test_current_reads_its_magnitude_both_ways():
    there, back = analog(amps=5.0).sample(0)[1], analog(amps=-5.0).sample(0)[1]
    assert there == back and there / 65535 * 20.0 == pytest.approx(5.0, abs=0.03)


def test_values_stay_inside_the_converter():
    assert analog(amps=50.0).sample(0)[1] == 65535
    assert min(analog().sample(us)[1] for us in range(0, 10_000_000, 5000)) == 0


@pytest.mark.parametrize("amps", [8.0, -8.0])
def test_mains_sags_under_load_and_battery_takes_over(amps):
    loaded = analog(amps=amps)
    volts = [raw / 65535 * 36.0 for raw in loaded.sample(0)]
    assert volts[2] == pytest.approx(23.2, abs=0.05) and volts[3] == pytest.approx(25.6, abs=0.05)
    loaded.mains = False
    volts = [raw / 65535 * 36.0 for raw in loaded.sample(0)]
    assert volts[2] == pytest.approx(23.6, abs=0.05) and volts[3] == pytest.approx(23.6, abs=0.05)


def test_cable_keeps_order_and_loses_nothing():
    cable = Cable()
    data = bytes(range(200))
    cable.send(data)
    got = b""
    while window := cable.head(64):
        got += window[:50]
        cable.drop_read(len(window[:50]))
    assert got == data


def test_laptop_that_stops_reading_fills_the_board_and_costs_no_byte():
    cable = Cable()
    cable.reading = False
    cable.accept(b"a" * 200)
    assert cable.carry() == 200 and cable.take() == b""
    cable.accept(b"b" * 56)
    assert cable.carry() == 256
    cable.reading = True
    assert cable.carry() == 0 and cable.take() == b"a" * 200 + b"b" * 56


def test_trace_returns_the_rows_it_was_given():
    trace = Trace()
    for ms in range(5):
        trace.wake(ms, -70000 + ms, -1000, ms == 3, ms == 4, 0x421)
    assert len(trace) == 5 and list(trace)[3] == (3, -69997, -1000, True, False, 0x421)
    assert [row.now_ms for row in trace.tail(2)] == [3, 4]


def test_trace_digest_covers_every_request_byte():
    trace = Trace()
    blob = b"x" * 1000
    for _ in range(200):
        trace.request(blob)
    first = trace.request_sha256()
    trace.request(b"y")
    assert first == hashlib.sha256(blob * 200).hexdigest()
    assert trace.request_sha256() == hashlib.sha256(blob * 200 + b"y").hexdigest()


def test_bytes_to_compare_change_with_rows_requests_and_uart():
    seen = set()
    trace = Trace()
    for change in (lambda: trace.wake(1, 2, 3, True, True, 4), lambda: trace.request(b"r"), lambda: trace.uart(b"u")):
        seen.add(trace.state_and_drive_bytes())
        change()
    assert len(seen) == 3


@pytest.mark.parametrize("amps", [4.0, -4.0])
@pytest.mark.parametrize(("mains", "ohm"), [(True, 0.10), (False, 0.25)])
def test_the_supply_gives_way_whichever_way_the_motor_turns(amps, mains, ohm):
    """Least of all may a battery look strong on the way up, where it has to carry a person home."""
    plant = Plant(Person(), 0.0)
    analog = Analog(plant, Noise(1), HBridge())
    analog.mains = mains
    rest_v = analog.supply_v()
    plant.current_a = amps
    assert rest_v - analog.supply_v() == pytest.approx(4.0 * ohm)


def test_two_short_runs_that_differ_are_not_called_the_same():
    digests = set()
    for said in (b"", b"one", b"two"):
        trace = Trace()
        trace.request(said)
        digests.add(trace.request_sha256())
        trace.uart(said)
        digests.add(trace.state_and_drive_bytes())
    assert len(digests) == 6
