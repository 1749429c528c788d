"""The form of a profile: from the bytes that are pushed to a checked profile, or every reason why not, in words."""

import json

from firmware.profile import canonical
from firmware.profile.fields import KEY_SIGNS, MAX_ITEMS, Fields, made_of
from firmware.screening.conditions import (
    ANGLE_CDEG,
    ANGLE_REF,
    BORN,
    HEIGHT_CM,
    PACE_DAYS,
    PROGRAMME,
    ROLES,
    SESSION_S,
    TABLE_RATING_CDEG,
    WEIGHT_KG,
)

SCHEMA = 1
MAX_BYTES = 4096
PLACES = 8  # how many profiles a table holds, each of another person

PROFILE_FIELDS = (
    "schema", "id", "name", "angle_ref", "max_inversion_cdeg", "beyond_60", "session_s", "born", "height_cm",
    "weight_kg", "programme", "hold_cdeg", "days_per_step", "ask_pain", "nothing_to_declare", "conditions", "since",
    "clearances",
)  # fmt: skip
CLEARANCE_FIELDS = ("condition", "clinician", "role", "issued", "expires", "max_inversion_cdeg")
NUMBERS = (("session_s", SESSION_S), ("born", BORN), ("height_cm", HEIGHT_CM), ("weight_kg", WEIGHT_KG))


def parse(blob):
    """(profile, []) or (None, reasons), all reasons at once; each is (code, field of the file, text). Never raises.

    Of a profile of a newer schema only the id is looked at: it is taken as it is, and screening locks on it.
    """
    if len(blob) > MAX_BYTES:
        return None, [("TOO_LONG", "", "The profile is longer than %d bytes: make it shorter." % MAX_BYTES)]
    try:
        profile = canonical.read(blob)
    except ValueError:
        text = "The profile must be JSON in wire form: keys sorted, no spaces, whole numbers, raw UTF-8."
        return None, [("MALFORMED", "", text)]
    if type(profile) is dict and type(profile.get("schema")) is int and profile["schema"] > SCHEMA:
        form = Fields(profile, "", [])
        form.signs("id", KEY_SIGNS + "-", 24)
        return (None, form.reasons) if form.reasons else (profile, [])
    reasons = check(profile)
    return (None, reasons) if reasons else (profile, [])


def called(blob):
    """(id, name) of a profile that parse() has taken before, in a fraction of its time; empty what cannot be read."""
    try:
        profile = json.loads(blob.decode())
        who, name = profile.get("id"), profile.get("name")
    except (AttributeError, UnicodeError, ValueError):
        return "", ""
    return (who if type(who) is str else ""), (name if type(name) is str else "")


def to_wire(profile) -> bytes:
    """The bytes to push for `profile`. ValueError when something in it is no dict, list, str, int, bool or None."""
    return canonical.write(profile)


def check(profile) -> list:
    """Every reason why `profile`, a value of any kind, is malformed. An unknown condition is not one. Never raises."""
    if type(profile) is not dict:
        return [("MALFORMED", "", "The profile is not a table of fields: write each as field = value.")]
    form = Fields(profile, "", [])
    form.known(PROFILE_FIELDS)
    form.choice("schema", (SCHEMA,), int)
    form.signs("id", KEY_SIGNS + "-", 24)
    form.words("name")
    form.choice("angle_ref", (ANGLE_REF,), str)
    form.angle()
    _beyond(form, profile)
    _slower(form, profile)
    for name, bounds in NUMBERS:
        form.whole(name, bounds)
    declared = _conditions(form)
    if "programme" in profile:
        _programme(form)
    if "since" in profile:
        form.days("since", declared)
    if "clearances" in profile:
        _clearances(form, declared)
    return form.reasons


def _beyond(form, profile):
    """More than 60 degrees must be asked for by a second field, so that a slip of the hand is not enough."""
    meant = form.value("beyond_60", bool) if "beyond_60" in profile else False
    asked = profile.get("max_inversion_cdeg")
    if meant is False and type(asked) is int and TABLE_RATING_CDEG < asked <= ANGLE_CDEG[1]:
        form.say("NOT_MEANT", "beyond_60", "must be true if the maximum is more than %d" % (TABLE_RATING_CDEG // 100))


def _slower(form, profile):
    """What may be left out, and only ever makes the dose less or slower than the rule."""
    if "hold_cdeg" in profile:
        form.angle("hold_deg")
    if "days_per_step" in profile:
        form.whole("days_per_step", PACE_DAYS)
    if "ask_pain" in profile:
        form.value("ask_pain", bool)


def _programme(form):
    found = form.value("programme", dict)
    if found is not None:
        parts = Fields(found, "programme.", form.reasons)
        parts.known([name for name, _ in PROGRAMME])
        for name, bounds in PROGRAMME:
            parts.whole(name, bounds)


def _conditions(form):
    nothing = form.value("nothing_to_declare", bool)
    declared = form.items("conditions")
    if declared is None:
        return None
    for at, key in enumerate(declared[:MAX_ITEMS]):
        if not made_of(key, KEY_SIGNS, 40):
            form.say("WRONG_VALUE", "conditions", "must be 1 to 40 characters out of a-z 0-9 _", at)
        elif key in declared[:at]:
            form.say("DUPLICATE", "conditions", "repeats '%s'" % key, at)
    if nothing is False and not declared:
        form.say("NOT_DECLARED", "nothing_to_declare", "is false, but no condition is declared")
    if nothing is True and declared:
        form.say("CONTRADICTION", "nothing_to_declare", "is true, but conditions are declared")
    return declared


def _clearances(form, declared):
    for at, one in enumerate((form.items("clearances") or [])[:MAX_ITEMS]):
        if type(one) is not dict:
            form.say("WRONG_TYPE", "clearances", "must be a table", at)
        else:
            _clearance(Fields(one, "clearances[%d]." % at, form.reasons), declared)


def _clearance(form, declared):
    form.known(CLEARANCE_FIELDS)
    key = form.value("condition", str)
    if key is not None and declared is not None and key not in declared:
        form.say("UNDECLARED", "condition", "is not among the declared conditions")
    form.words("clinician")
    form.choice("role", ROLES, str)
    issued, expires = form.day("issued"), form.day("expires")
    if 0 < expires < issued:
        form.say("DATES_REVERSED", "expires", "is before issued")
    form.angle()
