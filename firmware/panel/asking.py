"""What a person is asked at the panel, page by page: before a session what is due, and after it how they felt.

Nothing is taken before the last answer. Every page but FELT has OK to leave it for later.
"""

from firmware.drivers import inputs
from firmware.screening import dose, questions

QUESTION = "QUESTION"  # yes or no
FELT = "FELT"  # better, the same or worse
DIZZY = "DIZZY"
PAIN = "PAIN"  # a number, which UP and DOWN change and OK takes
PAGES = (QUESTION, FELT, DIZZY, PAIN)

# What say() gives besides a page: left for later or done, and done before a session.
OVER = ""
READY = "READY"

_HOW = {inputs.UP: dose.BETTER, inputs.OK: dose.SAME, inputs.DOWN: dose.WORSE}
_MOST_PAIN = 11  # one more than the worst, because 0 is none said


class Asking:
    """numbers: of the questions (screening.questions) that are asked now. after: PAIN is asked after a session."""

    def __init__(self, chosen):
        self._chosen = chosen
        self.numbers: tuple = ()
        self.after = False
        self._answers = 0
        self._how = dose.WORSE
        self._dizzy = True

    def begin(self):
        """The page that comes first: of what is due before a session, or how the last one felt."""
        self._answers = 0
        self.after = bool(self._chosen.record.after)
        if self.after:
            return FELT
        self.numbers = questions.due(self._chosen.record, self._chosen.first_today)
        return QUESTION

    def say(self, page, at, key):
        """A button on a page that has been read; at: which question, or which number. What comes next."""
        if page == FELT:
            self._how = _HOW[key]
            return DIZZY
        if page == PAIN:
            return self._take(at) if at else OVER
        if key == inputs.OK:
            return OVER
        if page == DIZZY:
            self._dizzy = key == inputs.UP
        else:
            number = self.numbers[at]
            if key == inputs.UP:
                self._answers |= 1 << number
                if number == questions.NEWS:
                    self.numbers = self.numbers[: at + 1] + questions.BEHIND_NEWS + self.numbers[at + 1 :]
            if at + 1 < len(self.numbers):
                return QUESTION
        return PAIN if self._chosen.asks_pain else self._take(0)

    def _take(self, pain):
        if self.after:
            self._chosen.felt(self._how, self._dizzy, pain)
            return OVER
        self._chosen.answer(self._answers, pain)
        return READY


def turned(at, key):
    """Another number on the page for pain: 0 is none said, else one more than the pain. At the ends it stays."""
    if key == inputs.UP:
        return min(at + 1, _MOST_PAIN)
    return max(at - 1, 1) if at else _MOST_PAIN
