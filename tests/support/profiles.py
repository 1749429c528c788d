"""Profiles in the table's units, well formed unless a change says otherwise, and Hypothesis strategies for them."""

import datetime

from hypothesis import strategies as st

from firmware.screening import conditions

TODAY = 20261123
KEYS = tuple(row[conditions.KEY] for row in conditions.CONDITIONS)


def keys_of(category):
    """The conditions of one category."""
    return tuple(row[conditions.KEY] for row in conditions.CONDITIONS if row[conditions.CATEGORY] == category)


def cleared_by(role):
    """The conditions that only this role clears."""
    return tuple(row[conditions.KEY] for row in conditions.CONDITIONS if row[conditions.ROLE] == role)


ABSOLUTE_KEYS = keys_of(conditions.ABSOLUTE)
CLEARABLE_KEYS = keys_of(conditions.UNTIL_CLEARED)
SURGEON_KEYS = cleared_by(conditions.SURGEON)
PHYSICIAN_KEYS = cleared_by(conditions.PHYSICIAN)
WAITING_KEYS = tuple(key for key in CLEARABLE_KEYS if conditions.find(key)[conditions.WAIT_DAYS])


def profile(*declared, clearances=(), **changes):
    """A profile that declares `declared`, each operation long ago. One that asks for more than 60 degrees says so."""
    asked = changes.get("max_inversion_cdeg")
    beyond = {"beyond_60": True} if type(asked) is int and asked > 6000 else {}
    return {
        "schema": 1,
        "id": "anna",
        "name": "Anna",
        "angle_ref": "deg_past_horizontal",
        "max_inversion_cdeg": 5000,
        "session_s": 180,
        "born": 1980,
        "height_cm": 170,
        "weight_kg": 68,
        "nothing_to_declare": not declared,
        "conditions": list(declared),
        "since": {key: 20260101 for key in declared if key in WAITING_KEYS},
        "clearances": list(clearances),
        **beyond,
        **changes,
    }


def clearance(condition, **changes):
    """A clearance that counts on TODAY: a surgeon's, but where only another physician clears."""
    return {
        "condition": condition,
        "clinician": "A. Example",
        "role": conditions.PHYSICIAN if condition in PHYSICIAN_KEYS else conditions.SURGEON,
        "issued": 20261101,
        "expires": 20270301,
        "max_inversion_cdeg": 3000,
        **changes,
    }


def as_int(date: datetime.date) -> int:
    """YYYYMMDD."""
    return date.year * 10000 + date.month * 100 + date.day


_FIRST, _LAST = datetime.date(2026, 6, 1), datetime.date(2027, 12, 31)
# One number for a date: Hypothesis's own dates draw year, month and day apart, and most of a profile is dates.
dates = st.integers(_FIRST.toordinal(), _LAST.toordinal()).map(lambda day: as_int(datetime.date.fromordinal(day)))
angles = st.integers(100, 9000)
known_keys = st.sampled_from(KEYS)
unknown_keys = st.text("abcdefghijklmnopqrstuvwxyz_", min_size=1, max_size=40).filter(lambda key: key not in KEYS)


@st.composite
def clearances(draw, keys=known_keys):
    """Clearances as a form lets them through: any role, any days, issued not after expires."""
    first, last = sorted([draw(dates), draw(dates)])
    role = draw(st.sampled_from(conditions.ROLES))
    cdeg = draw(angles)
    return clearance(draw(keys), role=role, issued=first, expires=last, max_inversion_cdeg=cdeg)


@st.composite
def profiles(draw, keys=known_keys):
    """Profiles in form: any conditions, clearances for some of them."""
    declared = draw(st.lists(keys, max_size=5, unique=True))
    given = draw(st.lists(clearances(st.sampled_from(declared)), max_size=4)) if declared else []
    made = profile(*declared, clearances=given, max_inversion_cdeg=draw(angles), session_s=draw(st.integers(30, 600)))
    made["born"] = draw(st.sampled_from((1980, 1980, 1967, 1966, 1940, 2008)))
    if declared and draw(st.booleans()):
        made["since"] = draw(st.dictionaries(st.sampled_from(declared), dates, max_size=3))
    return made
