"""What a table's panel shows now."""

from __future__ import annotations

from typing import Any

from bascule.table.client import Table


def read(table: Table) -> dict[str, Any]:
    """Page and lines."""
    now = table.ask("panel")
    return {"page": now["page"], "lines": [now[key] for key in ("l1", "l2", "l3", "l4")]}
