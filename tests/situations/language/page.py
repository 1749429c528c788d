"""The lists of docs/situations.md, made from sentences and faults: `python -m tests.situations.language.page`."""

from pathlib import Path

from hal.world.faults.vocabulary import VOCABULARY
from tests.situations.language.expectations import EXPECTATIONS
from tests.situations.language.moments import MOMENTS
from tests.situations.language.steps import STEPS

PAGE = Path(__file__).parents[3] / "docs" / "situations.md"
BEGIN = "<!-- from tests/situations and hal/world: begin -->"
END = "<!-- from tests/situations and hal/world: end -->"


def lists() -> str:
    """Every sentence and every fault, in Markdown."""
    parts = []
    for title, sentences in (("Script", STEPS), ("Moments of faults", MOMENTS), ("Expectations", EXPECTATIONS)):
        rows = [f"| `{form}` | {meaning} |" for form, meaning in sentences.described()]
        parts += [f"## {title}", "\n".join(["| sentence | |", "|---|---|", *rows])]
    return "\n\n".join([*parts, "## Faults", _faults()])


def page(text: str) -> str:
    """`text` of the page with the lists of today."""
    head, rest = text.split(BEGIN)
    _, tail = rest.split(END)
    return f"{head}{BEGIN}\n\n{lists()}\n\n{END}{tail}"


def _faults() -> str:
    rows = []
    for row in VOCABULARY.values():
        words = f"{row.target} {row.name}".replace("_", " ").strip()
        number = f"{row.value:g} {row.unit}" if row.unit else ""
        rows.append(f"| `{words}` | {row.words} | {number} |")
    return "\n".join(["| fault | what happens | number, unless another is given |", "|---|---|---|", *rows])


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
