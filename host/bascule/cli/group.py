"""Commands and groups as click has them, but that each failure becomes a sentence, a hint and an exit code."""

from __future__ import annotations

import contextlib
import functools
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import click

from bascule import output


class _Helped(click.Command):
    """Its help goes the way of all that is printed, so that a full disk or a closed pipe is told as such."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.callback = _show_help
        return option


class Command(_Helped):
    """One command."""


class Group(_Helped, click.Group):
    """Commands under one name."""

    command_class = Command


class Guarded(Group):
    """The outermost group, which ends the process."""

    def main(self, args: Sequence[str] | None = None, *_: Any, **extra: Any) -> Any:
        given = list(sys.argv[1:] if args is None else args)
        run = functools.partial(super().main, given, **{**extra, "standalone_mode": False})
        sys.exit(output.guarded(run, "--json" in given, "--debug" in given))

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        with _under_our_names():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        with _under_our_names():
            return super().invoke(ctx)


@contextlib.contextmanager
def _under_our_names() -> Iterator[None]:
    """click would make exit code 1 of the one, and write a line of its own for the other."""
    try:
        yield
    except BrokenPipeError:
        raise output.ReaderGone from None
    except KeyboardInterrupt:
        raise output.Interrupted from None


def _show_help(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        output.show(ctx.get_help())
        ctx.exit()
