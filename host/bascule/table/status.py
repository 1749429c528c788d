"""One look at a table: what it does at this moment, in units."""

from __future__ import annotations

from typing import Any

from bascule.table import stored
from bascule.table.client import Table


def read(table: Table) -> dict[str, Any]:
    """The facts of the moment; names carry the units."""
    now = table.ask("status")
    return {
        "port": table.port,
        "serial": table.hello.get("sn"),
        "firmware": table.hello.get("fw"),
        "program_sha256": table.hello.get("img") or None,
        "state": now["st"],
        "inversion_deg": now["inv"] / 100,
        "limit_deg": now["lim"] / 100,
        "position_deg": now["pos"] / 100,
        "rate_deg_per_s": now["rate"] / 100,
        "drive_percent": now["drv"] / 10,
        "current_a": now["ma"] / 1000,
        "supply_v": now["mv"] / 1000,
        "fault": stored.fault(table) if now["flt"] else None,
        "locked": bool(now["lock"]),
        "lock_reasons": stored.reasons(table, "lock", now["n_lock"]),
        "revision": now["rev"],
        "up_s": now["up_ms"] / 1000,
        "day": now["day"] if now["day"] > 0 else None,
        "display_answers": bool(now["disp"]),
        "selftest": now["selftest"].split(),
        "link": {key: now[key] for key in ("bad_crc", "overlong", "unknown", "failed")},
        "read_only": bool(table.read_only),
    }
