"""Two BTS 7960 half bridges with the motor between them; section numbers are those of Infineon's data sheet rev 1.1.

A drives the motor's head-down side. Both sense outputs (IS) are joined on one resistor.
"""

from __future__ import annotations

# Table in 4.4.6 (page 20), typical. A part may have 6000 to 11000 at 30 A, and 3000 to 14000 at 5 A.
K_ILIS = 8500.0
# There, typical: the most that IS gives, and what it gives in a fault, whatever the load current.
IIS_LIM_A = 0.0045
# There, typical: with no load current. It may be 200 uA while the high side is on.
IIS_LEAK_A = 1e-6
R_IS_OHM = 1400.0


class HBridge:
    """What two inputs and the inhibit line do to the motor, averaged over a period of the PWM.

    k_a, k_b: the ratio of load current to IS of each half. leak_a_a, leak_b_a: what each IS gives without load while
    its high side is on, in ampere. hot: one of the two is too hot; it switches off until it has cooled and was
    inhibited, and its IS gives IIS(lim) meanwhile (4.3.3, 4.4.4).
    """

    def __init__(self) -> None:
        self.k_a = self.k_b = K_ILIS
        self.leak_a_a = self.leak_b_a = IIS_LEAK_A
        self.hot = False
        self._tripped = False
        self._duty_a = self._duty_b = 0.0
        self._inhibited = True

    def set(self, duty_a: float, duty_b: float, inhibited: bool) -> None:
        """The shares of time, 0 to 1, for which the two INs are high; inhibited: both INH are low."""
        self._duty_a, self._duty_b, self._inhibited = duty_a, duty_b, inhibited
        self._tripped = self.hot or (self._tripped and not inhibited)

    def motor_share(self) -> float | None:
        """The motor's voltage as a share of the supply, + is head-down; None when it is open and coasts (4.4.5)."""
        return None if self._inhibited or self._tripped else self._duty_a - self._duty_b

    def sense_v(self, current_a: float) -> float:
        """Across the sense resistor, at this motor current, + flows out of A.

        Only a high side that is on and passes current out of its half bridge shows it (4.4.4): while the current runs
        round through both low sides nothing is shown.
        """
        if self._tripped:
            return IIS_LIM_A * R_IS_OHM
        if self._inhibited:
            return IIS_LEAK_A * R_IS_OHM
        from_a = self._duty_a * min(max(current_a, 0.0) / self.k_a + self.leak_a_a, IIS_LIM_A)
        from_b = self._duty_b * min(max(-current_a, 0.0) / self.k_b + self.leak_b_a, IIS_LIM_A)
        return (from_a + from_b) * R_IS_OHM


def duties(permille: int) -> tuple[float, float]:
    """How the table's board drives the two INs: one high for good, the other in PWM, both high at 0.

    The current then runs round through the high sides, where IS shows it all the time, and at 0 the motor is shorted.
    """
    share = permille / 1000.0
    return (1.0, 1.0 - share) if permille >= 0 else (1.0 + share, 1.0)
