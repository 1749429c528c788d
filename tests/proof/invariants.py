"""What is true of the core's memory between any two ticks, beside the range of each field (domains.py)."""

from firmware.safety import faults
from tests.proof.say import all_of, any_of, choose, if_then, is_not
from tests.proof.translator.values import truth

BLIND = (faults.IMU_STALE, faults.IMU_FROZEN, faults.IMU_IMPLAUSIBLE)


def sign(value):
    """-1, 0 or 1."""
    return choose(value > 0, 1, choose(value < 0, -1, 0))


def none_has_no_code(moment):
    """The code that means no fault is never active."""
    return is_not(moment.checks.active[0])


def direction_is_the_drives(moment):
    """The direction that the checks remember is that of the drive that was allowed last."""
    return moment.checks._anchor_sign == sign(moment.verdict.drive_permille)


def rested_means_no_drive(moment):
    """A table counts as at rest only while the drive is zero."""
    return if_then(moment.checks._rested, moment.verdict.drive_permille == 0)


def response_is_the_worst(moment):
    """The verdict's response is that of the fault it names, and no active fault asks for a stronger one."""
    verdict = moment.verdict
    named = [
        if_then(verdict.fault == code, all_of(verdict.response == faults.RESPONSE[code], _stands(moment, code)))
        for code in range(1, faults.COUNT)
    ]
    worst = [
        if_then(_stands(moment, code), verdict.response >= faults.RESPONSE[code]) for code in range(1, faults.COUNT)
    ]
    return all_of(if_then(verdict.fault == 0, verdict.response == faults.NONE), *named, *worst)


def creeping_means_no_trust(moment):
    """A creep has been begun only while the response is HALT or CREEP_UP."""
    response = moment.verdict.response
    return if_then(moment.core._creeping, any_of(response == faults.HALT, response == faults.CREEP_UP))


def hold_is_told(moment):
    """What the verdict says of the hold is what the core keeps."""
    return truth(moment.verdict.held) == truth(moment.core._held)


def blind_is_known(moment):
    """While a fault of the tilt sensor itself is active the core knows that it is blind."""
    return if_then(any_of(*(_stands(moment, code) for code in BLIND)), moment.checks.blind)


def no_drive_under_cut(moment):
    """While the response is CUT there is neither drive nor contactor; while a hold lasts there is no drive."""
    verdict = moment.verdict
    return all_of(
        if_then(verdict.response == faults.CUT, all_of(verdict.drive_permille == 0, is_not(verdict.contactor))),
        if_then(verdict.held, verdict.drive_permille == 0),
    )


def _stands(moment, code):
    return truth(moment.checks.active[code])


INVARIANTS = (
    none_has_no_code,
    direction_is_the_drives,
    rested_means_no_drive,
    response_is_the_worst,
    creeping_means_no_trust,
    hold_is_told,
    blind_is_known,
    no_drive_under_cut,
)
