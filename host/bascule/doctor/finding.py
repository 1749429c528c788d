"""One thing that `bascule doctor` has looked at, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bascule.errors import DONE, REFUSED
from bascule.speech.spoken import said, say
from bascule.speech.told import Told, later

OK, TROUBLE, CANNOT_TELL = later("ok"), later("trouble"), later("cannot tell")
_NO_MORE = Told("")
# What is looked at, as programs name it.
NAMES = (
    *(later("port"), later("rights"), later("held by"), later("modem"), later("hello"), later("answers")),
    *(later("versions"), later("program"), later("self-test"), later("sensor"), later("display"), later("language")),
    *(later("supply"), later("battery"), later("STOP"), later("ankle locks"), later("clock"), later("profile")),
    later("fault"),
)


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
        do = f"  -> {said(self.do)}" if self.do else ""
        return f"{say(self.verdict):<11}  {say(self.name):<11}  {said(self.text)}{do}"


def fine(name: str, text: Told) -> Finding:
    """Nothing to do."""
    return Finding(name, OK, text)


def unknown(name: str, text: Told, do: Told = _NO_MORE) -> Finding:
    """What nobody can see from here."""
    return Finding(name, CANNOT_TELL, text, do)


def trouble(name: str, text: Told, do: Told, exit_code: int = REFUSED) -> Finding:
    """Something is in the way."""
    return Finding(name, TROUBLE, text, do, exit_code)
