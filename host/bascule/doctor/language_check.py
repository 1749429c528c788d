"""`bascule doctor`, at the table: whether its panel says everything in the language that was chosen."""

from __future__ import annotations

from bascule.doctor.finding import Finding, fine, trouble, unknown
from bascule.speech.names import NAMES
from bascule.speech.told import later
from bascule.table import language


def checked(found: language.Language) -> Finding:
    """Trouble for a choice that is lost; a table that lacks some sentences goes on, and says them in English."""
    wrong = language.wrong(found)
    if found.language_lost:
        return trouble("language", wrong, later("`bascule language LANGUAGE` chooses it again."))
    if wrong:
        return unknown("language", wrong, later("Tell the project, with `bascule panel` of the page that shows it."))
    return fine("language", later("the panel speaks {language}", language=NAMES[found.language]))
