"""`bascule profile export`: profiles from the table into files that, pushed again, give the same bytes on the table."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from bascule import output
from bascule.errors import BAD_INPUT, UNEXPECTED, Problem
from bascule.profile import save, writer
from bascule.speech.spoken import say
from bascule.speech.told import later
from bascule.table import people
from bascule.table.client import connected
from firmware.profile.fields import KEY_SIGNS, made_of


@dataclass(frozen=True, slots=True)
class Exported:
    """The files that were written."""

    written: Annotated[tuple[str, ...], "The path of each."]


def run(who: str | None, path: Path, force: bool, port: str | None, as_json: bool) -> None:
    """Export, and name the files written."""
    written = _written(who, path, force, port)
    output.facts(
        Exported(tuple(written)),
        as_json,
        [say("written: {path}", path=path) for path in written] or [say("no profile is stored")],
    )


def _written(who: str | None, path: Path, force: bool, port: str | None) -> list[str]:
    """Write the profile of `who` to `path`, or everybody's into the folder `path`; the files written."""
    if who is not None:
        save.ready([path], force)
    elif not path.is_dir():
        hint = later("Make the folder first, or name a person and a file.")
        raise Problem(BAD_INPUT, "NO_FOLDER", later("{path} is not a folder", path=path), hint)
    with connected(port) as table:
        if who is not None:
            people.known(table, who)
        texts = {
            (path if who is not None else _file_of(one, path)): writer.as_text(people.blob(table, one)[0])
            for one in ([who] if who is not None else [person.id for person in people.everyone(table)])
        }
    save.ready(texts, force)
    for place, text in texts.items():
        save.whole(place, text)
    return [str(place) for place in texts]


def _file_of(who: str, folder: Path) -> Path:
    if not made_of(who, KEY_SIGNS + "-", 24):
        hint = later("Export it alone, into a file that you name.")
        raise Problem(UNEXPECTED, "ODD_ID", later("a profile on the table has an id that cannot be a file name"), hint)
    return folder / f"{who}.toml"
