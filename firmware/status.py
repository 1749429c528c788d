"""The one record that tells the rest of the table what the loop is doing: written each tick, read by link and panel."""

from firmware.states import BOOT


class Status:
    """Plain integers and booleans; units are in the names."""

    def __init__(self):
        self.now_ms = 0
        self.state = BOOT
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
        self.image = ""  # digest of the program that runs, where the board can tell it
