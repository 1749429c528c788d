"""Days and minutes as whole numbers: YYYYMMDD, a count of days, a count of minutes."""

DAY_MIN = 24 * 60

# In a common year: before the first of January, of February, ... and of the next January.
_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)


def day_number(date) -> int:
    """Days since 1999-12-31 of a YYYYMMDD integer in 2000 to 2099; 0 for anything that is no such day."""
    if type(date) is not int:
        return 0
    year, month, day = _parts(date)
    year -= 2000
    # Month 0 is refused at the end: its length comes out negative.
    if not 0 <= year <= 99 or month > 12:
        return 0
    leap = 0 if year % 4 else 1
    length = _DAYS_BEFORE[month] - _DAYS_BEFORE[month - 1] + (leap if month == 2 else 0)
    before = 365 * year + (year + 3) // 4 + _DAYS_BEFORE[month - 1] + (leap if month > 2 else 0)
    return before + day if 1 <= day <= length else 0


def year_of(date) -> int:
    """The year of a YYYYMMDD integer."""
    return _parts(date)[0]


def shown(date) -> str:
    """A YYYYMMDD integer as people read it."""
    return "%04d-%02d-%02d" % _parts(date) if day_number(date) else "an unknown day"


def minutes_of(day, minute) -> int:
    """Minutes from 2000-01-01 00:00 to `minute` of `day`, under 2**26; 0 when there is no such day."""
    number = day_number(day)
    return (number - 1) * DAY_MIN + minute if number else 0


def day_of(minutes) -> int:
    """The day, as YYYYMMDD, of a count that minutes_of() gives."""
    days = minutes // DAY_MIN
    year = days * 4 // 1461  # every fourth year has a day more, the first of them too
    left = days - (365 * year + (year + 3) // 4)
    leap = 0 if year % 4 else 1
    month = 12
    while left < _DAYS_BEFORE[month - 1] + (leap if month > 2 else 0):
        month -= 1
    return (2000 + year) * 10000 + month * 100 + left - _DAYS_BEFORE[month - 1] - (leap if month > 2 else 0) + 1


def time_shown(minutes) -> str:
    """A count that minutes_of() gives as people read it, in 16 characters."""
    return "%s %02d:%02d" % (shown(day_of(minutes)), minutes // 60 % 24, minutes % 60)


def next_day(day):
    """The day after `day`, both as YYYYMMDD."""
    for date in (day + 1, day - day % 100 + 101):
        if day_number(date):
            return date
    return (day // 10000 + 1) * 10000 + 101


def _parts(date):
    year, rest = divmod(date, 10000)
    month, day = divmod(rest, 100)
    return year, month, day
