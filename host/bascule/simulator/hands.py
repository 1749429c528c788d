"""The hands at a simulated table: which key or line presses which button."""

from __future__ import annotations

from typing import Protocol

from hal.world.world import World

# Long enough for any debounce; a person's tap on a button.
_TAP_S = 0.25
# d holds DOWN; n is the short press that says no at the panel.
_TAPS = {"u": "up", "o": "ok", "n": "down"}
_LOCKS = {"left": "lock_left", "right": "lock_right"}
HELP = "hold down [SECONDS], release down, press down|up|ok, stop, unstop, lock left|right open|closed, quit"


class Pressable(Protocol):
    """A table, or a hand at one that others press too."""

    @property
    def world(self) -> World: ...

    def press(self, name: str) -> None: ...

    def release(self, name: str) -> None: ...

    def set_switch(self, name: str, closed: bool) -> None: ...


class Hands:
    """Presses buttons and lets go of them in time. `quit` is set when the person has had enough."""

    def __init__(self, table: Pressable) -> None:
        self.quit = False
        self._table = table
        self._pressed: set[str] = set()
        self._open: set[str] = set()
        self._until: dict[str, float] = {}

    def key(self, key: str) -> None:
        """One key: d, u, o, n, s, l or q; others do nothing."""
        if key == "d":
            self._release("down") if "down" in self._pressed else self._press("down")
        elif key in _TAPS:
            self._press(_TAPS[key], _TAP_S)
        elif key == "s":
            self._release("stop") if "stop" in self._pressed else self._press("stop")
        elif key == "l":
            self._lock("lock_left", "lock_left" in self._open)
        elif key == "q":
            self.quit = True

    def line(self, line: str) -> bool:
        """One line; False when it is none of those in HELP."""
        words = line.split()
        if words[:2] == ["hold", "down"] and len(words) <= 3:
            seconds = _seconds(words[2]) if len(words) == 3 else 0.0
            if seconds is None:
                return False
            self._press("down", seconds)
        elif words == ["release", "down"]:
            self._release("down")
        elif len(words) == 2 and words[0] == "press" and words[1] in _TAPS.values():
            self._press(words[1], _TAP_S)
        elif words == ["stop"]:
            self._press("stop")
        elif words == ["unstop"]:
            self._release("stop")
        elif len(words) == 3 and words[0] == "lock" and words[1] in _LOCKS and words[2] in ("open", "closed"):
            self._lock(_LOCKS[words[1]], words[2] == "closed")
        elif words == ["quit"]:
            self.quit = True
        else:
            return not words
        return True

    def let_go(self) -> None:
        """Release what was pressed for a time that is over."""
        for name in [name for name, end in self._until.items() if self._table.world.now_s >= end]:
            self._release(name)

    def words(self) -> str:
        """What is held now."""
        held = [name.upper() for name in sorted(self._pressed)]
        return " ".join(held + [f"{name.replace('_', ' ')} open" for name in sorted(self._open)])

    def _press(self, name: str, seconds: float = 0.0) -> None:
        self._table.press(name)
        self._pressed.add(name)
        self._until.pop(name, None)
        if seconds:
            self._until[name] = self._table.world.now_s + seconds

    def _release(self, name: str) -> None:
        self._table.release(name)
        self._pressed.discard(name)
        self._until.pop(name, None)

    def _lock(self, name: str, closed: bool) -> None:
        self._table.set_switch(name, closed)
        (self._open.discard if closed else self._open.add)(name)


def _seconds(word: str) -> float | None:
    try:
        seconds = float(word)
    except ValueError:
        return None
    return seconds if 0.0 < seconds < 1e6 else None
