"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

PORT = click.option(
    "-p",
    "--port",
    envvar="BASCULE_PORT",
    help="Serial port or socket://HOST:PORT; without it, the only table found.",
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON object (docs/json.md).")
JSON_LINES = click.option("--json", "as_json", is_flag=True, help="Print JSON objects, one a line (JSON Lines).")
TODAY = click.option("--today", metavar="YYYY-MM-DD", help="Judge as of this day instead of today.")
FORCE = click.option("--force", is_flag=True, help="Replace files that already exist.")
FILE = click.argument("file", type=click.Path(path_type=Path))
