"""`bascule profile new`: a profile file made from options, and from questions for what the options leave open."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import Any

from bascule import output, prompts
from bascule.commands.profile import check
from bascule.errors import BAD_INPUT, INTERRUPTED, Problem
from bascule.interview import answers, by_option, conversation, draft
from bascule.profile import file_form, reader, save, writer


def run(file: Path | None, today: datetime.date, force: bool, as_json: bool, options: dict[str, Any]) -> int:
    """Make the file; the exit code of `profile check` on it."""
    given = draft.from_options(options)
    wrong = given.wrong + [by_option.told(one) for one in draft.wrong(given.fields, today)]
    if wrong:
        said = "\n  ".join(["some options will not do:", *wrong])
        raise Problem(BAD_INPUT, "WRONG_OPTIONS", said, "Correct them, then run it again.", {"reasons": wrong})
    if file is not None:
        save.ready([file], force)
    try:
        fields, asked = _complete(given.fields, file, today, force)
    except (EOFError, KeyboardInterrupt):
        output.note("")
        hint = "Run it again; what is given by an option is not asked."
        raise Problem(INTERRUPTED, "ENDED", "ended before the end: nothing was written", hint) from None
    path = file or _path(fields["id"])
    judged, text = _text(fields, today)
    save.ready([path], force)
    save.whole(path, text)
    facts = {"file": str(path), **judged.as_full_json()}
    output.facts(facts, as_json, [f"written: {path}"] + ([] if asked else check.lines(facts)))
    return check.EXIT_CODES[judged.verdict]


def _complete(
    fields: dict[str, Any], file: Path | None, today: datetime.date, force: bool
) -> tuple[dict[str, Any], bool]:
    """All fields, and whether somebody was asked, who has seen the verdict then."""
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

    whole = conversation.hold(fields, today, check_id)
    judged, _ = _text(whole, today)
    prompts.say()
    for line in check.lines(judged.as_full_json()):
        output.note(line)
    if not prompts.confirmed(f"Write this profile to {file or _path(whole['id'])}?"):
        raise EOFError
    return whole, True


def _text(fields: dict[str, Any], today: datetime.date) -> tuple[check.Judged, str]:
    """The verdict, and the text of the file, which is what was judged."""
    text = writer.written(file_form.in_order({**answers.FIXED, **fields}))
    judged = check.judge(reader.from_toml(text.encode()), today)
    if judged.verdict == check.REFUSED:
        facts = judged.as_json()
        said = "\n  ".join(["the answers make no profile:", *(text for _, text in judged.reasons)])
        raise Problem(BAD_INPUT, "PROFILE_REFUSED", said, "Run it again with fewer or shorter ones.", facts)
    return judged, text


def _path(name: str) -> Path:
    return Path(f"{name}.toml")
