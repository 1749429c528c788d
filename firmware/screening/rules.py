"""Screening: conditions, clearances and limits in; locked or a limit out, with every cap and every reason."""

from firmware.screening import conditions as table

_DAYS_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)


class Screened:
    """A verdict. limit_cdeg and session_ms are 0 when locked. reasons: (code, text). caps: (cdeg, origin); of equal
    ones the first names the limit: table, profile, conditions, clearances."""

    def __init__(self, caps, reasons, session_ms):
        least = min(caps, key=lambda cap: cap[0])
        self.caps = caps
        self.reasons = reasons
        self.locked = len(reasons) > 0
        self.limit_cdeg = 0 if self.locked else least[0]
        self.bound_by = "lockout" if self.locked else least[1]
        self.session_ms = 0 if self.locked else session_ms


def screen(profile, today) -> Screened:
    """The verdict on `profile` (dict, None) on day `today` (YYYYMMDD; 0: no clock). Never raises: what is odd locks."""
    caps, cleared = [(table.TABLE_RATING_CDEG, "table_rating")], []
    reasons = _malformed(profile)
    if reasons:
        return Screened(caps, reasons, 0)
    caps.append((profile["max_inversion_cdeg"], "profile"))
    for key in profile["conditions"]:
        row = table.find(key)
        if row is None:
            reasons.append(table.reason("UNKNOWN_CONDITION", key[:40]))
        elif row[2] == table.UNTIL_CLEARED:
            _clear(row, profile.get("clearances", ()), day_number(today), cleared, reasons)
        elif row[2] not in (table.CAPPED, table.NOTE):
            reasons.append(table.reason("CONDITION_ABSOLUTE", row[1], row[5]))
        if row is not None and row[4] != table.NO_CAP:
            caps.append((row[4], "condition:" + key))
    return Screened(caps + cleared, reasons, profile["session_s"] * 1000)


def _clear(row, clearances, day, cleared, reasons):
    judged = [(one, _void(row, one, day)) for one in clearances if one["condition"] == row[0]]
    counting = [(one["max_inversion_cdeg"], "clearance:" + row[0]) for one, why in judged if not why]
    cleared.extend(counting)
    if not counting:
        reasons.append(table.reason("NOT_CLEARED", row[1], row[5]))
        for _, why in judged:
            reasons.extend(why)


def _void(row, one, day):
    """Why clearance `one` does not count for `row` on day number `day`: every reason, or none."""
    who, issued, why = one["clinician"][:30], day_number(one["issued"]), []
    if one["role"] not in table.ROLE_WORDS or (row[3] == table.SURGEON and one["role"] != table.SURGEON):
        why.append(table.reason("CLEARANCE_ROLE", row[1], who, table.ROLE_WORDS[row[3]]))
    if day == 0:
        why.append(table.reason("NO_CLOCK", row[1], who))
    elif day < issued:
        why.append(table.reason("CLEARANCE_NOT_YET", row[1], who, _shown(one["issued"])))
    elif day - issued > table.CLEARANCE_DAYS:
        why.append(table.reason("CLEARANCE_OLD", row[1], who, table.CLEARANCE_DAYS))
    if day > day_number(one["expires"]):
        why.append(table.reason("CLEARANCE_EXPIRED", row[1], who, _shown(one["expires"])))
    return why


def _malformed(profile):
    """Why `profile` cannot be judged at all. Checked here whatever was checked on its way in."""
    if type(profile) is not dict:
        return [table.reason("NO_PROFILE") if profile is None else table.reason("MALFORMED", "schema")]
    get = profile.get
    schema = get("schema")
    if type(schema) is int and schema > 1:
        return [table.reason("UNKNOWN_SCHEMA")]
    declared, clearances = get("conditions"), get("clearances", [])
    fields = (
        ("schema", _whole(schema, (1, 1))),
        ("angle_ref", get("angle_ref") == table.ANGLE_REF),
        ("max_inversion_deg", _whole(get("max_inversion_cdeg"), table.ANGLE_CDEG)),
        ("session_s", _whole(get("session_s"), table.SESSION_S)),
        ("conditions", type(declared) is list and all(type(key) is str for key in declared)),
        ("nothing_to_declare", get("nothing_to_declare") is (declared == [])),
        ("clearances", type(clearances) is list and all(_sound(one) for one in clearances)),
    )
    return [table.reason("MALFORMED", name) for name, right in fields if not right]


def _sound(one):
    days = type(one) is dict and day_number(one.get("issued")) > 0 and day_number(one.get("expires")) > 0
    words = days and all(type(one.get(name)) is str for name in ("condition", "clinician", "role"))
    return words and _whole(one.get("max_inversion_cdeg"), table.ANGLE_CDEG)


def _whole(value, bounds):
    return type(value) is int and bounds[0] <= value <= bounds[1]


def _shown(date):
    return "%04d-%02d-%02d" % (date // 10000, date // 100 % 100, date % 100)


def day_number(date) -> int:
    """Days since 1999-12-31 of a YYYYMMDD integer in 2000 to 2099; 0 for anything that is no such day."""
    if type(date) is not int or not 20000101 <= date <= 20991231 or not 1 <= date // 100 % 100 <= 12:
        return 0
    year, month, day = date // 10000 - 2000, date // 100 % 100, date % 100
    leap = 1 if year % 4 == 0 else 0
    length = _DAYS_BEFORE[month + 1] - _DAYS_BEFORE[month] + (leap if month == 2 else 0)
    before = 365 * year + (year + 3) // 4 + _DAYS_BEFORE[month] + (leap if month > 2 else 0)
    return before + day if 1 <= day <= length else 0
