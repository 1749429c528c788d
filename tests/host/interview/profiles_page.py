"""The conversation in docs/profiles.md, held with the real command in a pseudo-terminal; `make docs` writes it."""

import functools
import tempfile
from pathlib import Path

from bascule.interview import areas
from tests.support.host.terminal import typed

PAGE = Path(__file__).parents[3] / "docs" / "profiles.md"
BEGIN, END = "<!-- from bascule profile new: begin -->", "<!-- from bascule profile new: end -->"
_WORDS = ["profile", "new", "--today", "2026-11-23"]
_PERSON = ["Anna Example", "anna", "1980", "1.70", "170", "68"]
_CONDITION = "hip_dysplasia"
_CLEARANCE = ["yes", "A. Example", "1", "2026-11-01", "2027-03-01", "15"]
_LIMITS = ["115", "25", "180", "no", "no", "yes"]


@functools.cache
def transcript():
    """What the terminal shows of the whole conversation, the command first."""
    with tempfile.TemporaryDirectory() as folder:
        shown, code = typed(_WORDS, [*_PERSON, *_areas(), *_CLEARANCE, *_LIMITS], folder)
    assert code == 0, shown
    return f"$ bascule {' '.join(_WORDS)}\n{shown}"


def page(text):
    """`text` of the page with the conversation of today."""
    head, rest = text.split(BEGIN)
    _, tail = rest.split(END)
    return f"{head}{BEGIN}\n\n```text\n{transcript()}```\n\n{END}{tail}"


def _areas():
    """One condition, asked about before it is chosen; none of all the others."""
    for _, members in areas.asked():
        number = next((at for at, one in enumerate(members, 1) if one.key == _CONDITION), None)
        yield from ["none"] if number is None else [f"?{number}", f"{number}"]
