"""What `bascule watch` draws of a table."""

from __future__ import annotations

import textwrap

from bascule.speech.spoken import fixed, number, said, say
from bascule.speech.told import later
from bascule.table import panel
from bascule.table.words import STATES
from bascule.terminal import drawing
from bascule.terminal.following import STALE_S, Seen

_NEW_STATE = later("a state that this version does not know")
_FRAME = 25


def lines(seen: Seen, columns: int, fine: bool) -> list[str]:
    """From the top; what matters most comes first, because a low window shows no more."""
    return [
        *_wrapped(_trouble(seen), columns),
        *_moment(seen, columns, fine),
        *_panel(seen, columns),
        *_wrapped(_reasons(seen), columns),
        *_wrapped([say("table on {port}; Ctrl-C ends this view", port=seen.port)], columns),
    ]


def _trouble(seen: Seen) -> list[str]:
    found = [said(seen.trouble)] if seen.trouble else []
    if seen.stale:
        seconds = f"{STALE_S:.0f}"
        found.append(say("NO DATA for over {seconds} s: what stands below may be true no longer.", seconds=seconds))
    elif seen.restarted:
        found.append(say("The table has restarted since this view began."))
    return found


def _moment(seen: Seen, columns: int, fine: bool) -> list[str]:
    now = seen.heard
    if now is None:
        return [say("no data yet")]
    limit_deg = now.limit_deg or None
    numbers = [
        say("angle {deg} deg", deg=said(fixed(now.inversion_deg, 2))),
        say("limit {limit}", limit=_of_limit(now.inversion_deg, limit_deg)),
    ]
    moves = say("drive up") if now.drive_percent < 0 else say("drive head-down")
    drive = moves if now.drive_percent else say("drive off")
    numbers.append(drive + (f" {abs(now.drive_percent):.0f} %" if now.drive_percent else ""))
    state = f"{now.state}: {say(STATES.get(now.state, _NEW_STATE))}"
    found = [*_wrapped([state], columns), *drawing.bar(columns, now.inversion_deg, limit_deg, fine)]
    return found + _wrapped(["   ".join(numbers)], columns)


def _of_limit(now_deg: float, limit_deg: float | None) -> str:
    if limit_deg is None:
        return say("none, no session is confirmed")
    left_deg = limit_deg - now_deg
    limit, left = said(fixed(limit_deg, 2)), said(fixed(abs(left_deg), 2))
    if left_deg >= 0:
        return say("{limit} deg, {left} deg to go", limit=limit, left=left)
    return say("{limit} deg, OVER by {left} deg", limit=limit, left=left)


def _panel(seen: Seen, columns: int) -> list[str]:
    page = seen.page
    if page is None:
        return []
    found = drawing.framed(page.lines) if columns >= _FRAME else list(page.lines)
    if page.shown == panel.DARK:
        return found + _wrapped([say("The panel's display does not answer, so nothing can be confirmed.")], columns)
    if page.shown == panel.STANDS:
        found += _wrapped([say("panel: a press counts")], columns)
    return found


def _reasons(seen: Seen) -> list[str]:
    found = []
    status = seen.status
    if status is not None and status.fault is not None:
        text = said(status.fault.text)
        found.append(say("fault {code}: {text}", code=status.fault.code, text=text))
    if status is not None and status.locked:
        found += [say("locked, {code}: {text}", code=one.code, text=said(one.text)) for one in status.lock_reasons]
    if seen.limit is not None and seen.limit.limit_deg:
        found.append(
            say(
                "chosen: {name}, up to {deg} deg, set by {origin}",
                name=seen.limit.name,
                deg=number(seen.limit.limit_deg),
                origin=seen.limit.bound_by,
            )
        )
    elif seen.limit is not None:
        found.append(say("chosen: {name}, who may not go head-down now", name=seen.limit.name))
    if status is not None and status.selftest:
        found.append(say("failed at start-up: {parts}", parts=", ".join(status.selftest)))
    return found


def _wrapped(texts: list[str], columns: int) -> list[str]:
    indent = "  " if columns > 2 else ""
    return [line for text in texts for line in textwrap.wrap(text, max(1, columns), subsequent_indent=indent)]
