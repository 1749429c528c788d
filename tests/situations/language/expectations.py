"""What a situation may expect: each gives "" when it holds, or what was seen instead."""

from firmware.safety import faults
from hal.world.invariants import LEVEL_DEG
from tests.situations.language.words import CODES, Sentences
from tests.situations.stand import UPRIGHT_DEG
from tests.support import glass

EXPECTATIONS = Sentences("expectation")
_STILL_DEG = 0.3
_LONGEST_S = 60.0


def _since_fault(play):
    start_s = min(play.fault_s, play.ended_s)
    return [moment for moment in play.past if moment.at_s >= start_s]


def _within(play, seconds, what, found):
    """Let time pass until found(moment) holds for one moment since the first fault, which may be still to come."""
    if not play.all_hung():
        play.wait_until(play.all_hung, _LONGEST_S, "every fault's moment")
    if any(found(moment) for moment in _since_fault(play) if moment.at_s <= play.fault_s + seconds):
        return ""
    left_s = play.fault_s + seconds - play.world.now_s
    try:
        play.wait_until(lambda: found(play.now), max(left_s, 0.0), what)
    except TimeoutError as exc:
        return str(exc)
    return ""


def _codes(play):
    return [CODES[code] for code in play.invariants.listener.codes]


@EXPECTATIONS("fault {code} within {n} s")
def fault_within(play, code, seconds):
    """Its code is on the wire by then."""
    codes = play.invariants.listener.codes
    return _within(play, seconds, CODES[code], lambda _: codes.get(code, 1e9) <= play.fault_s + seconds)


@EXPECTATIONS("fault {code}")
def fault(play, code):
    """Its code was on the wire."""
    return "" if code in play.invariants.listener.codes else f"only {_codes(play)}"


@EXPECTATIONS("no fault but {code}")
def no_other(play, code):
    """Every other code is missing."""
    others = [name for name in _codes(play) if name != CODES[code]]
    return f"also {others}" if others else ""


@EXPECTATIONS("no fault")
def no_fault(play):
    """No code at all."""
    return f"{_codes(play)}" if play.invariants.listener.codes else ""


@EXPECTATIONS("response {response}")
def response(play, wanted):
    """The response of one of the codes seen."""
    seen = {faults.RESPONSE[code] for code in play.invariants.listener.codes}
    return "" if wanted in seen else f"only {[faults.RESPONSE_NAMES[each] for each in seen]}"


@EXPECTATIONS("never above {n}")
def never_above(play, deg):
    """The true angle, all the time."""
    most = max(moment.inv_deg for moment in play.past)
    return f"it was at {most:.2f}" if most > deg else ""


@EXPECTATIONS("never below {n}")
def never_below(play, deg):
    """From the first fault on."""
    least = min(moment.inv_deg for moment in _since_fault(play))
    return f"it was at {least:.2f}" if least < deg else ""


@EXPECTATIONS("reaches {n}")
def reaches(play, deg):
    """The true angle, at some time."""
    most = max(moment.inv_deg for moment in play.past)
    return "" if most >= deg else f"only {most:.2f}"


@EXPECTATIONS("level within {n} s")
def level_within(play, seconds):
    """At or above level, with the width of the level switch."""
    return _within(play, seconds, "level", lambda moment: moment.inv_deg <= LEVEL_DEG)


@EXPECTATIONS("upright within {n} s")
def upright_within(play, seconds):
    """And the contactor open."""
    return _within(play, seconds, "upright", lambda moment: moment.inv_deg <= UPRIGHT_DEG and not moment.contactor)


@EXPECTATIONS("contactor open within {n} s")
def open_within(play, seconds):
    """At some moment until then."""
    return _within(play, seconds, "cut off", lambda moment: not moment.contactor)


@EXPECTATIONS("alarm within {n} s")
def alarm_within(play, seconds):
    """At some moment until then."""
    return _within(play, seconds, "sounding", lambda moment: moment.buzzer)


@EXPECTATIONS("stands still within {n} s")
def still_within(play, seconds):
    """From then on to the end of the script."""
    later = [moment.inv_deg for moment in play.past if play.fault_s + seconds <= moment.at_s <= play.ended_s]
    if not later:
        return "the script ended before"
    moved = max(later) - min(later)
    return f"it moved {moved:.2f} deg" if moved > _STILL_DEG else ""


@EXPECTATIONS("contactor open at the end")
def open_at_end(play):
    return "it is closed" if play.now.contactor else ""


@EXPECTATIONS("alarm")
def alarm(play):
    """It sounded."""
    return "" if any(moment.buzzer for moment in play.past) else "never a sound"


@EXPECTATIONS("no alarm")
def no_alarm(play):
    return "it sounded" if any(moment.buzzer for moment in play.past) else ""


@EXPECTATIONS("alarm at the end")
def alarm_at_end(play):
    return "" if play.now.buzzer else "silent"


@EXPECTATIONS("no motion")
def no_motion(play):
    """Less than a twentieth of a degree."""
    first = play.past[0].inv_deg
    moved = max(abs(moment.inv_deg - first) for moment in play.past)
    return f"it moved {moved:.2f} deg" if moved > 0.05 else ""


@EXPECTATIONS("state {state}")
def state(play, name):
    """Reported at some time."""
    return "" if name in play.invariants.listener.states else f"only {list(play.invariants.listener.states)}"


@EXPECTATIONS("state {state} at the end")
def state_at_end(play, name):
    seen = play.invariants.listener.state
    return "" if seen == name else f"it is {seen}"


@EXPECTATIONS("ends between {n} and {n}")
def ends_between(play, low, high):
    deg = play.world.plant.inv_deg
    return "" if low <= deg <= high else f"it is at {deg:.2f}"


@EXPECTATIONS("locked by {CODE}")
def locked_by(play, code):
    """One of the reasons of the lock, asked for at the end."""
    seen = []
    while not seen or (seen[-1] and len(seen) < 9):
        seen.append(play.laptop.ask("why", who="", of="lock", at=len(seen)).get("code"))
    return "" if code in seen else f"the reasons are {seen[:-1]}"


@EXPECTATIONS("limit {n}")
def limit(play, deg):
    """As the table tells the laptop."""
    seen = play.laptop.ask("status")["lim"] / 100
    return "" if seen == deg else f"it is {seen}"


@EXPECTATIONS("answer {CODE}")
def answer(play, code):
    """The laptop's last command was refused with this code."""
    seen = play.answers[-1].get("e", "ok")
    return "" if seen == code else f"the answer was {seen}"


@EXPECTATIONS("answer taken")
def answer_taken(play):
    """The laptop's last command was taken."""
    return answer(play, "ok")


@EXPECTATIONS("restarts {count}")
def restarts(play, count):
    """So many of the board."""
    seen = len(play.rig.boots) - 1
    return "" if seen == count else f"{seen} restarts"


@EXPECTATIONS("restarted")
def restarted(play):
    """At least once."""
    return "" if len(play.rig.boots) > 1 else "it never restarted"


@EXPECTATIONS("the panel shows {rest}")
def panel_shows(play, words):
    """At the end, read from the dots of its display."""
    seen = glass.read(play.world.display)
    return "" if words in " ".join(seen) else f"it shows {seen}"


@EXPECTATIONS("the panel is dark")
def panel_is_dark(play):
    """At the end no dot of its display shines."""
    return "" if not any(map(any, play.world.display.rows())) else f"it shows {glass.read(play.world.display)}"
