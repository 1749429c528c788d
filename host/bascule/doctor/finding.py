"""One thing that `bascule doctor` has looked at, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bascule.errors import DONE, REFUSED

OK, TROUBLE, CANNOT_TELL = "ok", "trouble", "cannot tell"


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of looking at one thing."""

    name: Annotated[str, "What was looked at."]
    verdict: Annotated[str, "`ok`, `trouble` or `cannot tell`."]
    text: Annotated[str, "What was seen."]
    do: Annotated[str, "What to do about it; may be empty."] = ""
    exit_code: Annotated[int, "The exit code that this trouble alone would make; 0 for no trouble."] = DONE

    def line(self) -> str:
        """For a person."""
        return f"{self.verdict:<11}  {self.name:<11}  {self.text}{f'  -> {self.do}' if self.do else ''}"


def fine(name: str, text: str) -> Finding:
    """Nothing to do."""
    return Finding(name, OK, text)


def unknown(name: str, text: str, do: str = "") -> Finding:
    """What nobody can see from here."""
    return Finding(name, CANNOT_TELL, text, do)


def trouble(name: str, text: str, do: str, exit_code: int = REFUSED) -> Finding:
    """Something is in the way."""
    return Finding(name, TROUBLE, text, do, exit_code)
