"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from bascule.cli import complete

PORT = click.option(
    "-p",
    "--port",
    envvar="BASCULE_PORT",
    shell_complete=complete.ports,
    help="Serial port or socket://HOST:PORT; without it, the only table found.",
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON object (docs/json.md).")
JSON_LINES = click.option("--json", "as_json", is_flag=True, help="Print JSON objects, one a line (JSON Lines).")
NO_BROWSER = click.option(
    "--no-browser", "browser", is_flag=True, flag_value=False, default=True, help="Do not open the browser."
)
TODAY = click.option("--today", metavar="YYYY-MM-DD", help="Judge as of this day instead of today.")
FORCE = click.option("--force", is_flag=True, help="Replace files that already exist.")
WHO = click.argument("who", default="", shell_complete=complete.people)
FILE = click.argument("file", type=click.Path(path_type=Path))
