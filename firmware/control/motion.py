"""Motion: from a target angle to a drive, along a ramp up and a braking curve down."""

# A quarter less than the 2 deg/s^2 of docs/sources.md#rates, so that the core's envelope, which counts on 2, is never
# what stops a healthy table.
_ACCEL_CDPS2 = 150
_STEP_CDPS = _ACCEL_CDPS2 // 50
_LAG_MS = 60  # from asking for a rate to having it
_SLOWEST_CDPS = 25
_ARRIVED_CDEG = 8

# Unloaded, 1000 permille make about 450 cdps; the integral finds what the load takes.
_FORWARD = 2
_INTEGRAL_SHIFT = 5
_INTEGRAL_GAIN = 8
# By the position sensor the rate is late and noisy: what is right for the gyro would swing.
_EASY_GAIN = 2
_INTEGRAL_MOST = 700 << _INTEGRAL_SHIFT
# Head-down the drive grows by no more in a tick, whatever the gyro says: 3.6 deg/s^2. The position sensor follows that.
_GROWTH_PERMILLE = 16


class Motion:
    """drive() once per tick while there is somewhere to go, stop() otherwise."""

    def __init__(self):
        self._rate_cdps = 0
        self._integral = 0
        self._sign = 0
        self._permille = 0
        self.arrived = False

    def stop(self):
        """Forget the ramp: the next drive starts from rest."""
        self._rate_cdps = 0
        self._integral = 0
        self._sign = 0
        self._permille = 0

    def drive(self, gap_cdeg, rate_cdps, cap_cdps, easy):
        """Drive in permille towards a target gap_cdeg away (+ is head-down), measured rate_cdps, at most cap_cdps.

        easy: the rate comes from the position sensor.
        """
        sign = 1 if gap_cdeg > 0 else -1
        gap_cdeg *= sign
        self.arrived = gap_cdeg <= _ARRIVED_CDEG
        if self.arrived:
            self.stop()
            return 0
        if sign != self._sign:
            self.stop()
            self._sign = sign
        wanted = self._rate_cdps
        if wanted * wanted // (2 * _ACCEL_CDPS2) + wanted * _LAG_MS // 1000 >= gap_cdeg:
            wanted -= _STEP_CDPS
        elif wanted < cap_cdps:
            wanted += _STEP_CDPS
        wanted = max(_SLOWEST_CDPS, min(cap_cdps, wanted))
        self._rate_cdps = wanted
        error = wanted - rate_cdps * sign
        grown = self._integral + error * (_EASY_GAIN if easy else _INTEGRAL_GAIN)
        self._integral = max(-_INTEGRAL_MOST, min(_INTEGRAL_MOST, grown))
        permille = wanted * _FORWARD + (error >> 1 if easy else error) + (self._integral >> _INTEGRAL_SHIFT)
        most = min(1000, self._permille + _GROWTH_PERMILLE) if sign > 0 else 1000
        self._permille = max(0, min(most, permille))
        return self._permille * sign
