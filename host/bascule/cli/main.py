"""The command `bascule`: options and arguments only. What a command does stands in its own module.

Modules are imported inside the commands, so that each run pays only for what it does.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from bascule import output
from bascule.cli.group import Guarded
from bascule.cli.options import JSON, JSON_LINES, NO_BROWSER, PORT
from bascule.cli.profile import profile
from bascule.errors import EXIT_CODES


def _version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        from firmware.version import VERSION

        output.show(f"bascule {VERSION}")
        context.exit()


_HOME_HELP = "What runs the firmware; by default MicroPython, if this platform has it."
_HOME = click.option("--home", "interpreter", type=click.Choice(["micropython", "cpython"]), help=_HOME_HELP)


# \b keeps the lines apart.
_EPILOG = "\n".join(["\b\nExit codes:", *(f"{code:5}  {words}" for code, words in EXIT_CODES.items())])


@click.group(cls=Guarded, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Print the version."
)
@click.option("--debug", is_flag=True, expose_value=False, help="Show where a failure happened.")
def cli() -> None:
    """Bascule: open controller for a motorized inversion table. Not a medical device."""


@cli.command()
@JSON
def devices(as_json: bool) -> None:
    """List the tables that are connected or simulated."""
    from bascule.commands import devices as command

    command.run(as_json)


@cli.command()
@PORT
@JSON
def status(port: str | None, as_json: bool) -> None:
    """Show state, angle, limit and lockout of a table."""
    from bascule.commands import status as command

    command.run(port, as_json)


@cli.command()
@PORT
@JSON_LINES
@click.option("--seconds", type=click.FloatRange(min=0.1), help="Stop after this time; otherwise press Ctrl-C to stop.")
def watch(port: str | None, as_json: bool, seconds: float | None) -> None:
    """Follow angle, limit and state live."""
    from bascule.commands import watch as command

    command.run(port, as_json, seconds)


@cli.command()
@PORT
@JSON
@click.option(
    "--watch",
    "goes_on",
    is_flag=True,
    help="Print it each time it changes, until Ctrl-C; with --json one object a line (JSON Lines).",
)
def panel(port: str | None, as_json: bool, goes_on: bool) -> None:
    """Show what the table's panel shows."""
    from bascule.commands import panel as command

    command.run(port, as_json, goes_on)


@cli.command()
@click.argument("wanted", metavar="[LANGUAGE]", required=False, type=click.Choice(["en", "de"], case_sensitive=False))
@PORT
@JSON
def language(wanted: str | None, port: str | None, as_json: bool) -> None:
    """Show or choose the language of the table's panel.

    LANGUAGE is en (English) or de (German). The table must be upright and at rest. It keeps its language without power.
    """
    from bascule.commands import language as command

    command.run(port, as_json, wanted)


cli.add_command(profile)


@cli.command()
@PORT
@JSON
@NO_BROWSER
def ui(port: str | None, as_json: bool, browser: bool) -> None:
    """Show a table in the browser: live, why it is locked, whose limit; and push profiles from there.

    The page is for this computer only. While it is open, other commands and other runs of bascule work beside it.
    Nothing on it moves the table.
    """
    from bascule.commands import ui as command

    command.run(port, as_json, browser)


@cli.command()
@click.argument("image", required=False, type=click.Path(path_type=Path))
@PORT
@JSON
@click.option("--yes", is_flag=True, help="Do not ask: the table is empty and its motor supply is off.")
def deploy(image: Path | None, port: str | None, as_json: bool, yes: bool) -> None:
    """Put the firmware onto a Pico and wait for the table to answer.

    IMAGE is a UF2 file; without it, the one made by `make image`. The Pico must be in BOOTSEL: hold its button while
    plugging it in. A table in service cannot be replaced or restarted over the cable. --port names the port on
    which the table will answer.

    It asks whether the table is empty and its motor supply off. If nobody can be asked, it needs --yes.
    """
    from bascule.commands.deploy import run

    run(image, port, yes, as_json)


@cli.command()
@PORT
@JSON
def doctor(port: str | None, as_json: bool) -> int:
    """Check what may stop a table from working: port, rights, versions, sensors, clock, power, locks."""
    from bascule.commands import doctor as command

    return command.run(port, as_json)


@cli.command()
@click.option(
    "--home",
    "interpreter",
    type=click.Choice(["micropython", "cpython", "emulated"]),
    help=f"{_HOME_HELP} emulated: the image, on an emulated Pico (in a checkout, after make emulated).",
)
@JSON
@click.option("--listen", is_flag=True, help="Listen on socket://127.0.0.1:N instead of a pty.")
@click.option("--speed", type=click.FloatRange(0.1, 100.0), default=1.0, help="Simulated seconds per real second.")
@click.option(
    "--state-dir",
    type=click.Path(path_type=Path),
    help="Folder for the table's files; without it, a new one each time.",
)
@click.option(
    "--start-deg",
    type=click.FloatRange(-72.0, 92.0),
    default=-70.0,
    help="Angle at power-on; -70 is upright.",
)
@NO_BROWSER
@click.option("--headless", is_flag=True, help="Serve no page: the port and the keys alone.")
def sim(**options: Any) -> None:
    """Run a simulated table that any serial program can open, and a page on which to see it move and press its buttons.

    The page is for this computer only; its address is printed, and opened where there is a screen.

    On a terminal: d holds or releases DOWN, n taps it (no), u presses UP (yes), o presses OK, s presses or releases
    STOP, l opens or closes the left ankle lock, t shows the panel's text or its dots, q quits.
    Otherwise it takes lines: hold down [SECONDS], release down, press down|up|ok, stop, unstop,
    lock left|right open|closed, quit.
    """
    from bascule.commands.sim import run

    run(**options)


@cli.command()
@_HOME
@click.option("--out", type=click.Path(path_type=Path), default=Path("bascule-demo"), help="Folder for the picture.")
@click.option("--json-only", is_flag=True, help="Print only the last line, the JSON object.")
def demo(interpreter: str | None, out: Path, json_only: bool) -> int:
    """Run one whole session on a simulated table, and one that the table locks out."""
    from bascule.commands.demo import run

    return run(interpreter, out, json_only)
