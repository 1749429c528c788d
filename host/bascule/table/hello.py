"""What a table says of itself as it is greeted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

# Digits of a digest that people compare.
_SHORT = 16


@dataclass(frozen=True, slots=True)
class Hello:
    """What a table is. A table of another protocol tells nothing of this."""

    serial: Annotated[str | None, "Serial of the table; null from a table of another protocol."] = None
    firmware: Annotated[str | None, "Version of its firmware; null from a table of another protocol."] = None
    program_sha256: Annotated[str | None, "SHA-256 in hex of the program that runs; null where it is not known."] = None


def of(answer: dict[str, Any]) -> Hello:
    """The answer to hello."""
    return Hello(answer["sn"], answer["fw"], answer["img"] or None)


def short(digest: str) -> str:
    """As much of a digest as people compare."""
    return digest[:_SHORT]
