"""The commands `bascule profile ...`: options and arguments only, as in main.py."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from bascule.cli import complete
from bascule.cli.group import Group
from bascule.cli.options import FILE, FORCE, JSON, PORT, TODAY, WHO


@click.group(cls=Group)
def profile() -> None:
    """Make, check, push and show profiles."""


@profile.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--name", help="Name of the person.")
@click.option("--id", help="Short name for files and scripts.")
@click.option("--born", metavar="YEAR", help="Year of birth.")
@click.option("--height-cm", metavar="CM", help="Height.")
@click.option("--weight-kg", metavar="KG", help="Weight.")
@click.option(
    "--condition",
    metavar="KEY",
    multiple=True,
    shell_complete=complete.conditions,
    help="A condition the person has; may be repeated.",
)
@click.option("--nothing-to-declare", is_flag=True, help="The person has no condition at all.")
@click.option("--max-inversion-deg", metavar="DEG", help="Largest angle, in degrees past horizontal.")
@click.option("--beyond-60", is_flag=True, help="Allow more than 60 degrees.")
@click.option("--session-s", metavar="SECONDS", help="Longest time head-down in one session.")
@click.option(
    "--clearance",
    metavar="FIELDS",
    multiple=True,
    help="condition=..,clinician=..,role=..,issued=..,expires=..,max=..; may be repeated.",
)
@click.option(
    "--since", metavar="KEY=DATE", multiple=True, help="Date of a condition's operation or event; may be repeated."
)
@FORCE
@TODAY
@JSON
def new(file: Path | None, force: bool, today: str | None, as_json: bool, **options: Any) -> int:
    """Make a profile file by asking questions. A question that an option answers is not asked.

    Without FILE, the file is ID.toml. The exit codes are those of `profile check`.
    """
    from bascule.commands.profile import new as command

    return command.run(file, today, force, as_json, options)


@profile.command()
@FILE
@TODAY
@JSON
def check(file: Path, today: str | None, as_json: bool) -> int:
    """Show how a table would judge a profile file. Exit code 0 usable, 2 refused, 3 locked."""
    from bascule.commands.profile import check as command

    return command.run(file, today, as_json)


@profile.command()
@click.argument("words", nargs=-1, metavar="CONDITION", shell_complete=complete.conditions)
@click.option("--all", "everything", is_flag=True, help="List all conditions by category.")
@JSON
def explain(words: tuple[str, ...], everything: bool, as_json: bool) -> None:
    """Explain what a condition does, and why. Name it by its key, or in your own words."""
    from bascule.commands.profile import explain as command

    if everything == bool(words):
        raise click.UsageError("Name a condition, or give --all.")
    command.run(None if everything else " ".join(words), as_json)


@profile.command()
@FILE
@PORT
@JSON
def push(file: Path, port: str | None, as_json: bool) -> int:
    """Check a profile file, store it on the table, and read back the table's own verdict."""
    from bascule.commands.profile import push as command

    return command.run(file, port, as_json)


@profile.command("list")
@PORT
@JSON
def list_people(port: str | None, as_json: bool) -> None:
    """List the people whose profiles the table holds."""
    from bascule.commands.profile import people as command

    command.listed(port, as_json)


@profile.command()
@WHO
@PORT
@JSON
def show(who: str, port: str | None, as_json: bool) -> None:
    """Show a profile on the table, and its verdict: that of WHO, or of the person chosen at the panel."""
    from bascule.commands.profile import show as command

    command.run(who, port, as_json)


@profile.command()
@FILE
@PORT
@JSON
def diff(file: Path, port: str | None, as_json: bool) -> int:
    """Compare a profile file with that person's profile on the table. Exit code 0 same, 7 different."""
    from bascule.commands.profile import diff as command

    return command.run(file, port, as_json)


@profile.command()
@click.argument("words", nargs=-1, required=True, metavar="[WHO] FILE", shell_complete=complete.person_or_file)
@FORCE
@PORT
@JSON
def export(words: tuple[str, ...], force: bool, port: str | None, as_json: bool) -> None:
    """Write the profile of WHO from the table to FILE. Without WHO, write all profiles to the folder FILE.

    Pushed again, it is the same profile. Comments and layout of the file that was pushed are not on the table.
    """
    from bascule.commands.profile import export as command

    if len(words) > 2:
        raise click.UsageError("Give a person and a file, or a folder.")
    command.run(words[0] if len(words) == 2 else None, Path(words[-1]), force, port, as_json)


@profile.command("import")
@click.argument("folder", type=click.Path(path_type=Path))
@PORT
@JSON
def import_all(folder: Path, port: str | None, as_json: bool) -> int:
    """Push every profile (*.toml) of FOLDER. If one of them is malformed, push none."""
    from bascule.commands.profile import import_folder as command

    return command.run(folder, port, as_json)


@profile.command()
@click.argument("who", shell_complete=complete.people)
@PORT
@JSON
@click.option("--yes", is_flag=True, help="Remove it without asking.")
def remove(who: str, port: str | None, as_json: bool, yes: bool) -> None:
    """Remove the profile of WHO from the table. The record of WHO's sessions is kept there.

    It asks whether that person's profile is to be removed. If nobody can be asked, it needs --yes.
    """
    from bascule.commands.profile import remove as command

    command.run(who, port, yes, as_json)


@profile.command()
@click.argument("who", default="", shell_complete=complete.person_or_file)
@FORCE
@TODAY
@PORT
@JSON
def sheet(who: str, force: bool, today: str | None, port: str | None, as_json: bool) -> None:
    """Write one page to print about WHO, a person on the table or a profile file: ID-sheet.html and ID-sheet.pdf.

    Goal and notes stand in the file only, so only the page of a file has them.
    """
    from bascule.commands.profile import sheet as command

    command.run(who, today, force, port, as_json)


@profile.command()
@WHO
@PORT
@JSON
def progress(who: str, port: str | None, as_json: bool) -> None:
    """Show the progress of WHO, or of the person chosen at the panel, and when the next session is allowed."""
    from bascule.commands.profile import progress as command

    command.run(who, port, as_json)
