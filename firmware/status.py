"""The one record that tells the rest of the table what the loop is doing: written each tick, read by link and panel."""

BOOT = 0
READY = 1
LOCKED = 2
INVERTING = 3
AT_LIMIT = 4
HOLDING = 5
RETURNING = 6
LEVEL_PAUSE = 7
RAISING = 8
STOPPED = 9
FAULT = 10

STATE_NAMES = (
    "BOOT",
    "READY",
    "LOCKED",
    "INVERTING",
    "AT_LIMIT",
    "HOLDING",
    "RETURNING",
    "LEVEL_PAUSE",
    "RAISING",
    "STOPPED",
    "FAULT",
)


class Status:
    """Plain integers and booleans; units are in the names. READY and LOCKED mean upright and idle."""

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
        self.fault = 0
        self.response = 0
        self.locked = True
        self.at_upright = False
        # Upright, drive zero, contactor open: the only time a profile may be taken.
        self.upright_idle = False
        self.link_errors = 0
