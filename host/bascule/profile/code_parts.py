"""What of a profile file is code: a comment is a comment, whatever stands in it."""

from __future__ import annotations

import re

# Texts of one line, and a comment: what stands behind a # outside of any text.
_TEXT_OR_COMMENT = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'|#.*')
_LONG = re.compile(r'"""|\'\'\'')


def without_comment(line: str) -> str:
    """One line up to its comment, without blanks at its end."""
    return line[: _comment(line)].rstrip()


def lines(text: str) -> list[str]:
    """The file's lines as TOML counts them, each without its comment. A text of several lines stays whole."""
    found = []
    inside = ""
    for line in text.replace("\r\n", "\n").split("\n"):
        found.append(line if inside else without_comment(line))
        inside = _after(line, inside)
    return found


def dots(code: str) -> int:
    """Dots outside its texts: they part the words of a name."""
    return _TEXT_OR_COMMENT.sub("", code).count(".")


def _comment(line: str, at: int = 0) -> int:
    """Where its comment begins, looked for from `at` on; its end where it has none."""
    for found in _TEXT_OR_COMMENT.finditer(line, at):
        if found[0].startswith("#"):
            return found.start()
    return len(line)


def _after(line: str, inside: str) -> str:
    """The quotes within which a text goes on behind this line; "" for none."""
    at = 0
    while True:
        if inside:
            end = line.find(inside, at)
            if end < 0:
                return inside
            at, inside = end + len(inside), ""
        begun = _LONG.search(line, at)
        if begun is None or _comment(line, at) <= begun.start():
            return ""
        at, inside = begun.end(), begun[0]
