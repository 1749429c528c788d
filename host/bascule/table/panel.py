"""What a table's panel shows now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bascule.table.client import Table

DARK, NEW, STANDS = "dark", "new", "stands"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the panel."""

    page: Annotated[str, "Which page it is, as in docs/protocol.md."]
    lines: Annotated[tuple[str, ...], "The four lines that are shown."]
    shown: Annotated[
        str,
        "`stands`: it has been on the display for a second, and a press may agree to it. `new`: not yet. `dark`: the "
        "display does not answer.",
    ]


def read(table: Table) -> Page:
    """Ask the table what it shows."""
    now = table.ask("panel")
    return Page(now["page"], tuple(now[key] for key in ("l1", "l2", "l3", "l4")), now["shown"])
