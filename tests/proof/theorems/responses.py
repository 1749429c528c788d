"""What each response allows, which one counts, and when the table sounds."""

from firmware.safety import core as core_module
from firmware.safety import faults
from tests.proof import causes
from tests.proof.registry import CORE, FAULTS, mistake, theorem
from tests.proof.say import all_of, any_of, choose, if_then, is_not, passed_ms, pressed

_CODES = range(1, faults.COUNT)
# What a response is for, said a second time: docs/safety/hazards.toml.
MEANT = {
    faults.CUT: ("UNCOMMANDED", "WRONG_WAY", "STALL", "CONTACTOR"),
    faults.CREEP_UP: ("IMU_STALE", "IMU_FROZEN", "IMU_IMPLAUSIBLE", "MISMOUNTED", "SENSES_DISAGREE"),
    faults.HALT: ("OVERSPEED", "BLOCKED", "SLIPPING"),
    faults.RETURN: ("POSITION_LOST", "OVER_LIMIT", "ANKLE_OPEN", "SESSION_TIME", "LIMITS_CORRUPT", "OBSTRUCTED",
                    "MAINS_LOST", "RECOVERED", "OVERRUN", "SILENT", "INTERNAL", "CURRENT_LOST"),
    faults.REFUSE: ("TIPPED", "BATTERY_LOW", "BUTTON_STUCK", "STOP_LOOP", "DUTY", "UPRIGHT_SWITCH", "CURRENT_SENSE"),
}  # fmt: skip


def untrusted(step):
    """No travelling by the angle: HALT or CREEP_UP."""
    return any_of(step.response == faults.HALT, step.response == faults.CREEP_UP)


def lowest_below(step):
    """Below level by a sense that is not known to be lost."""
    obs = step.obs
    return any_of(all_of(obs.pos_ok, obs.pos_cdeg > 0), all_of(is_not(step.after.checks.blind), obs.inv_cdeg > 0))


@theorem(
    mistake(
        "the weakest counts",
        CORE,
        "faults.RESPONSE[code] > faults.RESPONSE[worst]",
        "(not worst or faults.RESPONSE[code] < faults.RESPONSE[worst])",
    ),
    mistake(
        "two responses change places",
        FAULTS,
        "NONE, REFUSE, RETURN, HALT, CREEP_UP, CUT = range(6)",
        "NONE, REFUSE, HALT, RETURN, CREEP_UP, CUT = range(6)",
    ),
    mistake("a fault has a weaker response", FAULTS, '("STALL", CUT,', '("STALL", HALT,'),
)
def the_strongest_response_counts(step):
    """Of all faults that stand the one with the strongest response is answered, and of two alike the one with the lower
    code is named: CUT before CREEP_UP, HALT, RETURN and REFUSE."""
    meant = {getattr(faults, name): response for response, names in MEANT.items() for name in names}
    assert sorted(meant) == list(_CODES), "every fault has its response here"
    claims = []
    for code in _CODES:
        stronger = any_of(*(step.stands(other) for other in _CODES if (meant[other], -other) > (meant[code], -code)))
        answered = all_of(step.after.verdict.fault == code, step.response == meant[code])
        claims.append(if_then(all_of(step.stands(code), is_not(stronger)), answered))
    return all_of(*claims)


@theorem(
    mistake("the contactor stays closed", CORE, "request.contactor and response != faults.CUT", "request.contactor"),
    mistake(
        "CUT lets the way up",
        CORE,
        "if response == faults.CUT or self._held:",
        "if self._held or (response == faults.CUT and drive_permille > 0):",
    ),
)
def cut_takes_drive_and_supply(step):
    """CUT makes the drive zero and opens the contactor in the tick in which it is raised."""
    return if_then(step.response == faults.CUT, all_of(step.drive == 0, is_not(step.after.verdict.contactor)))


@theorem(
    mistake(
        "HALT opens it",
        CORE,
        "request.contactor and response != faults.CUT",
        "request.contactor and response < faults.HALT",
    )
)
def nothing_but_cut_opens_the_contactor(step):
    """Any weaker response keeps the contactor as control asks for it: a halted motor is a brake."""
    return if_then(step.response != faults.CUT, step.after.verdict.contactor == step.request.contactor)


@theorem(
    mistake(
        "RETURN is driven at the rate of a creep",
        CORE,
        "if response == faults.HALT or response == faults.CREEP_UP:\n            if not self._creeping",
        "if response >= faults.RETURN:\n            if not self._creeping",
    ),
    mistake(
        "a refusal stops the way up",
        CORE,
        "        return drive_permille\n\n    def _may_go_down",
        "        return drive_permille if response != faults.REFUSE else 0\n\n    def _may_go_down",
    ),
)
def the_way_up_is_free(step):
    """With no fault, a refusal, or RETURN, what is asked head-up is allowed in full, but for a hold of STOP or upright:
    neither DUTY nor a battery, a lock or a limit stops the way home."""
    free = all_of(step.response <= faults.RETURN, is_not(step.after.core._held), is_not(step.obs.at_upright))
    return if_then(all_of(free, step.asked < 0), step.drive == step.asked)


@theorem(
    mistake("a creep at full drive", CORE, "return max(drive_permille, -CREEP_PERMILLE)", "return drive_permille"),
    mistake(
        "HALT travels",
        CORE,
        "if response == faults.HALT or response == faults.CREEP_UP:\n            if not",
        "if response == faults.CREEP_UP:\n            if not",
    ),
)
def without_trust_only_a_creep(step):
    """With HALT or CREEP_UP nothing goes head-down, no drive is stronger than a creep's, and none is given while the
    faster of the senses that are believed sees more than {safety.CREEP_CDPS}."""
    obs = step.obs
    slow = choose(
        any_of(step.after.checks.blind, obs.rate_cdps < -core_module.MAD_CDPS),
        obs.pos_rate_cdps >= -core_module.CREEP_CDPS,
        all_of(obs.pos_rate_cdps >= -core_module.CREEP_CDPS, obs.rate_cdps >= -core_module.CREEP_CDPS),
    )
    away = all_of(untrusted(step), is_not(obs.at_upright))
    drive = all_of(step.drive <= 0, step.drive >= -800, any_of(step.drive == 0, slow))
    return if_then(away, drive)


@theorem(
    mistake("it creeps at once", CORE, "elif pressed or elapsed_ms(now_ms, self._trusted_ms) > wait_ms:", "else:"),
    mistake("a halt waits no longer than a creep", CORE, "HALT_WAIT_MS = 30000", "HALT_WAIT_MS = 10000"),
)
def a_creep_waits_or_is_asked_for(step):
    """Below level a creep begins only with a press of UP, or when the response has lasted {safety.CREEP_WAIT_MS}, of a
    halt {safety.HALT_WAIT_MS}: what is caught is not pushed before."""
    wait_ms = choose(step.response == faults.HALT, 30_000, 10_000)
    begins = all_of(is_not(step.before.core._creeping), step.after.core._creeping)
    waited = passed_ms(step.now, step.before.core._trusted_ms) > wait_ms
    return if_then(all_of(begins, lowest_below(step)), any_of(pressed(step), waited))


@theorem(
    mistake(
        "the wait begins anew",
        CORE,
        "        elif not below:\n            self._creeping = obs.up\n",
        "        elif not below or obs.stop:\n            self._creeping = obs.up\n",
    )
)
def a_creep_goes_on_until_level(step):
    """Below level a creep that has begun goes on, and one that has waited begins, as long as the response lasts."""
    wait_ms = choose(step.response == faults.HALT, core_module.HALT_WAIT_MS, core_module.CREEP_WAIT_MS)
    due = any_of(step.before.core._creeping, passed_ms(step.now, step.before.core._trusted_ms) > wait_ms)
    return if_then(all_of(untrusted(step), lowest_below(step), due), step.after.core._creeping)


@theorem(
    mistake(
        "it goes on to upright by itself",
        CORE,
        "            self._creeping = obs.up\n",
        "            self._creeping = self._creeping or obs.up\n",
    )
)
def above_level_a_creep_needs_up(step):
    """From level on, by the sense that says lower, a creep goes on only while UP is held."""
    above = all_of(untrusted(step), is_not(lowest_below(step)), is_not(step.obs.at_upright))
    return if_then(above, choose(step.obs.up, step.after.core._creeping, step.drive == 0))


@theorem(mistake("the wait is counted from power on", CORE, "            self._trusted_ms = now_ms\n", ""))
def a_wait_is_timed_from_the_last_trust(step):
    """The wait of a halt or a creep counts from the last tick in which neither was the response."""
    kept = step.before.core._trusted_ms
    return step.after.core._trusted_ms == choose(untrusted(step), kept, step.now)


@theorem(
    mistake(
        "no alarm at level",
        CORE,
        "(response == faults.CUT or not obs.at_upright)",
        "(response == faults.CUT or obs.inv_cdeg > 0)",
    ),
    mistake("CUT is silent upright", CORE, "(response == faults.CUT or not obs.at_upright)", "(not obs.at_upright)"),
)
def every_response_but_a_refusal_sounds(step):
    """Away from upright every response but a refusal sounds the alarm, in its first tick; CUT sounds everywhere."""
    loud = any_of(step.response == faults.CUT, all_of(step.response > faults.REFUSE, is_not(step.obs.at_upright)))
    return if_then(loud, step.after.verdict.alarm)


@theorem(mistake("the buzzer asks after five minutes", CORE, "PROMPT_MS = 30000", "PROMPT_MS = 300000"))
def silence_is_asked(step):
    """A person below level who has pressed nothing for {safety.PROMPT_MS} is asked by the buzzer."""
    silent = all_of(causes.CAUSES[faults.SILENT](step), is_not(causes.first_look(step)))
    long = passed_ms(step.now, step.before.checks.since_ms[faults.SILENT]) > 30_000
    return if_then(all_of(silent, long), step.after.verdict.alarm)


@theorem(
    mistake(
        "it sounds at every fault",
        CORE,
        "trouble = response > faults.REFUSE and",
        "trouble = response > faults.NONE and",
    )
)
def no_alarm_without_a_cause(step):
    """The alarm sounds for nothing else: a refusal alone is silent, and so is a table that is well and answered."""
    calm = all_of(step.response <= faults.REFUSE, is_not(causes.CAUSES[faults.SILENT](step)))
    return if_then(calm, is_not(step.after.verdict.alarm))


@theorem(
    mistake(
        "control's error lets the last drive stand",
        CORE,
        "verdict.drive_permille = self._allow(obs, request.drive_permille, response)",
        "verdict.drive_permille = verdict.drive_permille if request.failed else self._allow(obs, "
        "request.drive_permille, response)",
    )
)
def an_error_in_control_stops_the_drive(step):
    """A tick without a request, because control met an error, drives nothing that was not asked, and nothing head-down;
    the table returns."""
    safe = all_of(step.drive <= 0, step.drive >= choose(step.asked < 0, step.asked, 0), step.response >= faults.RETURN)
    return if_then(all_of(step.request.failed, is_not(step.obs.at_upright)), safe)
