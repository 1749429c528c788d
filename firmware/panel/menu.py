"""The panel at rest: choosing a person, what is asked and told, warnings, and the confirmation of one session."""

from firmware.drivers import inputs
from firmware.panel import asking, moving, paper
from firmware.panel.asking import DIZZY, FELT, PAIN, QUESTION
from firmware.panel.fault_page import FaultPage
from firmware.panel.shown import Shown
from firmware.safety.ticks import elapsed_ms
from firmware.words.catalogue import Catalogue

NONE = "NONE"  # nobody is stored
LOCKED = "LOCKED"
CHOOSE = "CHOOSE"
ABOUT = "ABOUT"  # the first page of the day: what happens now, and why
WARNING = "WARNING"
ARMED = "ARMED"
SESSION = "SESSION"  # the table is not upright and idle
TIME = "TIME"  # which of the table's two times is right
FORGET = "FORGET"  # OK is held since the power came on: whether to forget the time
PAGES = (NONE, LOCKED, CHOOSE, ABOUT, QUESTION, FELT, DIZZY, PAIN, WARNING, ARMED, SESSION, TIME, FORGET)

# A confirmation counts for the person who is there: it ends when nobody has pressed a button for so long.
_IDLE_MS = 600000
_ONE_KEY = (inputs.UP, inputs.DOWN, inputs.OK)


class Menu:
    """step() in the spare time of every tick. page says what is shown, `at` which reason, question or warning.

    part: which page of that text. OK leads past a text only from its last one. shown: since when the page has stood on
    the display. forget: what to do when somebody goes on holding the OK that was down when the power came, with the
    page before their eyes that asks for it; None where it was not. vouch: calendar.vouch. words: the language in force,
    English where none is given; on_the_way, fault_page: what it says while the table moves, found before.
    """

    def __init__(self, chosen, now_ms, forget=None, vouch=None, words=None):
        self._chosen = chosen
        self.page = SESSION
        self.at = 0
        self.part = 0
        self.names = paper.Names()
        self.shown = Shown()
        self.asking = asking.Asking(chosen)
        self.words = words or Catalogue()
        self._found()
        self._place = chosen.place
        self._revision = chosen.people.revision
        self._day = chosen.day
        self._was = inputs.KEYS  # a button that is down at boot was not pressed
        self._hidden = False
        self._pressed_ms = now_ms
        self._forget = forget
        self._vouch = vouch
        self._was_out = False  # a session has begun; how it felt is asked when it is over

    def step(self, now_ms, bits, idle, busy=False, hidden=False):
        """Take the inputs. idle: the table stands upright with its contactor open; busy: it moves or is below level.

        hidden: a fault is shown instead. What is pressed then is for the fault, and so is the press that ends it.
        """
        keys = bits & inputs.KEYS
        pressed = keys & ~self._was
        self._was = keys
        unseen = hidden or self._hidden
        self._hidden = hidden
        if not idle:
            self._forget = None
            self._was_out = self._was_out or self._chosen.confirmed
            if self.page != SESSION:
                self._open(SESSION)
            if pressed or busy:
                self._pressed_ms = now_ms
            elif elapsed_ms(now_ms, self._pressed_ms) > _IDLE_MS:
                self._chosen.expire()
            return
        if self._forget is not None:
            if keys == inputs.OK:
                self._hold_on(unseen)
                return
            self._forget = None
        chosen = self._chosen
        if self._another() or self._is_over():
            self._open(CHOOSE)
        if self._was_out:
            self._was_out = False
            self._open(self.asking.begin() if chosen.record.after else CHOOSE)
        if self.page in (SESSION, FORGET) or chosen.confirmed != (self.page == ARMED):
            self._open(ARMED if chosen.confirmed else CHOOSE)
        if pressed:
            self._pressed_ms = now_ms
        elif elapsed_ms(now_ms, self._pressed_ms) > _IDLE_MS:
            self._pressed_ms = now_ms
            self._leave()
        if unseen:
            self.shown.restart()
        # Simultaneous presses are ignored.
        elif pressed == keys and pressed in _ONE_KEY:
            self._press(pressed)

    def speak(self, language) -> str:
        """Another language from now on: empty when done, else an error code of the link. Only upright and at rest.

        The page stays the same one, from the beginning of its text, and nothing of it has been read. The language in
        force changes nothing: sent again and again it would keep anybody from confirming.
        """
        if language == self.words.language and not self.words.lost:
            return ""
        code = self.words.choose(language)
        if not code:
            self.part = 0
            self._found()
            self.shown.restart()
        return code

    def _found(self):
        self.on_the_way = moving.Said(self.words.say)
        self.fault_page = FaultPage(self.words.say)

    def _hold_on(self, unseen):
        """OK is still down. Holding it past the page's second agrees."""
        if self.page != FORGET:
            self._open(FORGET)
        elif unseen:
            self.shown.restart()
        elif self.shown.agrees(self._chosen.changed):
            self._forget()
            self._forget = None

    def _another(self):
        """Whether another person, profile or day has come since the last look: no answer counts for them."""
        chosen = self._chosen
        if self._place == chosen.place and self._revision == chosen.people.revision and self._day == chosen.day:
            return False
        self._place = chosen.place
        self._revision = chosen.people.revision
        self._day = chosen.day
        return True

    def _is_over(self):
        """Whether the page is about something that is not so any more."""
        chosen = self._chosen
        if self.page == TIME:
            return not chosen.asked[0]
        if self.page in (FELT, DIZZY) or (self.page == PAIN and self.asking.after):
            return not chosen.record.after
        return chosen.screened.locked != (self.page in (NONE, LOCKED))

    def _open(self, page):
        """Go to a page. While the table is locked, LOCKED or NONE with its reasons stands in for CHOOSE."""
        if page == CHOOSE and self._chosen.screened.locked:
            page = LOCKED if self._chosen.who else NONE
        self.page = page
        self.at = 0
        self.part = 0
        self.shown.restart()

    def _leave(self):
        self._chosen.take_back()
        self._open(CHOOSE)

    def _press(self, key):
        """One button has been pressed. What agrees to nothing counts at once: to take a confirmation back, to go back
        from a warning, to look at another person."""
        ok = key == inputs.OK
        if self.page == ARMED:
            if ok:
                self._leave()
        elif self.page == PAIN and not ok:
            self.at = asking.turned(self.at, key)
            self.shown.restart()
        elif not ok and self.page not in (QUESTION, FELT, DIZZY, TIME):
            if self.page != WARNING:
                self._chosen.choose(1 if key == inputs.DOWN else -1)
            self._open(CHOOSE)
        elif self.shown.agrees(self._chosen.changed):
            self.shown.restart()
            if self.page in asking.PAGES:
                self._say(key)
            elif self.page == TIME:
                self._say_time(key)
            else:
                self._go_on()

    def _go_on(self):
        """OK on a page that has been read."""
        chosen = self._chosen
        if self._turned():
            return
        if self.page in (NONE, LOCKED):
            self.at = (self.at + 1) % len(chosen.screened.locks)
            if not self.at and self._asks():
                self._open(TIME)
        elif self.page == CHOOSE and chosen.first_today and not chosen.record.after:
            self._open(ABOUT)
        elif not chosen.answered:
            self._open(self.asking.begin())
        elif self.page == CHOOSE and chosen.screened.cautions:
            self._open(WARNING)
        elif self.page == WARNING and self.at + 1 < len(chosen.screened.cautions):
            self.at += 1
        else:
            self._open(ARMED if chosen.confirm() else CHOOSE)

    def _asks(self):
        return self._vouch and self._chosen.asked[0]

    def _say_time(self, key):
        """UP and DOWN say which time is right; OK leaves both as they are, and the longer wait goes on."""
        if key == inputs.DOWN and not self._chosen.asked[1]:
            return
        if key != inputs.OK:
            self._vouch(key == inputs.DOWN, self._pressed_ms)
        self._open(CHOOSE)

    def _turned(self):
        """Turn to the next page of the text that is shown; False where there is none."""
        if self.page == ABOUT:
            text = self._chosen.outlook
        elif self.page in (NONE, LOCKED, WARNING):
            screened = self._chosen.screened
            texts = screened.cautions if self.page == WARNING else screened.locks
            text = texts[min(self.at, len(texts) - 1)][1]
        else:
            text = ""
        more = self.part + 1 < paper.count(paper.laid(self.words.say(text)))
        self.part = self.part + 1 if more else 0
        return more

    def _say(self, key):
        page = self.asking.say(self.page, self.at, key)
        if page == QUESTION:
            self.at += 1
        elif page in (asking.OVER, asking.READY):
            ready = page == asking.READY and not self._chosen.screened.locked
            self._open(TIME if ready and self._asks() else CHOOSE)
        else:
            self._open(page)
