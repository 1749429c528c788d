"""What the shell completes beside commands and options: ports, people on the table, conditions.

It only looks, gives up soon, and where it cannot tell it completes nothing: no shell is to wait for a table.
"""

from __future__ import annotations

import contextlib
import io
import threading
from collections.abc import Callable, Iterable

import click
from click.shell_completion import CompletionItem

from bascule.commands import completion
from bascule.commands.completion import Named

# Beside the start of the tool itself: a shell is kept half a second at most. A table takes some 70 ms for each person.
_WITHIN_S = 0.35


def ports(_ctx: click.Context, _option: click.Parameter, typed: str) -> list[CompletionItem]:
    """The tables that are there."""
    return _matching(_soon(completion.ports), typed)


def people(ctx: click.Context, _argument: click.Parameter, typed: str) -> list[CompletionItem]:
    """Who is on the table."""
    port = ctx.params.get("port")
    return _matching(_soon(lambda: completion.people(port, _WITHIN_S)), typed)


def person_or_file(ctx: click.Context, argument: click.Parameter, typed: str) -> list[CompletionItem]:
    """As the first word a person or a file, then a file."""
    files = [CompletionItem(typed, type="file")]
    return files if ctx.params.get(argument.name or "") else files + people(ctx, argument, typed)


def conditions(_ctx: click.Context, _option: click.Parameter, typed: str) -> list[CompletionItem]:
    """All that can be declared."""
    return _matching(completion.conditions(), typed)


def _matching(found: Iterable[Named], typed: str) -> list[CompletionItem]:
    return [CompletionItem(value, help=words) for value, words in found if value.startswith(typed)]


def _soon(look: Callable[[], list[Named]]) -> list[Named]:
    """What `look` finds, or nothing when it fails or takes too long. Whatever it has to say stays unsaid."""
    found: list[Named] = []

    def run() -> None:
        with contextlib.suppress(Exception):
            found.extend(look())

    thread = threading.Thread(target=run, daemon=True)
    with contextlib.redirect_stderr(io.StringIO()):
        thread.start()
        thread.join(_WITHIN_S)
    return list(found)
