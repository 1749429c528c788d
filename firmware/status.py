"""The one record that tells the rest of the table what the loop is doing: written each tick, read by link and panel."""

from firmware.states import BOOT, CONFIRM, LOCKED, READY


class Status:
    """Plain integers and booleans; units are in the names."""

    def __init__(self):
        self.now_ms = 0
        self.state = BOOT
        self.state_ms = 0  # when it became this one
        self.inv_cdeg = 0
        self.pos_cdeg = 0
        self.rate_cdps = 0
        self.drive_permille = 0
        self.limit_cdeg = 0
        self.current_ma = 0
        self.supply_mv = 0
        self.battery_mv = 0
        self.bits = 0  # the digital inputs
        self.fault = 0
        self.fault_ms = 0  # when this fault became the one that is told
        self.response = 0
        self.locked = True
        self.at_upright = False
        # Upright, drive zero, contactor open: the only time a profile may be taken.
        self.upright_idle = False
        self.link_errors = 0
        self.display = False  # the panel's display answers
        self.selftest = ""  # what failed at start-up
        self.tilt_sensor = None
        self.image = ""  # digest of the program that runs, where the board can tell it

    def update(self, now_ms, obs, verdict, bits, limit_cdeg, locked, state, away):
        """Take one tick. state: of the session; away: one is still to be counted."""
        if state == LOCKED and not locked:
            state = CONFIRM
        elif state == READY and away:  # a session is over when it has been counted
            state = self.state
        if state != self.state:
            self.state = state
            self.state_ms = now_ms
        self.now_ms = now_ms
        self.inv_cdeg = obs.inv_cdeg
        self.pos_cdeg = obs.pos_cdeg
        self.rate_cdps = obs.rate_cdps
        self.drive_permille = verdict.drive_permille
        self.limit_cdeg = limit_cdeg
        self.current_ma = obs.current_ma
        self.supply_mv = obs.supply_mv
        self.battery_mv = obs.battery_mv
        self.bits = bits
        if verdict.fault != self.fault:
            self.fault_ms = now_ms
        self.fault = verdict.fault
        self.response = verdict.response
        self.locked = locked
        self.at_upright = obs.at_upright
        self.upright_idle = obs.at_upright and not verdict.contactor

    def fitted(self, tilt_sensor):
        """This is asked what answers in the tilt sensor's place; a drivers.tilt_sensor.TiltSensor."""
        self.tilt_sensor = tilt_sensor

    def count_error(self):
        """What was to be done in the spare time of a tick met an error."""
        self.link_errors += 1
