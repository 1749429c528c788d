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
    ("IMU_STALE", CREEP_UP, 100, ACK, "The tilt sensor does not answer.", "Press UP. Have its cable checked."),
    ("IMU_FROZEN", CREEP_UP, 0, ACK, "The tilt sensor repeats one reading.", "Press UP. Have the sensor replaced."),
    ("IMU_IMPLAUSIBLE", CREEP_UP, 300, ACK, "The tilt sensor cannot be right.", "Press UP. Have its mounting checked."),
    ("MISMOUNTED", CREEP_UP, 300, ACK, "Tilt sensor and pose switch do not fit.", "Press UP. Have both checked."),
    ("SENSES_DISAGREE", CREEP_UP, 300, ACK, "Tilt and position sensor disagree.", "Press UP. Have both checked."),
    ("POSITION_LOST", RETURN, 100, ACK, "The position sensor does not answer.", "Have its cable checked."),
    ("OVER_LIMIT", RETURN, 0, ACK, "The table went past its limit.", "Press UP when upright to acknowledge."),
    ("UNCOMMANDED", CUT, 40, POWER, "The motor runs unasked.", "Use the manual release. Have the drive repaired."),
    ("WRONG_WAY", CUT, 0, POWER, "The table moves the wrong way.", "Use the manual release. Have the wiring checked."),
    ("STALL", CUT, 0, POWER, "The motor runs and nothing moves.", "Use the manual release. Look for what blocks it."),
    ("ANKLE_OPEN", RETURN, 0, UPRIGHT, "An ankle lock is open.", "Close both ankle locks when upright."),
    ("SESSION_TIME", RETURN, 0, UPRIGHT, "The time with the head below level is over.", "The table returns by itself."),
    ("LIMITS_CORRUPT", RETURN, 0, POWER, "The limits in memory are damaged.", "Switch it off and on when upright."),
    ("OVERSPEED", HALT, 100, ACK, "The table turned too fast.", "Press UP. Have the actuator checked."),
    ("OBSTRUCTED", RETURN, 150, UPRIGHT, "Something is in the way below.", "Clear the space around the table."),
    ("BLOCKED", HALT, 150, ACK, "Something is in the way of the return.", "Clear it, then press UP."),
    ("TIPPED", REFUSE, 1000, SELF, "The table leans to one side.", "Put it on a level floor."),
    ("CONTACTOR", CUT, 200, POWER, "The contactor does not obey.", "Use the manual release. Have it replaced."),
    ("MAINS_LOST", RETURN, 100, UPRIGHT, "The mains supply is gone.", "The table returns on its battery."),
    ("BATTERY_LOW", REFUSE, 2000, SELF, "The battery could not bring you back.", "Charge or replace it."),
    ("RECOVERED", RETURN, 0, UPRIGHT, "The table started away from upright.", "Press UP. Head-down it returns anyway."),
    ("BUTTON_STUCK", REFUSE, 30000, SELF, "A button stays down.", "Let go of it, or have it replaced."),
    ("STOP_LOOP", REFUSE, 40, SELF, "The STOP wire is shorted or loose.", "Have it checked."),
    ("OVERRUN", RETURN, 0, UPRIGHT, "The controller lost time.", "The table returns by itself."),
    ("DUTY", REFUSE, 0, UPRIGHT, "The motor must rest before it goes further down.", "Press UP. Let it rest."),
    ("SILENT", RETURN, 60000, UPRIGHT, "Nobody answered the buzzer.", "Press any button when it sounds."),
    ("INTERNAL", RETURN, 0, UPRIGHT, "The controller met an error of its own.", "The table returns by itself."),
    ("UPRIGHT_SWITCH", REFUSE, 1000, SELF, "The upright switch does not close.", "Have it checked."),
    ("SLIPPING", HALT, 40, ACK, "The table moves although its motor stands.", "Press UP. Have the actuator checked."),
    ("CURRENT_LOST", RETURN, 1000, ACK, "The motor's current is not seen.", "Have the current sensor's wire checked."),
    ("CURRENT_SENSE", REFUSE, 40, ACK, "The motor current reads wrong.", "Press UP. Have the motor bridge checked."),
)  # fmt: skip

# Where a row's words stand; its numbers, which each tick reads, are columns by code.
NAME, SENTENCE, REMEDY = 0, 4, 5
COUNT = len(FAULTS)
RESPONSE = bytes([row[1] for row in FAULTS])
HOLD_MS = tuple([row[2] for row in FAULTS])
LATCH = bytes([row[3] for row in FAULTS])
