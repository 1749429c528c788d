"""`bascule profile new`: a profile file made from options, and from questions for what the options leave open."""

from __future__ import annotations

import datetime
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from bascule import output, prompts
from bascule.commands.profile import check
from bascule.errors import BAD_INPUT, INTERRUPTED, Problem
from bascule.facts import INLINED, Objections, ScreeningResult
from bascule.interview import answers, by_option, conversation, draft
from bascule.profile import checked, file_form, reader, save, screening, words, writer


@dataclass(frozen=True, slots=True)
class Made:
    """A profile file that was written, and what a table would make of it."""

    file: Annotated[str, "Its path."]
    result: Annotated[ScreeningResult, INLINED]


def run(file: Path | None, as_of: str | None, force: bool, as_json: bool, options: dict[str, Any]) -> int:
    """Make the file; the exit code of `profile check` on it."""
    today = check.day(as_of)
    given = draft.from_options(options)
    wrong = given.wrong + [by_option.told(one) for one in draft.wrong(given.fields, today)]
    if wrong:
        said = "\n  ".join(["some options are wrong:", *(one.text for one in wrong)])
        raise Problem(BAD_INPUT, "WRONG_OPTIONS", said, "Correct them, then run it again.", Objections((*wrong,)))
    if file is not None:
        save.ready([file], force)
    try:
        fields, asked = _complete(given.fields, file, today, force)
    except (EOFError, KeyboardInterrupt):
        output.note("")
        hint = "Run it again. A question that an option answers is not asked."
        raise Problem(INTERRUPTED, "ENDED", "stopped before the end: nothing was written", hint) from None
    path = file or _path(fields["id"])
    result, text = _text(fields, today)
    save.ready([path], force)
    save.whole(path, text)
    told = [f"written: {path}", *([] if asked else words.lines(result, fields))]
    output.facts(Made(str(path), result), as_json, told)
    return check.EXIT_CODES[result.verdict]


def _complete(
    fields: dict[str, Any], file: Path | None, today: datetime.date, force: bool
) -> tuple[dict[str, Any], bool]:
    """All fields, and whether somebody was asked, who has seen what comes of them then."""
    missing = draft.missing(fields)
    if not missing:
        return fields, False
    if not output.on_terminal(sys.stdin):
        hint = "Give them, or run it on a terminal and answer its questions."
        text = f"there is nobody to ask, and these options are missing: {', '.join(missing)}"
        raise Problem(BAD_INPUT, "MISSING_OPTIONS", text, hint)

    def check_id(found: str) -> None:
        if file is None:
            save.ready([_path(found)], force)

    def agreed(whole: dict[str, Any], memory: prompts.Memory) -> None:
        result, _ = _text(whole, today)
        prompts.say()
        for line in words.lines(result, whole):
            output.note(line)
        if not prompts.reviewed(f"Write this profile to {file or _path(whole['id'])}?", memory):
            raise EOFError

    return conversation.hold(fields, today, check_id, agreed), True


def _text(fields: dict[str, Any], today: datetime.date) -> tuple[ScreeningResult, str]:
    """What a table would make of it, and the text of the file, which is what was screened."""
    text = writer.written(file_form.in_order({**answers.FIXED, **fields}))
    found = checked.check(reader.from_toml(text.encode()), today)
    result = screening.result(found, today)
    if found.profile is None:
        said = "\n  ".join(["these answers do not make a valid profile:", *(one.text for one in found.objections)])
        raise Problem(BAD_INPUT, "PROFILE_REFUSED", said, "Run it again with fewer or shorter ones.", result)
    return result, text


def _path(name: str) -> Path:
    return Path(f"{name}.toml")
