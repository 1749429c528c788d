"""What the tests beside it share."""

import dataclasses
import datetime
from typing import get_args, get_type_hints

import click

from bascule import facts
from docs.generator import json_page
from firmware.screening import conditions as table

STATUS = {
    "st": "FAULT", "inv": -7001, "lim": 2550, "pos": -6998, "rate": 123, "drv": -45, "ma": 1234, "mv": 23987,
    "bat": 25123, "in": 1249, "flt": 4, "resp": 1, "lock": 1, "n_lock": 1, "rev": 3, "bad_crc": 5, "overlong": 6,
    "unknown": 7, "failed": 8, "disp": 0, "selftest": "imu rtc", "up_ms": 5432, "day": 20261123,
    "lang": "de", "lang_lost": 0, "gaps": 2,
}  # fmt: skip


TELEMETRY = {"t": "tel", "n": 1, "ms": 1234, "st": "INVERTING", "inv": -1234, "lim": 2550, "drv": 505, "flt": 4}


RATING = {"limit_deg": 60.0, "origin": "table_rating", "condition": ""}


OWN = {"limit_deg": 25.0, "origin": "profile", "condition": ""}


SCIATICA = "Sciatica: Inversion may ease pressure on the nerve in the lower back; any benefit to the hip is indirect."


def row(key):
    return table.find(key)


def told(key):
    """A reason's or a warning's text that is made of a row of the table of conditions."""
    never = row(key)[table.CATEGORY] == table.ABSOLUTE
    return table.WORDS["CONDITION_ABSOLUTE" if never else "WARNING"] % (row(key)[table.NAME], row(key)[table.REASON])


ANNAS = {
    "verdict": "usable",
    "limit_deg": 25.0,
    "first_limit_deg": 15.0,
    "first_session_s": 60,
    "bound_by": "profile",
    "caps": [RATING, OWN],
    "reasons": [],
    "session_s": 180,
    "warnings": [],
    "notes": [],
}


BENS_REASON = {
    "code": "CONDITION_ABSOLUTE",
    "text": told("total_hip_replacement"),
    "condition": "total_hip_replacement",
}


def on_table(facts):
    """The same as a table tells it on which this person has come so far."""
    return {**facts, "first_limit_deg": facts["limit_deg"], "first_session_s": facts["session_s"]}


NOTHING = {"limit_deg": 0.0, "first_limit_deg": 0.0, "first_session_s": 0, "session_s": 0}


BENS = {**ANNAS, **NOTHING, "verdict": "locked", "bound_by": "lockout", "reasons": [BENS_REASON]}


DYSPLASIA = {"limit_deg": 20.0, "origin": "condition:hip_dysplasia", "condition": "hip_dysplasia"}


CLEARED = {"limit_deg": 15.0, "origin": "clearance:hip_dysplasia", "condition": "hip_dysplasia"}


CARLAS = {
    **ANNAS,
    "limit_deg": 15.0,
    "bound_by": "clearance:hip_dysplasia",
    "caps": [RATING, OWN, DYSPLASIA, CLEARED],
}


SECOND_PERSON = {
    "code": "SECOND_PERSON",
    "text": "60 years or older: A second person must be present, and must know how to bring the table back and how to "
    "release it by hand.",
    "condition": "",
}


def as_file(profile):
    """The fields of a profile as a file has them, days as text."""
    fields = {key: value for key, value in profile.items() if key != "max_inversion_cdeg"}
    return {**fields, "max_inversion_deg": profile["max_inversion_cdeg"] // 100}


def days(clearance):
    shown = as_file(clearance)
    return {**shown, **{key: f"{datetime.datetime.strptime(str(shown[key]), '%Y%m%d'):%Y-%m-%d}" for key in
                        ("issued", "expires")}}  # fmt: skip


def leaves(command, before=()):
    """(words, command) of every command that does something."""
    if isinstance(command, click.Group):
        for name, one in command.commands.items():
            yield from leaves(one, (*before, name))
    else:
        yield " ".join(before), command


PRINTED = [*json_page.COMMANDS.values(), facts.Failed, *(kind for _, kind in json_page.BESIDE)]


def dataclasses_of(kind):
    yield kind
    for hint in get_type_hints(kind).values():
        for one in (hint, *get_args(hint)):
            if dataclasses.is_dataclass(one):
                yield from dataclasses_of(one)
