"""docs/json.md: what each command prints with --json, from the dataclasses that it is made of."""

import dataclasses
import types
from typing import Any, Union, get_args, get_origin, get_type_hints

from bascule import facts
from bascule.commands import demo, deploy, devices, doctor, panel, sim, ui, watch
from bascule.commands.profile import diff, explain, export, import_folder, new, people, push, sheet, show
from bascule.deploy.arrival import Arrival
from bascule.table.language import Language
from bascule.table.panel import Page
from bascule.table.people import Removed
from bascule.table.progress import Progress
from bascule.table.status import Status
from docs.generator.hazards import ROOT
from docs.generator.pages import made_from

PAGE = ROOT / "docs" / "json.md"

# By the words of the command: what its object is made of.
COMMANDS = {
    "devices": devices.Devices,
    "status": Status,
    "watch": watch.Watched,
    "panel": panel.Panel,
    "panel --watch": Page,
    "language": Language,
    "profile new": new.Made,
    "profile check": facts.ScreeningResult,
    "profile explain": explain.Explanation,
    "profile push": push.Pushed,
    "profile list": people.People,
    "profile show": show.Shown,
    "profile diff": diff.Compared,
    "profile export": export.Exported,
    "profile import": import_folder.Imported,
    "profile remove": Removed,
    "profile progress": Progress,
    "profile sheet": sheet.Made,
    "deploy": deploy.Deployed,
    "doctor": doctor.Findings,
    "sim": sim.Introduction,
    "ui": ui.Served,
    "demo": demo.Demonstrated,
}
# JSON Lines: an object each time something has changed.
LINES = ("watch", "panel --watch")
# What may stand beside an error: when, and what it is made of.
BESIDE = (
    ("`PROFILE_REFUSED`, of push, diff and new", facts.ScreeningResult),
    ("`PROFILE_REFUSED`, of import", import_folder.FileObjections),
    ("`WRONG_OPTIONS`, of new; `REFUSED`, of push and import", facts.Objections),
    ("any other failure of import, once the first profile was to be pushed", import_folder.Imported),
    ("`OTHER_VERSION`, `OTHER_PROGRAM`, of deploy", Arrival),
)

_HEAD = """\
With `--json` a command prints one JSON object on one line of stdout, and nothing else there; what is meant for a
person goes to stderr. Two commands go on and print one object a line, as [JSON Lines](https://jsonlines.org):
{lines}. `demo` prints its object as the last line, or with `--json-only` as the only one.

Every key that is listed is always there; what is not known or does not exist is `null`, or an empty list or text.
Names end with their unit; a number without one counts something, or is what its sentence says. Angles are inversion
angles, in degrees past horizontal: 0 is lying flat, + is head down. Each reason, cap and warning names in `condition`
the condition that it speaks of, by its key as in [contraindications.md](contraindications.md); where it speaks of
none, that is an empty text. `[]` stands for each entry of a list."""

_FAILED_HEAD = """\
A command that fails prints this instead, as its last line if it had begun to print lines. An answer is no failure: a
profile that locks, two profiles that differ and a trouble that `doctor` finds are told by the command's own object,
whatever its exit code."""

_TYPES = {str: "text", float: "number", int: "whole number", bool: "true or false", Any: "any value", dict: "object"}


def page():
    """The page's text."""
    lines = ", ".join(f"`{name}`" for name in LINES)
    parts = [made_from("host/bascule"), "# What `--json` prints", "", _HEAD.format(lines=lines)]
    for name, kind in COMMANDS.items():
        line = " One such object a line." if name in LINES else ""
        parts += ["", f"## bascule {name}", "", f"{kind.__doc__}{line}", "", *table(kind)]
    parts += ["", "## When it fails", "", _FAILED_HEAD, "", *table(facts.Failed)]
    for when, kind in BESIDE:
        parts += ["", f"Beside it, with {when}:", "", *table(kind)]
    return "\n".join([*parts, ""])


def table(kind):
    """The Markdown table of all keys of a dataclass."""
    rows = [f"| `{path}` | {what} | {unit} | {sentence} |" for path, what, unit, sentence in keys(kind)]
    return ["| key | type | unit | meaning |", "|---|---|---|---|", *rows]


def keys(kind, before=""):
    """(path, type, unit, sentence) of each key, those of the objects inside it included."""
    hints = get_type_hints(kind, include_extras=True)
    for field in dataclasses.fields(kind):
        inner, *said = get_args(hints[field.name])
        if facts.INLINED in said:
            yield from keys(inner, before)
            continue
        words, inside = _type(inner)
        path = before + field.name
        yield path, words, unit(field.name, said), said[0]
        if inside is not None:
            yield from keys(inside, f"{path}[]." if words.startswith("list") else f"{path}.")


def unit(name, said):
    """The unit that stands behind the sentence, else the one that the name ends with, else nothing."""
    endings = [ending for ending in facts.UNITS if name.endswith(ending)]
    return said[1] if len(said) > 1 else facts.UNITS[max(endings, key=len)] if endings else ""


def _type(kind):
    """A type in words, and the dataclass that it holds, if any."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        (one,) = [part for part in get_args(kind) if part is not types.NoneType]
        words, inside = _type(one)
        return f"{words} or null", inside
    if origin is tuple:
        words, inside = _type(get_args(kind)[0])
        return f"list of {words}s" if words in ("object", "text") else f"list of {words}", inside
    if dataclasses.is_dataclass(kind):
        return "object", kind
    return _TYPES[origin or kind], None
