"""One thing that `bascule doctor` has looked at, and what came of it."""

from __future__ import annotations

from typing import NamedTuple

from bascule.errors import DONE, REFUSED

OK, TROUBLE, CANNOT_TELL = "ok", "trouble", "cannot tell"


class Finding(NamedTuple):
    """`do` says what to do about trouble; exit_code is what a script gets for it."""

    name: str
    verdict: str
    text: str
    do: str = ""
    exit_code: int = DONE

    def line(self) -> str:
        """For a person."""
        return f"{self.verdict:<11}  {self.name:<11}  {self.text}{f'  -> {self.do}' if self.do else ''}"

    def as_json(self) -> dict[str, str]:
        """For a script."""
        return {"name": self.name, "verdict": self.verdict, "text": self.text, "do": self.do}


def fine(name: str, text: str) -> Finding:
    """Nothing to do."""
    return Finding(name, OK, text)


def unknown(name: str, text: str, do: str = "") -> Finding:
    """What nobody can see from here."""
    return Finding(name, CANNOT_TELL, text, do)


def trouble(name: str, text: str, do: str, exit_code: int = REFUSED) -> Finding:
    """Something is in the way."""
    return Finding(name, TROUBLE, text, do, exit_code)
