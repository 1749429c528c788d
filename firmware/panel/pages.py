"""The four lines of the panel, of 21 signs each, for every page and state."""

from firmware import status as states
from firmware.panel import menu as pages
from firmware.safety.faults import FAULTS
from firmware.screening.conditions import TODAY_QUESTIONS

WIDTH = 21
_LINES = 4


def lines(menu, in_force, status):
    """A list of four lines for what `menu` shows now."""
    if status.fault:
        return _filled("! " + FAULTS[status.fault][0], FAULTS[status.fault][5])
    name = in_force.name
    page = menu.page
    if page == pages.SESSION:
        state = states.STATE_NAMES[status.state].replace("_", " ")
        return [name[:WIDTH], state, "%s of %s deg" % (_angle(status.inv_cdeg), _degrees(status.limit_cdeg)), ""]
    if page in (pages.NONE, pages.LOCKED):
        reasons = in_force.screened.reasons
        at = min(menu.at, len(reasons) - 1)
        return _filled("%s: locked %d/%d" % (name or "Nobody", at + 1, len(reasons)), reasons[at][1])
    if page == pages.QUESTION:
        text = TODAY_QUESTIONS[menu.at][1]
        return _filled("Today %d/%d" % (menu.at + 1, len(TODAY_QUESTIONS)), text, "UP: yes   DOWN: no")
    if page == pages.WARNING:
        return _filled("Mind this. OK: yes", in_force.screened.warnings[menu.at][1])
    offer = "%s deg, %d s" % (_degrees(in_force.screened.limit_cdeg), in_force.screened.session_ms // 1000)
    if page == pages.ARMED:
        return [name[:WIDTH], offer, "Hold DOWN to begin", "OK: not now"]
    more = "UP/DOWN: next person" if len([one for one in in_force.people.ids if one]) > 1 else ""
    return [name[:WIDTH], offer, "OK: that is me", more]


def tenths(cdeg):
    """Tenths of a degree as an angle is shown: two angles with the same number look alike."""
    return (cdeg + 5) // 10


def _angle(cdeg):
    """Eight signs, always in the same places: a display that is painted in fours never shows half of two angles."""
    shown = tenths(cdeg)
    return "   %s%2d.%d" % ("-" if shown < 0 else " ", abs(shown) // 10, abs(shown) % 10)


def _degrees(cdeg):
    return "%d.%d" % (cdeg // 100, cdeg // 10 % 10) if cdeg % 100 else "%d" % (cdeg // 100)


def _filled(head, text, foot=""):
    """A head, the text in words over the lines between as far as it fits, and a foot."""
    room = _LINES - 1 - (1 if foot else 0)
    found, line = [], ""
    for word in text.split():
        if len(line) + 1 + len(word) > WIDTH and line:
            found.append(line)
            line = word[:WIDTH]
        else:
            line = (line + " " + word if line else word)[:WIDTH]
    found.append(line)
    found = (found + [""] * room)[:room]
    return [head[:WIDTH]] + found + ([foot] if foot else [])
