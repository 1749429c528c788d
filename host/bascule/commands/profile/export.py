"""`bascule profile export`: profiles from the table into files that, pushed again, give the same bytes on the table."""

from __future__ import annotations

import json
from pathlib import Path

from bascule.errors import BAD_INPUT, UNEXPECTED, Problem
from bascule.profile import file_form, reader, save, writer
from bascule.table import people
from bascule.table.client import connected
from firmware.profile import form
from firmware.profile.fields import KEY_SIGNS, made_of


def run(who: str | None, path: Path, force: bool, port: str | None) -> list[str]:
    """Write the profile of `who` to `path`, or everybody's into the folder `path`; the files written."""
    if who is not None:
        save.ready([path], force)
    elif not path.is_dir():
        hint = "Make it first; or name a person and a file."
        raise Problem(BAD_INPUT, "NO_FOLDER", f"{path} is no folder", hint)
    with connected(port) as table:
        if who is not None:
            people.known(table, who)
        texts = {
            (path if who is not None else _file_of(one, path)): as_text(people.blob(table, one)[0])
            for one in ([who] if who is not None else [person.id for person in people.everyone(table)])
        }
    save.ready(texts, force)
    for place, text in texts.items():
        save.whole(place, text)
    return [str(place) for place in texts]


def as_text(blob: bytes) -> str:
    """The file of a pushed profile. Problem unless it is read back to the same bytes."""
    text = writer.written(file_form.from_wire(json.loads(blob)))
    profile, reasons = reader.from_toml(text.encode())
    if profile is None or reasons or form.to_wire(profile) != blob:
        hint = "It may be of a newer laptop tool: use that one."
        raise Problem(UNEXPECTED, "NOT_EXACT", "a file cannot hold this profile exactly; nothing was written", hint)
    return text


def _file_of(who: str, folder: Path) -> Path:
    if not made_of(who, KEY_SIGNS + "-", 24):
        hint = "Export it alone, into a file that you name."
        raise Problem(UNEXPECTED, "ODD_ID", "a profile of the table has an id that makes no file name", hint)
    return folder / f"{who}.toml"
