"""What there is to complete on a command line: ports, people, conditions, each with a word about it. It only looks."""

from __future__ import annotations

Named = tuple[str, str]


def ports() -> list[Named]:
    """The tables that are there, with their kinds and serials."""
    from bascule.table.ports import found

    return [(one.port, f"{one.kind} {one.serial}".strip()) for one in found()]


def people(port: str | None, seconds: float) -> list[Named]:
    """The ids of the people on the table, with their names, if it tells all within `seconds`. Nothing there changes."""
    from bascule.profile.file_form import visible
    from bascule.table import people

    return [(one.id, visible(one.name)) for one in people.glimpsed(port, seconds)]


def conditions() -> list[Named]:
    """The keys of all conditions, with their names."""
    from bascule.conditions import catalogue

    return [(one.key, one.name) for one in catalogue.known()]
