"""Every fault as data: its response, how long its cause must last, how it is cleared, and its words."""

# Responses in rising strength; of two faults the stronger counts. Where the angle is not trusted nothing travels by it,
# so HALT and CREEP_UP stand above RETURN; a drive that does not obey loses its supply whatever else is true.
NONE, REFUSE, RETURN, HALT, CREEP_UP, CUT = range(6)
RESPONSE_NAMES = ("NONE", "REFUSE", "RETURN", "HALT", "CREEP_UP", "CUT")

# How a fault ends: with its cause; upright, its cause gone; the same and UP pressed; only with the power.
SELF, UPRIGHT, ACK, POWER = range(4)

(
    IMU_STALE, IMU_FROZEN, IMU_IMPLAUSIBLE, MISMOUNTED, SENSES_DISAGREE, POSITION_LOST, OVER_LIMIT, UNCOMMANDED,
    WRONG_WAY, STALL, ANKLE_OPEN, SESSION_TIME, LIMITS_CORRUPT, OVERSPEED, OBSTRUCTED, BLOCKED, TIPPED, CONTACTOR,
    MAINS_LOST, BATTERY_LOW, RECOVERED, BUTTON_STUCK, STOP_LOOP, OVERRUN, DUTY, SILENT, INTERNAL, UPRIGHT_SWITCH,
    SLIPPING, CURRENT_LOST, CURRENT_SENSE,
) = range(1, 32)  # fmt: skip

# name, response, hold_ms (how long the cause must last), latch, sentence, remedy
FAULTS = (
    ("NONE", NONE, 0, SELF, "", ""),
    ("IMU_STALE", CREEP_UP, 100, ACK, "The tilt sensor does not answer.", "Press UP. Have the sensor cable checked."),
    ("IMU_FROZEN", CREEP_UP, 0, ACK, "The tilt sensor is stuck at one reading.", "Press UP. Have the sensor replaced."),
    ("IMU_IMPLAUSIBLE", CREEP_UP, 300, ACK, "The tilt reading is wrong.", "Press UP. Have the sensor mount checked."),
    ("MISMOUNTED", CREEP_UP, 300, ACK, "Tilt and upright/level switch disagree.", "Press UP. Have both checked."),
    ("SENSES_DISAGREE", CREEP_UP, 300, ACK, "Tilt and position sensor disagree.", "Press UP. Have both checked."),
    ("POSITION_LOST", RETURN, 100, ACK, "The position sensor does not answer.", "Have the sensor's cable checked."),
    ("OVER_LIMIT", RETURN, 0, ACK, "The table went past its limit.", "When upright, press UP to acknowledge."),
    ("UNCOMMANDED", CUT, 40, POWER, "The motor runs by itself.", "Use the manual release. Have the drive repaired."),
    ("WRONG_WAY", CUT, 0, POWER, "The table moves the wrong way.", "Use the manual release. Have the wiring checked."),
    ("STALL", CUT, 0, POWER, "The motor runs but nothing moves.", "Use the manual release. Look for a blockage."),
    ("ANKLE_OPEN", RETURN, 0, UPRIGHT, "An ankle lock is open.", "When upright, close both ankle locks."),
    ("SESSION_TIME", RETURN, 0, UPRIGHT, "The time allowed head-down is over.", "The table returns by itself."),
    ("LIMITS_CORRUPT", RETURN, 0, POWER, "Limits in memory are damaged.", "When upright, switch the table off and on."),
    ("OVERSPEED", HALT, 100, ACK, "The table moved too fast.", "Press UP. Have the actuator checked."),
    ("OBSTRUCTED", RETURN, 150, UPRIGHT, "Something blocked the way down.", "Clear the space around the table."),
    ("BLOCKED", HALT, 150, ACK, "Something blocks the way up.", "Clear the space, then press UP."),
    ("TIPPED", REFUSE, 1000, SELF, "The table leans to one side.", "Put the table on a level floor."),
    ("CONTACTOR", CUT, 200, POWER, "The contactor has failed.", "Use the manual release. Have the contactor replaced."),
    ("MAINS_LOST", RETURN, 100, UPRIGHT, "Mains power is lost.", "The table returns on its battery."),
    ("BATTERY_LOW", REFUSE, 2000, SELF, "The battery is too weak to bring you back.", "Charge or replace the battery."),
    ("RECOVERED", RETURN, 0, UPRIGHT, "The table started when not upright.", "Press UP, or wait if you are head-down."),
    ("BUTTON_STUCK", REFUSE, 30000, SELF, "A button stays pressed.", "Let go of the button, or have it replaced."),
    ("STOP_LOOP", REFUSE, 40, SELF, "The STOP wire is shorted or loose.", "Have the STOP wiring checked."),
    ("OVERRUN", RETURN, 0, UPRIGHT, "The controller was too slow.", "The table returns by itself."),
    ("DUTY", REFUSE, 0, UPRIGHT, "The motor must rest before going further down.", "Press UP and let the motor rest."),
    ("SILENT", RETURN, 60000, UPRIGHT, "Nobody answered the buzzer.", "Press a button whenever the buzzer sounds."),
    ("INTERNAL", RETURN, 0, UPRIGHT, "The controller had an internal error.", "The table returns by itself."),
    ("UPRIGHT_SWITCH", REFUSE, 1000, SELF, "The upright switch does not close.", "Have the upright switch checked."),
    ("SLIPPING", HALT, 40, ACK, "The table moves while its motor is off.", "Press UP. Have the actuator checked."),
    ("CURRENT_LOST", RETURN, 1000, ACK, "The motor current is not measured.", "Have the current sensor wire checked."),
    ("CURRENT_SENSE", REFUSE, 40, ACK, "The motor current reads wrong.", "Press UP. Have the motor bridge checked."),
)  # fmt: skip

# Where a row's words stand; its numbers, which each tick reads, are columns by code.
NAME, SENTENCE, REMEDY = 0, 4, 5
COUNT = len(FAULTS)
RESPONSE = bytes([row[1] for row in FAULTS])
HOLD_MS = tuple([row[2] for row in FAULTS])
LATCH = bytes([row[3] for row in FAULTS])
