"""The four lines of the panel, of 21 signs each, for every page and state.

A text that takes several pages has n/m at the end of its head line. At rest OK turns them; those of a fault turn by
themselves, because its buttons move the table.
"""

from firmware.dates import time_shown
from firmware.panel import asking, moving, paper
from firmware.panel import menu as pages
from firmware.panel.paper import WIDTH, degrees
from firmware.safety.ticks import elapsed_ms
from firmware.screening import questions

_TURN_MS = 4000


def lines(menu, chosen, status):
    """A list of four lines for what `menu` shows now."""
    if status.fault:
        name, laid = menu.fault_page.of(status)
        return _part(name, "", laid, turn(status) % paper.count(laid))
    page = menu.page
    if page == pages.SESSION:
        return moving.lines(status, menu.on_the_way)
    say = menu.words.say
    if page == pages.FORGET:
        return [say("Forget the time?"), say("Keep holding OK: yes"), say("Let go: no"), ""]
    if page == pages.TIME:
        return _times(say, *chosen.asked)
    if page in (pages.NONE, pages.LOCKED):
        return _told(chosen.screened.locks, menu, chosen)
    if page == pages.ABOUT:
        return _part(_name(menu, chosen), say("OK:more "), paper.laid(say(chosen.outlook)), menu.part)
    if page in asking.PAGES:
        return _asked(say, menu)
    if page == pages.WARNING:
        return _told(chosen.screened.cautions, menu, None)
    offer = say(("%s deg, %d s", degrees(chosen.screened.limit_cdeg), chosen.screened.session_ms // 1000))
    if page == pages.ARMED and chosen.expired:
        return [_name(menu, chosen), say("Not begun in time"), say("OK: confirm anew"), ""]
    if page == pages.ARMED:
        return [_name(menu, chosen), offer, say("Hold DOWN to begin"), say("OK: not now")]
    more = say("UP/DOWN: next person") if len([one for one in chosen.people.ids if one]) > 1 else ""
    return [_name(menu, chosen), offer, say("OK: that is me"), more]


def _asked(say, menu):
    if menu.page == asking.FELT:
        return [say("After the session:"), say("UP: better"), say("OK: the same"), say("DOWN: worse")]
    if menu.page == asking.PAIN:
        pain = "%d" % (menu.at - 1) if menu.at else "-"
        return [
            paper.head(say("Pain now?"), say("OK: take it")),
            say("0: none   10: worst"),
            "         " + pain,
            say("UP: more   DOWN: less"),
        ]
    numbers = menu.asking.numbers
    if menu.page == asking.DIZZY:
        top, text = say("After it"), say("Dizzy or unwell?")
    else:
        top, text = say(("Today %d/%d", menu.at + 1, len(numbers))), say(questions.text(numbers[menu.at]))
    return _four([paper.head(top, say("OK: later"))] + paper.laid(text))[:3] + [say("UP: yes   DOWN: no")]


def _times(say, told_min, own_min):
    unknown = say("OK: do not know")
    if own_min:
        return [say("Which time is right?"), "UP   " + time_shown(told_min), "DOWN " + time_shown(own_min), unknown]
    return [say("Is this time right?"), time_shown(told_min), say("UP: yes"), unknown]


def turn(status):
    """Counts the turns of a fault's text, from its beginning; 0 without a fault."""
    return elapsed_ms(status.now_ms, status.fault_ms) // _TURN_MS if status.fault else 0


def _told(texts, menu, locked):
    """The part of the text that `menu` is at; `locked`: whose lock they are about, None for warnings."""
    say = menu.words.say
    at = min(menu.at, len(texts) - 1)
    laid = paper.laid(say(texts[at][1]))
    last = paper.count(laid) - 1
    part = min(menu.part, last)
    if locked is None:
        goes_on = say("OK:yes ") if part == last else say("OK:more ")
        return _part(say(("Mind %d/%d", at + 1, len(texts))), goes_on, laid, part)
    right = say(("locked %d/%d ", at + 1, len(texts)))
    return _part(_name(menu, locked, WIDTH - len(right) - len("n/m") - 1), right, laid, part)


def _part(left, right, laid, part):
    """Page `part` of a text in lines, below a head that says which it is."""
    right += "%d/%d" % (part + 1, paper.count(laid))
    return _four([paper.head(left, right)] + laid[paper.ROWS * part : paper.ROWS * (part + 1)])


def _four(found):
    return (found + ["", "", ""])[:4]


def _name(menu, chosen, room=WIDTH):
    if chosen.place < 0:
        return menu.words.say(paper.NOBODY)
    return menu.names.of(chosen.people, chosen.place, room)
