"""The four lines of the panel, of 21 signs each, for every page and state.

A text that takes several pages has n/m at the end of its head line. At rest OK turns them; those of a fault turn by
themselves, because its buttons move the table.
"""

from firmware import states
from firmware.dates import time_shown
from firmware.fault_words import words
from firmware.panel import menu as pages
from firmware.panel import paper
from firmware.panel.paper import WIDTH
from firmware.safety.ticks import elapsed_ms
from firmware.screening.conditions import TODAY_QUESTIONS

_TURN_MS = 4000


def lines(menu, chosen, status):
    """A list of four lines for what `menu` shows now."""
    if status.fault:
        name, sentence, remedy = words(status)
        # What to do comes first.
        laid = paper.laid("%s %s" % (remedy, sentence))
        return _part("! %s" % name, "", laid, turn(status) % paper.count(laid))
    page = menu.page
    if page == pages.SESSION:
        state = states.STATE_NAMES[status.state].replace("_", " ")
        angle = "%s of %s deg" % (_angle(status.inv_cdeg), _degrees(status.limit_cdeg))
        return [_name(menu, chosen), state, angle, ""]
    if page == pages.FORGET:
        return ["Forget the time?", "Keep holding OK: yes", "Let go: no", ""]
    if page == pages.TIME:
        return _times(*chosen.asked)
    if page in (pages.NONE, pages.LOCKED):
        return _told(chosen.screened.reasons, menu, chosen)
    if page == pages.QUESTION:
        top = paper.head("Today %d/%d" % (menu.at + 1, len(TODAY_QUESTIONS)), "OK: later")
        return _four([top] + paper.laid(TODAY_QUESTIONS[menu.at][1]))[:3] + ["UP: yes   DOWN: no"]
    if page == pages.WARNING:
        return _told(chosen.screened.warnings, menu, None)
    offer = "%s deg, %d s" % (_degrees(chosen.screened.limit_cdeg), chosen.screened.session_ms // 1000)
    if page == pages.ARMED and chosen.expired:
        return [_name(menu, chosen), "Not begun in time", "OK: confirm anew", ""]
    if page == pages.ARMED:
        return [_name(menu, chosen), offer, "Hold DOWN to begin", "OK: not now"]
    more = "UP/DOWN: next person" if len([one for one in chosen.people.ids if one]) > 1 else ""
    return [_name(menu, chosen), offer, "OK: that is me", more]


def _times(told_min, own_min):
    if own_min:
        return [
            "Which time is right?", "UP   " + time_shown(told_min), "DOWN " + time_shown(own_min), "OK: do not know",
        ]  # fmt: skip
    return ["Is this time right?", time_shown(told_min), "UP: yes", "OK: do not know"]


def turn(status):
    """Counts the turns of a fault's text, from its beginning; 0 without a fault."""
    return elapsed_ms(status.now_ms, status.fault_ms) // _TURN_MS if status.fault else 0


def _told(texts, menu, locked):
    """The part of the text that `menu` is at; `locked`: whose lock they are about, None for warnings."""
    at = min(menu.at, len(texts) - 1)
    laid = paper.laid(texts[at][1])
    last = paper.count(laid) - 1
    part = min(menu.part, last)
    if locked is None:
        return _part("Mind %d/%d" % (at + 1, len(texts)), "OK:yes " if part == last else "OK:more ", laid, part)
    right = "locked %d/%d " % (at + 1, len(texts))
    room = WIDTH - len(right) - len("n/m") - 1
    return _part(menu.names.of(locked.people, locked.place, room), right, laid, part)


def _part(left, right, laid, part):
    """Page `part` of a text in lines, below a head that says which it is."""
    right += "%d/%d" % (part + 1, paper.count(laid))
    return _four([paper.head(left, right)] + laid[paper.ROWS * part : paper.ROWS * (part + 1)])


def _four(found):
    return (found + ["", "", ""])[:4]


def _name(menu, chosen):
    return menu.names.of(chosen.people, chosen.place)


def tenths(cdeg):
    """Tenths of a degree as an angle is shown: two angles with the same number look alike."""
    return (cdeg + 5) // 10


def _angle(cdeg):
    """Eight signs, always in the same places: a display that is painted in fours never shows half of two angles."""
    shown = tenths(cdeg)
    return "   %s%2d.%d" % ("-" if shown < 0 else " ", abs(shown) // 10, abs(shown) % 10)


def _degrees(cdeg):
    return "%d.%d" % (cdeg // 100, cdeg // 10 % 10) if cdeg % 100 else "%d" % (cdeg // 100)
