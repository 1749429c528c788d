"""`bascule profile explain`: what a condition does, found by its key or by words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from bascule import output
from bascule.conditions import catalogue, lookup, meaning
from bascule.errors import BAD_INPUT, Problem
from bascule.speech.spoken import say
from bascule.speech.told import later

_ELSE = later("If it is none of these, ask a physician; in a profile, write {key}.")


@dataclass(frozen=True, slots=True)
class Explanation:
    """The conditions that were meant, or all."""

    certain: Annotated[bool, "Whether it is known which is meant. If not, the person has to say."]
    conditions: Annotated[tuple[meaning.Explained, ...], "Each of them; where it is a question, the strictest first."]
    note: Annotated[str, "Whose judgement all this is."]


def run(words: str | None, as_json: bool) -> None:
    """Explain what `words` may mean; None lists all conditions."""
    if words is None:
        output.facts(everything(), as_json, all_lines())
    else:
        explanation = found(words)
        output.facts(explanation, as_json, lines(words, explanation))


def found(words: str) -> Explanation:
    """The conditions that `words` may mean. Problem when there is none."""
    meant = lookup.meant(words)
    if not meant.conditions:
        text = later(
            "'{words}' is not known to Bascule, which does not make it harmless: ask a physician", words=words[:60]
        )
        hint = later(
            "In a profile, write {other}. `bascule profile explain --all` lists what is known.", other=lookup.OTHER
        )
        raise Problem(BAD_INPUT, "UNKNOWN_CONDITION", text, hint)
    return _explanation(meant.conditions, meant.certain)


def everything() -> Explanation:
    """All conditions, category by category."""
    return _explanation([one for _, group in catalogue.by_category() for one in group], True)


def _explanation(conditions: Iterable[catalogue.Condition], certain: bool) -> Explanation:
    return Explanation(certain, tuple(meaning.explained(one) for one in conditions), meaning.PROPOSALS)


def lines(words: str, explanation: Explanation) -> list[str]:
    """One condition in full; what only may be meant as a question, and after it what was typed as a key."""
    conditions = [one.condition for one in explanation.conditions]
    if explanation.certain:
        return [*meaning.lines(conditions[0]), say(meaning.PROPOSALS)]
    named = [_row(one) for one in conditions if one.key != lookup.OTHER]
    first = say("'{words}': do you mean one of these? Name it by its key.", words=words[:60])
    asked = [first, *named, say(_ELSE, key=lookup.OTHER)]
    own = [one for one in conditions if one.key == words.strip().casefold()]
    return [*asked, *(line for one in own for line in (*meaning.lines(one), say(meaning.PROPOSALS)))]


def all_lines() -> list[str]:
    """Every key under its category."""
    said = []
    for category, members in catalogue.by_category():
        said += [f"{category}: {say(meaning.CATEGORIES.get(category, ''))}", *(_row(one) for one in members)]
    return [*said, say(meaning.PROPOSALS)]


def _row(one: catalogue.Condition) -> str:
    return f"  {one.key:<30} {say(one.name)}"
