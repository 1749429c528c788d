"""What a table remembers of one person."""


class PersonRecord:
    """Minutes and days count from 2000-01-01; 0 is never. A name with own_ is the same by the own count."""

    def __init__(self):
        self.step = 0
        self.done = 0  # completed sessions at this step that were felt to be no worse,
        self.first_day = 0  # and when the first of them was
        self.last_day = 0  # of the last session,
        self.sessions = 0  # how many there were on it,
        self.ended_min = 0  # and when it ended
        self.own_first_day = 0
        self.own_sessions = 0  # on the day
        self.own_ended_min = 0  # of which this is a minute
        self.answered_day = 0  # when the questions of the day were answered,
        self.own_answered_day = 0
        self.answers = 0  # and a bit for each question that was answered yes
        self.declared = 0  # tells one set of conditions from another
        self.changed_day = 0  # YYYYMMDD: since they last became another set, clearances from this day on count
        self.undated = False  # they became another, and that day is still to be found
        self.open = False  # a session was allowed to begin, and its end is not known yet
        self.here_day = 0  # the day on which the profile was last pushed or removed
        self.own_here_day = 0
        self.born = 0  # the year of birth tells one person from another of the same id
        self.issued_day = 0  # YYYYMMDD of the newest clearance that was ever pushed,
        self.void_day = 0  # and of those pushed before the last change
        self.dated = 0  # tells one set of days of operations from another
        self.after = 0  # how the last session ended (dose.CUT_SHORT, dose.TOLERATED) until they say how they felt
        self.worse = 0  # sessions in a row after which they felt worse
        self.news = 0  # a bit for each thing that they said is new or worse: locks until it is settled
        self.renewed = False  # the profile was pushed since; they are still to say that it has what is new
        self.told_day = 0  # when the profile was last pushed: from then on its declaration counts
        self.own_told_day = 0
        self.meal_min = 0  # when they said that they had eaten
        self.own_meal_min = 0
        self.hold_cdeg = 0  # the profile holds the steps at this angle; 0: it does not
        self.pace_days = 0  # days that a step takes by the profile; 0: it says nothing
        self.pain_before = 0  # one more than their pain, 0 to 10, before the last session; 0: not asked
        self.pain_after = 0
        self.lost = ""  # why the record is not at hand, as a code of dose.WORDS; never stored
