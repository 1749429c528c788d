"""Table, person, screw and motor as one moving body, stepped on a fixed grid."""

from __future__ import annotations

import math

from hal.world.mechanics import linkage
from hal.world.mechanics.person import Person

STEP_US = 5000
_STEP_S = STEP_US / 1e6

GRAVITY = 9.81
TABLE_KG = 28.0
TABLE_ALONG_M = 0.02
TABLE_OFF_M = -0.03
TABLE_INERTIA_KGM2 = 7.0
PIVOT_FRICTION_NM = 8.0

# 24 V gear motor on an Acme screw: 2400 N per ampere is also 2400 V per m/s, so 10 mm/s with nothing to move.
MOTOR_N_PER_A = 2400.0
MOTOR_OHM = 3.0
# Rotor and gears as seen at the screw; with the motor's own braking a time constant of 26 ms.
SCREW_KG = 50000.0
SCREW_FRICTION_N = 2400.0
# Above 1 the load can neither turn the screw nor keep it turning.
SCREW_MU = 1.6

_A_B = linkage.LEVER_A_M * linkage.LEVER_B_M
_SQUARES = linkage.LEVER_A_M**2 + linkage.LEVER_B_M**2
_HALF_PI = math.pi / 2.0
_PHI_OFFSET = math.radians(linkage.AT_RIGHT_ANGLE_DEG)
_MIN_M = linkage.stroke_m(linkage.STOP_LOW_DEG)
_MAX_M = linkage.stroke_m(linkage.STOP_HIGH_DEG)


class Plant:
    """True state of the table: stroke and speed of the screw; the angle follows from the linkage."""

    def __init__(self, person: Person, start_deg: float) -> None:
        self.person = person
        self.place(start_deg)
        # What wear, heat and obstacles change.
        self.motor_ohm = MOTOR_OHM
        self.screw_friction_n = SCREW_FRICTION_N
        self.screw_mu = SCREW_MU
        self.brake_share = 1.0
        self.self_locking = True
        self.low_m, self.high_m = _MIN_M, _MAX_M

    def place(self, inv_deg: float) -> None:
        """Put the table there, at rest."""
        self.stroke_m = linkage.stroke_m(inv_deg)
        self.speed_mps = 0.0
        self.current_a = 0.0
        self.inv_rad = math.radians(inv_deg)
        self.rate_radps = 0.0

    @property
    def inv_deg(self) -> float:
        return math.degrees(self.inv_rad)

    @property
    def rate_dps(self) -> float:
        return math.degrees(self.rate_radps)

    def run(self, steps: int, volts: float, bridge_on: bool, now_s: float) -> None:
        """Move by whole steps with constant volts at the motor; bridge_on False leaves the motor open."""
        v = self.speed_mps
        if v == 0.0 and (volts == 0.0 or not bridge_on) and self.self_locking:
            # The screw holds every load by itself, so nothing can have changed.
            self.current_a = 0.0
            return
        person = self.person
        s = self.stroke_m
        along = person.mass_kg * person.com_along_m + TABLE_KG * TABLE_ALONG_M
        off = person.mass_kg * person.com_off_m + TABLE_KG * TABLE_OFF_M
        inertia = person.inertia_kgm2 + TABLE_INERTIA_KGM2
        movement = person.movement
        ohm = self.motor_ohm
        stall = MOTOR_N_PER_A * volts / ohm if bridge_on else 0.0
        brake = MOTOR_N_PER_A**2 / ohm if bridge_on else 0.0  # N per m/s
        if volts == 0.0:
            brake *= self.brake_share
        screw_n, mu = self.screw_friction_n, self.screw_mu
        low_m, high_m = self.low_m, self.high_m
        inv = self.inv_rad
        lever = 0.0
        for _ in range(steps):
            c = (_SQUARES - s * s) / (2.0 * _A_B)
            inv = _PHI_OFFSET + linkage.BELT * (math.acos(c) - _HALF_PI)
            lever = linkage.BELT * s / (_A_B * math.sqrt(1.0 - c * c))  # table radians per metre of screw
            torque = GRAVITY * (along * math.cos(inv) + off * math.sin(inv))
            if movement is not None:
                torque += movement(now_s)[0]
                now_s += _STEP_S
            load = torque * lever
            push = stall + load
            friction = screw_n + mu * abs(load) + PIVOT_FRICTION_NM * lever
            if v == 0.0:
                if -friction <= push <= friction:
                    if movement is None:
                        break  # nothing will be otherwise in the next step
                    continue
                force = push - friction if push > 0.0 else push + friction
            else:
                force = push - friction if v > 0.0 else push + friction
            mass = SCREW_KG + inertia * lever * lever
            if brake:
                settled = force / brake
                new = settled + (v - settled) * math.exp(-brake / mass * _STEP_S)
            else:
                new = v + force / mass * _STEP_S
            if new * v < 0.0:
                new = 0.0
            s += 0.5 * (v + new) * _STEP_S
            v = new
            if s > high_m:
                s, v = high_m, 0.0
            elif s < low_m:
                s, v = low_m, 0.0
        self.stroke_m = s
        self.speed_mps = v
        self.inv_rad = _PHI_OFFSET + linkage.BELT * (math.acos((_SQUARES - s * s) / (2.0 * _A_B)) - _HALF_PI)
        self.rate_radps = v * lever
        self.current_a = (volts - MOTOR_N_PER_A * v) / ohm if bridge_on else 0.0
