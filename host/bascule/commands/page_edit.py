"""The profile editor of the page: the questions of `bascule profile new`, and the laptop's verdict on each answer."""

from __future__ import annotations

import datetime
from typing import Any

from bascule.conditions import catalogue
from bascule.interview import sheet
from bascule.ui.shown import Shown


def conditions() -> dict[str, str]:
    """The name of each condition by its key, for whatever names its key."""
    return {one.key: one.name for one in catalogue.known()}


def answered(shown: Shown, number: int, said: dict[str, Any]) -> bool:
    """Whether it was something that the editor asks; told to the browser that asked. Nothing goes to the table."""
    if said["do"] == "questions":
        shown.answer(number, "questions", **sheet.questions())
        return True
    if said["do"] == "screen":
        answers = said.get("answers")
        told = sheet.judged(answers if isinstance(answers, dict) else {}, datetime.date.today())
        shown.answer(number, "screen", **told)
        return True
    return False
