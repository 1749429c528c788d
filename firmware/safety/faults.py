"""Every fault as data: its response, how long its cause must last, how it is cleared, and its words."""

# Responses in rising strength: of two faults at once the stronger counts. A trusted angle may RETURN; when any fault
# takes that trust away the table must not travel by it, so HALT and CREEP_UP stand above RETURN; a drive that does not
# obey must lose its supply whatever else is true.
NONE = 0
REFUSE = 1
RETURN = 2
HALT = 3
CREEP_UP = 4
CUT = 5
RESPONSE_NAMES = ("NONE", "REFUSE", "RETURN", "HALT", "CREEP_UP", "CUT")

# How a fault ends.
SELF = 0  # with its cause
UPRIGHT = 1  # upright, its cause gone
ACK = 2  # upright, its cause gone, UP pressed
POWER = 3  # only with the power

(
    IMU_STALE, IMU_FROZEN, IMU_IMPLAUSIBLE, MISMOUNTED, SENSES_DISAGREE, POSITION_LOST, OVER_LIMIT, UNCOMMANDED,
    WRONG_WAY, STALL, ANKLE_OPEN, SESSION_TIME, LIMITS_CORRUPT, OVERSPEED, OBSTRUCTED, BLOCKED, TIPPED, CONTACTOR,
    MAINS_LOST, BATTERY_LOW, RECOVERED, BUTTON_STUCK, STOP_SHORT, OVERRUN, DUTY, SILENT, INTERNAL
) = range(1, 28)  # fmt: skip

# name, response, hold_ms (how long the cause must last), latch, sentence, remedy
FAULTS = (
    ("NONE", NONE, 0, SELF, "", ""),
    ("IMU_STALE", CREEP_UP, 100, ACK, "The tilt sensor does not answer.",
     "Press UP to be brought up slowly. Then have the sensor's cable checked."),
    ("IMU_FROZEN", CREEP_UP, 0, ACK, "The tilt sensor repeats one reading.",
     "Press UP to be brought up slowly. If it comes back after switching off and on, replace the sensor."),
    ("IMU_IMPLAUSIBLE", CREEP_UP, 300, ACK, "The tilt sensor's reading cannot be right.",
     "Press UP to be brought up slowly. Then have the sensor's mounting checked."),
    ("MISMOUNTED", CREEP_UP, 300, ACK, "The tilt sensor does not fit the upright or the level switch.",
     "Press UP to be brought up slowly. Then have the sensor's mounting checked."),
    ("SENSES_DISAGREE", CREEP_UP, 300, ACK, "The tilt sensor and the position sensor do not agree.",
     "Press UP to be brought up slowly. Then have the belt and both sensors checked."),
    ("POSITION_LOST", RETURN, 100, ACK, "The position sensor does not answer.",
     "The table returns by itself. Then have the position sensor's cable checked."),
    ("OVER_LIMIT", RETURN, 0, ACK, "The table went past its limit.",
     "The table returns by itself. Press UP when upright to acknowledge."),
    ("UNCOMMANDED", CUT, 40, POWER, "The table moved, or its motor drew current, without being told to.",
     "The motor has no supply now. Use the manual release; the drive must be repaired before further use."),
    ("WRONG_WAY", CUT, 0, POWER, "The table moved the wrong way.",
     "The motor has no supply now. Use the manual release, and have the motor's wiring checked."),
    ("STALL", CUT, 0, POWER, "The motor is driven but the table does not move.",
     "The motor has no supply now. Use the manual release, and look for what blocks the table."),
    ("ANKLE_OPEN", RETURN, 60, UPRIGHT, "An ankle lock is open.",
     "The table returns by itself. Close both ankle locks when upright."),
    ("SESSION_TIME", RETURN, 0, UPRIGHT, "The time with the head below level is over.", "The table returns by itself."),
    ("LIMITS_CORRUPT", RETURN, 0, POWER, "The limits in memory are damaged.",
     "The table returns by itself. Then switch it off and on."),
    ("OVERSPEED", HALT, 300, ACK, "The table turned too fast.",
     "Press UP to be brought up slowly. Then have the actuator checked."),
    ("OBSTRUCTED", RETURN, 150, UPRIGHT, "Something is in the way below.",
     "The table returns by itself. Clear the space around it."),
    ("BLOCKED", HALT, 150, ACK, "Something is in the way of the return.",
     "Clear it, then press UP to be brought up slowly."),
    ("TIPPED", REFUSE, 1000, SELF, "The table leans to one side.", "Put it on a level floor."),
    ("CONTACTOR", CUT, 200, POWER, "The contactor does not do what it is told.",
     "Use the manual release if you are head-down; the contactor must be replaced before further use."),
    ("MAINS_LOST", RETURN, 100, UPRIGHT, "The mains supply is gone.",
     "The table returns on its battery. Restore the mains."),
    ("BATTERY_LOW", REFUSE, 2000, SELF, "The battery could not bring you back.", "Charge or replace it."),
    ("RECOVERED", RETURN, 0, UPRIGHT, "The table was started away from upright.",
     "It returns by itself after ten seconds below level, or when you press UP."),
    ("BUTTON_STUCK", REFUSE, 30000, SELF, "A button has been down for very long at upright.",
     "Let go of it; if nobody holds it, have it replaced."),
    ("STOP_SHORT", REFUSE, 40, SELF, "The STOP button's wire is shorted.", "Have the STOP wiring checked."),
    ("OVERRUN", RETURN, 0, UPRIGHT, "The controller lost time.", "The table returns by itself."),
    ("DUTY", REFUSE, 0, UPRIGHT, "The motor must rest before the table goes further down.",
     "Press UP: the way home is always kept free. Then let it rest for some minutes."),
    ("SILENT", RETURN, 60000, UPRIGHT, "Nobody has pressed a button for a minute head-down.",
     "The table returns by itself. Next time press any button when it sounds."),
    ("INTERNAL", RETURN, 0, UPRIGHT, "The controller met an error of its own.", "The table returns by itself."),
)  # fmt: skip

COUNT = len(FAULTS)
RESPONSE = bytes([row[1] for row in FAULTS])
HOLD_MS = tuple([row[2] for row in FAULTS])
LATCH = bytes([row[3] for row in FAULTS])
