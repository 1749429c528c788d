"""One reading of everything: buses and pins in, one observation out."""

from firmware.control.linkage import position_cdeg
from firmware.control.tilt import Tilt
from firmware.drivers import analog, inputs
from firmware.safety.checks import COUNT_MOST
from firmware.safety.ticks import elapsed_ms

# A sensor that lost its supply comes back unconfigured: try to set it up again once a second.
_RESTART_MS = 1000
# The upright switch closes at -69 degrees. It is believed when one of the two senses is near, and not needed when both
# are past it.
_NEAR_UPRIGHT_CDEG = -6500
_PAST_UPRIGHT_CDEG = -7090
# No table turns 3 degrees in a tick: one such reading is noise on the wire, five in a row are its new position.
_JUMP_CDEG = 300
_MOST_JUMPS = 5
# Nor does a screw move 8 mm in a tick. Each such leap is forgotten after ten quiet ticks; a wiper that has leapt ten
# times more than that reads nothing, until it has been quiet for ten.
_LEAP_RAW = 1500
_LEAP = 10
_MOST_LEAPS = 10 * _LEAP
# A wiper's noise: how far a reading lies from the line through the two before it, on average over 64 ticks. A motor
# that disturbs the converter by 0.6 % of the reading makes 270 of it; with 550 no place is known to half a degree.
_NOISE_SHIFT = 6
_NOISE_MOST_RAW = 550
_BEND_MOST_RAW = 1000  # a single wild reading counts as a leap, and for no more than this as noise
# The place follows in four ticks, and the rate in sixteen more: 0.6 % of noise is then 13 cdeg, and 35 cdps.
_PLACE_SHIFT = 2
_RATE_SHIFT = 4
_RATE_HALF = 1 << (_RATE_SHIFT - 1)
_FINE_SHIFT = 6  # the place is kept in 1/64 cdeg
# A mirror contact that flaps must neither hold up the way up nor let a motion be learnt as the gyro's bias.
_OPEN_TICKS = 10
# After a gap the gyro's share is stale; a longer step than this would only integrate noise.
_LONGEST_STEP_MS = 100


class Sensors:
    """read() rewrites the observation; a sense that fails keeps its last value, and its age grows."""

    def __init__(self, board, imu, obs, raw_adc):
        self._board = board
        self._imu = imu
        self._obs = obs
        self._adc = raw_adc
        self._tilt = Tilt()
        self._tried_ms = 0
        self._tracked = False
        self._jumps = 0
        self._raw = self._raw_before = 0
        self._leaps = 0
        self._noise = 0
        self._place = 0
        self._open_ticks = _OPEN_TICKS
        self.bits = 0

    def start(self, now_ms):
        """Set the tilt sensor up. A sensor that is absent or another chip stays stale, which the core answers."""
        self._tried_ms = now_ms
        if self._imu.start():
            self._tilt.begin_anew()

    def read(self, now_ms):
        """Fill the observation for this tick."""
        obs = self._obs
        self._read_tilt(now_ms, obs)
        board = self._board
        try:
            board.adc.read_into(self._adc)
            raw = self._adc[analog.POSITION]
            obs.pos_ok = self._steady(raw) and analog.position_ok(raw)
        except OSError:
            obs.pos_ok = False
        if obs.pos_ok:
            self._track(position_cdeg(raw), obs)
        self._tracked = obs.pos_ok
        obs.current_ma = analog.current_ma(self._adc[analog.CURRENT])
        obs.supply_mv = analog.supply_mv(self._adc[analog.SUPPLY])
        obs.battery_mv = analog.supply_mv(self._adc[analog.BATTERY])
        self.bits = bits = board.inputs.bits()
        obs.stop = not bits & inputs.STOP_CLOSED
        obs.stop_short = bits & inputs.STOP_SHORT != 0
        obs.down = bits & inputs.DOWN != 0
        obs.up = bits & inputs.UP != 0
        obs.ok = bits & inputs.OK != 0
        obs.keys = bits & inputs.KEYS
        obs.locks_closed = bits & inputs.BOTH_LOCKS == inputs.BOTH_LOCKS
        obs.upright_switch = bits & inputs.AT_UPRIGHT != 0
        near = obs.upright_switch and min(obs.inv_cdeg, obs.pos_cdeg) < _NEAR_UPRIGHT_CDEG
        obs.at_upright = near or max(obs.inv_cdeg, obs.pos_cdeg) < _PAST_UPRIGHT_CDEG
        obs.at_level = bits & inputs.AT_LEVEL != 0
        obs.mains = bits & inputs.MAINS != 0
        obs.contactor_closed = bits & inputs.CONTACTOR_CLOSED != 0
        self._open_ticks = 0 if obs.contactor_closed else min(self._open_ticks + 1, _OPEN_TICKS)
        obs.supplied = self._open_ticks < _OPEN_TICKS

    def _steady(self, raw):
        """False while the position sensor keeps leaping or is too noisy: its readings are not to be used then."""
        step = raw - self._raw
        bend = step - self._raw + self._raw_before
        self._raw_before = self._raw
        self._raw = raw
        leaps = self._leaps + (-1 if -_LEAP_RAW <= step <= _LEAP_RAW else _LEAP)
        self._leaps = max(0, min(_MOST_LEAPS, leaps))
        self._noise += min(_BEND_MOST_RAW, abs(bend)) - (self._noise >> _NOISE_SHIFT)
        return self._leaps <= _MOST_LEAPS - _LEAP and self._noise <= _NOISE_MOST_RAW << _NOISE_SHIFT

    def _track(self, pos_cdeg, obs):
        jumped = self._tracked and not -_JUMP_CDEG <= pos_cdeg - obs.pos_cdeg <= _JUMP_CDEG
        self._jumps = min(COUNT_MOST, self._jumps + 1) if jumped else 0
        if jumped and self._jumps <= _MOST_JUMPS:
            return
        place = pos_cdeg << _FINE_SHIFT
        if self._tracked and not jumped:
            moved = (place - self._place) >> _PLACE_SHIFT
            place = self._place + moved
            obs.pos_rate_cdps += ((moved * 50 >> _FINE_SHIFT) - obs.pos_rate_cdps + _RATE_HALF) >> _RATE_SHIFT
        self._place = place
        obs.pos_cdeg = place >> _FINE_SHIFT

    def _read_tilt(self, now_ms, obs):
        imu = self._imu
        age_ms = elapsed_ms(now_ms, obs.imu_ms)
        try:
            fresh = imu.read()
        except OSError:
            fresh = False
        if not fresh:
            if age_ms > _RESTART_MS and elapsed_ms(now_ms, self._tried_ms) > _RESTART_MS:
                self.start(now_ms)
            return
        obs.imu_ms = now_ms
        for axis in range(3):
            obs.accel_mg[axis] = imu.accel_raw[axis] * imu.accel_ug // 1000
            obs.gyro_raw[axis] = imu.gyro_raw[axis]
        tilt = self._tilt
        turn = imu.gyro_raw[1] * imu.gyro_scale >> 10
        if not obs.supplied:
            tilt.rest(turn)
        tilt.update(imu.accel_raw, turn, max(1, min(_LONGEST_STEP_MS, age_ms)))
        obs.inv_cdeg = tilt.inv_cdeg
        obs.rate_cdps = tilt.rate_cdps
