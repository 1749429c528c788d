"""The commands `bascule profile ...`: options and arguments only, as in cli.py."""

from __future__ import annotations

from pathlib import Path

import click

from bascule import output
from bascule.options import FILE, FORCE, JSON, PORT, TODAY


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


@profile.command("list")
@PORT
@JSON
def list_people(port: str | None, as_json: bool) -> None:
    """List the people whose profiles the table holds."""
    from bascule import people
    from bascule.client import connected

    with connected(port) as table:
        found = people.everyone(table)
    output.facts([one._asdict() for one in found], as_json, people.lines(found))


@profile.command()
@click.argument("who", default="")
@PORT
@JSON
def show(who: str, port: str | None, as_json: bool) -> None:
    """Show the profile of WHO on the table, or of the person chosen there, and its verdict."""
    from bascule import show as command
    from bascule.client import connected

    with connected(port) as table:
        found = command.read(table, who)
    output.facts(found, as_json, command.lines(found))


@profile.command()
@FILE
@PORT
@JSON
def diff(file: Path, port: str | None, as_json: bool) -> int:
    """Compare a profile file with that person's profile on the table. Exit code 0 same, 1 different."""
    from bascule import diff as command

    return command.run(file, port, as_json)


@profile.command()
@click.argument("words", nargs=-1, required=True, metavar="[WHO] FILE")
@FORCE
@PORT
@JSON
def export(words: tuple[str, ...], force: bool, port: str | None, as_json: bool) -> None:
    """Write the profile of WHO from the table to FILE; without WHO, everybody's to the folder FILE."""
    from bascule import export as command

    if len(words) > 2:
        raise click.UsageError("Give a person and a file, or a folder.")
    written = command.run(words[0] if len(words) == 2 else None, Path(words[-1]), force, port)
    output.facts({"written": written}, as_json, [f"written: {path}" for path in written] or ["no profile is stored"])


@profile.command("import")
@FILE
@PORT
@JSON
def import_all(file: Path, port: str | None, as_json: bool) -> int:
    """Push every profile (*.toml) of a folder, or nothing at all if one of them is not well formed."""
    from bascule import import_folder as command

    return command.run(file, port, as_json)


@profile.command()
@click.argument("who")
@PORT
@JSON
def remove(who: str, port: str | None, as_json: bool) -> None:
    """Take the profile of WHO off the table; how far WHO has come stays there."""
    from bascule import people
    from bascule.client import connected

    with connected(port) as table:
        found = people.remove(table, who)
    output.facts(found, as_json, [f"removed {who} from {found['port']}"])


@profile.command()
@click.argument("who", default="")
@PORT
@JSON
def progress(who: str, port: str | None, as_json: bool) -> None:
    """Show how far WHO has come, or the person chosen at the table, and when the next session is allowed."""
    from bascule import progress as command
    from bascule.client import connected

    with connected(port) as table:
        found = command.read(table, who)
    output.facts(found, as_json, command.lines(found))
