"""`bascule profile explain`: what a condition does, found by its key or by words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bascule import output
from bascule.conditions import catalogue, meaning
from bascule.errors import BAD_INPUT, Problem


@dataclass(frozen=True, slots=True)
class Explanation:
    """The conditions that were meant, or all."""

    conditions: Annotated[tuple[meaning.Explained, ...], "Each of them."]
    note: Annotated[str, "Whose judgement all this is."]


def run(words: str | None, as_json: bool) -> None:
    """Explain what `words` may mean; None lists all conditions."""
    if words is None:
        output.facts(everything(), as_json, all_lines())
    else:
        output.facts(found(words), as_json, lines(words))


def found(words: str) -> Explanation:
    """The conditions that `words` may mean. Problem when there is none."""
    conditions = catalogue.meant(words)
    if not conditions:
        hint = "`bascule profile explain --all` lists all that are known."
        raise Problem(BAD_INPUT, "UNKNOWN_CONDITION", f"no condition that is known here is like '{words[:60]}'", hint)
    return _explanation(conditions)


def everything() -> Explanation:
    """All conditions, category by category."""
    return _explanation([one for _, group in catalogue.by_category() for one in group])


def _explanation(conditions: list[catalogue.Condition]) -> Explanation:
    return Explanation(tuple(meaning.explained(one) for one in conditions), meaning.PROPOSALS)


def lines(words: str) -> list[str]:
    """One condition in full; several by key and name."""
    conditions = catalogue.meant(words)
    if len(conditions) == 1:
        return [*meaning.lines(conditions[0]), meaning.PROPOSALS]
    head = f"'{words}' may mean one of these {len(conditions)}; name one by its key:"
    return [head, *(_row(one) for one in conditions)]


def all_lines() -> list[str]:
    """Every key under its category."""
    said = []
    for category, members in catalogue.by_category():
        said += [f"{category}: {meaning.CATEGORIES.get(category, '')}", *(_row(one) for one in members)]
    return [*said, meaning.PROPOSALS]


def _row(one: catalogue.Condition) -> str:
    return f"  {one.key:<30} {one.name}"
