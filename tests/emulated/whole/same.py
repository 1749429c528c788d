"""Situation files of the other homes on the emulated chip: they hold, and tell the same story there."""

import tempfile
from pathlib import Path
from typing import Any

from hal.sim.home.rig import Rig
from tests.emulated.bench import IMAGE, Bench
from tests.emulated.cases import OFF, case
from tests.situations.play import Play
from tests.situations.situation import FOLDER, load
from tests.support.seasoned import season

# The first are played in CI too.
_CORE = (
    "h22_knock_against_down",
    "h28_total_hip_replacement",
    "h21_stop_wire_shorted_upright",
    "h12_contactor_never_closes",
)
_OTHERS = (
    "h28_no_profile",
    "h28_condition_nobody_knows",
    "h29_clearance_expired",
    "h14_motor_reversed_at_the_start",
    "h08_mounted_10_degrees_off",
    "h51_sensor_of_another_kind",
    "h16_battery_flat_at_the_start",
    "h02_full_rate_to_the_limit",
    "h06_imu_frozen_while_going_down",
    "h23_lock_opens_head_down",
    "h17_switched_on_at_60",
    "h10_position_wire_breaks",
)


class _OnChip(Play):
    """A play whose table is the emulated one."""

    def make_rig(self, home: str, folder: Path, **options: Any) -> Rig:
        options.pop("start_ms")
        return Bench(folder, IMAGE, **options)  # type: ignore[return-value]


def _story(play: Play) -> tuple[list[str], list[int]]:
    """States in their order, and faults in theirs, since the script began.

    Telemetry comes ten times a second, and may see either of the two first.
    """
    told = [each for each in play.invariants.listener.story if each[0] >= play.began_s]
    states = _changes([state for _, state, _ in told])
    return states, [code for code in _changes([code for _, _, code in told]) if code]


def _changes(values: list) -> list:
    return [value for at, value in enumerate(values) if at == 0 or value != values[at - 1]]


def _register(name: str, core: bool) -> None:
    @case(f"situation {name}", OFF, core)
    def same(_: Bench) -> str:
        stories = []
        for kind, home in ((_OnChip, "emulated"), (Play, "cpython")):
            with tempfile.TemporaryDirectory() as folder:
                season(_flash(folder))
                play = kind(load(FOLDER / f"{name}.toml"), home, Path(folder))
                problems = play.run()
                assert not problems, f"{home}: {problems}"
                stories.append(_story(play))
        assert stories[0] == stories[1], f"on the chip {stories[0]}, in CPython {stories[1]}"
        states, codes = stories[0]
        return " ".join(states) + (f", faults {codes}" if codes else "")


def _flash(folder: str) -> Path:
    root = Path(folder) / "flash"
    root.mkdir()
    return root


for each in _CORE:
    _register(each, core=True)
for each in _OTHERS:
    _register(each, core=False)
