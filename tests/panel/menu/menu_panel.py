"""What the tests beside it share."""

from firmware.dates import minutes_of
from firmware.drivers import inputs
from firmware.panel import menu as pages
from firmware.panel.menu import Menu
from firmware.panel.pages import lines
from firmware.panel.shown import STOOD_MS
from firmware.person.chosen import Chosen
from firmware.profile.form import to_wire
from firmware.screening import questions
from firmware.status import Status
from firmware.store.people import People
from tests.support.profiles import TODAY, profile

MINUTES = minutes_of(TODAY, 640)


TICK_MS = 20


# Of the first session of a day.
QUESTIONS = len(questions.EACH_SESSION + questions.EACH_DAY)


UP, DOWN, OK = inputs.UP, inputs.DOWN, inputs.OK


class Glass:
    """A display that paints in no time and answers as long as it is `there`."""

    def __init__(self):
        self.there = True
        self.asked = 0

    def light(self):
        self.asked += 1
        if not self.there:
            raise OSError


class Panel:
    """A menu with people on it, upright and idle at first."""

    def __init__(self, root, *people, keys=0):
        self.chosen = Chosen(People(str(root)))
        self.chosen.rescreen(TODAY, MINUTES)
        for one in people:
            assert self.chosen.push(to_wire(one)) == ""
        self.menu = Menu(self.chosen, 0)
        self.glass = Glass()
        self.menu.shown.attach(self.glass)
        self.now_ms = 0
        self.idle = True
        self.fault = False
        self.hold(keys)

    def hold(self, keys, ticks=3, busy=False):
        for _ in range(ticks):
            self.now_ms += TICK_MS
            self.menu.step(self.now_ms, keys, self.idle, busy, self.fault)
            if self.idle and self.glass.there:
                self.menu.shown.look(self.chosen.changed)
                self.menu.shown.painted(self.now_ms)

    def read(self):
        """Let the page stand until a press counts."""
        self.hold(0, ticks=STOOD_MS // TICK_MS + 2)

    def press(self, *keys):
        """Each for a page that has been read."""
        for key in keys:
            self.read()
            self.tap(key)

    def to_questions(self):
        """From the choice of a person to the first question."""
        self.press(OK)
        if self.page == pages.ABOUT:
            self.read_on()
            self.press(OK)

    def answer(self, *yes):
        """The questions of the first session of a day: no, but to those numbers."""
        self.to_questions()
        while self.page == pages.QUESTION:
            self.press(UP if self.menu.asking.numbers[self.menu.at] in yes else DOWN)

    def tap(self, key):
        self.hold(key)
        self.hold(0)

    def read_on(self):
        """Turn to the last page of the text that is shown; the words that were to be seen."""
        seen = []
        while True:
            head, *body = self.shown
            seen += " ".join(body).split()
            part, count = head.split()[-1].split("/")
            if part == count:
                return seen
            self.press(OK)

    @property
    def page(self):
        return self.menu.page

    @property
    def shown(self):
        return lines(self.menu, self.chosen, Status())


def someone(called, *declared, **changes):
    return profile(*declared, **{"id": called.lower(), "name": called, **changes})
