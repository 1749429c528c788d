"""Profiles for tests of the laptop tool, in the table's form and as files."""

import datetime

from bascule.profile import file_form, writer

ANNA = {
    "schema": 1,
    "id": "anna",
    "name": "Anna",
    "angle_ref": "deg_past_horizontal",
    "max_inversion_cdeg": 2500,
    "session_s": 180,
    "born": 1980,
    "height_cm": 170,
    "weight_kg": 68,
    "nothing_to_declare": False,
    "conditions": ["sciatica"],
}
BEN = {**ANNA, "id": "ben", "name": "Ben", "conditions": ["total_hip_replacement"]}


def named(number):
    """The number-th of many people with nothing to declare."""
    return {**ANNA, "id": f"p{number}", "name": f"Person {number}", "nothing_to_declare": True, "conditions": []}


def cleared(**changes):
    """Carla, with a clearance that counts today."""
    day = datetime.date.today()
    clearance = {
        "condition": "hip_dysplasia",
        "clinician": "A. Example",
        "role": "physician",
        "issued": _number(day - datetime.timedelta(30)),
        "expires": _number(day + datetime.timedelta(30)),
        "max_inversion_cdeg": 1500,
    }
    profile = {**ANNA, "id": "carla", "name": "Carla", "conditions": ["hip_dysplasia"]}
    return {**profile, "clearances": [{**clearance, **changes}]}


def save(folder, *profiles):
    """Each as ID.toml in `folder`; the last one's path."""
    folder.mkdir(exist_ok=True)
    for profile in profiles:
        path = folder / f"{profile['id']}.toml"
        path.write_text(writer.written(file_form.from_wire(profile)), "utf-8")
    return path


def _number(day):
    return day.year * 10000 + day.month * 100 + day.day
