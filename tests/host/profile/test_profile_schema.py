"""The JSON Schema that editors check a profile file by: valid, of the same mind as the examples and as the form."""

import datetime
import json
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft4Validator, FormatChecker

import bascule
from bascule.profile import reader
from firmware.profile import form
from firmware.screening import conditions

PACKAGE = Path(bascule.__file__).parent
SCHEMA = json.loads((PACKAGE / "profile.schema.json").read_text("utf-8"))
EXAMPLES = sorted((PACKAGE / "examples").glob("*.toml"))
CARLA = (PACKAGE / "examples" / "carla_cleared.toml").read_text("utf-8")


def as_an_editor_sees_it(value):
    """TOML as a checker of JSON Schema is given it: a date is text."""
    if isinstance(value, dict):
        return {key: as_an_editor_sees_it(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_an_editor_sees_it(one) for one in value]
    return value.isoformat() if isinstance(value, (datetime.date, datetime.time)) else value


def complaints(toml):
    validator = Draft4Validator(SCHEMA, format_checker=FormatChecker())
    return [error.message for error in validator.iter_errors(as_an_editor_sees_it(tomllib.loads(toml)))]


def test_it_is_a_valid_schema():
    Draft4Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_are_accepted_and_name_the_schema(path):
    text = path.read_text("utf-8")
    assert complaints(text) == []
    directive, _, place = text.splitlines()[0].partition(" ")
    assert directive == "#:schema"
    assert (path.parent / place).resolve() == (PACKAGE / "profile.schema.json").resolve()


def test_every_condition_is_accepted_with_its_day():
    for row in conditions.CONDITIONS:
        key = row[conditions.KEY]
        alone = CARLA.replace('"sciatica", ', "").replace("acute_hip_instability", key)
        assert complaints(alone + f"[since]\n{key} = 2026-01-01\n") == []


def test_nothing_to_declare_is_accepted():
    said = CARLA.partition("[[clearances]]")[0].replace("declare = false", "declare = true")
    assert complaints(said.replace('["sciatica", "acute_hip_instability"]', "[]")) == []


@pytest.mark.parametrize("deg", ["60", "60.0", "75\nbeyond_60 = true", "90\nbeyond_60 = true", "25\nbeyond_60 = true"])
def test_more_than_60_degrees_are_accepted_when_they_are_said(deg):
    said = CARLA.replace("max_inversion_deg = 25", f"max_inversion_deg = {deg}")
    assert complaints(said) == []
    assert form.check(reader.from_toml(said.encode()).profile) == []


@pytest.mark.parametrize("name", ["Zoë", "佳子", 'A "B" \\\\', "😀", " a b ", "[^-]"])
def test_names_of_any_script_are_accepted(name):
    said = CARLA.replace("Carla", name.replace('"', '\\"'))
    assert complaints(said) == []
    assert form.check(reader.from_toml(said.encode()).profile) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("schema = 1", "schema = 2"),
        ('id = "carla"', 'id = "Carla"'),
        ('name = "Carla"', 'name = ""'),
        ('name = "Carla"', 'name = "  "'),
        ('name = "Carla"', f'name = "{"C" * 61}"'),
        ('name = "Carla"', r'name = "Car\u200bla"'),
        ('name = "Carla"', r'name = "Carla\u202e"'),
        ('name = "Carla"', r'name = "Carla\n"'),
        ('name = "Carla"', r'name = "\u3164"'),
        ('name = "Carla"', r'name = "Carla\U000E0041"'),
        ('clinician = "A. Example"', r'clinician = "A.\u00a0Example"'),
        ('clinician = "A. Example"', 'clinician = " "'),
        ('id = "carla"', r'id = "carla\n"'),
        ('id = "carla"', 'id = ""'),
        ('id = "carla"', f'id = "{"c" * 25}"'),
        ("schema = 1", "schema = 1.0"),
        ("schema = 1", "schema = true"),
        ("height_cm = 170", "height_cm = 170.0"),
        ("max_inversion_deg = 25", "max_inversion_deg = 60.01"),
        ("max_inversion_deg = 25", "max_inversion_deg = 75\nbeyond_60 = false"),
        ("max_inversion_deg = 25", "max_inversion_deg = 25\nbeyond_60 = 1"),
        ("max_inversion_deg = 25", "max_inversion_deg = 91\nbeyond_60 = true"),
        ("issued = 2026-11-01", "issued = 1999-12-31"),
        ("expires = 2027-03-01", "expires = 2100-01-01"),
        ("issued = 2026-11-01", "issued = 2026-11-01T10:00:00"),
        ("issued = 2026-11-01", "issued = 2026-11-01T10:00:00Z"),
        ("issued = 2026-11-01", "issued = 10:00:00"),
        ("[[clearances]]", "[since]\nsciatica = 1999-12-31\n\n[[clearances]]"),
        ("deg_past_horizontal", "deg_from_upright"),
        ("max_inversion_deg = 25", "max_inversion_deg = 90.5"),
        ("max_inversion_deg = 25", 'max_inversion_deg = "25"'),
        ("max_inversion_deg = 20", "max_inversion_deg = 0"),
        ("session_s = 180", "session_s = 601"),
        ("born = 1980", "born = 1899"),
        ("height_cm = 170", "height_cm = 1.7"),
        ("weight_kg = 68", "weight_kg = 68.5"),
        ("weight_kg = 68", "weight_kg = 68\nshoe_size = 42"),
        ("weight_kg = 68\n", ""),
        ("nothing_to_declare = false", "nothing_to_declare = true"),
        ('["sciatica", "acute_hip_instability"]', "[]"),
        ('["sciatica", "acute_hip_instability"]', '["sciatica", "sciatica", "acute_hip_instability"]'),
        ('"sciatica"', '"siatica"'),
        ('condition = "acute_hip_instability"', 'condition = "hip"'),
        ('role = "orthopaedic_surgeon"', 'role = "neighbour"'),
        ("issued = 2026-11-01", "issued = 20261101"),
        ("issued = 2026-11-01", 'issued = "first of November"'),
        ("expires = 2027-03-01\n", ""),
        ("[[clearances]]", "[since]\nsciatica = 5\n\n[[clearances]]"),
        ("[[clearances]]", "[since]\nhip = 2026-01-01\n\n[[clearances]]"),
    ],
)
def test_what_is_wrong_is_rejected_here_and_by_the_form(old, new):
    assert old in CARLA
    wrong = CARLA.replace(old, new, 1)
    assert complaints(wrong)
    found = reader.from_toml(wrong.encode())
    unknown = set(found.profile["conditions"]) - {row[conditions.KEY] for row in conditions.CONDITIONS}
    assert found.reasons or form.check(found.profile) or unknown
