"""Makes the generated pages of docs/ and the schema of profiles: `python -m docs.build`.

With --check it says which are stale, and writes nothing.
"""

import shutil
import subprocess
import sys

from docs.generator import (
    contraindications,
    hardware,
    hazards,
    json_page,
    page_pictures,
    pages,
    panel,
    schema,
    sheet_picture,
)
from docs.generator.hazards import ROOT, SAFETY
from tests.host.interview import profiles_page
from tests.link import protocol_page
from tests.situations.language import page as situations_page

_PICTURE = ROOT / "docs" / "pictures" / "demo.png"


def generated():
    """{path: text} of every generated file."""
    rows, found = hazards.hazards(), hazards.situations()
    return {
        SAFETY / "hazards.md": pages.hazards_page(rows, found),
        SAFETY / "requirements.md": pages.requirements_page(rows),
        SAFETY / "theorems.md": pages.theorems_page(rows, hazards.theorems()),
        SAFETY / "safe-states.md": pages.safe_states_page(hazards.states()),
        contraindications.PAGE: contraindications.page(),
        json_page.PAGE: json_page.page(),
        schema.FILE: schema.text(),
        hardware.PAGE: hardware.page(hardware.PAGE.read_text("utf-8")),
        profiles_page.PAGE: profiles_page.page(profiles_page.PAGE.read_text("utf-8")),
        protocol_page.PAGE: protocol_page.page(protocol_page.PAGE.read_text("utf-8")),
        situations_page.PAGE: situations_page.page(situations_page.PAGE.read_text("utf-8")),
    }


def stale(expected):
    """Names of the files that do not hold the expected text."""
    return [
        path.relative_to(ROOT).as_posix()
        for path, text in expected.items()
        if not path.exists() or path.read_text("utf-8") != text
    ]


def run_demo():
    """The picture of one session, by the demo itself, into docs/pictures."""
    out = ROOT / "build" / "demo"
    command = [sys.executable, "-m", "bascule", "demo", "--json-only", "--out", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    _PICTURE.parent.mkdir(exist_ok=True)
    shutil.copyfile(out / "demo.png", _PICTURE)


def figures():
    """One line: how many hazards, and what answers them."""
    rows = hazards.hazards()
    shown = sum(bool(row.situations) for row in rows)
    tested = sum(bool(row.tests) for row in rows)
    reasons = sum(bool(row.reason) for row in rows)
    gaps = sum(bool(row.gap) for row in rows)
    needs = sum(len(row.requirements) for row in rows)
    return (
        f"docs: {len(rows)} hazards: {shown} with situations, {tested} with tests, {reasons} with a reason instead; "
        f"{gaps} gaps, {needs} requirements"
    )


def main(words):
    """Write everything, or check; the exit code."""
    expected = generated()
    if words == ["--check"]:
        wrong = stale(expected)
        for name in wrong:
            sys.stderr.write(f"{name} is stale: run make docs\n")
        return 1 if wrong else 0
    for path, text in expected.items():
        path.write_text(text, "utf-8")
    panel.draw()
    hardware.draw()
    run_demo()
    if why := page_pictures.draw():
        sys.stdout.write(f"docs: the pictures of the page stay as they are: {why}\n")
    if why := sheet_picture.draw():
        sys.stdout.write(f"docs: the picture of the sheet stays as it is: {why}\n")
    sys.stdout.write(figures() + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
