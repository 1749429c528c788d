"""What `bascule watch` draws of a table."""

from __future__ import annotations

import textwrap

from bascule.table import panel
from bascule.table.words import STATES
from bascule.terminal import drawing
from bascule.terminal.following import STALE_S, Seen

_FRAME = 25


def lines(seen: Seen, columns: int, fine: bool) -> list[str]:
    """From the top; what matters most comes first, because a low window shows no more."""
    return [
        *_wrapped(_trouble(seen), columns),
        *_moment(seen, columns, fine),
        *_panel(seen, columns),
        *_wrapped(_reasons(seen), columns),
        *_wrapped([f"table on {seen.port}; Ctrl-C ends this view"], columns),
    ]


def _trouble(seen: Seen) -> list[str]:
    found = [seen.trouble] if seen.trouble else []
    if seen.stale:
        found.append(f"NO DATA for over {STALE_S:.0f} s: what stands below may be true no longer.")
    elif seen.restarted:
        found.append("The table has restarted since this view began.")
    return found


def _moment(seen: Seen, columns: int, fine: bool) -> list[str]:
    now = seen.heard
    if now is None:
        return ["no data yet"]
    limit_deg = now.limit_deg or None
    numbers = [f"angle {now.inversion_deg:.2f} deg", f"limit {_of_limit(now.inversion_deg, limit_deg)}"]
    drive = "up" if now.drive_percent < 0 else "head-down" if now.drive_percent > 0 else "off"
    numbers.append(f"drive {drive}" + (f" {abs(now.drive_percent):.0f} %" if now.drive_percent else ""))
    state = f"{now.state}: {STATES.get(now.state, 'a state that this version does not know')}"
    found = [*_wrapped([state], columns), *drawing.bar(columns, now.inversion_deg, limit_deg, fine)]
    return found + _wrapped(["   ".join(numbers)], columns)


def _of_limit(now_deg: float, limit_deg: float | None) -> str:
    if limit_deg is None:
        return "none, no session is confirmed"
    left_deg = limit_deg - now_deg
    return f"{limit_deg:.2f} deg, " + (f"{left_deg:.2f} deg to go" if left_deg >= 0 else f"OVER by {-left_deg:.2f} deg")


def _panel(seen: Seen, columns: int) -> list[str]:
    page = seen.page
    if page is None:
        return []
    found = drawing.framed(page.lines) if columns >= _FRAME else list(page.lines)
    if page.shown == panel.DARK:
        return found + _wrapped(["The panel's display does not answer, so nothing can be confirmed."], columns)
    if page.shown == panel.STANDS:
        found += _wrapped(["panel: a press counts"], columns)
    return found


def _reasons(seen: Seen) -> list[str]:
    found = []
    status = seen.status
    if status is not None and status.fault is not None:
        found.append(f"fault {status.fault.code}: {status.fault.text}")
    if status is not None and status.locked:
        found += [f"locked, {one.code}: {one.text}" for one in status.lock_reasons]
    if seen.limit is not None and seen.limit.limit_deg:
        found.append(f"chosen: {seen.limit.name}, up to {seen.limit.limit_deg:g} deg, set by {seen.limit.bound_by}")
    elif seen.limit is not None:
        found.append(f"chosen: {seen.limit.name}, who may not go head-down now")
    if status is not None and status.selftest:
        found.append(f"failed at start-up: {', '.join(status.selftest)}")
    return found


def _wrapped(texts: list[str], columns: int) -> list[str]:
    indent = "  " if columns > 2 else ""
    return [line for text in texts for line in textwrap.wrap(text, max(1, columns), subsequent_indent=indent)]
