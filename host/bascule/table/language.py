"""The language of a table's panel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bascule.speech.names import NAMES
from bascule.speech.told import Told, later
from bascule.table.client import Message, Table


@dataclass(frozen=True, slots=True)
class Language:
    """What the panel speaks."""

    language: Annotated[str, "Language of the panel: `en` or `de`."]
    language_lost: Annotated[bool, "Whether the one that was chosen cannot be read, so that English stands in for it."]
    said_in_english: Annotated[
        int, "Sentences that it does not have: shown in English since it was chosen or power-on."
    ]


def of(status: Message) -> Language:
    """What a table's answer to `status` says of it."""
    return Language(status["lang"], bool(status["lang_lost"]), status["gaps"])


def read(table: Table) -> Language:
    """The one in force."""
    return of(table.ask("status"))


def choose(table: Table, language: str) -> Language:
    """Another one from now on, of NAMES. Problem where the table is not upright and at rest, or cannot write it."""
    table.ask("language.set", to=language)
    return read(table)


def wrong(found: Language) -> Told:
    """What is not as it was chosen; empty where all is."""
    if found.language_lost:
        return later("the language that was chosen for the panel cannot be read: English stands in for it")
    if found.said_in_english:
        language = NAMES[found.language]
        if found.said_in_english == 1:
            return later("the panel has shown 1 sentence in English, for which it has no {language}", language=language)
        return later(
            "the panel has shown {count} sentences in English, for which it has no {language}",
            count=found.said_in_english,
            language=language,
        )
    return Told("")
