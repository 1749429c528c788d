"""The JSON Schema of a profile file, for editors: from the table of conditions and the fields of the form.

Draft 4, because Taplo, which checks TOML in most editors, is documented to know no newer one. It sees a date as text,
so a day in quotes passes here and is refused by the form, as is an angle finer than a hundredth of a degree.
"""

import json

from bascule.profile import laptop_only
from docs.generator.hazards import ROOT
from firmware.profile import fields, form
from firmware.screening import conditions as table

FILE = ROOT / "host" / "bascule" / "profile.schema.json"

_OPTIONAL = ("beyond_60", "programme", "hold_deg", "days_per_step", "ask_pain", "since", "clearances")
# By field that only the laptop reads: what an editor says of it.
_LAPTOP_ONLY = {
    "goal": "What the person hopes for, printed on the sheet; never on the table.",
    "notes": "Notes printed on the sheet; never on the table.",
    "units": "The units that stand first on the sheet; both are always there.",
}
_DAY = {"type": "string", "format": "date", "pattern": "^20[0-9]{2}-[0-9]{2}-[0-9]{2}", "maxLength": 10}
# Of the signs that cannot be seen each range as it stands in a pattern, which json.dumps writes in plain signs.
_UNSEEN = "".join(f"{chr(fields.UNSEEN[at])}-{chr(fields.UNSEEN[at + 1])}" for at in range(0, len(fields.UNSEEN), 2))
_WORDS = {"type": "string", "maxLength": 60, "pattern": "[^ ]", "not": {"pattern": f"[{_UNSEEN}]"}}
_ID = {"type": "string", "minLength": 1, "maxLength": 24, "not": {"pattern": "[^a-z0-9_-]"}}
# By field of the wire: its name in the file, where that is another one.
_FILE_NAMES = {"max_inversion_cdeg": "max_inversion_deg", "hold_cdeg": "hold_deg"}


def text():
    """The file's text."""
    return json.dumps(schema(), indent=2) + "\n"


def schema():
    """The schema of a whole profile. What it lets through may still be refused: dates in order, names that agree."""
    keys = [row[table.KEY] for row in table.CONDITIONS]
    words = [
        table.WORDS["CONDITION_ABSOLUTE" if row[table.CATEGORY] == table.ABSOLUTE else "WARNING"]
        % (row[table.NAME], row[table.REASON])
        for row in table.CONDITIONS
    ]
    known = {"allOf": [{"$ref": "#/definitions/condition"}]}
    kinds = {
        "schema": {"type": "integer", "enum": [form.SCHEMA]},
        "id": _ID,
        "name": _WORDS,
        "angle_ref": {"enum": [table.ANGLE_REF]},
        "max_inversion_deg": _range(table.ANGLE_CDEG[0] // 100, table.ANGLE_CDEG[1] // 100, "number"),
        "beyond_60": {"type": "boolean"},
        "hold_deg": _range(table.ANGLE_CDEG[0] // 100, table.ANGLE_CDEG[1] // 100, "number"),
        "days_per_step": _range(*table.PACE_DAYS, "integer"),
        "ask_pain": {"type": "boolean"},
        "nothing_to_declare": {"type": "boolean"},
        "conditions": {"type": "array", "items": known, "uniqueItems": True, "maxItems": fields.MAX_ITEMS},
        "since": {"type": "object", "properties": dict.fromkeys(keys, _DAY), "additionalProperties": False},
        "programme": _programme(),
        "condition": known,
        "clinician": _WORDS,
        "role": {"enum": list(table.ROLES)},
        "issued": _DAY,
        "expires": _DAY,
        **{name: _range(*bounds, "integer") for name, bounds in form.NUMBERS},
    }
    clearance = _object(form.CLEARANCE_FIELDS, kinds)
    kinds["clearances"] = {"type": "array", "items": clearance, "maxItems": fields.MAX_ITEMS}
    whole = _object(form.PROFILE_FIELDS, kinds)
    for name, said in _LAPTOP_ONLY.items():
        kind = {"enum": [laptop_only.METRIC, laptop_only.IMPERIAL]} if name == "units" else _text(name)
        whole["properties"][name] = {"description": said, **kind}
    return {
        "$schema": "http://json-schema.org/draft-04/schema#",
        "title": "Bascule profile",
        "description": "One person's declaration and limits for an inversion table. Made by `make docs`; do not edit.",
        "definitions": {"condition": {"enum": keys, "x-taplo": {"docs": {"enumValues": words}}}},
        **whole,
        # That there is nothing to declare is said, or something is declared: never both, never neither.
        "oneOf": [
            {"properties": {"nothing_to_declare": {"enum": [True]}, "conditions": {"maxItems": 0}}},
            {"properties": {"nothing_to_declare": {"enum": [False]}, "conditions": {"minItems": 1}}},
        ],
        # More than 60 degrees are said twice.
        "anyOf": [
            {"properties": {"max_inversion_deg": {"maximum": table.TABLE_RATING_CDEG // 100}}},
            {"properties": {"beyond_60": {"enum": [True]}}, "required": ["beyond_60"]},
        ],
    }


def _text(name):
    return {"type": "string", "maxLength": laptop_only.LONGEST[name]}


def _programme():
    parts = {name: _range(*bounds, "integer") for name, bounds in table.PROGRAMME}
    return _object(list(parts), parts)


def _object(names, kinds):
    """A table of the file with exactly these fields, each with the hint that the form gives."""
    shown = [_FILE_NAMES.get(name, name) for name in names]
    return {
        "type": "object",
        "properties": {name: {"description": _sentence(fields.WRITE[name]), **kinds[name]} for name in shown},
        "required": [name for name in shown if name not in _OPTIONAL],
        "additionalProperties": False,
    }


def _range(least, most, kind):
    return {"type": kind, "minimum": least, "maximum": most}


def _sentence(hint):
    return hint[0].upper() + hint[1:] + "."
