"""Screening: conditions, clearances and limits in; locked or a limit out, with every cap and every reason."""

from firmware.dates import day_number, shown, year_of
from firmware.screening import conditions as table
from firmware.screening import programme
from firmware.texts import all_english


class Screened:
    """A screening result. limit_cdeg and session_ms are 0 when locked. locks: (code, text, key), why it is. cautions:
    alike, each to be acknowledged before a session. A text is one of firmware/texts.py; reasons and warnings are the
    same with their texts in English. caps: (cdeg, origin, key); of equal ones the first names the limit:
    table, profile, its hold, age, conditions, clearances. key: of the condition that is spoken of, "" for none."""

    def __init__(self, caps, locks, session_ms, cautions=()):
        least = min(caps, key=lambda cap: cap[0])
        self.caps = caps
        self.locks = locks
        self.cautions = cautions
        self.locked = bool(locks)
        self.limit_cdeg = 0 if self.locked else least[0]
        self.bound_by = "lockout" if self.locked else least[1]
        self.session_ms = 0 if self.locked else session_ms
        if self.limit_cdeg > table.STILL_CDEG:
            self.session_ms = min(session_ms, table.STILL_MS)

    @property
    def reasons(self):
        """Why it is locked, in English."""
        return all_english(self.locks)

    @property
    def warnings(self):
        """What is to be acknowledged, in English."""
        return all_english(self.cautions)


class _Found:
    """What was found while a profile is judged."""

    def __init__(self, session_s):
        self.caps = []
        self.cleared = []
        self.reasons = []
        self.warnings = []
        self.session_s = session_s


def screen(profile, today, changed_day=0, early=0, late=0) -> Screened:
    """The result for `profile` (dict, None) on day `today` (YYYYMMDD; 0: no clock). Never raises: what is odd locks.

    changed_day: since what this person declares last changed on this table, clearances given from this day on count
    (YYYYMMDD; 0: all). early, late: the earliest and the latest day that it may be, 0 for `today`: a clearance counts
    only if it counts on both, and an age is the one that protects.
    """
    days = (day_number(today), day_number(early or today), day_number(late or today))
    rating = (table.TABLE_RATING_CDEG, "table_rating", "")
    dateless = [] if days[0] else [table.reason("NO_CLOCK")]
    wrong = _malformed(profile)
    if wrong:
        return Screened([rating], wrong + dateless, None)
    found = _Found(profile["session_s"])
    found.caps.append((table.FULL_CDEG, "table_rating", "") if profile.get("beyond_60") else rating)
    found.caps.append((profile["max_inversion_cdeg"], "profile", ""))
    if "hold_cdeg" in profile:
        found.caps.append((profile["hold_cdeg"], "hold", ""))
    _measure(profile, days[0], early or today, late or today, found)
    for key in profile["conditions"]:
        row = table.find(key)
        if row is None:
            found.reasons.append(table.reason("UNKNOWN_CONDITION", key[:40], key=key[:40]))
        else:
            _declared(row, profile, days, changed_day, found)
    caps = found.caps + found.cleared
    if profile.get("programme"):
        limit_cdeg = min([cap[0] for cap in caps])
        found.reasons += programme.against(profile["programme"], limit_cdeg, found.session_s)
    return Screened(caps, found.reasons + dateless, found.session_s * 1000, found.warnings)


def _measure(profile, day, early, late, found):
    """The gates. Without a date nobody has an age, and the table is locked whatever it may be."""
    ages: tuple = (year_of(early) - profile["born"], year_of(late) - profile["born"]) if day else (None, None)
    weight_kg, height_cm, declared = profile["weight_kg"], profile["height_cm"], profile["conditions"]
    mass_index = None if "extreme_obesity" in declared else weight_kg * 10000 // (height_cm * height_cm)
    ages_of: dict = {"age": ages, "age_alone": ages if "alone_at_home" in declared else (None, None)}
    measures: dict = {"weight_kg": weight_kg, "height_cm": height_cm, "mass_index": mass_index}
    measures["dementia_alone"] = int("dementia" in declared and "alone_at_home" in declared)
    for gate in table.GATES:
        measure = gate[table.MEASURE]
        least, most = (measures[measure], measures[measure]) if measure in measures else ages_of[measure]
        if least is None or (gate[table.LEAST] <= least and most <= gate[table.MOST]):
            continue
        key = "alone_at_home" if measure in ("age_alone", "dementia_alone") else ""
        told = (gate[table.CODE], (table.NAMED, (gate[table.GATE_NAME],), (gate[table.GATE_REASON],)), key)
        if gate[table.GATE_CATEGORY] == table.CAPPED:
            found.caps.append((gate[table.GATE_CAP_CDEG], measure, ""))
        else:
            (found.warnings if gate[table.GATE_CATEGORY] == table.WARN else found.reasons).append(told)


def _declared(row, profile, days, changed_day, found):
    """Apply a declared condition that is known. A category without a rule of its own locks."""
    category, words, key = row[table.CATEGORY], ((row[table.NAME],), (row[table.REASON],)), row[table.KEY]
    if row[table.CAP_CDEG] != table.NO_CAP:
        found.caps.append((row[table.CAP_CDEG], "condition:" + key, key))
    if category == table.UNTIL_CLEARED:
        _clear(row, profile, days, changed_day, found)
    elif category == table.WARN:
        found.warnings.append(table.reason("WARNING", *words, key=key))
        found.session_s = min(found.session_s, table.WARN_SESSION_S.get(key, found.session_s))
    elif category == table.TODAY:
        found.reasons.append(table.reason("NOT_TODAY", *words, key=key))
    elif category not in (table.CAPPED, table.NOTE):
        found.reasons.append(table.reason("CONDITION_ABSOLUTE", *words, key=key))


def _clear(row, profile, days, changed_day, found):
    """The caps of the clearances that count for `row`; without one, every reason why."""
    key, day, since = row[table.KEY], days[0], profile.get("since", {}).get(row[table.KEY])
    begun, counting = day_number(since), []
    undated = row[table.WAIT_DAYS] and (not begun or (day and begun > day))
    why = [table.reason("OPERATION_DATE", (row[table.NAME],), key, key=key)] if undated else []
    for one in profile.get("clearances", ()):
        if one["condition"] == key:
            void = _void(row, one, days, since, changed_day)
            why += void
            if day and not undated and not void:
                counting.append((one["max_inversion_cdeg"], "clearance:" + key, key))
    found.cleared += counting
    if not counting:
        found.reasons.append(table.reason("NOT_CLEARED", (row[table.NAME],), (row[table.REASON],), key=key))
        found.reasons += why


def _void(row, one, days, since, changed_day):
    """Every reason why clearance `one` does not count for `row`. Day 0 is before every other day."""
    day, early, late = days
    issued, wait_days, why = day_number(one["issued"]), row[table.WAIT_DAYS], []

    def say(code, *words):
        why.append(table.reason(code, (row[table.NAME],), one["clinician"][:30], *words, key=row[table.KEY]))

    if one["role"] not in table.ROLES or row[table.ROLE] not in (table.EITHER, one["role"]):
        say("CLEARANCE_ROLE", (table.ROLE_WORDS[row[table.ROLE]],))
    if day and early < issued:
        say("CLEARANCE_NOT_YET", shown(one["issued"]))
    elif late - issued > table.CLEARANCE_DAYS:
        say("CLEARANCE_OLD", table.CLEARANCE_DAYS)
    if late > day_number(one["expires"]):
        say("CLEARANCE_EXPIRED", shown(one["expires"]))
    # A change on a day that nobody can read may have been today.
    if changed_day != 0 and (not day_number(changed_day) or issued < day_number(changed_day)):
        say("CLEARANCE_BEFORE_CHANGE", shown(changed_day))
    if wait_days and issued < day_number(since) + wait_days:
        say("CLEARANCE_EARLY", wait_days, shown(since))
    elif issued < day_number(since):
        say("CLEARANCE_BEFORE_EVENT", shown(since))
    return why


def _malformed(profile):
    """Why `profile` cannot be judged at all. Checked here whatever was checked on its way in."""
    if type(profile) is not dict:
        return [table.reason("NO_PROFILE") if profile is None else table.reason("MALFORMED", "schema")]
    get = profile.get
    schema = get("schema")
    if type(schema) is int and schema > 1:
        return [table.reason("UNKNOWN_SCHEMA")]
    declared, clearances, since = get("conditions"), get("clearances", []), get("since", {})
    fields = (
        ("schema", type(schema) is int and schema > 0),
        ("angle_ref", get("angle_ref") == table.ANGLE_REF),
        ("max_inversion_deg", _whole(get("max_inversion_cdeg"), table.ANGLE_CDEG)),
        ("session_s", _whole(get("session_s"), table.SESSION_S)),
        ("born", _whole(get("born"), table.BORN)),
        ("height_cm", _whole(get("height_cm"), table.HEIGHT_CM)),
        ("weight_kg", _whole(get("weight_kg"), table.WEIGHT_KG)),
        ("conditions", type(declared) is list and all(type(key) is str for key in declared)),
        ("nothing_to_declare", get("nothing_to_declare") is (declared == [])),
        ("clearances", type(clearances) is list and all(_sound(one) for one in clearances)),
        ("since", type(since) is dict and all(day_number(date) for date in since.values())),
        ("programme", _programmed(get("programme", {}))),
        ("hold_deg", "hold_cdeg" not in profile or _whole(get("hold_cdeg"), table.ANGLE_CDEG)),
        ("days_per_step", "days_per_step" not in profile or _whole(get("days_per_step"), table.PACE_DAYS)),
        ("ask_pain", "ask_pain" not in profile or type(get("ask_pain")) is bool),
        ("beyond_60", _meant(get("beyond_60", False), get("max_inversion_cdeg"))),
    )
    return [table.reason("MALFORMED", name) for name, right in fields if not right]


def _sound(one):
    days = type(one) is dict and day_number(one.get("issued")) and day_number(one.get("expires"))
    words = days and all(type(one.get(name)) is str for name in ("condition", "clinician", "role"))
    return words and _whole(one.get("max_inversion_cdeg"), table.ANGLE_CDEG)


def _programmed(found):
    return found == {} or (type(found) is dict and all(_whole(found.get(name), most) for name, most in table.PROGRAMME))


def _meant(beyond, asked_cdeg):
    """Whether an angle over the rating is asked for only by a profile that says so."""
    over = _whole(asked_cdeg, (table.TABLE_RATING_CDEG + 1, table.ANGLE_CDEG[1]))
    return type(beyond) is bool and (beyond or not over)


def _whole(value, bounds):
    return type(value) is int and bounds[0] <= value <= bounds[1]
