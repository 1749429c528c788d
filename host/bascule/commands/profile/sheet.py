"""`bascule profile sheet`: one page about a person, to print and hand over, as HTML and as PDF."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

from bascule import output
from bascule.commands.profile import check, show
from bascule.errors import BAD_INPUT, Problem
from bascule.facts import Objections, ScreeningResult
from bascule.profile import checked, file_form, reader, save, screening
from bascule.profile.laptop_only import NOTHING_KEPT, Kept
from bascule.sheet import content, html, pdf, validity
from bascule.speech.spoken import as_told, say
from bascule.speech.told import later, lines
from bascule.table import progress
from bascule.table.client import connected


@dataclass(frozen=True, slots=True)
class Made:
    """The page that was written."""

    html: Annotated[str, "Path of the page for a browser."]
    pdf: Annotated[str, "Path of the page for a printer."]
    verdict: Annotated[str, "`usable` or `locked`, as the page says."]


@dataclass(frozen=True, slots=True)
class _About:
    """Whom the page is about."""

    fields: dict[str, Any]
    result: ScreeningResult
    step: int = 0
    kept: Kept = NOTHING_KEPT
    valid: tuple[validity.Valid, ...] = ()


def run(who: str, as_of: str | None, force: bool, port: str | None, as_json: bool) -> None:
    """Write ID-sheet.html and ID-sheet.pdf into this folder."""
    today = check.day(as_of)
    about = _of_file(Path(who), today) if who.endswith(".toml") else _of_table(who, port, today)
    paths = [Path(f"{about.fields['id']}-sheet.{kind}") for kind in ("html", "pdf")]
    save.ready(paths, force)
    sheet = content.of(about.fields, about.result, today, about.step, about.kept, about.valid)
    try:
        page, data = html.page(sheet), pdf.page(sheet)
    except ModuleNotFoundError as missing:
        hint = later("Install it with: pip install 'bascule[sheet]'.")
        raise Problem(
            BAD_INPUT, "NO_SHEET", later("the part that makes pages is not installed ({name})", name=missing.name), hint
        ) from None
    save.whole(paths[0], page)
    save.whole(paths[1], data)
    if pdf.lacks(sheet):
        output.note(
            say("The PDF's font lacks some letters, which it shows as ?. The HTML page has them all: print that.")
        )
    made = Made(str(paths[0]), str(paths[1]), about.result.verdict)
    output.facts(made, as_json, [say("written: {path}", path=path) for path in paths])


def _of_file(path: Path, today: datetime.date) -> _About:
    return _judged(reader.read(path), today)


def _of_table(who: str, port: str | None, today: datetime.date) -> _About:
    """From the stored profile and the step reached; what the table refuses for an hour or a day is not on paper."""
    with connected(port) as table:
        stored = show.read(table, who).profile
        if stored is None:
            hint = later("Push one with `bascule profile push`.")
            raise Problem(BAD_INPUT, "NO_PROFILE", later("the table has no profile to make a page of"), hint)
        return replace(_judged(reader.from_fields(stored), today), step=progress.read(table, who).step)


def _judged(read: reader.Read, today: datetime.date) -> _About:
    found = checked.check(read, today)
    if found.profile is None:
        said = lines(later("this profile is malformed:"), *(as_told(one.text) for one in found.objections))
        hint = later("Correct it, then run it again.")
        raise Problem(BAD_INPUT, "PROFILE_REFUSED", said, hint, Objections(found.objections))
    wire = found.profile.fields
    result, valid = screening.result(found, today), validity.of(wire, today)
    return _About(file_form.from_wire(wire), result, kept=read.kept, valid=valid)
