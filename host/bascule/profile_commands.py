"""The commands `bascule profile ...`: options and arguments only, as in cli.py."""

from __future__ import annotations

from pathlib import Path

import click

from bascule import output
from bascule.options import FILE, JSON, PORT, TODAY


@click.group()
def profile() -> None:
    """Check, push and show profiles."""


@profile.command()
@FILE
@TODAY
@JSON
def check(file: Path, today: str | None, as_json: bool) -> int:
    """Say what a table would make of a profile file. Exit code 0 usable, 2 refused, 3 locked."""
    from bascule import check as command

    found = command.judge_file(file, command.day(today)).as_full_json()
    output.facts(found, as_json, command.lines(found))
    return command.EXIT_CODES[found["verdict"]]


@profile.command()
@click.argument("words", nargs=-1, metavar="CONDITION")
@click.option("--all", "everything", is_flag=True, help="List all conditions by category.")
@JSON
def explain(words: tuple[str, ...], everything: bool, as_json: bool) -> None:
    """Say what a condition does, and why: by its key, or by words that may mean it."""
    from bascule import explain as command

    if everything == bool(words):
        raise click.UsageError("Name a condition, or give --all.")
    said = " ".join(words)
    found = command.everything() if everything else command.found(said)
    output.facts(found, as_json, command.all_lines() if everything else command.lines(said))


@profile.command()
@FILE
@PORT
@JSON
def push(file: Path, port: str | None, as_json: bool) -> int:
    """Check a profile file, store it on the table, and read back the table's own verdict."""
    from bascule import push as command

    return command.run(file, port, as_json)


@profile.command()
@PORT
@JSON
def show(port: str | None, as_json: bool) -> None:
    """Show the profile stored on the table and its verdict."""
    from bascule import show as command
    from bascule.client import connected

    with connected(port) as table:
        found = command.read(table)
    output.facts(found, as_json, command.lines(found))
