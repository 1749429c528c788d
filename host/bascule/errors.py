"""What can go wrong, in words: exit codes and the one exception that a person is meant to read."""

from __future__ import annotations

from typing import Any

from bascule.speech.told import Told, later

DONE = 0
UNEXPECTED = 1
BAD_INPUT = 2
LOCKED_OUT = 3
NO_TABLE = 4
REFUSED = 5
NO_ANSWER = 6
DIFFERENT = 7
INTERRUPTED = 130

# As the help and README.md tell them; each is used for this and nothing else.
EXIT_CODES = {
    DONE: "done",
    UNEXPECTED: "unexpected: no room on this computer, an answer that makes no sense, or a defect",
    BAD_INPUT: "bad input or usage",
    LOCKED_OUT: "locked out",
    NO_TABLE: "no table that can be opened, or the port was lost",
    REFUSED: "the table refused (not upright, busy, full), or something at it is out of order",
    NO_ANSWER: "no answer in time",
    DIFFERENT: "file and table differ (`profile diff`)",
    INTERRUPTED: "ended by Ctrl-C, or a question was left unanswered",
}


_NO_HINT = Told("")


class Problem(Exception):
    """A failure with a code for scripts, a sentence for people, and what to do about it.

    `facts` are dataclasses of which --json prints the keys beside the error, where a part of the answer is known.
    """

    def __init__(self, exit_code: int, code: str, text: Told, hint: Told = _NO_HINT, *facts: object) -> None:
        super().__init__(text)
        self.exit_code = exit_code
        self.code = code
        self.text = text
        self.hint = hint
        self.facts = facts

    def as_json(self) -> dict[str, Any]:
        """The object that --json prints on stdout."""
        from bascule.facts import Error, Failed, as_json

        found: dict[str, Any] = {}
        for one in (Failed(Error(self.code, self.text, self.hint)), *self.facts):
            found |= as_json(one)
        return found

    def lines(self) -> list[Told]:
        """The lines for a person, on stderr."""
        lines = [later("error {code}: {text}", code=self.code, text=self.text)]
        if self.hint:
            lines.append(later("hint: {hint}", hint=self.hint))
        return lines
