"""Tilt estimator: gyro for the quick part, accelerometer for the slow part, the gyro's bias learnt on the way."""

from firmware.control.angle import atan2_cdeg

# The angle is kept in 1/8000 centidegree: an eighth of a centidegree per second over one millisecond is one of it.
_PER_CDEG = 8000
_HALF_TURN = 18000 * _PER_CDEG
_FULL_TURN = 2 * _HALF_TURN

# Per 20 ms sample 1/128 of the accelerometer's difference is taken over: a time constant of 2.6 s, long against a
# person's rocking (0.5 to 2 Hz), short against a gyro's drift.
_PULL_SHIFT = 7
# The bias follows about five times slower, so that the two never ring against each other.
_BIAS_SHIFT = 10
_BIAS_SCALE_SHIFT = 12
# The chip's filters need some samples after power-on; until then there is only the accelerometer to go by.
_SETTLING = 10
# While the screw holds the table the gyro reads nothing but its bias: learn it in 1.3 s. Each of the first samples
# halves what is left of it, so that a bias of 20 deg/s, which an MPU-6050 may have, is not taken for speed.
_REST_SHIFT = 6
_FIRST_REST_SHIFT = 1
# A difference over 10 degrees means a broken sense, not a bias: nothing is learnt from it.
_BIAS_ERROR = 1000 * _PER_CDEG
# The largest zero-rate offset of either chip, 20 deg/s, in 1/8 cdps: a pull that asks for more is motion, not bias.
_BIAS_MOST_TURN = 2000 * 8
_BIAS_MOST = _BIAS_MOST_TURN << _BIAS_SCALE_SHIFT


class Tilt:
    """inv_cdeg and rate_cdps after each update(); head-down is positive. No allocation."""

    def __init__(self):
        self.inv_cdeg = 0
        self.rate_cdps = 0
        self._angle = 0
        self._bias = 0
        self._settling = _SETTLING

    def begin_anew(self):
        """Begin anew with the next sample, as after power-on: the sensor has been set up."""
        self._settling = _SETTLING

    def rest(self, turn):
        """Take one sample of a table that cannot be turning, just before update(): the gyro in 1/8 cdps."""
        turn = max(-_BIAS_MOST_TURN, min(_BIAS_MOST_TURN, turn))
        shift = _FIRST_REST_SHIFT if self._settling else _REST_SHIFT
        self._bias += ((turn << _BIAS_SCALE_SHIFT) - self._bias) >> shift

    def update(self, accel_raw, turn, dt_ms):
        """Take one sample: accelerometer counts of any scale, the gyro about y in 1/8 cdps (+-229,376), and the
        milliseconds since the one before (1 to 1000).
        """
        seen = atan2_cdeg(-accel_raw[0], accel_raw[2]) * _PER_CDEG
        if self._settling:
            self._settling -= 1
            self._angle = seen
        turn -= self._bias >> _BIAS_SCALE_SHIFT
        angle = self._angle + turn * dt_ms
        error = seen - angle
        if error > _HALF_TURN:
            error -= _FULL_TURN
        elif error < -_HALF_TURN:
            error += _FULL_TURN
        angle += error >> _PULL_SHIFT
        if angle > _HALF_TURN:
            angle -= _FULL_TURN
        elif angle < -_HALF_TURN:
            angle += _FULL_TURN
        if -_BIAS_ERROR < error < _BIAS_ERROR:
            self._bias = max(-_BIAS_MOST, min(_BIAS_MOST, self._bias - (error >> _BIAS_SHIFT)))
        self._angle = angle
        self.inv_cdeg = angle // _PER_CDEG
        self.rate_cdps = turn >> 3
