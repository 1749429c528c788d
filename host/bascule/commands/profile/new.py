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
from bascule.speech import spoken
from bascule.speech.spoken import say
from bascule.speech.told import later, lines


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
        said = lines(later("some options are wrong:"), *(spoken.as_told(one.text) for one in wrong))
        hint = later("Correct them, then run it again.")
        raise Problem(BAD_INPUT, "WRONG_OPTIONS", said, hint, Objections((*wrong,)))
    if file is not None:
        save.ready([file], force)
    try:
        fields, asked = _complete(given.fields, file, today, force)
    except (EOFError, KeyboardInterrupt):
        output.note("")
        hint = later("Run it again. A question that an option answers is not asked.")
        text = later("stopped before the end: nothing was written")
        raise Problem(INTERRUPTED, "ENDED", text, hint) from None
    path = file or _path(fields["id"])
    result, written = _text(fields, today)
    save.ready([path], force)
    save.whole(path, written)
    told = [say("written: {path}", path=path), *([] if asked else words.lines(result, fields))]
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
        hint = later("Give them, or run it on a terminal and answer its questions.")
        text = later("there is nobody to ask, and these options are missing: {options}", options=", ".join(missing))
        raise Problem(BAD_INPUT, "MISSING_OPTIONS", text, hint)

    def check_id(found: str) -> None:
        if file is None:
            save.ready([_path(found)], force)

    def agreed(whole: dict[str, Any], memory: prompts.Memory) -> None:
        result, _ = _text(whole, today)
        prompts.tell()
        for line in words.lines(result, whole):
            output.note(line)
        question = say("Write this profile to {path}?", path=file or _path(whole["id"]))
        if not prompts.reviewed(question, memory):
            raise EOFError

    return conversation.hold(fields, today, check_id, agreed), True


def _text(fields: dict[str, Any], today: datetime.date) -> tuple[ScreeningResult, str]:
    """What a table would make of it, and the text of the file, which is what was screened."""
    text = writer.written(file_form.in_order({**answers.FIXED, **fields}))
    found = checked.check(reader.from_toml(text.encode()), today)
    result = screening.result(found, today)
    if found.profile is None:
        said = lines(
            later("these answers do not make a valid profile:"), *(spoken.as_told(one.text) for one in found.objections)
        )
        hint = later("Run it again with fewer or shorter ones.")
        raise Problem(BAD_INPUT, "PROFILE_REFUSED", said, hint, result)
    return result, text


def _path(name: str) -> Path:
    return Path(f"{name}.toml")
