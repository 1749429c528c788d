"""What goes into the safety step and what comes out: three records, allocated once and rewritten each tick."""


class Observation:
    """What the sensors say. Angles and rates follow the inversion convention: head-down is positive."""

    def __init__(self):
        self.imu_ms = 0  # tick of the last good, new sample
        self.accel_mg = [0, 0, 1000]
        self.gyro_raw = [0, 0, 0]
        self.inv_cdeg = 0
        self.rate_cdps = 0
        self.pos_cdeg = 0  # the same angle by the position sensor and the linkage
        self.pos_rate_cdps = 0  # smoothed over sixteen ticks
        self.pos_ok = False
        self.current_ma = 0
        self.supply_mv = 0
        self.battery_mv = 0
        self.mains = False
        self.contactor_closed = False  # by its mirror contact
        self.supplied = False  # the same, for control: until it has been open for 200 ms
        self.stop = True  # STOP pressed, or its loop not provably closed
        self.stop_short = False
        self.down = False
        self.up = False
        self.ok = False
        self.keys = 0  # the buttons as bits: another number is a press or a release
        self.locks_closed = False  # both ankle locks
        self.upright_switch = False
        self.at_upright = False  # by the switch and a sense that agrees, or by both senses: a switch may stick
        self.at_level = False


class Request:
    """What control wants: drive_permille -1000..1000, + is head-down; contactor True to have the motor supplied.

    failed: control met an error and this is no request at all. current_untrue: the check of the current sense, which
    control makes upright, has failed.
    """

    def __init__(self):
        self.drive_permille = 0
        self.contactor = False
        self.failed = False
        self.current_untrue = False


class Verdict:
    """What the core allows. step_ms is the tick it was given for: an old verdict does not feed the watchdog."""

    def __init__(self):
        self.step_ms = -1
        self.drive_permille = 0
        self.contactor = False
        self.alarm = False
        self.held = False  # stopped by STOP; UP resumes head-up
        self.response = 0
        self.fault = 0
